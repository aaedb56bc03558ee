"""Targets of annual plans, and goals that only the annual plans fill with numbers (保持在合理区间)."""

from dataclasses import replace

from lantu.indicators import IndicatorKind
from lantu.monitoring.completion import completion_formula
from lantu.monitoring.demand import Demand, demand, number
from lantu.monitoring.points import AS_ADOPTED, Point, by_year
from lantu.monitoring.question import Finding, Question, Working
from lantu.monitoring.verdict import Status
from lantu.monitoring.wording import listed, said, settle, wanted, years
from lantu.plan.paths import compound, half_up, yearly
from lantu.values import Message, msg


def judge_annual(question: Question, limits: Demand) -> Finding | None:
    """A target of one year by that year's figure, of the vintage the target was set on.

    A first published (preliminary) figure is preferred to a later revision: the target knew only
    those. Where the revision would say otherwise, the sentence says so. None when the year has no figure.
    """
    year = question.due_year
    point = by_year(question.points, AS_ADOPTED).get(year)
    if point is None:
        return None
    settled = by_year(question.points)[year]
    holds = limits.holds(point.value, point.bound)
    formula = f"{said(point, '')} : {limits.text}"
    if point.is_point:
        rates = question.indicator.kind is IndicatorKind.GROWTH
        share = completion_formula(
            point.value, question.value, rates=rates, falling=question.indicator.reduction
        )
        formula += f" ; {share}" if share else ""
    working = Working(formula, () if settled == point else (settled,))
    finding = settle(question, limits, point, "annual", working, holds=holds)
    if holds is not None and limits.holds(settled.value, settled.bound) is (not holds):
        return replace(finding, reason=_revised(question, limits, point, settled, holds=holds))
    return finding


def _revised(question: Question, limits: Demand, point: Point, later: Point, *, holds: bool) -> Message:
    unit = question.target.unit
    template = (
        msg("{period}：{value}，达到目标（{demand}）；后来修订为{later}，按修订数没有达到。")
        if holds
        else msg("{period}：{value}，没有达到目标（{demand}）；后来修订为{later}，按修订数已达到。")
    )
    return msg(
        template.template,
        period=point.observation.period,
        value=said(point, unit),
        demand=wanted(limits, unit),
        later=said(later, unit),
    )


def judge_reasonable(question: Question) -> Finding | None:
    """A goal whose yearly numbers the annual plans give: each year against its own annual target.

    At the end it is met when every year was, or when the years together reach what the annual targets
    together wanted (a shortfall within their tolerance of 左右 counts); else it is not. Before the end
    the latest year decides.
    """
    known = {
        year: point
        for year, point in by_year(question.points, AS_ADOPTED).items()
        if year in question.years and year in question.annual
    }
    limits = {
        year: found for year in known if (found := demand(question.annual[year], question.scheme)) is not None
    }
    holds = {year: limits[year].holds(known[year].value, known[year].bound) for year in limits}
    decided = {year: kept for year, kept in holds.items() if kept is not None}
    if not decided:
        return None
    last = max(decided)
    points = [known[year] for year in sorted(decided)]
    broken = [year for year, kept in decided.items() if not kept]
    missing = [year for year in question.years if year <= last and year not in decided]
    formula = " ; ".join(
        f"{year}: {number(known[year].value)} : {limits[year].text} {'✓' if decided[year] else '✗'}"
        for year in sorted(decided)
    )
    whole, shown = _together(question, points) if broken and not missing else (not broken, "")
    if last == question.due_year and not missing:
        status = Status.MET if whole else Status.UNMET
    else:
        status = Status.ON_PACE if decided[last] else Status.SLOWER
    facts = {
        "years": listed(points),
        "unit": question.target.unit or question.indicator.unit,
    }
    reason = _reasonable_reason(broken, missing, whole=whole, facts=facts)
    return Finding(status, "annual", reason, known[last], Working(formula + shown, tuple(points[:-1])))


def _reasonable_reason(
    broken: list[int], missing: list[int], *, whole: bool, facts: dict[str, str]
) -> Message:
    if missing:
        return msg(
            "逐年对照年度目标（{unit}）：{years}；未达到的年份：{broken}；缺{missing}年。",
            broken=years(broken) or "—",
            missing=years(missing),
            **facts,
        )
    if not broken:
        return msg("逐年对照年度目标，各年都达到（{unit}）：{years}。", **facts)
    if whole:
        return msg(
            "逐年对照年度目标，{broken}年没有达到，但各年合计达到（{unit}）：{years}。",
            broken=years(broken),
            **facts,
        )
    return msg("逐年对照年度目标，{broken}年没有达到（{unit}）：{years}。", broken=years(broken), **facts)


def _together(question: Question, points: list[Point]) -> tuple[bool, str]:
    """Whether the years together reach what the annual targets together wanted, and the figures."""
    values = [question.annual[point.year].value for point in points]
    goals = [value for value in values if value is not None]
    if question.indicator.kind.value != "growth" or len(goals) != len(points):
        return False, ""
    mine = yearly(compound(point.value for point in points), len(points))
    theirs = yearly(compound(goals), len(points))
    slack = question.scheme.comparators.about_word("左右").of(theirs, "%")
    text = f" ; {number(half_up(mine, 2))} % : ≥ {number(half_up(theirs, 2))} % − {number(slack)}"
    return mine >= theirs - slack, text
