"""Levels and changes in units: the distance from base to target (methods 1.5c)."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from lantu.indicators import IndicatorKind
from lantu.monitoring.demand import Demand, demand, number
from lantu.monitoring.points import Point, by_year
from lantu.monitoring.question import Finding, Question, Working
from lantu.monitoring.verdict import Status
from lantu.monitoring.wording import (
    BASE_DIFFERS,
    BASE_PUBLISHED,
    DUE_YEAR_OPEN,
    YEAR_PACE,
    backwards,
    by_pace,
    met,
    only_a_bound,
    percent,
    said,
    settle,
    wanted,
)
from lantu.plan.paths import half_up, straight, tidy
from lantu.values import Comparator, Direction, Message, Mode, Unit, msg


@dataclass(frozen=True, slots=True)
class Way:
    """Where the way starts and ends; ``start_day`` is the last day of the base period."""

    start: Decimal
    end: Decimal
    start_day: date
    note: Message | None = None

    def progress(self, value: Decimal) -> Decimal | None:
        """Share of the way gone, never clipped; None when there is no way to go."""
        return None if self.start == self.end else tidy((value - self.start) / (self.end - self.start))

    def time(self, day: date, due: date) -> Decimal:
        """Share of the time gone by the end of a period, counted in months."""
        return tidy(Decimal(_months(self.start_day, day)) / Decimal(_months(self.start_day, due)))

    def expected(self, pace: Decimal) -> str:
        """The value the path asks for at this pace, with its numbers."""
        return f"{percent(pace)} → {number(half_up(straight(self.start, self.end, pace), 3))}"

    def formula(self, value: Decimal) -> str:
        """The distance method with its numbers."""
        x, x0, end = number(value), number(self.start), number(self.end)
        x0 = f"({x0})" if x0.startswith("−") else x0
        share = self.progress(value)
        shown = f" = {percent(share)}" if share is not None else ""
        return f"({x} − {x0}) ÷ ({end} − {x0}){shown}"


def _months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month


@dataclass(frozen=True, slots=True)
class Base:
    """The value a target starts from and the last day of its period."""

    value: Decimal
    day: date
    note: Message | None = None


def base_of(question: Question, point: Point) -> Base | None:
    """The base as the plan states it, else the published figure of the year before the first.

    Where the plan measures a change from another year than that of its stated base (a table whose
    column holds an older figure), the published figure of that year goes first. None when neither is
    known, or when the plan's base is on another basis than the figure.
    """
    baseline, year = question.target.baseline, question.first_year - 1
    changed = question.target.mode is Mode.CHANGE and question.target.base == str(year)
    if baseline is None or (changed and baseline.period.year != year):
        published = _published(question, year)
        if published is not None or baseline is None:
            return published
    fits = question.indicator.same_basis(baseline.basis, point.observation.basis)
    return Base(baseline.value, baseline.period.last) if fits else None


def _published(question: Question, year: int) -> Base | None:
    """The published figure of a year as base.

    An amount of money is none: totals of earlier years are revised, the new ones stand on the revision.
    """
    found = by_year(question.points).get(year)
    money = question.indicator.kind is IndicatorKind.FLOW and "元" in question.indicator.unit
    if found is None or not found.is_point or money:
        return None
    return Base(found.value, found.end, BASE_PUBLISHED)


def is_final(question: Question, point: Point) -> bool:
    """Whether the figure is that of the whole due year."""
    return point.end == question.last_day and point.observation.period.is_year


def judge_level(question: Question, limits: Demand) -> Finding | None:
    """A level to reach by the due year. None when no figure of the period is known."""
    point = question.latest()
    if point is None:
        return None
    base = base_of(question, point)
    way = Way(base.value, question.value, base.day, base.note) if base else None
    progress = way.progress(point.value) if way else None
    formula = way.formula(point.value) if way else f"{said(point, '')} : {limits.text}"
    note = way.note if way else (BASE_DIFFERS if question.target.baseline is not None else None)
    working = Working(formula, progress=progress, note=note)
    holds = limits.holds(point.value, point.bound)
    final = is_final(question, point)
    # a bound gives no progress rate of its own
    shown = working if point.is_point else replace(working, progress=None)
    if holds and question.as_of > question.last_day and not final:
        return _met_before(question, limits, point, shown)
    if holds:
        return met(question, limits, point, "distance", shown)
    if final:
        return settle(question, limits, point, "distance", shown, holds=holds)
    return _on_the_way(question, limits, point, way, working)


def _met_before(question: Question, limits: Demand, point: Point, working: Working) -> Finding:
    """Due, reached by an earlier figure, the due year not seen: met only when the figure is fresh enough."""
    if question.due_year - point.year <= question.scheme.stages.fresh_years:
        return met(question, limits, point, "distance", replace(working, note=DUE_YEAR_OPEN))
    reason = msg(
        "{period}：{value}，当时已达到目标（{demand}）；此后到{due}年没有公布数，不能断定到期时仍然达到。",
        **_facts(question, limits, point),
    )
    return Finding(Status.ON_PACE, "distance", reason, point, working)


def _on_the_way(
    question: Question, limits: Demand, point: Point, way: Way | None, working: Working
) -> Finding:
    """Not there yet: against the annual target of the figure's year, else the straight path."""
    if way is not None and working.progress is None and point.is_point:
        # a target that equals its base is to be held; here it is not
        return backwards(question, limits, point, "distance", working)
    annual = question.annual.get(point.year) if point.observation.period.is_year else None
    if annual is not None and annual.value is not None and annual.mode is question.target.mode:
        step = way.progress(annual.value) if way else None
        if working.progress is None or step is None:
            return _against_annual(question, limits, point, demand(annual, question.scheme))
        return _paced(question, limits, point, way, replace(working, note=YEAR_PACE), step)
    if way is not None and working.progress is not None:
        return _paced(question, limits, point, way, working, way.time(point.end, question.last_day))
    if not point.is_point:
        return only_a_bound(question, limits, point, "distance", working)
    return _reading(question, limits, point, working)


def _paced(
    question: Question, limits: Demand, point: Point, way: Way | None, working: Working, pace: Decimal
) -> Finding:
    """Class the progress; the formula also says which value the path asks for by then."""
    expected = f" ; {way.expected(pace)}" if way else ""
    going = replace(working, formula=f"{working.formula}{expected}")
    return by_pace(question, limits, point, "distance", going, pace)


def _against_annual(question: Question, limits: Demand, point: Point, annual: Demand | None) -> Finding:
    """No base: the annual target alone says whether the year was on pace."""
    working = Working(f"{said(point, '')} : {annual.text if annual else ''}")
    holds = annual.holds(point.value, point.bound) if annual else None
    if annual is None or holds is None:
        return only_a_bound(question, limits, point, "distance", working)
    sentence = (
        msg("{period}：{value}，达到当年的年度目标（{annual}）；总目标（{demand}）{due}年到期。")
        if holds
        else msg("{period}：{value}，没有达到当年的年度目标（{annual}）；总目标（{demand}）{due}年到期。")
    )
    facts = {**_facts(question, limits, point), "annual": wanted(annual, question.target.unit)}
    status = Status.ON_PACE if holds else Status.SLOWER
    return Finding(status, "distance", Message(sentence.template, facts), point, working)


def _reading(question: Question, limits: Demand, point: Point, working: Working) -> Finding:
    """Neither base nor annual target: the figure is shown, nothing is judged before the due year."""
    overdue = question.as_of > question.scheme.stages.released(question.due_year)
    sentence = (
        msg("目标（{demand}）已在{due}年到期，当年的数尚未见到；最近的是{period}的{value}。")
        if overdue
        else msg("{period}：{value}，目标（{demand}）{due}年到期；没有可比的基期值和年度目标，不判断快慢。")
    )
    status = Status.NO_DATA if overdue else Status.NOT_DUE
    reason = Message(sentence.template, _facts(question, limits, point))
    return Finding(status, "none", reason, point, working)


def _facts(question: Question, limits: Demand, point: Point) -> dict[str, str]:
    unit = question.target.unit
    return {
        "period": point.observation.period.code,
        "value": said(point, unit),
        "demand": wanted(limits, unit),
        "due": str(question.due_year),
    }


def judge_change(question: Question, limits: Demand) -> Finding | None:
    """A change against the base in points or units, or in per cent of a level that is no amount of money.

    The change is measured as a distance from the base. Percentages of totals and of amounts in money
    are refused: two years' published totals never give real growth.
    """
    point = question.latest()
    base = base_of(question, point) if point else None
    if point is None or base is None:
        return None
    sign = -1 if question.target.direction is Direction.DOWN else 1
    relative = _is_relative(question)
    if relative and (question.indicator.kind is IndicatorKind.FLOW or "元" in question.indicator.unit):
        return None
    if relative and not base.value:
        return None
    scale = abs(base.value) / 100 if relative else Decimal(1)
    way = Way(base.value, base.value + sign * abs(question.value) * scale, base.day, base.note)
    bound = point.bound if sign > 0 or point.is_point else _mirrored(point.bound)
    change = Point(point.observation, sign * (point.value - base.value) / scale, bound)
    holds = limits.holds(change.value, bound)
    progress = way.progress(point.value)
    formula = f"{way.formula(point.value)} ; {number(change.value)} : {limits.text}"
    working = Working(formula, progress=progress, note=base.note)
    if holds or is_final(question, point) or progress is None:
        shown = working if point.is_point else replace(working, progress=None)
        return settle(question, limits, change, "distance", shown, holds=holds)
    return _paced(question, limits, change, way, working, way.time(point.end, question.last_day))


def _is_relative(question: Question) -> bool:
    wanted_unit, own = Unit.parse(question.target.unit), Unit.parse(question.indicator.unit)
    return wanted_unit.measure == "%" and own.measure != "%"


def _mirrored(bound: Comparator) -> Comparator:
    lower = {Comparator.AT_LEAST, Comparator.ABOVE}
    return Comparator.AT_MOST if bound in lower else Comparator.AT_LEAST
