"""The element tree of a Word document: what is a wrapper, what is left out, what a row holds."""

from collections.abc import Iterator

from lantu.documents.numbering import W
from lantu.documents.package import Element
from lantu.documents.written import words

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
LEFT_OUT = frozenset(
    f"{W}{name}"
    for name in words(
        "del moveFrom delText instrText delInstrText pPr rPr sectPr tblPr tblGrid trPr tcPr sdtPr rt "
        "commentReference proofErr bookmarkStart bookmarkEnd"
    )
)


def paragraphs(parent: Element) -> Iterator[Element]:
    """Paragraphs inside a cell or box, those of wrappers and inner tables too."""
    for child in children(parent):
        if child.tag == f"{W}p":
            yield child
        elif child.tag not in LEFT_OUT:
            yield from paragraphs(child)


def children(parent: Element) -> Iterator[Element]:
    """Child elements; of two renderings of one thing (AlternateContent) the first."""
    for child in parent:
        if not isinstance(child.tag, str):
            continue
        if child.tag == f"{_MC}AlternateContent":
            chosen = next((c for c in child if c.tag == f"{_MC}Choice"), None)
            if chosen is None:
                chosen = child.find(f"{_MC}Fallback")
            if chosen is not None:
                yield from children(chosen)
        else:
            yield child


def table_rows(table: Element) -> Iterator[Element]:
    """Rows of a table, those in content controls too, deleted ones left out."""
    for child in children(table):
        if child.tag == f"{W}tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag not in LEFT_OUT:
            yield from table_rows(child)


def row_cells(row: Element) -> Iterator[Element]:
    """Cells of a row, those in content controls too."""
    for child in children(row):
        if child.tag == f"{W}tc":
            yield child
        elif child.tag not in LEFT_OUT:
            yield from row_cells(child)


def by_id(root: Element | None, tag: str) -> dict[str, Element]:
    """Notes by id, without the separators Word keeps among them."""
    found = root.iter(tag) if root is not None else ()
    return {one.get(f"{W}id", ""): one for one in found if one.get(f"{W}type", "normal") == "normal"}


def count(properties: Element | None, name: str, otherwise: int) -> int:
    """A small number of a table's properties, bounded."""
    one = properties.find(f"{W}{name}") if properties is not None else None
    text = one.get(f"{W}val", "") if one is not None else ""
    return min(int(text), 1000) if text.isdigit() and len(text) < 9 else otherwise


def symbol(element: Element) -> str:
    """A character named by its code; those of symbol fonts mean nothing elsewhere."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xD800 else ""
