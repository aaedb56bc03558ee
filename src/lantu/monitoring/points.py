"""Figures made comparable with one target: known on the day, in its unit, split by basis, one per period."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from lantu.indicators import Indicator, Observation, known
from lantu.values import Comparator, InputError, Unit, Vintage

SETTLED = (
    Vintage.UNKNOWN,
    Vintage.FORECAST,
    Vintage.FLASH,
    Vintage.PRELIMINARY,
    Vintage.FINAL,
    Vintage.CENSUS_REVISION,
)
"""Vintages from the least to the most settled."""

AS_ADOPTED = (
    Vintage.FORECAST,
    Vintage.UNKNOWN,
    Vintage.CENSUS_REVISION,
    Vintage.FINAL,
    Vintage.FLASH,
    Vintage.PRELIMINARY,
)
"""Preference, worst first, for a yearly target: a target keeps the vintage it was set on."""

_BOUNDS = {Comparator.EQUAL: 2, Comparator.ABOUT: 1}


@dataclass(frozen=True, slots=True)
class Point:
    """A figure and its value in the unit of the target.

    A value worked out from figures (a sum, a change) stands at the last of them; ``side`` is its bound
    where that is not the figure's own.
    """

    observation: Observation
    value: Decimal
    side: Comparator | None = None

    @property
    def year(self) -> int:
        """The year the period ends in."""
        return self.observation.period.year

    @property
    def end(self) -> date:
        """The last day of the period: where pace is taken."""
        return self.observation.period.last

    @property
    def bound(self) -> Comparator:
        """``=`` or ``~`` for a point, ``>=`` or ``<=`` for a bound."""
        return self.side if self.side is not None else self.observation.bound

    @property
    def is_point(self) -> bool:
        """Whether the value is more than a bound."""
        return self.bound in _BOUNDS

    @property
    def is_dated(self) -> bool:
        """Whether it is the state on one day and not of a period."""
        return self.observation.period.first == self.observation.period.last


def in_unit(observations: Iterable[Observation], unit: str) -> tuple[Point, ...]:
    """The figures that can be expressed in ``unit``; the others measure something else."""
    wanted = Unit.parse("%" if Unit.parse(unit).measure == "percentage point" else unit)
    points = []
    for one in observations:
        try:
            points.append(Point(one, Unit.parse(one.unit).convert(one.value, wanted)))
        except InputError:
            continue
    return tuple(points)


def known_points(observations: Iterable[Observation], unit: str, as_of: date) -> tuple[Point, ...]:
    """The figures the world knew on that day, in the unit, each once, in a fixed order."""
    return settled_last(dict.fromkeys(in_unit(known(observations, as_of), unit)))


def settled_last(points: Iterable[Point]) -> tuple[Point, ...]:
    """The figures in an order that does not depend on how they came, the most settled last."""
    return tuple(sorted(points, key=_rank(SETTLED)))


def _rank(vintages: tuple[Vintage, ...]) -> Callable[[Point], Any]:
    def key(point: Point) -> Any:
        one = point.observation
        digits = -int(one.value.as_tuple().exponent)
        return (
            vintages.index(one.vintage),
            _BOUNDS.get(one.bound, 0),
            digits,
            one.known_from or date.min,
            not one.published_inferred,
            one.source.title,
            one.period,
            one.value,
            one.basis,
        )

    return key


def best(points: Iterable[Point], vintages: tuple[Vintage, ...] = SETTLED) -> Point:
    """The one to use of several for one period.

    The most settled vintage first, then a point before a bound, more decimals, the later publication.
    """
    return max(points, key=_rank(vintages))


def by_year(points: Iterable[Point], vintages: tuple[Vintage, ...] = SETTLED) -> dict[int, Point]:
    """The best figure of each whole calendar year. Parts of a year never stand for it."""
    groups: dict[int, list[Point]] = {}
    for point in points:
        if point.observation.period.is_year:
            groups.setdefault(point.year, []).append(point)
    return {year: best(groups[year], vintages) for year in sorted(groups)}


def tags(indicator: Indicator, basis: tuple[str, ...]) -> tuple[str, ...]:
    """The tags of a basis that decide comparability for this indicator."""
    deciding = {tag for group in indicator.exclusive for tag in group}
    return tuple(sorted(set(basis) & deciding))


def families(indicator: Indicator, points: tuple[Point, ...]) -> tuple[tuple[Point, ...], ...]:
    """Split figures into sets of one basis each; figures without a deciding tag belong to every set.

    With no deciding tag anywhere there is one set. The order depends on the tags alone.
    """
    signatures = sorted({tags(indicator, point.observation.basis) for point in points} - {()})
    if not signatures:
        return (points,) if points else ()
    found: list[tuple[Point, ...]] = []
    for signature in signatures:
        family = tuple(p for p in points if indicator.same_basis(p.observation.basis, signature))
        if family not in found:
            found.append(family)
    return tuple(found)
