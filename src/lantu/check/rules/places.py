"""The places of all regions by the values of one period, for each vintage class and basis."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from lantu.check.dossier import Dossier
from lantu.check.knowledge import Standing, standing
from lantu.indicators import NATION, Indicator, Observation, divisions
from lantu.monitoring.points import SETTLED
from lantu.monitoring.ranking import CLASSES, Ranking, rank
from lantu.values import Period, Vintage

_PROVINCES_LEAST = 28
"""Of 31 provinces so many must have a value; of the prefectures of a province all."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a region can be said to hold.

    first: the better place that all with the same value share; ties: how many others have it.
    of: how many regions have a value, total: how many there are.
    values: (region, value) from best to worst; own: the region's own value.
    known: whether all values were certainly public, not some of them without a day.
    """

    first: int
    ties: int
    of: int
    total: int
    values: tuple[tuple[str, Decimal], ...]
    own: Observation
    known: bool

    @property
    def last(self) -> int:
        """The worst it can be, when those with the same value and those without one are all better."""
        return self.first + self.ties + self.total - self.of


class Places:
    """The rankings of a dossier, each computed once."""

    def __init__(self, dossier: Dossier) -> None:
        """Nothing is computed yet."""
        self._dossier = dossier
        self._known: dict[tuple[str, str, str], tuple[_Order, ...]] = {}
        self._found: dict[tuple[str, str, str], tuple[Place, ...]] = {}

    def of(self, indicator: Indicator, region: str, parent: str, period: Period) -> tuple[Place, ...]:
        """The places of a region among the divisions of its parent, by every set of values to rank.

        Sets are the values of one vintage class, and those of the newest state of each region together. None
        where too few regions have a value.
        """
        asked = (indicator.code, region, period.code)
        if asked not in self._found:
            self._found[asked] = tuple(self._places(indicator, region, parent, period))
        return self._found[asked]

    def _places(self, indicator: Indicator, region: str, parent: str, period: Period) -> list[Place]:
        least = _PROVINCES_LEAST if parent == NATION else len(divisions(parent))
        found = []
        for order in self._orders(indicator, parent, period):
            ranking = order.of(region)
            if ranking is not None and ranking.of >= least:
                found.append(_place(region, ranking, order))
        return found

    def _orders(self, indicator: Indicator, parent: str, period: Period) -> tuple["_Order", ...]:
        asked = (indicator.code, parent, period.code)
        if asked not in self._known:
            sets = self._gathered(indicator, parent, period)
            self._known[asked] = tuple(
                _Order(indicator, period, values, self._dossier.as_of) for values in sets
            )
        return self._known[asked]

    def _gathered(
        self, indicator: Indicator, parent: str, period: Period
    ) -> tuple[tuple[Observation, ...], ...]:
        dossier = self._dossier
        public = [
            one
            for region in divisions(parent)
            for one in dossier.knowledge.values(indicator.code, region.code, period)
            if standing(one, dossier.as_of) is not Standing.LATER
        ]
        classes = {CLASSES[one.vintage] for one in public}
        sets = [tuple(one for one in public if CLASSES[one.vintage] == name) for name in sorted(classes)]
        return (*sets, _newest(public)) if len(classes) > 1 else tuple(sets)


class _Order:
    """The ranking of one set of values; it is computed for one region and read for the others in it."""

    def __init__(
        self, indicator: Indicator, period: Period, values: tuple[Observation, ...], as_of: date
    ) -> None:
        self.values = values
        self._indicator = indicator
        self._period = period
        self._rankings: list[Ranking] = []
        self._as_of = as_of
        self._mixed = len({CLASSES[one.vintage] for one in values}) > 1

    @property
    def known(self) -> bool:
        return all(standing(one, self._as_of) is Standing.KNOWN for one in self.values)

    def of(self, region: str) -> Ranking | None:
        for ranking in self._rankings:
            if any(code == region for code, _ in ranking.values):
                return ranking
        values = [_rankable(one, mixed=self._mixed) for one in self.values]
        found = rank(self._indicator, region, self._period, values, date.max)
        if found is not None:
            self._rankings.append(found)
        return found


def _rankable(one: Observation, *, mixed: bool) -> Observation:
    """As the ranking takes it: with a day, and of one class where a set is of several.

    A value without a day may have been out.
    """
    day = one.known_from or date.max
    return (
        replace(one, published_on=day, vintage=Vintage.FINAL, basis=())
        if mixed
        else replace(one, published_on=day)
    )


def _place(region: str, ranking: Ranking, order: _Order) -> Place:
    """The place of a region in a ranking, which may have been computed for another."""
    value = dict(ranking.values)[region]
    first = next(at for at, (_, one) in enumerate(ranking.values, start=1) if one == value)
    ties = sum(1 for _, one in ranking.values if one == value) - 1
    mine = [one for one in order.values if one.region == region]
    own = next((one for one in mine if one.value == value), mine[-1])
    return Place(first, ties, ranking.of, ranking.total, ranking.values, own, order.known)


def _newest(values: list[Observation]) -> tuple[Observation, ...]:
    """The most settled value of each region."""
    best: dict[str, Observation] = {}
    order = SETTLED
    for one in values:
        held = best.get(one.region)
        if (
            held is None
            or order.index(one.vintage) > order.index(held.vintage)
            or held.vintage is Vintage.UNKNOWN
        ):
            best[one.region] = one
    return tuple(best.values())
