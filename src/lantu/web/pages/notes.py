"""A correction as pages show it: what became what, who said so and when."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from lantu.plan import FIELDS, Correction, Subject
from lantu.plan.fields import WORDS
from lantu.web.pages.ledger_records import VOCABULARIES

CIVIL = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Shift:
    """One field before and after, as written; vocabulary: kind of its words, "" for a typed field."""

    field: str
    before: str
    after: str
    vocabulary: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One correction; at: civil time in Asia/Shanghai, to the minute."""

    id: str
    kind: str
    subject: str
    state: str
    quote: str
    shifts: tuple[Shift, ...]
    by: str
    at: str
    reason: str
    withdraws: str


def note_of(made: Correction, state: str) -> Note:
    """The note of a correction, without the fields that only follow from others."""
    shifts = tuple(
        Shift(change.field, change.before, change.after, _vocabulary(made.subject, change.field))
        for change in made.changes
        if change.field in FIELDS[made.subject]
    )
    at = made.at.astimezone(CIVIL).strftime("%Y-%m-%d %H:%M")
    quote = " ".join(made.quote.split())
    return Note(
        made.id, made.kind, made.subject, state, quote, shifts, made.by, at, made.reason, made.withdraws
    )


def _vocabulary(subject: Subject, field: str) -> str:
    return VOCABULARIES.get((subject, field), field) if (subject, field) in WORDS else ""
