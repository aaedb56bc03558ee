"""Places among regions, and the gap to the nation: only figures of one vintage class and one basis."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from lantu.indicators import NATION, Indicator, Observation, divisions, known, region
from lantu.monitoring.points import SETTLED, Point, best, in_unit, tags
from lantu.values import Direction, Period, Vintage

CLASSES: dict[Vintage, str] = {
    Vintage.FORECAST: "forecast",
    Vintage.FLASH: "preliminary",
    Vintage.PRELIMINARY: "preliminary",
    Vintage.FINAL: "final",
    Vintage.CENSUS_REVISION: "census_revision",
    Vintage.UNKNOWN: "unknown",
}
"""Figures of one class may be compared with each other, those of two never."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The place of a region among its sisters in one period.

    rank: 1 + the number of regions that are strictly better (the smallest of a tie); ties: codes of the
    regions with the same value; of: how many have a figure, total: how many there are.
    observation: the region's own figure.
    values: (region, value) from best to worst; vintage: the class used; basis: its deciding tags.
    """

    region: str
    period: Period
    value: Decimal
    rank: int
    of: int
    total: int
    ties: tuple[str, ...]
    median: Decimal
    vintage: str
    basis: tuple[str, ...]
    values: tuple[tuple[str, Decimal], ...]
    observation: Observation

    @property
    def complete(self) -> bool:
        """Whether every region has a figure."""
        return self.of == self.total


@dataclass(frozen=True, slots=True)
class Gap:
    """A region against the nation in one period, both of one vintage class: ``gap`` = here − nation."""

    period: Period
    here: Observation
    nation: Observation
    gap: Decimal
    vintage: str


Group = tuple[str, tuple[str, ...]]


def rank(
    indicator: Indicator, region_code: str, period: Period, observations: Iterable[Observation], as_of: date
) -> Ranking | None:
    """The place of a region among the divisions of its parent, as known on a day.

    Of the vintage classes and bases in which the region has a point value, the one with figures of most
    regions is used, then the more settled, then the newer basis (the later one of its group). Bounds
    take no place. None when the region has no figure.
    """
    here = region(region_code)
    if here is None or here.level == "zone":
        return None
    sisters = {one.code for one in divisions(here.parent)}
    groups: dict[Group, dict[str, list[Point]]] = {}
    for point in in_unit(known(observations, as_of), indicator.unit):
        one = point.observation
        if (
            one.indicator == indicator.code
            and one.period == period
            and one.region in sisters
            and point.is_point
        ):
            groups.setdefault(_group(indicator, one), {}).setdefault(one.region, []).append(point)
    fitting = {key: found for key, found in groups.items() if region_code in found}
    if not fitting:
        return None
    key = max(fitting, key=lambda g: (len(fitting[g]), _settled(g[0]), _newness(indicator, g[1]), g[1]))
    places = {code: best(found) for code, found in fitting[key].items()}
    return _ranking(indicator, places[region_code], places, len(sisters), key)


def _ranking(indicator: Indicator, here: Point, places: dict[str, Point], total: int, key: Group) -> Ranking:
    falls = indicator.direction is Direction.DOWN
    own, values = here.value, {code: point.value for code, point in places.items()}
    ordered = sorted(values.items(), key=lambda item: (item[1] if falls else -item[1], item[0]))
    better = sum(1 for value in values.values() if (value < own if falls else value > own))
    code = here.observation.region
    return Ranking(
        region=code,
        period=here.observation.period,
        value=own,
        rank=better + 1,
        of=len(values),
        total=total,
        ties=tuple(sorted(other for other, value in values.items() if value == own and other != code)),
        median=Decimal(median(values.values())),
        vintage=key[0],
        basis=key[1],
        values=tuple(ordered),
        observation=here.observation,
    )


def _group(indicator: Indicator, one: Observation) -> Group:
    return CLASSES[one.vintage], tags(indicator, one.basis)


def _newness(indicator: Indicator, basis: tuple[str, ...]) -> int:
    """How far back in their groups the tags stand: a group lists its bases from old to new."""
    return sum(group.index(tag) for group in indicator.exclusive for tag in basis if tag in group)


def _settled(name: str) -> int:
    return max(SETTLED.index(vintage) for vintage, group in CLASSES.items() if group == name)


PAIRED = ("preliminary", "final", "census_revision", "forecast", "unknown")
"""Classes in the order a pair is looked for: preliminary against preliminary first."""


def pair(
    indicator: Indicator, one: Iterable[Observation], other: Iterable[Observation], comparable: Indicator
) -> tuple[Point, Point, str] | None:
    """The figures of two series for one period in the first vintage class both have; None when none.

    Bases must agree where the two are the same indicator; of another indicator each keeps its own.
    """
    mine = _by_class(indicator, one)
    theirs = _by_class(comparable, other)
    for name in PAIRED:
        if name in mine and name in theirs:
            a, b = mine[name], theirs[name]
            same = indicator.code != comparable.code or indicator.same_basis(
                a.observation.basis, b.observation.basis
            )
            if same:
                return a, b, name
    return None


def _by_class(indicator: Indicator, observations: Iterable[Observation]) -> dict[str, Point]:
    groups: dict[str, list[Point]] = {}
    for point in in_unit(observations, indicator.unit):
        groups.setdefault(CLASSES[point.observation.vintage], []).append(point)
    return {name: best(found) for name, found in groups.items()}


def nation_gap(
    indicator: Indicator, region_code: str, period: Period, observations: Iterable[Observation], as_of: date
) -> Gap | None:
    """A region against the nation: preliminary against preliminary, else one revised class for both."""
    here: list[Observation] = []
    nation: list[Observation] = []
    for one in known(observations, as_of):
        if one.indicator == indicator.code and one.period == period:
            (here if one.region == region_code else nation if one.region == NATION else []).append(one)
    found = pair(indicator, here, nation, indicator)
    if found is None:
        return None
    a, b, name = found
    return Gap(period, a.observation, b.observation, a.value - b.value, name)
