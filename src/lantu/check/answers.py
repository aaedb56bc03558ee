"""What people said of a draft's figures: confirmed by whoever has them (已核定), or a finding dismissed.

Both last: the next draft that says the same is read with them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256

from lantu.check.finding import Rule
from lantu.check.statement import Statement
from lantu.documents import Document
from lantu.reading.script import fold
from lantu.values import Span


@dataclass(frozen=True, slots=True)
class Verified:
    """A figure somebody answers for.

    key: of the statement (``Statement.key``), so that script, place and time in front do not matter;
    code: registry code, "" when the phrase names none; region: code; period: its code; measure: role;
    value, unit: the figure confirmed; by, on: who confirmed it and when; note: their words.
    """

    key: str
    code: str
    region: str
    period: str
    measure: str
    value: Decimal
    unit: str
    by: str
    on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding somebody looked at and set aside.

    rule, quote: of the finding; sentence: digest of the sentence it stands in, so that no word of a draft
    is kept; reason: why; by, at: who and when. again: the finding is wanted back.
    """

    rule: Rule
    quote: str
    sentence: str
    reason: str
    by: str
    at: datetime
    again: bool = False


def sentence_of(document: Document, said: Statement | None, span: Span) -> tuple[int, int]:
    """Start and end of the sentence a finding stands in; of a name (no statement), of its line."""
    if said is not None:
        return said.sentence.start, said.sentence.end
    end = document.text.find("\n", span.end)
    return document.text.rfind("\n", 0, span.start) + 1, len(document.text) if end < 0 else end


def sentence_digest(document: Document, start: int, end: int) -> str:
    """Digest of a sentence without white space and in one script: the same in the next draft."""
    return sha256("".join(fold(document.text[start:end]).split()).encode()).hexdigest()


class Answered:
    """Answers filed for look-up. Of two on one thing the later counts."""

    def __init__(self, verified: Iterable[Verified] = (), dismissed: Iterable[Dismissal] = ()) -> None:
        """File them in the order they were given."""
        self._figures = {_asked(one): one for one in verified}
        self._dismissed = {(one.rule, one.quote, one.sentence): one for one in dismissed}

    def figure(self, one: Statement) -> Verified | None:
        """What was confirmed of a statement's indicator, region and period."""
        if not self._figures or one.period is None:
            return None
        return self._figures.get((one.key, one.region, one.period.code, one.measure.value))

    def dismissal(self, rule: Rule, quote: str, sentence: str) -> Dismissal | None:
        """Who set this finding aside, None when nobody did or it was wanted back."""
        found = self._dismissed.get((rule, quote, sentence))
        return None if found is None or found.again else found


def _asked(one: Verified) -> tuple[str, str, str, str]:
    return one.key, one.region, one.period, one.measure
