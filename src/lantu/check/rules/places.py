"""The places of all regions by the values of one period, for each vintage class and basis."""

from dataclasses import dataclass, replace
from datetime import date

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

    first: the better place that all with the same value share; last: the worst it can be, when those with the
    same value and those without one are all better.
    """

    first: int
    last: int
    ranking: Ranking


class Places:
    """The rankings of a dossier, each computed once."""

    def __init__(self, dossier: Dossier) -> None:
        """Nothing is computed yet."""
        self._dossier = dossier
        self._public: dict[tuple[str, str, str], tuple[tuple[Observation, ...], ...]] = {}
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
        for values in self._sets(indicator, parent, period):
            ranking = rank(indicator, region, period, values, date.max)
            if ranking is not None and ranking.of >= least:
                last = ranking.rank + len(ranking.ties) + ranking.total - ranking.of
                found.append(Place(ranking.rank, last, ranking))
        return found

    def _sets(self, indicator: Indicator, parent: str, period: Period) -> tuple[tuple[Observation, ...], ...]:
        asked = (indicator.code, parent, period.code)
        if asked not in self._public:
            self._public[asked] = self._gathered(indicator, parent, period)
        return self._public[asked]

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
        dated = [_dated(one, dossier.as_of) for one in public]
        classes = {CLASSES[one.vintage] for one in dated}
        sets = [tuple(one for one in dated if CLASSES[one.vintage] == name) for name in sorted(classes)]
        newest = _newest(dated)
        return (*sets, newest) if len(classes) > 1 else tuple(sets)


def _dated(one: Observation, as_of: date) -> Observation:
    """A value without a day as if it were out: it may have been, and the ranking asks for a day."""
    return one if one.known_from is not None else replace(one, published_on=as_of)


def _newest(values: list[Observation]) -> tuple[Observation, ...]:
    """The most settled value of each region, told to be of one class."""
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
    return tuple(replace(one, vintage=Vintage.FINAL, basis=()) for one in best.values())
