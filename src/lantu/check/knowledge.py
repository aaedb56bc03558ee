"""What is known when a draft is checked: published values and targets, of every vintage and plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from lantu.check.revisions import census_of
from lantu.indicators import Observation, Registry
from lantu.plan import Plan, Target
from lantu.values import Period, Vintage

_SETTLED = frozenset({Vintage.FINAL, Vintage.CENSUS_REVISION})
_SETTLED_AFTER = timedelta(days=2 * 366)
"""A value finally verified (最终核实) is out before the second year after its own is over."""


class Standing(StrEnum):
    """Whether a value was public on the day a draft speaks at."""

    KNOWN = "known"
    UNDATED = "undated"  # nobody wrote the day down: it may have been
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Goal:
    """A target with the plan it stands in."""

    target: Target
    plan: Plan


class Knowledge:
    """Published values and targets, filed for look-up. Nothing in it changes."""

    def __init__(
        self,
        observations: Iterable[Observation],
        plans: Iterable[Plan],
        targets: Iterable[Target],
        registry: Registry,
    ) -> None:
        """File them; a target without its plan among ``plans`` is left out."""
        self.registry = registry
        self._series: dict[tuple[str, str], list[Observation]] = {}
        self._regions: dict[tuple[str, str], set[str]] = {}
        for one in dict.fromkeys(observations):
            self._series.setdefault((one.indicator, one.region), []).append(one)
            self._regions.setdefault((one.indicator, one.period.code), set()).add(one.region)
        known = {plan.id: plan for plan in plans}
        self.goals: tuple[Goal, ...] = tuple(Goal(t, known[t.plan]) for t in targets if t.plan in known)

    def series(self, code: str, region: str) -> tuple[Observation, ...]:
        """All values of an indicator of a region, every period, vintage and basis."""
        return tuple(self._series.get((code, region), ()))

    def values(self, code: str, region: str, period: Period) -> tuple[Observation, ...]:
        """All values of one period (equal days, whatever the code: 2025-12 is not 2025)."""
        days = period.first, period.last
        return tuple(o for o in self.series(code, region) if (o.period.first, o.period.last) == days)

    def regions(self, code: str, period: Period) -> frozenset[str]:
        """Codes of the regions that have a value."""
        return frozenset(self._regions.get((code, period.code), ()))

    def goals_of(self, code: str) -> tuple[Goal, ...]:
        """The targets of every plan about an indicator."""
        return self._by_code.get(code, ())

    @cached_property
    def _by_code(self) -> dict[str, tuple[Goal, ...]]:
        found: dict[str, list[Goal]] = {}
        for goal in self.goals:
            if goal.target.indicator_code:
                found.setdefault(goal.target.indicator_code, []).append(goal)
        return {code: tuple(goals) for code, goals in found.items()}


def standing(one: Observation, as_of: date) -> Standing:
    """Whether a value was public on the day.

    By its day of publication. Without one: known from the day somebody saw it; a value settled for good two
    years after its period, one revised by a census when all values of the census were out; none before the
    first of them; any other is undated once its period is over. A day that the calendar inferred is the
    latest, so that before it the value is undated too.
    """
    days = (one.published_on, one.source.seen_on)
    if any(day is not None and day <= as_of for day in days):
        return Standing.KNOWN
    if one.period.last >= as_of or (one.published_on is not None and not one.published_inferred):
        return Standing.LATER
    census = census_of(one.basis)
    if census is not None and as_of < census.first:
        return Standing.LATER
    early = one.published_on is not None or (census is not None and as_of < census.settled)
    settled = one.vintage in _SETTLED and one.period.last + _SETTLED_AFTER <= as_of
    return Standing.KNOWN if settled and not early else Standing.UNDATED
