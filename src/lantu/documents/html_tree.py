"""The element tree of a web page: rows and cells of a table, frames, numbers of lists."""

import re
from collections.abc import Iterator

from lantu.documents.counting import written as counted
from lantu.documents.package import Element

_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CHINESE_LIST = re.compile(
    r"list-style(?:-type)?\s*:[^;]*(?:cjk-ideographic|simp-chinese|trad-chinese)", re.IGNORECASE
)
_SPAN_MOST = 1000
_FRAME_PARAGRAPHS = 3
_FRAME_LENGTH = 400


def table_rows(table: Element) -> Iterator[Element]:
    """Rows of a table itself, not of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def row_cells(row: Element) -> Iterator[Element]:
    """Cells of a row, heads included."""
    return (cell for cell in row if cell.tag in ("td", "th"))


def is_frame(table: Element, rows: list[Element]) -> bool:
    """Whether a table only lays out the page.

    It holds tables, never has two cells in a row, or a cell of it holds paragraphs as an article does.
    """
    if next(table.iterdescendants("table"), None) is not None:
        return True
    if all(sum(1 for _ in row_cells(row)) < 2 for row in rows):
        return True
    for row in rows:
        for cell in row_cells(row):
            inner = sum(1 for _ in cell.iterdescendants("p", "div", "h1", "h2", "h3", "br"))
            if inner > _FRAME_PARAGRAPHS and len("".join(cell.itertext())) > _FRAME_LENGTH:
                return True
    return False


def span(cell: Element, name: str) -> int:
    """Rows or columns a cell covers, bounded; 1 when it does not say."""
    text = cell.get(name, "1").strip()
    return min(int(text), _SPAN_MOST) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def block_of(image: Element) -> Element | None:
    """The paragraph or figure a picture stands in, None when it stands elsewhere (a logo, a cell)."""
    block = next((a for a in image.iterancestors() if a.tag in ("p", "td", "div", "figure")), None)
    return block if block is not None and block.tag in ("p", "figure") else None


def label(number: int, ordered: Element) -> str:
    """The number a browser shows before an item of an ordered list."""
    style = ordered.get("style", "")
    if "none" in style:
        return ""
    if _CHINESE_LIST.search(style):
        return counted(number, "chineseCountingThousand") + "、"
    return counted(number, _LIST_FORMS.get(ordered.get("type", ""), "decimal")) + ". "


def whole(text: str | None, otherwise: int) -> int:
    """A whole number of an attribute, ``otherwise`` when it is none."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else otherwise
