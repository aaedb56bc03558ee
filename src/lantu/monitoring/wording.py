"""Numbers, notes and the sentences several methods share."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from lantu.monitoring.demand import Demand, number
from lantu.monitoring.points import Point
from lantu.monitoring.question import Finding, Question, Working
from lantu.monitoring.verdict import Status
from lantu.plan.paths import half_up
from lantu.values import Comparator, Message, msg

BASE_DIFFERS = msg("基期值口径不同，不计算进度率。")
BASE_PUBLISHED = msg("基期值取该年的公布数。")
DUE_YEAR_OPEN = msg("到期年份的数尚未见到。")
YEAR_PACE = msg("同期应达到的进度按当年年度目标计算。")
ANNUAL_PACE = msg("同期应达到的进度按各年年度目标计算。")


def amount(value: Decimal, unit: str) -> str:
    """A value with its unit."""
    return f"{number(value)} {unit}".rstrip()


def said(point: Point, unit: str) -> str:
    """A figure as it was published: a bound keeps its sign, 约 its wave."""
    return f"{_SIGNS[point.bound]} {amount(point.value, unit)}".lstrip()


_SIGNS = {
    Comparator.AT_LEAST: "≥",
    Comparator.ABOVE: ">",
    Comparator.AT_MOST: "≤",
    Comparator.BELOW: "<",
    Comparator.EQUAL: "",
    Comparator.ABOUT: "≈",
    Comparator.RANGE: "",
    Comparator.COVER: "",
}


def percent(share: Decimal) -> str:
    """A share of one as a percentage with at most one decimal, rounded half up."""
    return f"{number(half_up(share * 100, 1))} %"


def wanted(demand: Demand, unit: str) -> str:
    """The limits of a target with its unit."""
    return f"{demand.text} {unit}".rstrip()


def listed(points: Iterable[Point]) -> str:
    """Years with their figures, in order."""
    return " · ".join(
        f"{p.observation.period.code}: {_SIGNS[p.bound]}{number(p.value)}"
        for p in sorted(points, key=lambda p: p.end)
    )


def years(missing: Iterable[int]) -> str:
    """Years in order."""
    return "、".join(str(year) for year in sorted(missing))


def settle(
    question: Question, limits: Demand, point: Point, method: str, working: Working, *, holds: bool | None
) -> Finding:
    """Met, not met, or not to be told from a bound."""
    if holds is None:
        return only_a_bound(question, limits, point, method, working)
    return (met if holds else unmet)(question, limits, point, method, working)


def met(question: Question, limits: Demand, point: Point, method: str, working: Working) -> Finding:
    """The target is reached by this figure."""
    sentence = msg("{period}：{value}，达到目标（{demand}）。{note}")
    return _decided(Status.MET, sentence, question, limits, point, method, working)


def unmet(question: Question, limits: Demand, point: Point, method: str, working: Working) -> Finding:
    """The figure of the due year falls short; with progress below zero it moved the wrong way."""
    if working.progress is not None and working.progress < 0:
        return backwards(question, limits, point, method, working)
    sentence = msg("{period}：{value}，没有达到目标（{demand}）。{note}")
    return _decided(Status.UNMET, sentence, question, limits, point, method, working)


def backwards(question: Question, limits: Demand, point: Point, method: str, working: Working) -> Finding:
    """The figure is farther from the target than the base."""
    sentence = msg("{period}：{value}，比基期离目标（{demand}）更远。{note}")
    return _decided(Status.REVERSED, sentence, question, limits, point, method, working)


def only_a_bound(question: Question, limits: Demand, point: Point, method: str, working: Working) -> Finding:
    """The figure is a bound that proves nothing here: no progress rate either."""
    sentence = msg("{period}只公布了界限{value}，不足以断定是否达到目标（{demand}）；请查准确数。")
    return _decided(
        Status.NO_DATA, sentence, question, limits, point, method, replace(working, progress=None)
    )


def _decided(
    status: Status,
    sentence: Message,
    question: Question,
    limits: Demand,
    point: Point,
    method: str,
    working: Working,
) -> Finding:
    unit = question.target.unit
    reason = Message(
        sentence.template,
        {
            "period": point.observation.period.code,
            "value": said(point, unit),
            "demand": wanted(limits, unit),
            "note": str(working.note or ""),
        },
    )
    return Finding(status, method, reason, point, working)


def by_pace(
    question: Question, limits: Demand, point: Point, method: str, working: Working, pace: Decimal
) -> Finding:
    """The class of a progress (in ``working``) against the pace at the end of the figure's period."""
    progress = working.progress if working.progress is not None else Decimal(0)
    status = question.scheme.bands.classify(progress, pace)
    if not point.is_point and status in {Status.SLOWER, Status.REVERSED}:
        return only_a_bound(question, limits, point, method, working)
    if status is Status.REVERSED:
        return replace(backwards(question, limits, point, method, working), pace=pace, banded=True)
    unit = question.target.unit
    reason = msg(
        "{period}：{value}，走完全程的{progress}，同期应为{pace}；目标（{demand}）{due}年到期。{note}",
        period=point.observation.period,
        value=said(point, unit),
        progress=percent(progress),
        pace=percent(pace),
        demand=wanted(limits, unit),
        due=question.due_year,
        note=working.note or "",
    )
    return Finding(status, method, reason, point, working, pace, banded=True)
