"""Compound targets by logarithms (methods 1.5d): average growth, cumulative fall or rise.

Only published rates are compounded, on one basis. Two years' totals are never divided: growth is an
indicator of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from lantu.monitoring.demand import Demand, number
from lantu.monitoring.points import SETTLED, Point, best
from lantu.monitoring.question import Finding, Question, Working
from lantu.monitoring.verdict import Status
from lantu.monitoring.wording import (
    ANNUAL_PACE,
    by_pace,
    listed,
    only_a_bound,
    percent,
    said,
    settle,
    wanted,
    years,
)
from lantu.plan import Target
from lantu.plan.paths import ONE, compound, equal_rate, factor, half_up, log_share, rest, tidy, yearly
from lantu.values import Comparator, Direction, Message, Mode, msg


@dataclass(frozen=True, slots=True)
class Chain:
    """Published rates that cover the years from the first without a gap; ``product`` is their factor."""

    points: tuple[Point, ...]
    product: Decimal
    first: int
    last: int

    @property
    def span(self) -> int:
        """Number of years covered."""
        return self.last - self.first + 1

    @property
    def bound(self) -> Comparator:
        """A bound when any part is one; parts bounded on different sides prove nothing."""
        bounds = {p.bound for p in self.points if not p.is_point}
        return Comparator.EQUAL if not bounds else (bounds.pop() if len(bounds) == 1 else Comparator.RANGE)


def segment_factor(point: Point, *, reduction: bool) -> Decimal:
    """The factor of one published rate.

    Over several years a reduction is the cumulative fall, any other growth the yearly average.
    """
    if reduction:
        return factor(point.value, falling=True)
    first = point.observation.period.first.year
    return compound([point.value] * (point.year - first + 1))


def chain(points: tuple[Point, ...], first: int, last: int, *, reduction: bool) -> Chain | None:
    """The longest unbroken cover of the years from ``first``; of equal ones that with the fewest parts."""
    segments: dict[tuple[int, int], list[Point]] = {}
    for point in points:
        period = point.observation.period
        whole = (period.first.month, period.first.day, period.last.month, period.last.day) == (1, 1, 12, 31)
        if whole and first <= period.first.year and period.year <= last:
            segments.setdefault((period.first.year, period.year), []).append(point)
    reached: dict[int, tuple[Point, ...]] = {first - 1: ()}
    for year in range(first, last + 1):
        covers = [
            (*reached[start - 1], best(found, SETTLED))
            for (start, end), found in sorted(segments.items())
            if end == year and start - 1 in reached
        ]
        if covers:
            reached[year] = min(covers, key=len)
    end = max(reached)
    if end < first:
        return None
    product = ONE
    for part in reached[end]:
        product *= segment_factor(part, reduction=reduction)
    return Chain(reached[end], product, first, end)


def judge_growth(question: Question, limits: Demand) -> Finding | None:
    """Average growth over the period, or a cumulative change made of published yearly rates."""
    reduction = question.indicator.reduction
    found = chain(question.points, question.first_year, question.due_year, reduction=reduction)
    known = question.yearly()
    if any(year > (found.last if found else question.first_year - 1) for year in known):
        return _with_gap(question, limits, known)
    if found is None:
        return None
    if question.target.mode is Mode.GROWTH_PER_YEAR:
        achieved = yearly(found.product, found.span)
    else:
        change = ONE - found.product if _falls(question) else found.product - ONE
        achieved = tidy(change * 100)
    # a ceiling on growth has no way to go: less is better, and slower than the pace is no fault
    way = None if limits.low is None else log_share(found.product, _whole(question))
    return _judge_chain(question, limits, found, achieved, way)


def _judge_chain(
    question: Question, limits: Demand, found: Chain, achieved: Decimal, progress: Decimal | None
) -> Finding:
    # the rate achieved is ours, not a published figure: shown with two decimals, judged with all
    point = Point(found.points[-1].observation, half_up(achieved, 2), found.bound)
    formula = _formula(question, found, achieved, progress)
    exact = found.bound is Comparator.EQUAL
    working = Working(formula, found.points[:-1], progress if exact else None)
    holds = limits.holds(achieved, found.bound)
    early = question.target.mode is Mode.CHANGE and holds
    if found.last == question.due_year or early:
        finding = settle(question, limits, point, "compound", working, holds=holds)
    elif progress is None:
        finding = _without_way(question, limits, found, point, working, holds=holds)
    else:
        pace, note = _pace(question, found)
        ahead = f"{_expected(question, pace)}{_needed(question, found)}"
        going = Working(f"{formula} ; {ahead}", found.points[:-1], progress, note)
        finding = by_pace(question, limits, point, "compound", going, pace)
    return _spanning(finding, found)


def _without_way(
    question: Question, limits: Demand, found: Chain, point: Point, working: Working, *, holds: bool | None
) -> Finding:
    """A ceiling, or a target of no change: the average so far keeps it or not."""
    if holds is None:
        return only_a_bound(question, limits, point, "compound", working)
    reason = msg(
        "{period}：{value}，目标（{demand}）{due}年到期。",
        period=found.last,
        value=said(point, question.target.unit),
        demand=wanted(limits, question.target.unit),
        due=question.due_year,
    )
    return Finding(Status.ON_PACE if holds else Status.SLOWER, "compound", reason, point, working)


def _spanning(finding: Finding, found: Chain) -> Finding:
    """Say the years covered instead of the last year alone."""
    if found.span == 1:
        return finding
    arguments = {**finding.reason.arguments, "period": f"{found.first}—{found.last}"}
    return replace(finding, reason=Message(finding.reason.template, arguments))


def _falls(question: Question) -> bool:
    """Whether the whole change is a fall; an average growth keeps its sign."""
    target = question.target
    return target.mode is Mode.CHANGE and (target.direction is Direction.DOWN or question.indicator.reduction)


def _whole(question: Question) -> Decimal:
    """The factor of the whole target."""
    if question.target.mode is Mode.GROWTH_PER_YEAR:
        return compound([question.value] * len(question.years))
    return factor(abs(question.value), falling=_falls(question))


def _expected(question: Question, pace: Decimal) -> str:
    """The cumulative change the path of equal rates asks for at this pace; "" for an average."""
    if question.target.mode is Mode.GROWTH_PER_YEAR:
        return ""
    change = abs(ONE - equal_rate(ONE, _whole(question), pace)) * 100
    return f"{percent(pace)} → {number(half_up(change, 3))} % ; "


def _needed(question: Question, found: Chain) -> str:
    """The yearly rate still needed in the years left, with its numbers."""
    left = question.due_year - found.last
    rate = half_up(rest(found.product, _whole(question), left), 3)
    root = f"^(1/{left})" if left > 1 else ""
    start = number(half_up(found.product, 5))
    return f"({number(half_up(_whole(question), 5))} ÷ {start}){root} − 1 = {number(rate)} %"


def _pace(question: Question, found: Chain) -> tuple[Decimal, Message | None]:
    """From the annual targets when every year so far has one, else equal yearly rates."""
    rates = _annual_rates(question.annual, found)
    if rates is not None:
        share = log_share(compound(rates, falling=question.indicator.reduction), _whole(question))
        if share is not None:
            return share, ANNUAL_PACE
    return tidy(Decimal(found.span) / len(question.years)), None


def _annual_rates(annual: Mapping[int, Target], found: Chain) -> list[Decimal] | None:
    adopted = [annual.get(year) for year in range(found.first, found.last + 1)]
    values = [one.value for one in adopted if one is not None and one.value is not None]
    return values if len(values) == len(adopted) else None


def _formula(question: Question, found: Chain, achieved: Decimal, progress: Decimal | None) -> str:
    parts = []
    for part in found.points:
        first = part.observation.period.first.year
        power = "" if question.indicator.reduction or first == part.year else f"^{part.year - first + 1}"
        sign = "−" if question.indicator.reduction else "+"
        parts.append(f"(1 {sign} {_inner(part.value)} %){power}")
    text = f"{' × '.join(parts)} = {number(half_up(found.product, 5))} ; {number(half_up(achieved, 3))} %"
    if progress is None:
        return text
    length = len(question.years)
    average = question.target.mode is Mode.GROWTH_PER_YEAR
    fall = _falls(question)
    whole = f"(1 {'−' if fall else '+'} {_inner(abs(question.value) if fall else question.value)} %)"
    power = f"^{length}" if average and length > 1 else ""
    return f"{text} ; ln {number(half_up(found.product, 5))} ÷ ln {whole}{power} = {percent(progress)}"


def _inner(value: Decimal) -> str:
    return f"({number(value)})" if value < 0 else number(value)


def _with_gap(question: Question, limits: Demand, known: Mapping[int, Point]) -> Finding:
    """Years are missing between known ones: no compound rate is made up, the gap is named.

    Where every known year alone is as good as the average wanted (or none is), that is said as the
    pace; it never makes the target met or unmet.
    """
    last = max(known)
    missing = [year for year in range(question.first_year, last) if year not in known]
    facts = {"years": listed(known.values()), "missing": years(missing)}
    working = Working(listed(known.values()), tuple(point for year, point in known.items() if year != last))
    if question.target.mode is Mode.GROWTH_PER_YEAR:
        holds = {limits.holds(point.value, point.bound) for point in known.values()}
        demand = wanted(limits, question.target.unit)
        if holds == {True}:
            reason = msg(
                "缺{missing}年的数，不能合成年均增速；已知各年都达到（{demand}）：{years}。",
                demand=demand,
                **facts,
            )
            return Finding(Status.ON_PACE, "compound", reason, known[last], working)
        if holds == {False}:
            reason = msg(
                "缺{missing}年的数，不能合成年均增速；已知各年都没有达到（{demand}）：{years}。",
                demand=demand,
                **facts,
            )
            return Finding(Status.SLOWER, "compound", reason, known[last], working)
    reason = msg("缺{missing}年的数，不能合成；已知各年：{years}。", **facts)
    return Finding(Status.NO_DATA, "compound", reason, known[last], working)
