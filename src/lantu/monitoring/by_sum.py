"""Counts and cumulative amounts (methods 1.5g): the running sum against the whole."""

from dataclasses import replace
from decimal import Decimal

from lantu.monitoring.demand import Demand, number
from lantu.monitoring.points import Point, best
from lantu.monitoring.question import Finding, Question, Working
from lantu.monitoring.verdict import Status
from lantu.monitoring.wording import (
    ANNUAL_PACE,
    by_pace,
    listed,
    met,
    percent,
    settle,
    wanted,
    years,
)
from lantu.plan.paths import tidy
from lantu.values import Comparator, Message, msg


def judge_sum(question: Question, limits: Demand) -> Finding | None:
    """Things to build or to do over the period.

    A published total from the first year on is taken as it is; yearly figures are added only when all
    years so far are known. With a gap the sum is a lower bound: it can prove the target met, no more.
    """
    total = _published_total(question)
    known = question.yearly()
    last = max(known, default=question.first_year - 1)
    if total is not None and total.year >= last:
        return _judge(question, limits, total, total.value, total.bound, (total,))
    if not known:
        return None
    parts = tuple(known.values())
    amount = sum((point.value for point in parts), Decimal(0))
    missing = [year for year in range(question.first_year, last) if year not in known]
    if missing:
        return _with_gap(question, limits, parts, amount, missing)
    bounds = {point.bound for point in parts if not point.is_point}
    bound = Comparator.EQUAL if not bounds else (bounds.pop() if len(bounds) == 1 else Comparator.RANGE)
    return _judge(question, limits, known[last], amount, bound, parts)


def _with_gap(
    question: Question, limits: Demand, parts: tuple[Point, ...], amount: Decimal, missing: list[int]
) -> Finding:
    working = Working(f"{_sum_text(parts)} = {number(amount)} : {limits.text}", parts[:-1])
    if limits.holds(amount, Comparator.AT_LEAST):
        known = Point(parts[-1].observation, amount, Comparator.AT_LEAST)
        return met(question, limits, known, "sum", working)
    reason = msg(
        "缺{missing}年的数，不能累计；已知各年：{years}。", missing=years(missing), years=listed(parts)
    )
    return Finding(Status.NO_DATA, "sum", reason, parts[-1], working)


def _published_total(question: Question) -> Point | None:
    found = [
        point
        for point in question.points
        if point.observation.period.first.year == question.first_year
        and (point.observation.period.first.month, point.observation.period.first.day) == (1, 1)
        and not point.observation.period.is_year
        and point.year > question.first_year
        and point.end <= question.last_day
    ]
    if not found:
        return None
    end = max(point.end for point in found)
    return best(point for point in found if point.end == end)


def _judge(
    question: Question,
    limits: Demand,
    point: Point,
    amount: Decimal,
    bound: Comparator,
    parts: tuple[Point, ...],
) -> Finding:
    summed = Point(point.observation, amount, bound)
    progress = tidy(amount / question.value) if question.value else None
    share = f" ; {number(amount)} ÷ {number(question.value)} = {percent(progress)}" if progress else ""
    sums = f"{_sum_text(parts)} = " if len(parts) > 1 else ""
    exact = bound in {Comparator.EQUAL, Comparator.ABOUT}
    working = Working(f"{sums}{number(amount)}{share}", parts[:-1], progress)
    shown = working if exact else replace(working, progress=None)
    holds = limits.holds(amount, bound)
    ceiling = limits.low is None
    decided = (holds and not ceiling) or (holds is False and ceiling)
    if point.end == question.last_day or decided or progress is None:
        return settle(question, limits, summed, "sum", shown, holds=holds)
    pace, note = _pace(question, point)
    if ceiling:
        return _ceiling(question, limits, summed, working, pace)
    return by_pace(question, limits, summed, "sum", replace(working, note=note), pace)


def _ceiling(question: Question, limits: Demand, point: Point, working: Working, pace: Decimal) -> Finding:
    """A ceiling on a total must not be used up faster than the time passes."""
    progress = working.progress or Decimal(0)
    status = Status.SLOWER if progress > pace + question.scheme.bands.slower else Status.ON_PACE
    reason = msg(
        "到{last}年已用去{progress}，同期应不超过{pace}；目标（{demand}）{due}年到期。",
        last=point.year,
        progress=percent(progress),
        pace=percent(pace),
        demand=wanted(limits, question.target.unit),
        due=question.due_year,
    )
    return Finding(status, "sum", reason, point, working, pace, banded=True)


def _pace(question: Question, point: Point) -> tuple[Decimal, Message | None]:
    wanted_years = range(question.first_year, point.year + 1)
    adopted = [question.annual.get(year) for year in wanted_years]
    amounts = [target.value for target in adopted if target is not None and target.value is not None]
    if len(amounts) == len(wanted_years) and question.value:
        return tidy(sum(amounts, Decimal(0)) / question.value), ANNUAL_PACE
    months = (point.end.year - question.first_year) * 12 + point.end.month
    return tidy(Decimal(months) / (12 * len(question.years))), None


def _sum_text(parts: tuple[Point, ...]) -> str:
    return " + ".join(number(point.value) for point in parts)
