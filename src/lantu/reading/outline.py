"""The structure of a plan: parts, chapters, sections, boxes, items and paragraphs, in text order."""

import re
from dataclasses import dataclass

from lantu.documents import Document
from lantu.plan import Section, SectionKind
from lantu.reading.blocks import Block, blocks
from lantu.reading.furniture import Frame, frame
from lantu.reading.headings import ITEM_RANK, RANK, Heading, heading_at
from lantu.reading.omissions import gaps, left_out
from lantu.reading.script import fold
from lantu.values import Problem, Span, make_span, maker

_LEAD_LIMIT = 32
_SECTION, _ITEM = r"第[〇零一二三四五六七八九十百]{1,4}节", r"（[一二三四五六七八九十]{1,3}）"
# Each with a pattern that is found quickly because it opens with one character.
_INNER = (
    (re.compile(_SECTION), re.compile(rf"(?<=[。！；])\s*{_SECTION}"), RANK[SectionKind.SECTION]),
    (re.compile(_ITEM), re.compile(rf"(?<=[。！；])\s*{_ITEM}"), ITEM_RANK + 1),
)
_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_NOTE = re.compile(r"注(?:释)?\s*(?:[：:]|[①-⑳\d（*＊])")
_TAGS = {
    SectionKind.PART: "part",
    SectionKind.CHAPTER: "chp",
    SectionKind.SECTION: "sec",
    SectionKind.BOX: "box",
    SectionKind.ITEM: "item",
    SectionKind.PARAGRAPH: "para",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of prose: a block (or part of one) and the eId of the node it stands in."""

    section: str
    block: Block


_section, _passage = maker(Section), maker(Passage)


@dataclass(frozen=True, slots=True)
class Outline:
    """What the text's own structure is.

    title: the plan's title as found ("" when the text has none in front of its first heading);
    sections: all nodes in text order; passages: all prose in text order, headings included.
    """

    title: str
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    problems: tuple[Problem, ...]

    def count(self, kind: SectionKind) -> int:
        """How many nodes of a kind there are."""
        return sum(section.kind is kind for section in self.sections)


def read_outline(document: Document, shadow: str | None = None) -> Outline:
    """Read the structure of a document; shadow: its folded text where that is at hand."""
    framed = frame(blocks(fold(document.text) if shadow is None else shadow))
    builder = _Builder(document, has_chapters=_has_chapters(framed.body))
    for block in framed.front:
        builder.paragraph(block)
    for block in framed.body:
        builder.add(block)
    sections = builder.closed()
    problems = (*left_out(document, framed), *gaps(document, sections))
    return Outline(_title(document, framed), sections, tuple(builder.passages), problems)


def _has_chapters(body: tuple[Block, ...]) -> bool:
    return any(b.text.startswith("第") and heading_at(b.text) for b in body)


@dataclass(slots=True)
class _Node:
    """A node while its end is not known yet."""

    eid: str
    kind: SectionKind
    number: int
    label: str
    title: str
    parent: str
    start: int
    end: int
    heading: Span | None


class _Builder:
    """Collects nodes; keeps the stack of open ones."""

    def __init__(self, document: Document, *, has_chapters: bool) -> None:
        self.document = document
        self.has_chapters = has_chapters
        self.sections: list[_Node] = []
        self.passages: list[Passage] = []
        self._text = document.text
        self._stack: list[tuple[int, str]] = []
        self._eids: set[str] = set()
        self._used: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._around_box: list[tuple[int, str]] = []
        self._last_in_box: dict[int, int] = {}
        self._noting = False  # behind a table or in its note

    def add(self, block: Block) -> None:
        """Add a block: a heading with what runs on behind it, or prose."""
        first = block.text[:1]
        if first in ("|", "注") or (self._noting and first in _CIRCLED):
            self._noting = first != "注" or _NOTE.match(block.text) is not None
            self.paragraph(block) if self._noting else self._prose(block)
            return
        self._noting = False
        heading = heading_at(block.text)
        if heading is None:
            self._prose(block)
            return
        self._open(block, heading)
        if heading.body_start < len(block.text):
            self._prose(block.part(heading.body_start, len(block.text)))

    def paragraph(self, block: Block) -> None:
        """Add prose as one paragraph node."""
        text = block.text
        stop = text.find("。")
        lead = text[:stop] if 0 < stop <= _LEAD_LIMIT and stop + 1 < len(text) else ""
        parent = self._stack[-1][1] if self._stack else ""
        start = block.start
        heading = make_span(self.document.sha256, start, block.upto(stop)) if lead else None
        eid = self._eid(parent, SectionKind.PARAGRAPH, 0)
        title = _one_line(heading.quote(self._text)) if heading else ""
        self.sections.append(
            _Node(eid, SectionKind.PARAGRAPH, 0, "", title, parent, start, block.end, heading)
        )
        self.passages.append(_passage(eid, block))

    def _prose(self, block: Block) -> None:
        """Add prose, splitting off headings and items that run on inside it."""
        rest = block
        while (cut := self._inner_heading(rest.text)) > 0:
            self.paragraph(rest.part(0, cut))
            rest = rest.part(cut, len(rest.text))
            heading = heading_at(rest.text)
            if heading is None:
                break
            self._open(rest, heading)
            if heading.body_start >= len(rest.text):
                return
            rest = rest.part(heading.body_start, len(rest.text))
        if rest.text.strip():
            self.paragraph(rest)

    def _inner_heading(self, text: str) -> int:
        """Where a heading continues the numbering inside a paragraph, 0 if nowhere."""
        for sign, pattern, rank in _INNER:
            if not sign.search(text):
                continue
            for match in pattern.finditer(text):
                start = match.end() - len(match[0].lstrip())
                heading = heading_at(text, start)
                if heading and heading.number == self._last_number(rank) + 1 > 1:
                    return start
        return 0

    def _last_number(self, rank: int) -> int:
        for open_rank, eid in reversed(self._stack):
            if open_rank == rank:
                return next(s.number for s in reversed(self.sections) if s.eid == eid)
        return 0

    def _open(self, block: Block, heading: Heading) -> None:
        kind, rank = self._kind(heading)
        if kind is SectionKind.BOX:
            self._around_box = self._around_box if self._in_box() else list(self._stack)
            self._last_in_box = {}
        elif kind is SectionKind.ITEM and self._in_box():
            if self._goes_on(rank, heading.number):
                self._stack = list(self._around_box)
            else:
                self._last_in_box[rank] = heading.number
        while self._stack and self._stack[-1][0] >= rank:
            self._stack.pop()
        parent = self._stack[-1][1] if self._stack else ""
        eid = self._eid(parent, kind, heading.number)
        start, end = block.start, block.upto(heading.title_end)
        first = block.at(heading.title_start) if heading.title_start < len(block.text) else end
        title = self._text[first:end]
        label = self._text[start : block.upto(max(heading.title_start, 1))].strip()
        # What runs on behind it is its children's; their ends are added when all is read.
        stop = max(end, block.upto(heading.body_start))
        words = make_span(self.document.sha256, start, end)
        self.sections.append(
            _Node(eid, kind, heading.number, _one_line(label), _one_line(title), parent, start, stop, words)
        )
        self.passages.append(_passage(eid, block.part(0, max(heading.body_start, 1))))
        self._stack.append((rank, eid))
        self._numbers[eid] = heading.number

    def _goes_on(self, rank: int, number: int) -> bool:
        """Whether an item inside a box counts on from those around the box, not from the box's own."""
        if self._last_in_box.get(rank, 0) == number - 1:
            return False
        return any(at == rank and self._numbers[eid] == number - 1 for at, eid in self._around_box)

    def _kind(self, heading: Heading) -> tuple[SectionKind, int]:
        """Kind and rank; in a text without 章 the forms 一、 and （一） stand for them."""
        if heading.kind is SectionKind.ITEM and not self.has_chapters:
            kind = {ITEM_RANK: SectionKind.CHAPTER, ITEM_RANK + 1: SectionKind.SECTION}.get(heading.rank)
            if kind and (not self._in_box() or heading.number == self._last_of(kind) + 1):
                return kind, RANK[kind]
        return heading.kind, heading.rank

    def _in_box(self) -> bool:
        return any(rank == RANK[SectionKind.BOX] for rank, _ in self._stack)

    def _last_of(self, kind: SectionKind) -> int:
        """Number of the last node of a kind under the chapter that is open, 0 for none."""
        for section in reversed(self.sections):
            if section.kind is kind:
                return section.number
            if section.kind is SectionKind.CHAPTER:
                break
        return 0

    def _eid(self, parent: str, kind: SectionKind, number: int) -> str:
        prefix = f"{parent}__" if parent else ""
        key = f"{prefix}{_TAGS[kind]}_{number}" if number else f"{prefix}{_TAGS[kind]}"
        used = self._used.get(key, 0) + 1
        eid = key if number and used == 1 else f"{key}_{used}"
        while eid in self._eids:  # a heading numbered 0 beside one numbered 1
            used += 1
            eid = f"{key}_{used}"
        self._used[key] = used
        self._eids.add(eid)
        return eid

    def closed(self) -> tuple[Section, ...]:
        """The nodes, each with the span that includes its children."""
        ends: dict[str, int] = {}
        for node in reversed(self.sections):
            node.end = max(node.end, ends.get(node.eid, 0))
            if node.parent:
                ends[node.parent] = max(ends.get(node.parent, 0), node.end)
        sha256 = self.document.sha256
        return tuple(
            [
                _section(
                    n.eid,
                    n.kind,
                    n.number,
                    n.label,
                    n.title,
                    n.parent,
                    make_span(sha256, n.start, n.end),
                    n.heading,
                )
                for n in self.sections
            ]
        )


def _one_line(text: str) -> str:
    if "\n" not in text:
        return text.strip()
    return re.sub(r"\s*\n\s*", "", text).strip()


def _title(document: Document, framed: Frame) -> str:
    """The plan's title: 《…》 or the first lines before the first heading that name a plan."""
    quoted = re.compile(r"《([^》]{6,80}(?:规划|计划|纲要|方案|意见)[^》]{0,20})》")
    lines = [b for b in framed.front if len(b.text) <= 60 and not b.text.endswith("。")]
    joined = ""
    for block in lines:
        joined += document.text[block.start : block.end]
        if re.search(r"(?:规划|计划|纲要|方案|意见|计划(?:（?草案）?)?的?报告)$", fold(joined)):
            return _one_line(joined)
    for block in framed.front:
        if match := quoted.search(block.text):
            return document.text[block.at(match.start(1)) : block.upto(match.end(1))]
    return ""
