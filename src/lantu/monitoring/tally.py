"""Counts of results. Tiers are never added together; binding stands apart from expected."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lantu.monitoring.verdict import Status, Verdict
from lantu.plan import Target
from lantu.values import Binding, Tier


@dataclass(frozen=True, slots=True)
class Cell:
    """The targets of one tier and one legal nature: how many, and how many in each status."""

    tier: Tier
    binding: Binding
    counts: Mapping[Status, int]

    @property
    def all(self) -> int:
        """How many targets there are."""
        return sum(self.counts.values())

    @property
    def judged(self) -> int:
        """How many were decided by figures: the denominator of every share of results."""
        return sum(count for status, count in self.counts.items() if status.is_judged)

    @property
    def met(self) -> int:
        """How many are met."""
        return self.counts.get(Status.MET, 0)

    def of(self, status: Status) -> int:
        """How many have this status."""
        return self.counts.get(status, 0)


@dataclass(frozen=True, slots=True)
class Tally:
    """One cell per tier and legal nature that occurs, main indicators first."""

    cells: tuple[Cell, ...]

    def cell(self, tier: Tier, binding: Binding) -> Cell:
        """The cell, empty when nothing falls into it."""
        return next(
            (c for c in self.cells if (c.tier, c.binding) == (tier, binding)), Cell(tier, binding, {})
        )

    def tier(self, tier: Tier) -> tuple[Cell, ...]:
        """The cells of one tier, binding first."""
        return tuple(cell for cell in self.cells if cell.tier is tier)

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """The tiers that occur."""
        return tuple(tier for tier in Tier if self.tier(tier))


def tally(targets: Iterable[Target], verdicts: Iterable[Verdict]) -> Tally:
    """Count the verdicts of these targets; a target without a verdict is not counted."""
    statuses = {verdict.target: verdict.status for verdict in verdicts}
    counts: dict[tuple[Tier, Binding], Counter[Status]] = {}
    for target in targets:
        if target.id in statuses:
            counts.setdefault((target.tier, target.binding), Counter())[statuses[target.id]] += 1
    return Tally(
        tuple(
            Cell(tier, binding, {s: found[s] for s in Status if found[s]})
            for tier in Tier
            for binding in Binding
            if (found := counts.get((tier, binding)))
        )
    )
