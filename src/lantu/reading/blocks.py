"""Physical lines to logical blocks: hard wraps joined, page numbers dropped, offsets kept.

A block is one paragraph, heading or table row of the shadow text. Where lines were joined it
keeps a small offset map, so that any place in the block points into the document as given.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lantu.values import maker

_PAGE_NUMBER = re.compile(
    r"\s*(?:[-—－–·]+\s*\d{1,4}\s*[-—－–·]+|第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?)\s*"
)
_PAGE_MARKS = "-—－–·第"
_SENTENCE_END = "。！？；"
_STOPS = _SENTENCE_END + "：”）"
_IN_PROSE = re.compile("[，。；、]")
# What starts a new block even in hard-wrapped text: headings, boxes, items, table rows, notes.
_STARTER = re.compile(
    r"\s*(?:第[〇零一二三四五六七八九十百\d]{1,5}[篇编章节]|专栏|[一二三四五六七八九十]{1,3}、"
    r"|（[一二三四五六七八九十]{1,3}）|（\d{1,2}）|\d{1,2}[.、](?!\d)|[①-⑳]|\||注[:：])"
)
_HEADING = re.compile(r"第[〇零一二三四五六七八九十百\d]{1,5}[篇编章节]")
_HEADING_REST = 14  # the second line of a broken heading is at most this long
_NARROW = re.compile("[^“”‘’—…\u2e80-\U0010ffff]")
_WRAP_MIN_LINES = 20  # lines without a sentence end, to tell from
_WRAP_SHARE = 0.5
_WRAP_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Block:
    """A logical paragraph.

    text: shadow text without the line breaks inside it; pieces: (position in text, offset in
    the document) of each physical line it was joined from, the first at position 0.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
    end: int

    @property
    def start(self) -> int:
        """Offset in the document of the first character."""
        return self.pieces[0][1]

    def at(self, position: int) -> int:
        """Offset in the document of the character at ``position``."""
        if len(self.pieces) == 1:
            return self.pieces[0][1] + position
        at, offset = self.pieces[bisect_right(self.pieces, (position, 1 << 60)) - 1]
        return offset + position - at

    def upto(self, position: int) -> int:
        """Offset just behind the character before ``position`` (a half-open end)."""
        return self.at(position - 1) + 1 if position else self.start

    def part(self, start: int, end: int) -> "Block":
        """The block of ``text[start:end]``."""
        if len(self.pieces) == 1:
            base = self.pieces[0][1]
            return _block(self.text[start:end], ((0, base + start),), base + end)
        inner = [(at - start, offset) for at, offset in self.pieces if start < at < end]
        return Block(self.text[start:end], ((0, self.at(start)), *inner), self.upto(end))


_block = maker(Block)


def blocks(shadow: str) -> tuple[Block, ...]:
    """Split a shadow text into blocks; blank lines and page numbers are left out."""
    lines = [line for line in _lines(shadow) if not _is_page_number(line[1])]
    width = _wrap_width(text for _, text in lines)
    if width:
        return tuple(_join(lines, width))
    if "\f" in shadow:
        return tuple(_over_pages(shadow, lines))
    return tuple(_whole(o, t) for o, t in lines)


def _over_pages(shadow: str, lines: list[tuple[int, str]]) -> Iterator[Block]:
    """Whole paragraphs, one that a page break cuts in the middle of a sentence put together."""
    pending: list[tuple[int, str]] = []
    for offset, text in lines:
        if pending:
            before = pending[-1][1]
            broken = (
                before[-1] not in _STOPS
                and _IN_PROSE.search(before) is not None
                and not before.startswith("|")
                and not _STARTER.match(text)
                and "\f" in shadow[pending[-1][0] + len(before) : offset]
            )
            if not broken:
                yield _merge(pending)
                pending = []
        pending.append((offset, text))
    if pending:
        yield _merge(pending)


def _is_page_number(line: str) -> bool:
    return line[0] in _PAGE_MARKS and _PAGE_NUMBER.fullmatch(line) is not None


def _lines(shadow: str) -> Iterator[tuple[int, str]]:
    """(offset, text) of each non-blank line, stripped of outer spaces."""
    offset = 0
    for line in shadow.split("\n"):
        text = line.strip()
        if text:
            yield offset + line.index(text[0]), text
        offset += len(line) + 1


def _whole(offset: int, text: str) -> Block:
    return _block(text, ((0, offset),), offset + len(text))


def _wrap_width(texts: Iterable[str]) -> int:
    """Width at which the lines of a hard-wrapped text break, 0 for a text with whole paragraphs.

    In wrapped text the lines that end no sentence are nearly all of one width; in a text of whole
    paragraphs they are headings and their lengths scatter.
    """
    widths = [_width(t) for t in texts if not t.startswith("|") and t[-1] not in _SENTENCE_END]
    if len(widths) < _WRAP_MIN_LINES:
        return 0
    counts = Counter(widths)
    common = max(counts, key=lambda w: (sum(counts[v] for v in range(w - 2, w + 3)), w))
    near = sum(abs(w - common) <= 4 for w in widths)
    return common if near >= _WRAP_SHARE * len(widths) and common >= _WRAP_NARROWEST else 0


def _width(text: str) -> int:
    """Display width: a Chinese character is two wide."""
    return 2 * len(text) - len(_NARROW.findall(text))


def _join(lines: list[tuple[int, str]], width: int) -> Iterator[Block]:
    """Join full lines with the line after them."""
    pending: list[tuple[int, str]] = []
    for offset, text in lines:
        if pending and not _continues(pending[-1][1], text, width):
            yield _merge(pending)
            pending = []
        pending.append((offset, text))
    if pending:
        yield _merge(pending)


def _continues(before: str, text: str, width: int) -> bool:
    if _HEADING.match(before):
        return len(text) <= _HEADING_REST and not re.search("[，。；：、]", text) and not _STARTER.match(text)
    full = _width(before) >= width - 6
    return full and before[-1] not in _SENTENCE_END and not _STARTER.match(text)


def _merge(parts: list[tuple[int, str]]) -> Block:
    pieces, text = [], ""
    for offset, line in parts:
        # Latin words and numbers broken over lines keep the space that separated them.
        if text and text[-1].isascii() and text[-1].isalpha() and line[0].isascii() and line[0].isalpha():
            text += " "
        pieces.append((len(text), offset))
        text += line
    return Block(text, tuple(pieces), parts[-1][0] + len(parts[-1][1]))
