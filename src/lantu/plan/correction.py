"""Corrections: what a person changed in a reading, each kept as a record of its own."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lantu.values import Span


class CorrectionKind(StrEnum):
    """What a correction does.

    CLASS: gives a sentence another class. FIELD: changes fields of a record. REMOVE: the record is none
    (the figure is no target). ADD: a target the reader missed. WITHDRAW: takes an earlier correction back.
    """

    CLASS = "class"
    FIELD = "field"
    REMOVE = "remove"
    ADD = "add"
    WITHDRAW = "withdraw"


class Subject(StrEnum):
    """What a correction is about."""

    SENTENCE = "sentence"
    TARGET = "target"
    TASK = "task"
    POLICY = "policy"
    PROJECT = "project"
    PLATFORM = "platform"
    RESPONSIBILITY = "responsibility"


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after, both as the written value ("" for none)."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction; never changed after it was made.

    id: permanent, ``<plan>.c<4 digits>``. record: id of the record when it was corrected (a permanent one
    for a target of the register), "" for a sentence. span, quote: the place corrected, and its text
    then; before, behind: up to 20 characters on either side, to find the place again in a text that
    changed. withdraws: id of the correction a WITHDRAW takes back. by: who; at: UTC.
    """

    id: str
    plan: str
    kind: CorrectionKind
    subject: Subject
    span: Span
    quote: str
    changes: tuple[Change, ...]
    by: str
    at: datetime
    record: str = ""
    before: str = ""
    behind: str = ""
    reason: str = ""
    withdraws: str = ""
