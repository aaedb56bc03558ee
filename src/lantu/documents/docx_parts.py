"""Words of a Word document that stand in other parts of its file: inserted documents, diagrams.

An inserted document (``altChunk``, what merging tools leave) is a whole document of any format; a
diagram (SmartArt) keeps its words as points of a model with parent and order.
"""

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from lantu.documents.numbering import W
from lantu.documents.package import Element, Package

_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DIAGRAM = f"{_DGM}relIds"
CHUNK = f"{W}altChunk"
_SHOWN = (None, "node", "asst")


class OtherParts:
    """The parts a document part refers to by relation."""

    def __init__(self, package: Package, path: str) -> None:
        self._package = package
        self._paths = {key: target for key, (_, target) in package.related(path).items()}

    def chunk(self, element: Element) -> bytes | None:
        """The bytes of an inserted document, None when the file has no such part."""
        path = self._paths.get(element.get(f"{_R}id", ""))
        return None if path is None else self._package.bytes_of(path)

    def diagram(self, element: Element) -> Element | None:
        """The words of a diagram as a text box, a paragraph for each; None when there are none."""
        path = self._paths.get(element.get(f"{_R}dm", ""))
        root = self._package.xml(path) if path is not None else None
        if root is None:
            return None
        box = etree.Element(f"{W}txbxContent")
        for point in _in_order(root):
            for paragraph in point.iter(f"{_A}p"):
                words = "".join(one.text or "" for one in paragraph.iter(f"{_A}t"))
                if words.strip():
                    run = etree.SubElement(etree.SubElement(box, f"{W}p"), f"{W}r")
                    etree.SubElement(run, f"{W}t").text = words
        return box if len(box) else None


def _in_order(root: Element) -> Iterator[Element]:
    """Points that are shown, each before those under it; one no relation leads to comes last."""
    points = {one.get("modelId", ""): one for one in root.iter(f"{_DGM}pt")}
    under: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for one in root.iter(f"{_DGM}cxn"):
        if one.get("type", "parOf") == "parOf":
            order = one.get("srcOrd", "")
            place = int(order) if order.isdigit() and len(order) < 9 else 0
            under[one.get("srcId", "")].append((place, one.get("destId", "")))
    seen: set[str] = set()
    waiting = [key for key, one in points.items() if one.get("type") == "doc"]
    waiting = [*reversed(points), *reversed(waiting)]
    while waiting:
        key = waiting.pop()
        if key in seen or key not in points:
            continue
        seen.add(key)
        waiting += [dest for _, dest in sorted(under[key], reverse=True)]
        if points[key].get("type") in _SHOWN:
            yield points[key]
