"""What a check of a draft comes to."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from lantu.check.answers import Dismissal, sentence_digest, sentence_of
from lantu.check.finding import QUIET, Finding, Rule
from lantu.check.statement import Statement
from lantu.check.statements import Draft
from lantu.documents import Document


@dataclass(frozen=True)
class Report:
    """The draft as it was read, the day it was judged for, and the findings in text order.

    codes: by number of the statement, the registry code its phrase names for certain, or "".
    set_aside: findings a person looked at before and dismissed, with their word; not among ``findings``.
    Every statement has at least one finding; 无依据 where no rule had anything to say of it.
    """

    document: Document
    draft: Draft
    codes: tuple[str, ...]
    as_of: date
    findings: tuple[Finding, ...]
    set_aside: tuple[tuple[Finding, Dismissal], ...] = ()

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """The findings that ask for a look."""
        return tuple(one for one in self.findings if one.rule not in QUIET)

    def counted(self) -> dict[Rule, int]:
        """How many findings each rule has, rules without one left out."""
        counts = Counter(one.rule for one in self.findings)
        return {rule: counts[rule] for rule in Rule if counts[rule]}

    @property
    def judged(self) -> int:
        """How many statements some rule had something to say of."""
        said = {one.statement for one in self.findings if one.rule is not Rule.UNSUPPORTED}
        return len(said - {None})

    def statement(self, finding: Finding) -> Statement | None:
        """The statement a finding speaks of, None for a name."""
        return None if finding.statement is None else self.draft.statements[finding.statement]

    def dismissed(
        self, finding: Finding, reason: str, by: str, at: datetime, *, again: bool = False
    ) -> Dismissal:
        """What is kept when somebody sets this finding aside, or wants it back (again)."""
        start, end = sentence_of(self.document, self.statement(finding), finding.span)
        digest = sentence_digest(self.document, start, end)
        return Dismissal(finding.rule, finding.quote, digest, reason, by, at, again)

    def code(self, statement: Statement) -> str:
        """The registry code of a statement, "" when its phrase names none for certain."""
        return self.codes[statement.id]
