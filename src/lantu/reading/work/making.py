"""Makes records out of positions in a block, with proposal ids that do not depend on the run."""

from hashlib import sha256

from lantu.documents import Document
from lantu.reading.blocks import Block
from lantu.reading.work.deeds import Deed
from lantu.values import Span, make_span

_BLANK = " \t\r\n\u3000\u00a0"


class Making:
    """Spans, words and ids of one document."""

    __slots__ = ("_seen", "_sha256", "text")

    def __init__(self, document: Document) -> None:
        self._sha256 = document.sha256
        self.text = document.text
        self._seen: dict[str, int] = {}

    def span(self, block: Block, start: int, end: int) -> Span:
        """The place in the document of ``block.text[start:end]``, blanks at both ends left out."""
        text = block.text
        while start < end and text[start] in _BLANK:
            start += 1
        while end > start and text[end - 1] in _BLANK:
            end -= 1
        pieces = block.pieces
        if len(pieces) == 1:
            base = pieces[0][1]
            return make_span(self._sha256, base + start, base + end)
        return make_span(self._sha256, block.at(start), block.upto(end) if end > start else block.at(start))

    def words(self, block: Block, start: int, end: int) -> str:
        """The words as the document writes them, on one line, without blanks at both ends."""
        if start >= end:
            return ""
        pieces = block.pieces
        if len(pieces) == 1:
            base = pieces[0][1]
            return self.text[base + start : base + end].strip()
        quote = self.text[block.at(start) : block.upto(end)]
        return "".join(line.strip() for line in quote.split("\n")) if "\n" in quote else quote.strip()

    def clause(self, block: Block, done: Deed) -> tuple[str, str, Span]:
        """The verb and the object of a deed as the document writes them, and the place of its clause."""
        start, verb, obj, end = done.start, done.verb, done.object, done.end
        pieces = block.pieces
        if len(pieces) > 1:
            return self.words(block, verb, obj), self.words(block, obj, end), self.span(block, start, end)
        base, text = pieces[0][1], block.text
        words, middle = self.text, base + obj
        said = words[base + verb : middle].strip(), words[middle : base + end].strip()
        if text[start] in _BLANK or text[end - 1] in _BLANK:
            return *said, self.span(block, start, end)
        return *said, make_span(self._sha256, base + start, base + end)

    def id(self, section: str, kind: str, span: Span) -> str:
        """A proposal id: eId, kind, hash of the quote, which one of these."""
        digest = sha256(self.text[span.start : span.end].encode("utf-8", "surrogatepass")).hexdigest()[:8]
        key = f"{section}~{kind}~{digest}"
        seen = self._seen.get(key, 0) + 1
        self._seen[key] = seen
        return f"{key}~{seen}"
