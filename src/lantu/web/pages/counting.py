"""Counts of marks with their denominators; tiers are never added, nor binding to expected."""

from collections.abc import Sequence
from dataclasses import dataclass

from lantu.monitoring import Status
from lantu.web.pages.common import TargetRow

ORDER = (
    Status.MET,
    Status.FASTER,
    Status.ON_PACE,
    Status.SLOWER,
    Status.UNMET,
    Status.REVERSED,
    Status.BASIS,
    Status.NOT_DUE,
    Status.NO_DATA,
)
"""The order of marks in bars and legends: from good to bad, then what figures do not decide."""
TIERS = ("main", "field", "workload")
NATURES = ("binding", "expected", "unknown")


@dataclass(frozen=True, slots=True)
class Count:
    """So many of a status; stage chooses the word."""

    status: str
    stage: str
    number: int


@dataclass(frozen=True, slots=True)
class Tallied:
    """One group of targets of one tier and, when named, one legal nature.

    total: all of them; judged: those that figures decided, the denominator of results;
    good: achieved, ahead of pace or on pace; early: not due yet; counts: by status, in the order of
    bars, none of zero.
    """

    tier: str
    binding: str
    total: int
    judged: int
    met: int
    good: int
    early: int
    counts: tuple[Count, ...]


def tallied(rows: Sequence[TargetRow], tier: str, binding: str = "") -> Tallied:
    """Count the rows of one tier, and of one legal nature when it is named."""
    mine = [row for row in rows if row.tier == tier and (not binding or row.binding == binding)]
    marked = [row for row in mine if row.mark.status]
    by_word: dict[tuple[str, str], int] = {}
    for row in marked:
        # Only the stages whose words differ are kept apart.
        stage = row.mark.stage if row.mark.stage == "midterm" else "annual"
        by_word[row.mark.status, stage] = by_word.get((row.mark.status, stage), 0) + 1
    counts = [
        Count(status, stage, by_word[status, stage])
        for status in ORDER
        for stage in ("annual", "midterm")
        if (status, stage) in by_word
    ]
    judged = sum(Status(row.mark.status).is_judged for row in marked)
    met = sum(row.mark.status == Status.MET for row in mine)
    good = sum(row.mark.status in (Status.MET, Status.FASTER, Status.ON_PACE) for row in mine)
    early = sum(row.mark.status == Status.NOT_DUE for row in mine)
    return Tallied(tier, binding, len(mine), judged, met, good, early, tuple(counts))


def tiers_of(rows: Sequence[TargetRow]) -> tuple[Tallied, ...]:
    """One count per tier that has targets."""
    return tuple(one for tier in TIERS if (one := tallied(rows, tier)).total)


def natures_of(rows: Sequence[TargetRow], tier: str) -> tuple[Tallied, ...]:
    """Counts of one tier by legal nature, when there is more than one."""
    found = tuple(one for nature in NATURES if (one := tallied(rows, tier, nature)).total)
    return found if len(found) > 1 else ()
