"""Bodies and phrases that have changed: pack ``renamed``, ready for looking up."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache

from lantu.packs import load


class Level(StrEnum):
    """Whose name it is."""

    NATIONAL = "national"  # of the state or the party, one body
    LOCAL = "local"  # of every province, city or county
    TERM = "term"  # an official phrase


@dataclass(frozen=True, slots=True)
class Step:
    """A change: from which day the new name holds, and the document (key of ``sources``, or its title)."""

    since: date
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Changed:
    """Names of one thing and what became of it.

    steps: in order of time. bare: of a body, that its short names are others' behind another noun.
    places: of a local body, the characters one of which stands right in front of it; listed: its names are
    told from others even in a row (发改委、环保局). right: words of the sentence beside which the old phrase
    is right.
    """

    names: tuple[str, ...]
    steps: tuple[Step, ...]
    bare: bool = False
    places: str = "省市县区州盟旗"
    listed: bool = False
    right: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """Words by which a text speaks of the past: in front of a name, not inside another word, in its sentence.

    documents: what stands behind a name that is part of a document's number.
    """

    before: tuple[str, ...]
    not_before: tuple[str, ...]
    telling: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Boundaries:
    """behind: by the last character of a name, what makes another word of it; in_front: of a short name."""

    behind: dict[str, tuple[str, ...]]
    in_front: str


@dataclass(frozen=True, slots=True)
class RenamedPack:
    """Pack ``renamed``."""

    version: str
    sources: dict[str, str]
    history: History
    boundaries: Boundaries
    bodies: tuple[Changed, ...] = field(default=())
    local: tuple[Changed, ...] = field(default=())
    terms: tuple[Changed, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Entry:
    """One old name."""

    name: str
    level: Level
    changed: Changed

    def now(self, day: date) -> Step | None:
        """The last change in force on a day, None before the first."""
        return next((step for step in reversed(self.changed.steps) if step.since <= day), None)


def pack() -> RenamedPack:
    """The shipped pack."""
    found: RenamedPack = load("renamed", RenamedPack)
    return found


@cache
def entries() -> tuple[Entry, ...]:
    """Every old name."""
    shipped = pack()
    return tuple(
        Entry(name, level, changed)
        for level, group in (
            (Level.NATIONAL, shipped.bodies),
            (Level.LOCAL, shipped.local),
            (Level.TERM, shipped.terms),
        )
        for changed in group
        for name in changed.names
    )


@cache
def by_start() -> dict[str, tuple[Entry, ...]]:
    """Old names by their first two characters, the longest first."""
    found: dict[str, list[Entry]] = {}
    for entry in entries():
        found.setdefault(entry.name[:2], []).append(entry)
    return {start: tuple(sorted(group, key=lambda e: -len(e.name))) for start, group in found.items()}
