"""A place in a document."""

from dataclasses import dataclass

from lantu.values.maker import maker


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (half open) of the document with this sha256.

    The offsets count Unicode code points of the text as extracted, before any cleaning,
    so ``text[span.start:span.end]`` is the quote. Records keep their span out of equality.
    """

    document: str
    start: int
    end: int

    def quote(self, text: str) -> str:
        """Return the words this span covers in its document's text."""
        return text[self.start : self.end]


make_span = maker(Span)
"""Makes a span, quickly."""
