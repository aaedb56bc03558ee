"""Words of the shadow text that know their places in the document.

Rules read ``text``; whatever is cut or put together keeps the offset of every character, so a
phrase is always shown in the document's own script and spelling.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.reading.blocks import Block
from lantu.values import maker


@dataclass(frozen=True, slots=True)
class Words:
    """A run of shadow characters; ``at`` holds the document offset of each of them.

    Where no character was left out the offsets are a range: a cut of it costs nothing.
    """

    text: str
    at: Sequence[int]

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __add__(self, other: "Words") -> "Words":
        return Words(self.text + other.text, (*self.at, *other.at))

    def cut(self, start: int, end: int | None = None) -> "Words":
        """The words from position ``start`` up to ``end``."""
        return _words(self.text[start:end], self.at[start:end])

    def stripped(self, characters: str) -> "Words":
        """Without these characters at both ends."""
        left = len(self.text) - len(self.text.lstrip(characters))
        right = len(self.text.rstrip(characters))
        return self.cut(left, max(left, right))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Document offsets (half open) of the characters from ``start`` up to ``end``."""
        return self.at[start], self.at[end - 1] + 1

    def spelt(self, document_text: str) -> str:
        """The same words as the document writes them."""
        at = self.at
        if isinstance(at, range):
            return document_text[at.start : at.stop] if at else ""
        return "".join([document_text[offset] for offset in at])


_words = maker(Words)
NONE = Words("", ())


def compact(block: Block, document_text: str) -> Words:
    """The words of a block without blanks and thousands separators.

    Typesetting puts blanks between Chinese and figures (达 2.77 万亿元); a blank counts only
    between two Latin words. A comma of the ASCII kind with three digits behind it is a separator.
    """
    text = block.text
    at = _offsets(block)
    if _DROPPABLE.search(text) is None:
        return _words(text, at)
    dropped = [
        match.start()
        for match in _DROPPABLE.finditer(text)
        if _dropped(text, at, match.start(), document_text)
    ]
    if not dropped:
        return _words(text, at)
    parts: list[str] = []
    offsets: list[int] = []
    start = 0
    for stop in (*dropped, len(text)):
        parts.append(text[start:stop])
        offsets.extend(at[start:stop])
        start = stop + 1
    return Words("".join(parts), tuple(offsets))


_DROPPABLE = re.compile(" |，(?![一-鿿])")


def _offsets(block: Block) -> Sequence[int]:
    """Document offset of every character of the block."""
    if len(block.pieces) == 1:
        offset = block.pieces[0][1]
        return range(offset, offset + len(block.text))
    ends = [position for position, _ in block.pieces[1:]] + [len(block.text)]
    at: list[int] = []
    for (position, offset), end in zip(block.pieces, ends, strict=True):
        at.extend(range(offset, offset + end - position))
    return at


def _dropped(text: str, at: Sequence[int], i: int, document_text: str) -> bool:
    c = text[i]
    if c == " ":
        return not (_latin(text[i - 1 : i]) and _latin(text[i + 1 : i + 2]))
    if c == "，" and document_text[at[i]] == ",":
        group = text[i + 1 : i + 4]
        return (
            len(group) == 3
            and group.isdigit()
            and text[i - 1 : i].isdigit()
            and not text[i + 4 : i + 5].isdigit()
        )
    return False


def _latin(c: str) -> bool:
    return c.isascii() and c.isalpha()


def hidden(text: str) -> str:
    """The text with brackets and quotes blanked out, for looking at its frame alone."""
    return re.sub(r"（[^（）]*）|“[^“”]*”", lambda m: "□" * len(m[0]), text)
