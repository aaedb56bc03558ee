"""Making the XML parts of an Office file, and packing them so that the same parts give the same bytes."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "ap": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
_DOCUMENT = ("w", "r", "wp", "a", "pic", "asvg", "wps", "mc")
_BARE = {"ct", "rel", "ap"}  # written without prefix: LibreOffice knows the package by its bare names
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold: files carry no clock

Element = Any
"""An element of lxml, which has no types here."""


def el(
    name: str,
    attributes: Mapping[str, object] | None = None,
    *children: Element | str | None,
    root: bool = False,
) -> Element:
    """Make an element: ``el("w:p", {"w:val": 1}, child, "text")``; children that are None are left out.

    root: declare the document's prefixes here, as the outermost element of a part does.
    """
    prefix = _prefix(name)
    own: dict[str | None, str] = {None if prefix in _BARE else prefix: NAMES[prefix]}
    made = etree.Element(qualified(name), nsmap={key: NAMES[key] for key in _DOCUMENT} if root else own)
    for key, value in (attributes or {}).items():
        made.set(qualified(key), str(value))
    for child in children:
        if isinstance(child, str):
            made.text = (made.text or "") + child
        elif child is not None:
            # lxml would take an element out of its first parent; one used twice is copied instead.
            made.append(child if child.getparent() is None else deepcopy(child))
    return made


def val(name: str, value: object) -> Element:
    """An element with the one attribute ``w:val``."""
    return el(name, {"w:val": value})


def qualified(name: str) -> str:
    """``w:p`` as ``{namespace}p``; a name without prefix stays."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}" if colon else name


def _prefix(name: str) -> str:
    return name.partition(":")[0]


def xml_bytes(root: Element) -> bytes:
    """The part as UTF-8 with its declaration; unused prefixes stay only on the document's root."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def pack(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Zip the parts in the order given, with one fixed time: the same parts, the same bytes."""
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, data in parts:
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            package.writestr(info, data)
    return file.getvalue()
