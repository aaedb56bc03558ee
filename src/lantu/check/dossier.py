"""A draft with all that is known about it: what every rule is given."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from lantu.check.answers import Answered, sentence_of
from lantu.check.finding import Finding
from lantu.check.knowledge import Knowledge
from lantu.check.statement import Link, Statement
from lantu.check.statements import Draft
from lantu.documents import Document
from lantu.indicators import certain


@dataclass(frozen=True)
class Dossier:
    """The draft as read (its statements matched to the registry), and the day it speaks at.

    answered: what people said of figures and findings before.
    """

    document: Document
    draft: Draft
    knowledge: Knowledge
    as_of: date
    answered: Answered = field(default_factory=Answered)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """By number of the statement: the registry code its phrase names for certain, or ""."""
        return tuple(certain(one.candidates) for one in self.draft.statements)

    def code(self, one: Statement) -> str:
        """The registry code of a statement, "" when its phrase names none for certain."""
        return self.codes[one.id]

    def tied(self, one: Statement, link: Link) -> Statement | None:
        """The first statement it is linked to in this way."""
        to = one.tied(link)
        return None if to is None else self.draft.statements[to]

    def sentence(self, one: Finding) -> tuple[int, int]:
        """Start and end of the sentence of a finding; of a name, of its line."""
        said = None if one.statement is None else self.draft.statements[one.statement]
        return sentence_of(self.document, said, one.span)

    def leaning_on(self, one: Statement, link: Link) -> tuple[Statement, ...]:
        """The statements linked to this one in this way, in text order."""
        return tuple(self.draft.statements[i] for i in self._leaning.get((one.id, link), ()))

    @cached_property
    def _leaning(self) -> dict[tuple[int, Link], list[int]]:
        found: dict[tuple[int, Link], list[int]] = {}
        for one in self.draft.statements:
            for tie in one.ties:
                found.setdefault((tie.to, tie.link), []).append(one.id)
        return found
