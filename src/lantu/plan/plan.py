"""A plan: a document with a period, an issuer, a rank and a kind."""

from dataclasses import dataclass
from datetime import date

from lantu.values import Period, PlanKind, Rank, Source


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan of the planning system.

    id: short stable name, e.g. ``liaoning-14fyp``; region: GB/T 2260 code.
    document: sha256 of the text it was read from ("" when only facts are known).
    vision_year: year of the long-range goals attached, if any.
    parents: ids of the plans this one must follow.
    """

    id: str
    title: str
    kind: PlanKind
    rank: Rank
    region: str
    period: Period
    issuer: str = ""
    published_on: date | None = None
    vision_year: int | None = None
    document: str = ""
    source: Source | None = None
    parents: tuple[str, ...] = ()
    title_en: str = ""

    def known_on(self, day: date) -> bool:
        """Whether the plan was public on a day: from its publication, else from its period's first day."""
        return (self.published_on or self.period.first) <= day
