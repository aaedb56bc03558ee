"""Counts of things that the text lists: which figures are such, and how many are listed."""

import re
from collections.abc import Iterable

from lantu.check.listing import listed_behind, listed_below, listed_in_front
from lantu.check.sentence import Piece
from lantu.check.statement import Listed
from lantu.reading.blocks import Block
from lantu.reading.words import Words

_FEW = 50
_NOUN = 6
_LOOKED_AT = 3000
_PEOPLE = ("人", "户", "人次", "万人")
_CLAUSE = re.compile("[，。；：]")


class Counts:
    """The lists of a paragraph. words: the paragraph; following: the blocks behind it."""

    def __init__(self, words: Words, following: Iterable[Block]) -> None:
        self._words = words
        self._following = following

    def of(self, whole: Words, piece: Piece, start: int) -> Listed | None:
        """The list a count sums up; whole: its sentence, at ``start`` in the paragraph."""
        number = piece.number
        if number.kind != "count" or number.unit in _PEOPLE:
            return None
        front = _CLAUSE.split(whole.text[: number.start])[-1]
        if found := listed_in_front(front, whole.text[number.end : number.end + _NOUN]):
            count, more, at = found
            return Listed(count, more, *whole.place(number.start - len(front) + at, number.start))
        first = start + number.end
        rest = self._words.text[first : first + _LOOKED_AT]
        if behind := listed_behind(rest, front):
            count, more, a, b = behind
            return Listed(count, more, *self._words.place(first + a, max(first + b, first + a + 1)))
        few = number.written.value <= _FEW
        below = listed_below(self._words.text[first:], self._following, front) if few else None
        return Listed(below[0], False, below[1], below[2]) if below else None
