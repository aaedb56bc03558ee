"""The sentence a figure stands in, cut from the plan's text with the figure marked."""

from dataclasses import dataclass

from lantu.documents import Document
from lantu.values import Span

_ENDS = "。！？!?\n\r"
FURTHEST = 160  # characters shown on either side at most


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence in three pieces, the figure in the middle; cut marks say whether it was shortened."""

    before: str
    figure: str
    after: str
    cut_before: bool
    cut_after: bool


def passage(document: Document | None, span: Span | None) -> Passage | None:
    """The sentence around a span; None without the text, or when the span belongs to another text."""
    if document is None or span is None or span.document != document.sha256:
        return None
    text = document.text
    start = span.start
    while start > 0 and span.start - start < FURTHEST and text[start - 1] not in _ENDS:
        start -= 1
    end = span.end
    while end < len(text) and end - span.end < FURTHEST and text[end - 1] not in _ENDS:
        end += 1
    return Passage(
        text[start : span.start].lstrip(),
        text[span.start : span.end],
        text[span.end : end].rstrip(),
        start > 0 and text[start - 1] not in _ENDS,
        end < len(text) and text[end - 1] not in _ENDS,
    )
