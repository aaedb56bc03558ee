"""What is gathered while a passage is read, and how a sentence's class, deadline and place are settled."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from lantu.plan import Clause, SentenceClass, Target
from lantu.reading.clauses import Year
from lantu.reading.work.bodies import Statement
from lantu.reading.work.boxes import Entry
from lantu.reading.work.deeds import Deed
from lantu.reading.work.prose import Line
from lantu.reading.work.recorder import Places
from lantu.reading.work.surroundings import Place

ORDER = tuple(SentenceClass)
"""The classes of a sentence: of those that fit, the first counts."""
TARGET, POLICY, PROJECT, TASK = (
    ORDER.index(klass)
    for klass in (SentenceClass.TARGET, SentenceClass.POLICY, SentenceClass.PROJECT, SentenceClass.TASK)
)
NONE = len(ORDER)
"""The rank of a sentence of no class."""


@dataclass(slots=True)
class Draft:
    """A sentence before its class is settled: of those that fit, ``rank`` is the first in their order."""

    start: int
    end: int
    ids: list[str]
    rank: int = NONE
    deeds: bool = False
    why: str = ""

    def add(self, ids: list[str], rank: int) -> None:
        """Records of a class were found in it, if any."""
        if ids:
            self.ids += ids
            self.rank = min(self.rank, rank)


class Promised:
    """The ids of the targets by where they begin in the document."""

    def __init__(self, targets: Iterable[Target]) -> None:
        placed = sorted((t.span.start, t.id) for t in targets if t.span is not None)
        self._starts = [start for start, _ in placed]
        self._ids = [one for _, one in placed]

    def between(self, start: int, end: int) -> list[str]:
        """Those of the targets that begin between two offsets."""
        first = bisect_left(self._starts, start)
        return self._ids[first : bisect_left(self._starts, end, first)]


@dataclass(slots=True)
class Passage:
    """What is gathered while a passage is read; ``promised`` is None where it holds no target.

    names_…: whether the passage can name such a thing at all.
    """

    line: Line
    place: Place
    places: Places
    statements: tuple[Statement, ...]
    promised: Promised | None
    drafts: list[Draft] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    programme: str = ""
    names_bodies: bool = False
    names_systems: bool = False
    names_years: bool = False

    def draft(self, start: int, end: int) -> Draft:
        """A new sentence with the targets that lie in it."""
        draft = Draft(start, end, [])
        if self.promised is not None:
            block = self.line.block
            ids = self.promised.between(block.at(start), block.upto(end))
            if ids:
                draft.add(ids, TARGET)
        self.drafts.append(draft)
        return draft


def before_who(first: int, last: int, found: tuple[Statement, ...]) -> int:
    """Where a clause ends in front of a statement of responsibility that ends it: who answers is no deed."""
    return min((s.start for s in found if first < s.end >= last and s.start < last), default=last)


def due_year(stated: tuple[Year, ...], start: int, done: Deed) -> int | None:
    """The year the sentence promises a deed for: the last one due that stands before its end."""
    due = [year.year for year in stated if year.role == "due" and start + year.start < done.end]
    return due[-1] if due else None


def label_at(text: str, start: int, found: Entry) -> tuple[int, int]:
    """Where the label of an entry stands, (0, 0) for none in its own sentence."""
    at = text.find(found.label, start, found.start) if found.label else -1
    return (at, at + len(found.label)) if at >= 0 else (0, 0)
