"""The records of a reading while corrections are laid on them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from lantu.plan import (
    Change,
    Correction,
    CorrectionKind,
    Responsibility,
    Sentence,
    Subject,
    Target,
)
from lantu.plan.fields import rewritten, written
from lantu.plan.matching import ByPlace, overlap
from lantu.plan.overlay import added
from lantu.reading.found_again import Letters, Wanted, find_again
from lantu.reading.reading import Reading
from lantu.reading.sentences_of import apart, with_records
from lantu.values import Span

Key = tuple[Subject, int]
"""A record: its kind and its index in the desk's list."""


class CorrectionState(StrEnum):
    """What became of a correction in this text."""

    IN_FORCE = "in force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    NOT_FOUND = "not found"


class Places:
    """Where corrections stand in a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._document = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        self._letters: Letters | None = None
        self._known: dict[str, Span | None] = {}

    def of(self, one: Correction) -> Span | None:
        """The place of a correction, None when its sentence is not in this text."""
        if one.id not in self._known:
            self._known[one.id] = self._find(one)
        return self._known[one.id]

    def _find(self, one: Correction) -> Span | None:
        same = one.span.document == self._document and one.span.quote(self._text) == one.quote
        if same and one.quote:
            return one.span
        if self._letters is None:
            self._letters = Letters(self._text)
        wanted = Wanted(one.quote, one.before, one.behind, one.span.start)
        found = find_again(self._letters, wanted)
        return None if found is None else Span(self._document, *found)


class Desk:
    """The records of a reading while they are corrected; a record struck out is None."""

    def __init__(self, reading: Reading, text: str, aside: Sequence[Target], additions: set[str]) -> None:
        work = reading.work
        self._reading = reading
        self._text = text
        self._places = Places(text)
        self._additions = additions
        self._aside = {one.id for one in aside}
        self._records: dict[Subject, list[Any]] = {
            Subject.TARGET: [*reading.targets, *reading.directional, *aside],
            Subject.TASK: list(work.tasks),
            Subject.POLICY: list(work.policies),
            Subject.PROJECT: list(work.projects),
            Subject.PLATFORM: list(work.platforms),
            Subject.RESPONSIBILITY: list(work.responsibilities),
            Subject.SENTENCE: list(work.ledger.sentences),
        }
        self._of_record: dict[tuple[Subject, str], Key] = {
            (subject, one.id): (subject, index)
            for subject, records in self._records.items()
            for index, one in enumerate(records)
            if subject is not Subject.SENTENCE and "~" not in one.id  # a permanent id
        }
        self._keys: dict[str, Key] = {}
        self._claims: dict[Key, str] = {}
        self._by_place: dict[Subject, ByPlace] = {}
        self._last: dict[tuple[Key, str], str] = {}

    # Laying

    def lay(self, one: Correction) -> None:
        """Lay one correction on its record, if that is here."""
        if one.kind is CorrectionKind.ADD:
            self._add(one)
            return
        key = self._key(one)
        if key is None:
            return
        self._keys[one.id] = key
        if one.record:
            self._of_record[one.subject, one.record] = key
            self._claims.setdefault(key, one.record)
        records = self._records[key[0]]
        record = records[key[1]]
        if one.kind is CorrectionKind.REMOVE:
            records[key[1]] = None
            self._last[key, ""] = one.id
            return
        body = body_at(record, self.place(one), one.subject, one.changes)
        for change in one.changes:
            record = rewritten(one.subject, record, change.field, change.after, body)
            self._last[key, f"{change.field}{body or ''}"] = one.id
        records[key[1]] = record

    def _add(self, one: Correction) -> None:
        key = self._of_record.get((Subject.TARGET, one.record))
        if key is None:
            place = self.place(one)
            if place is None:
                return
            targets = self._records[Subject.TARGET]
            self._by_place.pop(Subject.TARGET, None)
            key = (Subject.TARGET, len(targets))
            target = added(one, self._home(place))
            targets.append(replace(target, span=place, quote=place.quote(self._text)))
        self._keys[one.id] = self._of_record[Subject.TARGET, one.record] = key
        self._last[key, "+"] = one.id

    def _home(self, place: Span) -> str:
        index = self._best(Subject.SENTENCE, place)
        return self._records[Subject.SENTENCE][index].section if index is not None else ""

    def place(self, one: Correction) -> Span | None:
        """Where a correction stands in this text."""
        return self._places.of(one)

    def _key(self, one: Correction) -> Key | None:
        """The record a correction is about."""
        records = self._records[one.subject]
        known = self._of_record.get((one.subject, one.record)) if one.record else None
        if known is not None:
            return known if records[known[1]] is not None else None
        place = None if one.record in self._additions else self.place(one)  # its addition was taken back
        if place is None:
            return None
        index = self._best(one.subject, place, one)
        return None if index is None else (one.subject, index)

    def _best(self, subject: Subject, place: Span, one: Correction | None = None) -> int | None:
        """Index of the record that overlaps most.

        Among equals (several targets share a figure) the one of that id, then of the values before, then
        one that no other record's correction was laid on; None when this leaves more than one.
        """
        best: int | None = None
        most = (0, False, False, False)
        for index in self._near(subject, place):
            record = self._records[subject][index]
            if record is None:
                continue
            size = overlap(record.span, place)
            if size and size >= most[0]:
                rank = (size, *self._likeness((subject, index), place, one))
                if rank > most:
                    best, most = index, rank
                elif rank == most and one is not None and subject is not Subject.SENTENCE:
                    best = None
        return best

    def _likeness(self, key: Key, place: Span, one: Correction | None) -> tuple[bool, bool, bool]:
        """Whether the record has the correction's id, the values before, and nobody else's correction."""
        record = self._records[key[0]][key[1]]
        if one is None or isinstance(record, Sentence):
            return False, record.span == place, False
        same = isinstance(record, Responsibility) or all(
            written(one.subject, record, change.field) == change.before for change in one.changes
        )
        return record.id == one.record, same, self._claims.get(key, one.record) == one.record

    def _near(self, subject: Subject, place: Span) -> Iterable[int]:
        if subject not in self._by_place:
            self._by_place[subject] = ByPlace(one.span if one else None for one in self._records[subject])
        return self._by_place[subject].near(place)

    # What became of it

    def states(self, laid: Iterable[Correction]) -> dict[str, CorrectionState]:
        """In force is what still holds in one of its fields; a record struck out holds its removal alone."""
        last = {one for (key, field), one in self._last.items() if not field or (key, "") not in self._last}
        return {
            one.id: CorrectionState.NOT_FOUND
            if one.id not in self._keys
            else (CorrectionState.IN_FORCE if one.id in last else CorrectionState.SUPERSEDED)
            for one in laid
        }

    def reading(self) -> Reading:
        """The reading with the records as they are now."""
        targets = sorted(
            (one for one in self._records[Subject.TARGET] if one and one.id not in self._aside),
            key=lambda one: (one.span.start, one.span.end) if one.span else (0, 0),
        )
        classed = {key[1] for (key, field) in self._last if key[0] is Subject.SENTENCE and field}
        kept = {name: tuple(filter(None, self._records[subject])) for name, subject in _WORK.items()}
        ledger = self._reading.work.ledger
        ids = {one.id for name in kept for one in kept[name]}
        sentences = with_records(self._records[Subject.SENTENCE], targets, ids, classed)
        work = replace(self._reading.work, **kept, ledger=replace(ledger, sentences=sentences))
        figures, others = apart(targets)
        return replace(self._reading, targets=figures, directional=others, work=work)


_WORK = {
    "tasks": Subject.TASK,
    "policies": Subject.POLICY,
    "projects": Subject.PROJECT,
    "platforms": Subject.PLATFORM,
    "responsibilities": Subject.RESPONSIBILITY,
}


def body_at(record: Any, place: Span | None, subject: Subject, changes: Sequence[Change]) -> int:
    """Which body of a statement of responsibility: the one at the place, else the one with those values."""
    if not isinstance(record, Responsibility) or len(record.bodies) < 2:
        return 0
    numbers = range(len(record.bodies))
    said = [n for n in numbers if all(written(subject, record, c.field, n) == c.before for c in changes)]

    def near(number: int) -> tuple[int, bool]:
        span = record.bodies[number].span
        return (overlap(span, place) if span and place else 0, number in said)

    span = record.span
    whole = place is None or span is None or overlap(span, place) == span.end - span.start
    return (said[0] if said else 0) if whole else max(numbers, key=near)
