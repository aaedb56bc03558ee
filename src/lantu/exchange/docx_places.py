"""Where in a Word document a mark can stand for a figure.

Marks stand between the runs of a line. Word ignores them in text boxes, foot- and endnotes ([MS-OI29500]
2.1.315), and writes fields and some content controls anew; there the mark goes around the whole thing,
as it stands in the body, and the comment must say which figure is meant.
"""

from dataclasses import dataclass
from enum import StrEnum

from lantu.documents.docx_parts import DIAGRAM
from lantu.documents.docx_traced import TracedDocx
from lantu.documents.numbering import W
from lantu.documents.package import Element
from lantu.documents.traced import Origin
from lantu.documents.written import words

_LINES = frozenset(
    f"{W}{name}" for name in words("p hyperlink ins moveTo smartTag sdtContent customXml dir bdo")
)
_BOX = f"{W}txbxContent"
_SDT = f"{W}sdt"
_WHOLE = frozenset(f"{W}{name}" for name in words("ruby drawing pict object fldSimple")) | {
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMathPara",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
}
_WRITTEN_ANEW = words(
    "text dataBinding date comboBox dropDownList picture checkbox docPartObj docPartList "
    "lock citation bibliography"
)


class Where(StrEnum):
    """What holds a figure that the mark cannot stand at itself."""

    HERE = "here"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    BOX = "box"
    DIAGRAM = "diagram"
    AROUND = "around"


@dataclass(frozen=True, slots=True)
class Edge:
    """A place between runs or within one.

    node: what stands in the line, mostly a run; leaf, at: the words in it and how many of them come before,
    leaf None for before or behind the whole node.
    """

    node: Element
    leaf: Element | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the mark of a figure begins and ends, and what holds the figure."""

    first: Edge
    last: Edge
    where: Where


class Spots:
    """The spots of a document."""

    def __init__(self, traced: TracedDocx) -> None:
        self._traced = traced
        self._fields: dict[Element, list[tuple[Element, Element, frozenset[Element]]]] = {}

    def of(self, start: int, end: int) -> Spot | None:
        """The spot for a stretch of the text; None when no mark can stand for it."""
        origins = self._traced.of(start, end)
        if not origins:
            return None
        first, where = self._edge(origins[0], behind=False)
        last, other = self._edge(origins[-1], behind=True)
        if first is None or last is None:
            return None
        return Spot(first, last, where if where is not Where.HERE else other)

    def _edge(self, origin: Origin, *, behind: bool) -> tuple[Edge | None, Where]:
        leaf = origin.element
        node, where = _in_line(leaf)
        if node is None:
            return None, where
        field = self._field(node)
        if field is not None:
            return Edge(field[behind]), Where.AROUND if where is Where.HERE else where
        if where is not Where.HERE or leaf.getparent() is not node:
            return Edge(node), where
        at = origin.offset + (origin.end - origin.start if behind else 0)
        return Edge(node, leaf, at), where

    def _field(self, node: Element) -> tuple[Element, Element] | None:
        """The first and last run of the outermost field that lies around a node in its paragraph."""
        paragraph = next(node.iterancestors(f"{W}p"), None)
        if paragraph is None:
            return None
        if paragraph not in self._fields:
            self._fields[paragraph] = _fields(paragraph)
        return next(((a, b) for a, b, inside in self._fields[paragraph] if node in inside), None)


def first_line(traced: TracedDocx) -> Element | None:
    """The first paragraph of the body, outside of boxes."""
    for one in traced.root.iter(f"{W}p"):
        if next(one.iterancestors(_BOX), None) is None:
            return one
    return None


def _in_line(leaf: Element) -> tuple[Element | None, Where]:
    """What stands in a line of the body and holds a leaf; a mark can stand before and behind it."""
    where = {
        f"{W}footnoteReference": Where.FOOTNOTE,
        f"{W}endnoteReference": Where.ENDNOTE,
        DIAGRAM: Where.DIAGRAM,
    }.get(leaf.tag, Where.HERE)
    chosen, below, sought, in_line = None, leaf, True, True
    for above in leaf.iterancestors():
        if sought and in_line and above.tag in _LINES:
            chosen, sought = below, False
        if above.tag == _BOX:
            sought = in_line = True
            where = Where.BOX
        elif above.tag == f"{W}p":
            in_line = False
        elif in_line and (above.tag in _WHOLE or (above.tag == _SDT and _is_anew(above))):
            sought = True
            where = Where.AROUND if where is Where.HERE else where
        below = above
    return chosen, where


def _is_anew(control: Element) -> bool:
    """Whether Word writes what a content control holds, or lets nobody write in it."""
    properties = control.find(f"{W}sdtPr")
    tags = () if properties is None else (one.tag for one in properties.iter("*"))
    return any(tag.rpartition("}")[2] in _WRITTEN_ANEW for tag in tags)


def _fields(paragraph: Element) -> list[tuple[Element, Element, frozenset[Element]]]:
    """Outermost fields that begin and end in a paragraph: first and last node, all nodes between."""
    found: list[tuple[int, int]] = []
    begun: list[int] = []
    nodes: list[Element] = []
    for one in paragraph.iterdescendants("*"):
        if next(one.iterancestors(f"{W}p")) is not paragraph:  # in a box
            continue
        if one.getparent().tag in _LINES:
            nodes.append(one)
        if one.tag != f"{W}fldChar" or not nodes:
            continue
        kind = one.get(f"{W}fldCharType")
        if kind == "begin":
            begun.append(len(nodes) - 1)
        elif kind == "end" and begun:
            start = begun.pop()
            while found and found[-1][0] >= start:
                found.pop()
            found.append((start, len(nodes)))
    return [(nodes[a], nodes[b - 1], frozenset(nodes[a:b])) for a, b in found]
