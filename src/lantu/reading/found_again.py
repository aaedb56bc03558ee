"""A place of one text in another: the same words in the same sentence, wherever it stands now."""

import re
from dataclasses import dataclass
from functools import cached_property

from lantu.reading.script import fold

LEAST, MOST = 20, 200
_ENDS = "。！？；"
_CLOSING = "”’）】》"
_SHORT = 24
_BLANK_LINE = re.compile(r"\n\s*\n")


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a place: at least 20 characters, at most 200.

    Between these as far as the mark that ends the sentence before, and the mark that ends its own.
    """
    first, last = max(0, start - MOST), min(len(text), end + MOST)
    before, behind = text[first:start], text[end:last]
    shadow_before, shadow_behind = fold(before), fold(behind)
    cut = max(0, *(shadow_before.rfind(mark) for mark in _ENDS))
    for line in _BLANK_LINE.finditer(before):
        cut = max(cut, line.end())
    stops = [at + 1 for mark in _ENDS if (at := shadow_behind.find(mark)) >= 0]
    if blank := _BLANK_LINE.search(behind):
        stops.append(blank.start())
    stop = min(stops, default=len(behind))
    if text[start:end].rstrip(_CLOSING).endswith(tuple(_ENDS)):
        stop = 0
    return before[min(cut, max(0, len(before) - LEAST)) :], behind[: max(stop, LEAST)]


class Letters:
    """A text without its white space, in one script: what two printings of it have in common."""

    def __init__(self, text: str) -> None:
        shadow = fold(text)
        self.at = [index for index, letter in enumerate(shadow) if not letter.isspace()]
        self.text = "".join(shadow[index] for index in self.at)
        self._raw = text

    @cached_property
    def _breaks(self) -> frozenset[int]:
        """Positions of letters that begin a paragraph.

        A line begins one when it is indented, or when the line before is empty, ends a sentence or is too
        short to be one of several that a paragraph was broken into.
        """
        found, seen, last = set(), 0, ""
        for line in self._raw.splitlines():
            letters = sum(not letter.isspace() for letter in line)
            short = len(last.strip()) <= _SHORT
            if short or line[:1].isspace() or fold(last.rstrip().rstrip(_CLOSING)).endswith(tuple(_ENDS)):
                found.add(seen)
            seen, last = seen + letters, line
        return frozenset(found)

    def begins(self, position: int) -> bool:
        """Whether a sentence or a paragraph begins at this letter, or the text ends before it."""
        edge = position == 0 or position >= len(self.text) or position in self._breaks
        return edge or self.ended(position)

    def ended(self, position: int) -> bool:
        """Whether a mark in front of this letter ends a sentence."""
        while position > 1 and self.text[position - 1] in _CLOSING:
            position -= 1
        return position > 0 and self.text[position - 1] in _ENDS


@dataclass(frozen=True, slots=True)
class Wanted:
    """A place by its words and what stood on either side of it; near: where it was."""

    quote: str
    before: str
    behind: str
    near: int


def find_again(text: Letters, wanted: Wanted) -> tuple[int, int] | None:
    """Start and end of the place in the raw text; None when its sentence is not there as it was.

    Of several the one with the longest common surroundings, then the nearest.
    """
    old = Letters(wanted.before + wanted.quote + wanted.behind)
    start = sum(not letter.isspace() for letter in wanted.before)
    end = len(old.text) - sum(not letter.isspace() for letter in wanted.behind)
    quote = old.text[start:end]
    if not quote:
        return None
    best: tuple[int, int] | None = None
    place: tuple[int, int] | None = None
    position = text.text.find(quote)
    while position >= 0:
        common = _common(text, position, old, (start, end), wanted)
        raw = (text.at[position], text.at[position + len(quote) - 1] + 1)
        if common is not None:
            rank = (common, -abs(raw[0] - wanted.near))
            if best is None or rank > best:
                best, place = rank, raw
        position = text.text.find(quote, position + 1)
    return place


def _common(text: Letters, position: int, old: Letters, part: tuple[int, int], wanted: Wanted) -> int | None:
    """Letters that agree on both sides; None unless both sentences begin and end with the same letters."""
    start, end = part
    behind = position + end - start
    back = _run(old.text[:start][::-1], text.text[max(0, position - start) : position][::-1])
    front = _run(old.text[end:], text.text[behind : behind + len(old.text) - end])
    begun = any(old.begins(start - k) and text.begins(position - k) for k in range(back + 1))
    ended = any(old.begins(end + k) and text.begins(behind + k) for k in range(front + 1))
    long_before = back == start and len(wanted.before) >= MOST
    long_behind = end + front == len(old.text) and len(wanted.behind) >= MOST
    return back + front if (begun or long_before) and (ended or long_behind) else None


def _run(one: str, other: str) -> int:
    """How many letters two texts share from the start."""
    for index, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return index
    return min(len(one), len(other))
