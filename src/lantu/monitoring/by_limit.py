"""Limits and yearly amounts to be kept in every year (methods 1.5f)."""

from lantu.monitoring.demand import Demand
from lantu.monitoring.question import Finding, Question, Working
from lantu.monitoring.verdict import Status
from lantu.monitoring.wording import listed, only_a_bound, wanted, years
from lantu.plan import Target
from lantu.values import Direction, Mode, msg


def holds_every_year(target: Target) -> bool:
    """Whether the target is a limit or a yearly amount and not a level to reach."""
    return target.mode is Mode.FLOW_PER_YEAR or target.direction is Direction.KEEP


def judge_limit(question: Question, limits: Demand) -> Finding | None:
    """Kept in every year or not: a good year cannot offset a bad one.

    One broken year settles it at any later stage, and the last broken one is the figure that decided.
    Kept is final only when every year is known. None when no year is known.
    """
    known = question.yearly()
    if not known:
        return None
    holds = {year: limits.holds(point.value, point.bound) for year, point in known.items()}
    broken = [year for year, kept in holds.items() if kept is False]
    unsure = [year for year, kept in holds.items() if kept is None]
    last = max(known)
    missing = [year for year in range(question.first_year, last + 1) if year not in known]
    figures = listed(known.values())
    decisive = broken[-1] if broken else last
    rest = tuple(point for year, point in known.items() if year != decisive)
    working = Working(f"{figures} : {limits.text}", rest)
    facts = {"years": figures, "demand": wanted(limits, question.target.unit)}
    if broken:
        status = Status.UNMET
        reason = msg("{broken}年没有守住（{demand}）：{years}。", broken=years(broken), **facts)
    elif unsure:
        return only_a_bound(question, limits, known[unsure[-1]], "limit", working)
    elif missing:
        status = Status.ON_PACE
        reason = msg(
            "已知各年都守住（{demand}）：{years}；缺{missing}年的数，不能断定年年守住。",
            missing=years(missing),
            **facts,
        )
    elif last == question.due_year:
        status = Status.MET
        reason = msg("各年都守住（{demand}）：{years}。", **facts)
    else:
        status = Status.ON_PACE
        reason = msg("到{last}年为止各年都守住（{demand}）：{years}。", last=last, **facts)
    return Finding(status, "limit", reason, known[decisive], working)
