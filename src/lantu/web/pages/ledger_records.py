"""The records of a sentence as a person sees and corrects them."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from lantu.plan import FIELDS, Clause, Responsibility, SentenceClass, Subject, Target, Task
from lantu.plan.fields import WORDS, written
from lantu.reading import Reading
from lantu.values import Span
from lantu.web.pages.common import Aim, aim_of
from lantu.web.pages.names import Names

VOCABULARIES = {
    (Subject.SENTENCE, "class"): "sentence",
    (Subject.POLICY, "kind"): "policy_kind",
    (Subject.PROJECT, "stage"): "project_stage",
    (Subject.PROJECT, "form"): "project_form",
    (Subject.PLATFORM, "action"): "platform_action",
    (Subject.RESPONSIBILITY, "role"): "body_role",
}
"""Vocabulary of a field where it is not called like the field."""


_CLASS_OF = {
    Subject.TARGET: SentenceClass.TARGET,
    Subject.POLICY: SentenceClass.POLICY,
    Subject.PROJECT: SentenceClass.PROJECT,
    Subject.TASK: SentenceClass.TASK,
    Subject.PLATFORM: SentenceClass.TASK,
    Subject.RESPONSIBILITY: SentenceClass.TASK,
}
"""The class a sentence has for a record of a subject."""


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field: its value as written, and of a vocabulary field the words there are.

    vocabulary: kind of the words, "" for a field that is typed.
    """

    name: str
    value: str
    vocabulary: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerRecord:
    """A record read from a sentence.

    key: names it in a form (subject, id, number of the body). title: what it is called. aim: of a target,
    what it asks for. clauses: of a task, those in the sentence. due: year, None when unwritten.
    place: where it stands. permanent: whether it has a page of its own.
    """

    key: str
    subject: str
    id: str
    body: int
    title: str
    fields: tuple[RecordField, ...]
    place: Span
    aim: Aim | None = None
    clauses: tuple[Clause, ...] = ()
    due: int | None = None
    permanent: bool = False

    @property
    def words(self) -> tuple[RecordField, ...]:
        """The fields that one click corrects."""
        return tuple(one for one in self.fields if one.vocabulary)

    @property
    def typed(self) -> tuple[RecordField, ...]:
        """The fields that are typed."""
        return tuple(one for one in self.fields if not one.vocabulary)


class Shelf:
    """All records of a reading by id."""

    def __init__(self, reading: Reading, names: Names) -> None:
        work = reading.work
        self._names = names
        self._records: dict[str, tuple[Subject, Any]] = {}
        for subject, records in (
            (Subject.TARGET, (*reading.targets, *reading.directional)),
            (Subject.TASK, work.tasks),
            (Subject.POLICY, work.policies),
            (Subject.PROJECT, work.projects),
            (Subject.PLATFORM, work.platforms),
            (Subject.RESPONSIBILITY, work.responsibilities),
        ):
            self._records.update({one.id: (subject, one) for one in records})

    def of(self, ids: Iterable[str], sentence: Span) -> tuple[LedgerRecord, ...]:
        """The records of these ids as they show in a sentence; a statement gives one row a body."""
        found: list[LedgerRecord] = []
        for one in ids:
            if one in self._records:
                subject, record = self._records[one]
                found += self._rows(subject, record, sentence)
        return tuple(found)

    def _rows(self, subject: Subject, record: Any, sentence: Span) -> Iterable[LedgerRecord]:
        if isinstance(record, Responsibility):
            for number, body in enumerate(record.bodies):
                place = body.span or record.span or sentence
                yield _row(subject, record, body.name, place, number)
            return
        place = record.span or sentence
        if isinstance(record, Target):
            aim = aim_of(record, self._names)
            yield _row(subject, record, record.indicator, place, aim=aim, due=record.deadline)
        elif isinstance(record, Task):
            inside = tuple(c for c in record.clauses if c.span is None or _within(c.span, sentence))
            yield _row(subject, record, record.lead, place, clauses=inside)
        else:
            title = getattr(record, "name", "") or f"{record.verb}{record.object}"
            yield _row(subject, record, title, place, due=getattr(record, "deadline", None))


def _row(subject: Subject, record: Any, title: str, place: Span, body: int = 0, **more: Any) -> LedgerRecord:
    key = f"{subject}|{record.id}|{body}"
    permanent = subject is Subject.TARGET and "~" not in record.id
    fields = fields_of(subject, record, body)
    return LedgerRecord(key, subject, record.id, body, title, fields, place, permanent=permanent, **more)


def fields_of(subject: Subject, record: Any, body: int = 0) -> tuple[RecordField, ...]:
    """The fields of a record that may be corrected, in the order pages show them."""
    fields = []
    for name in FIELDS[subject]:
        words = WORDS.get((subject, name))
        vocabulary = VOCABULARIES.get((subject, name), name) if words else ""
        options = tuple(word.value for word in words) if words else ()
        fields.append(RecordField(name, written(subject, record, name, body), vocabulary, options))
    return tuple(fields)


def staying_records(klass: str, records: Iterable[LedgerRecord]) -> int:
    """Records that would give their sentence a class in front of the one it has."""
    order = list(SentenceClass)
    given = order.index(SentenceClass(klass))
    return len({one.id for one in records if order.index(_CLASS_OF[Subject(one.subject)]) < given})


def seen_mark(klass: str, records: Iterable[LedgerRecord]) -> str:
    """What a person saw of a sentence, in short: it changes when the class or any field does."""
    digest = blake2b(klass.encode(), digest_size=6)
    for record in records:
        digest.update(record.key.encode())
        for one in record.fields:
            digest.update(f"\x1f{one.name}\x1e{one.value}".encode())
    return digest.hexdigest()


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end
