"""Passages of a document in one line, as a table shows them: own script, no line breaks, no page numbers."""

import re
from bisect import bisect_right

from lantu.documents import Document
from lantu.reading import Outline
from lantu.reading.blocks import Block
from lantu.values import Span

_SENTENCE_END = re.compile(r"[。！？；]")
_WHITE = re.compile(r"\s+")
_CJK_GAP = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s+(?=[\u3000-\u9fff\uff00-\uffef])")
_BEFORE, _AFTER = 160, 80  # characters of a long sentence shown around a figure


def tidy(text: str) -> str:
    """A passage in one line: line breaks inside Chinese words go, other white space becomes one blank."""
    return _WHITE.sub(" ", _CJK_GAP.sub("", text)).strip()


class Words:
    """Finds the block of the outline that a place stands in, and words through its offsets."""

    def __init__(self, document: Document, outline: Outline) -> None:
        self._text = document.text
        self._blocks = sorted((passage.block for passage in outline.passages), key=lambda b: b.start)
        self._starts = [block.start for block in self._blocks]

    def of(self, span: Span) -> str:
        """The words at a place."""
        block = self._block(span.start)
        if block is None or span.end > block.end:
            return tidy(self._text[span.start : span.end])
        return self._written(block, _position(block, span.start), _position(block, span.end - 1) + 1)

    def sentence(self, span: Span) -> str:
        """The sentence around a place; of a very long one the part around the place."""
        block = self._block(span.start)
        if block is None or span.end > block.end:
            return self.of(span)
        at, to = _position(block, span.start), _position(block, span.end - 1) + 1
        first, last = max(0, at - _BEFORE), min(len(block.text), to + _AFTER)
        ends = [end.end() for end in _SENTENCE_END.finditer(block.text, first, at)]
        found = _SENTENCE_END.search(block.text, to, last)
        start, end = ends[-1] if ends else first, found.end() if found else last
        before = "" if ends or first == 0 else "…"
        after = "" if found or last == len(block.text) else "…"
        return f"{before}{self._written(block, start, end)}{after}"

    def _block(self, offset: int) -> Block | None:
        index = bisect_right(self._starts, offset) - 1
        block = self._blocks[index] if index >= 0 else None
        return block if block is not None and offset < block.end else None

    def _written(self, block: Block, start: int, end: int) -> str:
        """The document's own words of ``block.text[start:end]``, line by line."""
        parts = []
        for (at, offset), following in zip(
            block.pieces, [*block.pieces[1:], (len(block.text), 0)], strict=True
        ):
            first, last = max(start, at), min(end, following[0])
            if first < last:
                parts.append(self._text[offset + first - at : offset + last - at])
        return tidy("".join(parts))


def _position(block: Block, offset: int) -> int:
    """Where in the block's text a place of the document is."""
    at, begin = block.pieces[bisect_right([piece[1] for piece in block.pieces], offset) - 1]
    return at + offset - begin
