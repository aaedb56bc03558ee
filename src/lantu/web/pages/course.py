"""The numbers of a target's chart: published values by basis, the nation beside them, the ring, the path."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lantu.indicators import NATION, Observation
from lantu.monitoring import Verdict
from lantu.plan import Plan, Target
from lantu.values import Direction, Mode, Unit, Vintage
from lantu.web.numbers import digits
from lantu.web.pages.common import Seen, seen_of
from lantu.web.pages.names import Names

SETTLED = {
    Vintage.UNKNOWN: 0,
    Vintage.FORECAST: 1,
    Vintage.FLASH: 2,
    Vintage.PRELIMINARY: 3,
    Vintage.FINAL: 4,
    Vintage.CENSUS_REVISION: 5,
}


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """One value in the unit of the drawing; x is the end of its period in years."""

    x: float
    value: float
    text: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class CourseLine:
    """Values on one basis; beside: its years are those of the main line, on another basis."""

    basis: tuple[str, ...]
    points: tuple[CoursePoint, ...]
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """Everything a target's chart draws, in one unit.

    ring: (x, value, upper end or None) of the target; path: corners of the expected course;
    limit: a level to hold every period; held: a point stands for what was worked out and held
    against the target over the whole period, not for a published figure.
    """

    unit: str
    lines: tuple[CourseLine, ...]
    nation: CourseLine | None
    ring: tuple[float, float, float | None] | None
    path: tuple[tuple[float, float], ...]
    limit: float | None
    held: bool = False


def course_of(
    target: Target,
    plan: Plan,
    mine: Sequence[Observation],
    nation: Sequence[Observation],
    names: Names,
    verdict: Verdict | None = None,
) -> Course | None:
    """Lay the course out; None when nothing was published.

    A target over the whole period (a change or a total) is drawn against the figures published for
    the period so far, where there are any, and with what the verdict held against it (a sum, a change);
    yearly figures have no place for its ring and stand in the table alone.
    """
    over_period = target.mode in (Mode.CUMULATIVE, Mode.CHANGE)
    so_far = [one for one in mine if one.period.first == plan.period.first and len(one.period.years) > 1]
    if over_period and so_far:
        mine = so_far
    lines = lines_of(mine, target.unit, names)
    if not lines:
        return None
    held = _held_line(target, lines, verdict, names) if over_period and target.unit else None
    if held is not None:
        lines = (*(lines if so_far else ()), held)
        ring, path = _ring(target), _path(target, plan)
        return Course(target.unit, lines, None, ring, path, None, held=True)
    fitting = fits(mine, target.unit)
    comparable = fitting and (bool(so_far) or not over_period)
    ratio = target.unit in ("%", "‰", "个百分点") and not over_period and plan.region != NATION
    return Course(
        target.unit if fitting else lines[0].points[0].seen.unit,
        lines,
        _nation(target, lines, nation, names) if ratio else None,
        _ring(target) if comparable else None,
        _path(target, plan) if comparable else (),
        float(target.value) if comparable and target.value is not None and _is_limit(target) else None,
    )


def _held_line(
    target: Target, lines: Sequence[CourseLine], verdict: Verdict | None, names: Names
) -> CourseLine | None:
    """What was held against the target as a point of its own; None where a figure drawn says the same."""
    if verdict is None or verdict.observation is None or verdict.value is None:
        return None
    one, x = verdict.observation, _end(verdict.observation)
    converted = Unit.parse(one.unit).converts_to(Unit.parse(target.unit))
    if len(one.period.years) > 1 and converted and any(p.x == x for line in lines for p in line.points):
        return None
    value = verdict.value.normalize()
    return CourseLine(one.basis, (CoursePoint(x, float(value), digits(value), seen_of(one, names)),))


def _nation(
    target: Target, lines: Sequence[CourseLine], nation: Sequence[Observation], names: Names
) -> CourseLine | None:
    """The nation's values of the same years, on the basis that has most of them."""
    years = {point.x for line in lines for point in line.points}
    beside = [
        one
        for one in nation
        if one.region == NATION and one.indicator == target.indicator_code and _end(one) in years
    ]
    return max(lines_of(beside, target.unit, names), key=lambda line: len(line.points), default=None)


def _is_limit(target: Target) -> bool:
    return target.direction is Direction.KEEP and target.value_max is None


def _ring(target: Target) -> tuple[float, float, float | None] | None:
    if target.value is None or target.due_year is None:
        return None
    high = float(target.value_max) if target.value_max is not None else None
    return float(target.due_year), float(target.value), high


def _path(target: Target, plan: Plan) -> tuple[tuple[float, float], ...]:
    if target.value is None or target.due_year is None or _is_limit(target):
        return ()
    end = (float(target.due_year), float(target.value))
    if target.mode in (Mode.GROWTH_PER_YEAR, Mode.FLOW_PER_YEAR):
        first = float(plan.period.first.year)
        return ((first, end[1]), end) if first < end[0] else ()
    if target.mode in (Mode.CHANGE, Mode.CUMULATIVE):
        return (float(plan.period.first.year - 1), 0.0), end
    base = target.baseline
    if base is None or base.period.year >= end[0]:
        return ()
    return (float(base.period.year), float(base.value)), end


def fits(mine: Sequence[Observation], unit: str) -> bool:
    """Whether any of the figures can be shown in this unit."""
    return any(Unit.parse(one.unit).converts_to(Unit.parse(unit)) for one in mine)


def _end(one: Observation) -> float:
    last = one.period.last
    return last.year - 1 + last.month / 12


def lines_of(found: Sequence[Observation], unit: str, names: Names) -> tuple[CourseLine, ...]:
    """One line per basis: whole years where there are any, the most settled value of each period."""
    wanted = Unit.parse(unit)
    if any(one.period.is_year for one in found):
        found = [one for one in found if one.period.is_year]
    fitting = [one for one in found if Unit.parse(one.unit).converts_to(wanted)]
    if not fitting and found:
        wanted = Unit.parse(found[0].unit)
        fitting = [one for one in found if Unit.parse(one.unit).converts_to(wanted)]
    best: dict[tuple[tuple[str, ...], float], Observation] = {}
    for one in fitting:
        key = (one.basis, _end(one))
        if key not in best or SETTLED[one.vintage] >= SETTLED[best[key].vintage]:
            best[key] = one
    bases: dict[tuple[str, ...], list[CoursePoint]] = {}
    for (basis, x), one in sorted(best.items(), key=lambda item: item[0][1]):
        value: Decimal = Unit.parse(one.unit).convert(one.value, wanted)
        bases.setdefault(basis, []).append(CoursePoint(x, float(value), digits(value), seen_of(one, names)))
    lines = [CourseLine(basis, tuple(points)) for basis, points in bases.items()]
    return tuple(sorted(_ranked(lines), key=lambda line: line.points[0].x))


def _ranked(lines: list[CourseLine]) -> list[CourseLine]:
    """The line with the latest value is the main one; others join it where their years do not overlap."""
    main: list[CourseLine] = []
    done = []
    for line in sorted(lines, key=lambda one: (one.points[-1].x, len(one.points)), reverse=True):
        first, last = line.points[0].x, line.points[-1].x
        overlaps = any(first <= one.points[-1].x and one.points[0].x <= last for one in main)
        if not overlaps:
            main.append(line)
        done.append(replace(line, beside=overlaps))
    return done
