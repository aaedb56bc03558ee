"""The text of a plan as Akoma Ntoso: the reader's structure and eIds, every word in place, figures marked."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from lxml.builder import ElementMaker
from lxml.etree import _Element as Element

from lantu.documents import Document
from lantu.plan import Section, SectionKind, Target
from lantu.reading.jsonl import plain
from lantu.values import Span

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})

_TAGS = {
    SectionKind.PART: "part",
    SectionKind.CHAPTER: "chapter",
    SectionKind.SECTION: "section",
    SectionKind.PARAGRAPH: "paragraph",
}
_BLANK_LINE = re.compile(r"\n[ \t\u3000\r]*\n")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text without the characters that XML cannot hold (form feeds and other control characters)."""
    return _NOT_XML.sub("", text)


def concept_id(indicator: str) -> str:
    """The eId of the concept that an indicator's words stand for: the same words, the same eId."""
    return f"indicator__{sha256(indicator.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


@dataclass(slots=True)
class Body:
    """The body and where each target was marked.

    places: target id -> eId of its ``quantity``; of a target without a place of its own (two targets that
    share a figure's words share the mark; a figure in a heading has none) the eId of its node.
    """

    element: Element
    places: dict[str, str]


def body(document: Document, sections: Sequence[Section], targets: Sequence[Target]) -> Body:
    """Write all nodes; text that no node below holds becomes a container of its own, so nothing is lost."""
    writer = _Writer(document, _Marks.of(targets))
    children: dict[str, list[Section]] = {}
    known = {section.eid for section in sections}
    for section in sections:
        children.setdefault(section.parent if section.parent in known else "", []).append(section)
    element = E("mainBody")
    for section in children.get("", ()):
        element.append(writer.node(section, children, len(document.text)))
    if not len(element):
        element.append(E("hcontainer", E("content", E("p")), name="text", eId="text_1"))
    places = {target.id: target.section for target in targets if target.section in known}
    return Body(element, {**places, **writer.places})


@dataclass(frozen=True, slots=True)
class _Marks:
    """Targets by place: spans that do not overlap, each with the targets it carries."""

    starts: tuple[int, ...]
    spans: tuple[tuple[Span, tuple[Target, ...]], ...]

    @classmethod
    def of(cls, targets: Sequence[Target]) -> "_Marks":
        by_span: dict[tuple[int, int], list[Target]] = {}
        for target in targets:
            if target.span is not None and target.span.end > target.span.start:
                by_span.setdefault((target.span.start, target.span.end), []).append(target)
        kept: list[tuple[Span, tuple[Target, ...]]] = []
        for (start, end), same in sorted(by_span.items()):
            if not kept or start >= kept[-1][0].end:
                kept.append((Span("", start, end), tuple(same)))
        return cls(tuple(span.start for span, _ in kept), tuple(kept))

    def within(self, start: int, end: int) -> Iterator[tuple[Span, tuple[Target, ...]]]:
        for span, targets in self.spans[bisect_left(self.starts, start) :]:
            if span.end > end:
                return
            yield span, targets


@dataclass(slots=True)
class _Writer:
    document: Document
    marks: _Marks
    places: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def node(self, section: Section, children: dict[str, list[Section]], limit: int) -> Element:
        """A node with number, heading and its content or inner nodes, none of it past the limit."""
        tag = _TAGS.get(section.kind, "hcontainer")
        element = E(tag, eId=section.eid)
        if tag == "hcontainer":
            element.set("name", section.kind.value)
        start, end = (section.span.start, min(section.span.end, limit)) if section.span else (0, 0)
        if section.kind is not SectionKind.PARAGRAPH:  # the lead phrase of a paragraph is part of its text
            start = self._head(element, section, start)
        inner = children.get(section.eid, [])
        if not inner:
            element.append(self._content(start, end, section.eid))
            return element
        for child, following in zip(inner, [*inner[1:], None], strict=True):
            stop = end if following is None or following.span is None else following.span.start
            if child.span is not None:
                self._between(element, section.eid, start, child.span.start)
                start = max(start, min(child.span.end, stop))
            element.append(self.node(child, children, min(stop, end)))
        self._between(element, section.eid, start, end)
        return element

    def _head(self, element: Element, section: Section, start: int) -> int:
        """Number and heading; returns where the text after them starts."""
        if section.label:
            element.append(E("num", legal(section.label)))
        if section.title:
            element.append(E("heading", legal(section.title)))
        return max(start, section.heading.end) if section.heading else start

    def _between(self, element: Element, eid: str, start: int, end: int) -> None:
        """Text of a node that stands outside its inner nodes."""
        if start < end and self.document.text[start:end].strip(" \t\r\n\u3000。："):
            own = self._next(eid, "text")
            element.append(E("hcontainer", self._content(start, end, own), name="text", eId=own))

    def _content(self, start: int, end: int, eid: str) -> Element:
        """Paragraphs of a run of text, parted at blank lines."""
        content = E("content")
        at = start
        for blank in [*_BLANK_LINE.finditer(self.document.text, start, end), None]:
            stop = end if blank is None else blank.start()
            piece = self.document.text[at:stop]
            left = len(piece) - len(piece.lstrip())
            if piece.strip():
                content.append(self._words(at + left, at + left + len(piece.strip()), eid))
            at = stop if blank is None else blank.end()
        if not len(content):
            content.append(E("p"))
        return content

    def _words(self, start: int, end: int, eid: str) -> Element:
        """One paragraph with its figures marked."""
        text = self.document.text
        paragraph = E("p")
        last: Element | None = None
        at = start
        for span, targets in (*self.marks.within(start, end), (Span("", end, end), ())):
            words = legal(text[at : span.start])
            if last is None:
                paragraph.text = words
            else:
                last.tail = words
            if targets:
                last = self._quantity(span, targets, eid)
                paragraph.append(last)
            at = span.end
        return paragraph

    def _quantity(self, span: Span, targets: tuple[Target, ...], eid: str) -> Element:
        own = self._next(eid, "quantity")
        for target in targets:
            self.places[target.id] = own
        text = legal(self.document.text[span.start : span.end])
        element = E("quantity", text, eId=own, refersTo=f"#{concept_id(targets[0].indicator)}")
        value = targets[0].value
        if value is not None:
            element.set("normalized", plain(value))
        return element

    def _next(self, eid: str, kind: str) -> str:
        """The next eId of a kind inside a node."""
        key = f"{eid}__{kind}"
        self.counts[key] = self.counts.get(key, 0) + 1
        return f"{key}_{self.counts[key]}"
