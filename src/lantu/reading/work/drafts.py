"""What is gathered while a passage is read, and how a sentence's class, deadline and place are settled."""

from dataclasses import dataclass, field

from lantu.plan import Clause, SentenceClass
from lantu.reading.clauses import Year
from lantu.reading.work.bodies import Statement
from lantu.reading.work.boxes import Entry
from lantu.reading.work.deeds import Deed
from lantu.reading.work.prose import Line
from lantu.reading.work.recorder import Places
from lantu.reading.work.surroundings import Place


@dataclass(slots=True)
class Draft:
    """A sentence before its class is settled."""

    start: int
    end: int
    ids: list[str]
    kinds: set[SentenceClass]
    deeds: bool = False
    why: str = ""


@dataclass(slots=True)
class Passage:
    """What is gathered while a passage is read."""

    line: Line
    place: Place
    places: Places
    statements: tuple[Statement, ...]
    drafts: list[Draft] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    programme: str = ""
    names_bodies: bool = False
    names_systems: bool = False


_ORDER = tuple(SentenceClass)


def first_class(kinds: set[SentenceClass]) -> SentenceClass | None:
    """The first class in the order of precedence."""
    if len(kinds) < 2:
        return next(iter(kinds), None)
    return next(klass for klass in _ORDER if klass in kinds)


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
