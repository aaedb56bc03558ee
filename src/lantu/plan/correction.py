"""Corrections: what a person changed in a reading, each kept as a record of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

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
    then; before, behind: what stood on either side, to the ends of the sentence and at least 20
    characters, to find the place again in a text that changed. withdraws: id of the correction a
    WITHDRAW takes back. by: who; at: UTC.
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


FIELDS: Mapping[Subject, tuple[str, ...]] = MappingProxyType(
    {
        Subject.SENTENCE: ("class",),
        Subject.TARGET: (
            "indicator",
            "comparator",
            "value",
            "value_max",
            "unit",
            "mode",
            "direction",
            "deadline",
            "base",
            "scope",
            "strength",
            "binding",
            "tier",
        ),
        Subject.TASK: ("lead",),
        Subject.POLICY: ("kind",),
        Subject.PROJECT: ("name", "stage", "form"),
        Subject.PLATFORM: ("name", "action"),
        Subject.RESPONSIBILITY: ("body", "role"),
    }
)
"""What may be corrected of each kind of record."""

DERIVED = ("indicator_code", "deadline_inferred", "region")
"""Fields of a target that follow from those a person corrects; written beside them, never asked for."""
