"""A Word document read as always, and for each word of its text the element it stands in.

The words of a note are led back to its mark in the body, those of a diagram to where the diagram stands,
because these are places one can write at. Inserted documents and numbers Word counts itself have none.
"""

from bisect import bisect_right
from dataclasses import dataclass

from lantu.documents.document import Document, Kind
from lantu.documents.docx import DocxReader
from lantu.documents.docx_parts import DIAGRAM
from lantu.documents.docx_tree import children
from lantu.documents.package import PARAGRAPHS_LIMIT, Element, Package, too_deep
from lantu.documents.traced import Leaf, Origin, Traced, TracedWritten, joined


@dataclass(frozen=True)
class TracedDocx:
    """A Word document as read, and where its words stand.

    path, root: its main part and the tree of it, which all elements of ``origins`` lie in; origins: in text
    order, without overlap.
    """

    document: Document
    package: Package
    path: str
    root: Element
    origins: tuple[Origin, ...]

    def of(self, start: int, end: int) -> tuple[Origin, ...]:
        """The origins of a stretch of the text, each cut to it; () when nothing of it has one."""
        index = max(0, bisect_right(self.origins, start, key=lambda one: one.start) - 1)
        found: list[Origin] = []
        while index < len(self.origins) and self.origins[index].start < end:
            one = self.origins[index]
            index += 1
            first, last = max(one.start, start), min(one.end, end)
            if first < last:
                found.append(Origin(first, last, one.element, one.offset + first - one.start))
        return tuple(found)


def trace_docx(name: str, data: bytes) -> TracedDocx:
    """Read a .docx as ``read_docx`` does, with the way back. Raises InputError as it does."""
    package = Package(name, data)
    try:
        reader = _TracingReader.over(name, package, 0, PARAGRAPHS_LIMIT)
    except RecursionError as error:
        raise too_deep(name) from error
    written = reader.written
    assert isinstance(written, TracedWritten)  # noqa: S101 - what the class below names
    origins = sorted(written.origins, key=lambda one: one.start)
    return TracedDocx(
        written.document(name, Kind.DOCX, data), package, reader.path, reader.root, tuple(origins)
    )


class _TracingReader(DocxReader):
    """Reads as its parent does and marks each leaf."""

    writes = TracedWritten

    def __init__(self, name: str, package: Package, path: str, body: Element, depth: int, room: int) -> None:
        super().__init__(name, package, path, body, depth, room)
        self._hosts: dict[Element, Element] = {}  # a diagram made into a box -> where it stands

    def _text(self, parent: Element, boxes: list[Element]) -> str:
        return joined("", (self._words(child, boxes) for child in children(parent)))

    def _words(self, child: Element, boxes: list[Element]) -> str:
        before = len(boxes)
        text = super()._words(child, boxes)
        if child.tag == DIAGRAM:
            self._hosts.update((box, child) for box in boxes[before:])
        if isinstance(text, Traced) or not text:
            return text
        return _whole(text, self._hosts.get(_top(child), child) if self._hosts else child)

    def _note(self, reference: Element) -> str:
        waiting = len(self._notes.waiting)
        own = super()._note(reference)
        for index in range(waiting, len(self._notes.waiting)):
            mark, text = self._notes.waiting[index]
            self._notes.waiting[index] = (mark, _whole(text, reference))
        return own


def _whole(text: str, element: Element) -> Traced:
    return Traced.of(text, (Leaf(0, len(text), element),))


def _top(element: Element) -> Element:
    while (above := element.getparent()) is not None:
        element = above
    return element
