"""Marks put into the bytes of a Word document: ranges of comments, runs parted where one begins or ends."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from lantu.documents.numbering import W
from lantu.documents.package import Element
from lantu.documents.raw_parts import Tagged, places
from lantu.exchange.docx_places import Edge, Spot

_TEXT = f"{W}t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_KEEP = b' xml:space="preserve"'
_CHARACTER = re.compile(r"&[^;]*;|\r\n|.", re.DOTALL)


@dataclass(slots=True)
class _Cut:
    """What is put in at one byte: the run closed, ranges that end and begin there, the run opened again."""

    close: bytes = b""
    ends: list[bytes] = field(default_factory=list)
    starts: list[bytes] = field(default_factory=list)
    reopen: bytes = b""

    @property
    def whole(self) -> bytes:
        return self.close + b"".join(self.ends) + b"".join(self.starts) + self.reopen


@dataclass(frozen=True, slots=True)
class Sign:
    """How comments are referred to: properties of the run of a reference, the name space to declare."""

    properties: str
    space: str


def marked(
    data: bytes,
    root: Element,
    spots: Iterable[tuple[int, Spot]],
    head: tuple[int, Element] | None,
    sign: Sign,
) -> bytes:
    """The main part with the marks of comments: number and spot of each.

    data: the part in UTF-8; root: its tree, which the elements of the spots lie in; head: number of one
    that is put before the words of a paragraph.
    """
    known = list(spots)
    edges = [edge for _, spot in known for edge in (spot.first, spot.last)]
    at = places(data, root, _needed(edges, head))
    marks = _Marks(data, at, sign)
    for number, spot in known:
        first, last = marks.cut(spot.first, behind=False), marks.cut(spot.last, behind=True)
        if first >= last:  # one thing seen from two sides
            first, last = min(first, last), max(first, last)
        prefix = at[spot.first.node.getparent()].prefix
        marks.cuts[first].starts.append(marks.tag(prefix, "commentRangeStart", number))
        marks.cuts[last].ends.append(marks.end(at[spot.last.node.getparent()].prefix, number))
    if head is not None:
        marks.put_first(*head)
    return marks.whole()


def _needed(edges: list[Edge], head: tuple[int, Element] | None) -> set[Element]:
    needed: set[Element] = set()
    for edge in edges:
        needed |= {edge.node, edge.node.getparent()}
        if edge.leaf is not None:
            needed |= {edge.leaf, *edge.node.findall(f"{W}rPr")}
    if head is not None:
        needed |= {head[1], *head[1].findall(f"{W}pPr")}
    return needed


class _Marks:
    """Cuts by the byte they stand at."""

    def __init__(self, data: bytes, at: dict[Element, Tagged], sign: Sign) -> None:
        self._data, self._at, self._sign = data, at, sign
        self.cuts: dict[int, _Cut] = defaultdict(_Cut)
        self._kept: dict[int, tuple[int, bytes]] = {}  # byte -> bytes replaced, what stands there instead

    def cut(self, edge: Edge, *, behind: bool) -> int:
        """Make room at an edge; the byte it is at."""
        node = self._at[edge.node]
        inside = self._inside(edge)
        if inside is None:
            return node.end if behind else node.start
        return inside

    def tag(self, prefix: bytes, name: str, number: int) -> bytes:
        """An empty element that names a comment."""
        p = (prefix or b"w:").decode()
        declared = "" if prefix else f' xmlns:w="{self._sign.space}"'
        return f'<{p}{name}{declared} {p}id="{number}"/>'.encode()

    def end(self, prefix: bytes, number: int) -> bytes:
        """The end of a range and the run of its reference."""
        p = (prefix or b"w:").decode()
        declared = "" if prefix else f' xmlns:w="{self._sign.space}"'
        properties = self._sign.properties.replace("w:", p)
        run = f'<{p}r{declared}><{p}rPr>{properties}</{p}rPr><{p}commentReference {p}id="{number}"/></{p}r>'
        return self.tag(prefix, "commentRangeEnd", number) + run.encode()

    def put_first(self, number: int, paragraph: Element) -> None:
        """Refer to a comment before the words of a paragraph."""
        place, own = self._at[paragraph], paragraph.find(f"{W}pPr")
        mark = self.tag(place.prefix, "commentRangeStart", number) + self.end(place.prefix, number)
        if place.inner_end == place.end:
            self._kept[place.end - 2] = (2, b">" + mark + b"</" + place.name + b">")
            return
        at = place.inner if own is None else self._at[own].end
        self.cuts[at].ends.insert(0, mark)

    def whole(self) -> bytes:
        """The part with all cuts."""
        made = [(at, 0, cut.whole) for at, cut in self.cuts.items()]
        made += [(at, length, new) for at, (length, new) in self._kept.items()]
        parts, done = [], 0
        for at, length, new in sorted(made):
            parts += [self._data[done:at], new]
            done = at + length
        return b"".join([*parts, self._data[done:]])

    def _inside(self, edge: Edge) -> int | None:
        """The byte within a run, the run parted there; None at its own edges or when it cannot be parted."""
        leaf, node = edge.leaf, edge.node
        if leaf is None:
            return None
        words = leaf.text or ""
        siblings = [one for one in node.iterchildren("*") if one.tag != f"{W}rPr"]
        if edge.at <= 0:
            return None if leaf is siblings[0] else self._part(node, self._at[leaf].start)
        if edge.at >= max(1, len(words)):
            return None if leaf is siblings[-1] else self._part(node, self._at[leaf].end)
        byte = self._byte(leaf, edge.at)
        if byte is None:
            return None
        place = self._at[leaf]
        start_tag = self._data[place.start : place.inner]
        if leaf.get(_SPACE) != "preserve":
            start_tag = start_tag[:-1] + _KEEP + b">"
            if words[edge.at - 1].isspace():
                self._kept[place.inner - 1] = (0, _KEEP)
        return self._part(node, byte, b"</" + place.name + b">", start_tag)

    def _part(self, node: Element, at: int, close: bytes = b"", reopen: bytes = b"") -> int:
        """Part a run at a byte of it: both halves have its attributes and properties."""
        run, own = self._at[node], node.find(f"{W}rPr")
        properties = b"" if own is None else self._data[self._at[own].start : self._at[own].end]
        cut = self.cuts[at]
        cut.close = close + b"</" + run.name + b">"
        cut.reopen = self._data[run.start : run.inner] + properties + reopen
        return at

    def _byte(self, leaf: Element, characters: int) -> int | None:
        """The byte behind so many characters of a leaf; None for one not to be parted."""
        place, words = self._at[leaf], leaf.text or ""
        raw = self._data[place.inner : place.inner_end]
        if leaf.tag != _TEXT or b"<" in raw or (words != words.strip() and leaf.get(_SPACE) != "preserve"):
            return None
        whole = [one.group() for one in _CHARACTER.finditer(raw.decode())]
        if len(whole) != len(words):
            return None
        return place.inner + len("".join(whole[:characters]).encode())
