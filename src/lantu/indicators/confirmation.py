"""A person's word on which indicator a phrase names. It lasts: the next reading of the phrase follows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lantu.indicators.phrase import plain
from lantu.indicators.wording import wording
from lantu.values import Unit


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Somebody said that a phrase with a unit names an indicator, or does not.

    phrase: its key (``phrase_key``), so that place, time, script and width do not matter.
    unit: as written, "" where the phrase had none; units that convert are the same.
    code: registry code; yes: it is this one, or it is not; by: who; at: when (UTC).
    """

    phrase: str
    unit: str
    code: str
    yes: bool
    by: str
    at: datetime


def phrase_key(phrase: str) -> str:
    """What a confirmation is filed under: the quantity, the aspect and the price basis of the phrase."""
    words = wording(phrase)
    return "/".join(part for part in (words.core, words.aspect.value, words.price) if part)


@dataclass(frozen=True, slots=True)
class Answer:
    """What people said of one phrase and unit: the entry it is (None: nobody said), and those it is not."""

    yes: Confirmation | None = None
    no: frozenset[str] = frozenset()


class Confirmed:
    """Confirmations by phrase and unit. Of two words on the same entry the later counts."""

    def __init__(self, confirmations: Iterable[Confirmation] = ()) -> None:
        """File them in the order they were made."""
        self._answers: dict[tuple[str, str], Answer] = {}
        for one in sorted(confirmations, key=lambda c: c.at):
            where = one.phrase, _measure(one.unit)
            before = self._answers.get(where, Answer())
            if one.yes:
                after = Answer(one, before.no - {one.code})
            else:
                kept = None if before.yes and before.yes.code == one.code else before.yes
                after = Answer(kept, before.no | {one.code})
            self._answers[where] = after

    def answer(self, phrase: str, unit: str) -> Answer:
        """What was said of this phrase with this unit."""
        return (
            self._answers.get((phrase_key(phrase), _measure(unit)), Answer()) if self._answers else Answer()
        )


def _measure(unit: str) -> str:
    return Unit.parse(plain(unit)).measure if unit else ""
