"""Findings where figures decide nothing: what is missing, who would have it, what stands in the way."""

from collections.abc import Sequence
from dataclasses import replace

from lantu.indicators import Observation, region
from lantu.monitoring.points import Point
from lantu.monitoring.question import Finding, Question, Working
from lantu.monitoring.verdict import Status
from lantu.monitoring.wording import amount, said
from lantu.plan import Target
from lantu.values import Message, msg


def not_in_registry(target: Target) -> Finding:
    """The phrase names no quantity of the registry: nothing is published under it."""
    return _none(
        Status.NO_DATA,
        msg(
            "“{indicator}”在指标库中没有对应的公布指标，暂无数据；请由责任单位报送。",
            indicator=target.indicator,
        ),
    )


def not_proven(question: Question, finding: Finding) -> Finding:
    """The period is over and the figures that decide were not published: the last known ones are named."""
    last = finding.point
    return replace(
        finding,
        status=Status.NO_DATA,
        reason=msg(
            "规划期已过，判断{indicator}所需的数没有公布齐，不能断定；最近的是{last}的{value}。",
            indicator=question.indicator.name,
            last=last.observation.period.code if last else "—",
            value=said(last, question.unit) if last else "—",
        ),
    )


def no_number(question: Question) -> Finding:
    """A goal in words only."""
    return _none(
        Status.NO_DATA,
        msg("“{indicator}”没有写出可以对照的数，不判断。", indicator=question.target.indicator),
    )


def no_data(question: Question) -> Finding:
    """No figure of the period is known; the body that would have it and what was last seen are named."""
    facts = {
        "place": _place(question),
        "indicator": question.indicator.name,
        "custodian": question.indicator.custodian or "—",
        "period": _span(question),
    }
    part = _part_of_a_year(question)
    latest = part or _before(question)
    if latest is None:
        return _none(
            Status.NO_DATA,
            msg("没有见到{place}{indicator}在{period}年可用的公布数；应由{custodian}提供。", **facts),
        )
    sentence = (
        msg(
            "没有见到{place}{indicator}在{period}年的全年数，只有{last}的{value}，不代表全年；应由{custodian}提供。"
        )
        if part
        else msg(
            "没有见到{place}{indicator}在{period}年的公布数，最近的是{last}的{value}；应由{custodian}提供。"
        )
    )
    seen = {"last": latest.observation.period.code, "value": said(latest, question.unit)}
    return _none(Status.NO_DATA, Message(sentence.template, {**facts, **seen}), part)


def _before(question: Question) -> Point | None:
    """The latest whole year before the first."""
    early = [p for p in question.points if p.observation.period.is_year and p.year < question.first_year]
    return max(early, key=lambda p: p.end, default=None)


def _part_of_a_year(question: Question) -> Point | None:
    """The latest figure of a part of a year, of the due year where the plan is for one."""
    years = [question.due_year] if question.is_yearly else question.years
    parts = [
        point
        for point in question.points
        if not point.observation.period.is_year
        and point.observation.period.first.year == point.year
        and point.year in years
    ]
    return max(parts, key=lambda p: (p.end, -p.observation.period.first.toordinal()), default=None)


def no_pair(question: Question) -> Finding:
    """A relative goal: there are figures, but none that may be compared with the reference series."""
    return _none(
        Status.NO_DATA,
        msg(
            "{place}{indicator}有公布数，但参照序列缺同一时期、同一数据状态的数，不能比较；应由{custodian}提供。",
            place=_place(question),
            indicator=question.indicator.name,
            custodian=question.indicator.custodian or "—",
        ),
    )


def not_released(question: Question) -> Finding:
    """The figures of the first year (of an annual plan, of its year) are not due yet."""
    year = question.due_year if question.is_yearly else question.first_year
    facts = {
        "year": str(year),
        "place": _place(question),
        "indicator": question.indicator.name,
        "custodian": question.indicator.custodian or "—",
        "day": str(question.scheme.stages.released(year)),
    }
    part = _part_of_a_year(question)
    if part is None:
        return _none(
            Status.NOT_DUE,
            msg("{year}年的数尚未公布；{place}{indicator}应由{custodian}在{day}前公布。", **facts),
        )
    reason = msg(
        "{year}年的数尚未公布，目前只有{last}的{value}，不代表全年；{place}{indicator}应由{custodian}在{day}前公布。",
        last=part.observation.period,
        value=said(part, question.unit),
        **facts,
    )
    return _none(Status.NOT_DUE, reason, part)


def other_unit(question: Question, observation: Observation) -> Finding:
    """The published figures are in a unit that does not convert."""
    return _none(
        Status.NO_DATA,
        msg(
            "公布数的单位“{found}”不能换算成目标的单位“{wanted}”；请核对指标对应是否正确。",
            found=observation.unit or "1",
            wanted=question.target.unit or "1",
        ),
    )


def other_basis(
    question: Question, others: Sequence[Point], reading: Finding | None, own: Finding | None = None
) -> Finding:
    """Published on another basis only: both readings stand side by side, nothing is judged.

    reading: what the figures on the other basis would say; own: what is known on the target's basis.
    """
    target = question.target
    latest = max(others, key=lambda p: (p.end, p.observation.basis))
    baseline = target.baseline
    shown = reading.point if reading and reading.point else latest
    here = f"{baseline.period}: {amount(baseline.value, target.unit or question.unit)}" if baseline else "—"
    reason = msg(
        "目标按“{basis}”口径（{own}），公布数按“{other}”口径（{reading}），不能直接比较。",
        basis="、".join(question.basis) or "—",
        own=_reading(question, own) or here,
        other="、".join(shown.observation.basis) or "—",
        reading=_reading(question, reading) or f"{latest.observation.period}: {said(latest, question.unit)}",
    )
    return _none(Status.BASIS, reason)


def _reading(question: Question, finding: Finding | None) -> str:
    """The period and value a finding speaks of."""
    if finding is None or finding.point is None:
        return ""
    period = finding.reason.arguments.get("period", finding.point.observation.period.code)
    return f"{period}: {said(finding.point, question.target.unit or question.unit)}"


def bases_disagree(question: Question, findings: Sequence[Finding]) -> Finding:
    """The target names no basis and the figures on different bases give different answers."""
    ordered = sorted(findings, key=lambda f: f.working.formula)
    unit = question.target.unit or question.unit
    readings = " · ".join(
        f"{'、'.join(f.point.observation.basis) or '—'}: {said(f.point, unit)}" for f in ordered if f.point
    )
    reason = msg("目标没有写明口径，各口径的公布数结论不同（{readings}），不能判定。", readings=readings)
    points = tuple(f.point for f in ordered if f.point)
    working = Working(" | ".join(f.working.formula for f in ordered), points)
    return Finding(Status.BASIS, "none", reason, working=working)


def _span(question: Question) -> str:
    if question.first_year == question.due_year or question.is_yearly:
        return str(question.due_year)
    return f"{question.first_year}—{question.due_year}"


def _place(question: Question) -> str:
    found = region(question.region)
    return found.name if found else question.region


def _none(status: Status, reason: Message, beside: Point | None = None) -> Finding:
    return Finding(status, "none", reason, working=Working(earlier=(beside,) if beside else ()))
