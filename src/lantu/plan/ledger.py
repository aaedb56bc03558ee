"""The coverage ledger: what became of every sentence of a text."""

from dataclasses import dataclass, field
from enum import StrEnum

from lantu.values import Span


class SentenceClass(StrEnum):
    """Exactly one per sentence; where several fit, the first in this order."""

    TARGET = "target"
    POLICY = "policy"
    PROJECT = "project"
    TASK = "task"
    CONTEXT = "context"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence (up to 。！？； outside brackets and quotes), its class and the records read from it.

    why: what decided a class without records: ``front``, ``review``, ``principle``, ``goal``, ``note``,
        ``table``, ``aim``, ``label``, ``statement``, ``result``, ``appeal``; "" otherwise.
    records: ids of targets, tasks, policies, projects, platforms and responsibilities in it.
    section: eId of the innermost heading.
    """

    klass: SentenceClass
    records: tuple[str, ...] = ()
    why: str = ""
    section: str = ""
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Ledger:
    """All sentences of the body in text order, and how many headings stand beside them.

    Headings are counted apart: they are no sentences.
    """

    sentences: tuple[Sentence, ...]
    headings: int = 0

    def count(self, klass: SentenceClass) -> int:
        """How many sentences are of a class."""
        return sum(sentence.klass is klass for sentence in self.sentences)
