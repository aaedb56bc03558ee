"""Something odd found while reading or checking, with its place. Data, not an exception."""

from dataclasses import dataclass, field
from typing import Literal

from lantu.values.message import Message
from lantu.values.span import Span


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem.

    code: stable machine name, e.g. ``box-missing``; one entry per kind in the reference docs.
    message: the sentence for people.
    line, column: 1-based place in the text as extracted; 0 when the problem has no place.
    """

    code: str
    message: Message
    severity: Literal["note", "warning", "error"] = "warning"
    line: int = 0
    column: int = 0
    span: Span | None = field(default=None, compare=False)
