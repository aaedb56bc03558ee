"""Workbooks (.xlsx): each sheet a heading line and its cells as a table, with the way back to every cell.

Read straight from the parts, not through a workbook library: such a library makes a cell object for every
cell a merged range covers, and one range over a whole sheet has seventeen thousand million.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import get_column_letter

from lantu.documents.document import Document, Kind
from lantu.documents.number_format import shown
from lantu.documents.package import Element, Package
from lantu.documents.table import Piece, Table, write_table
from lantu.documents.written import Written
from lantu.values import InputError, Problem, msg

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_DEFAULT_TITLE = re.compile(r"(?:Sheet|工作表|表|Table)\s*\d*", re.IGNORECASE)
CELLS_LIMIT = 300_000
# Chinese locale dates that Excel keeps under numbers of their own instead of codes (ECMA-376, 18.8.30).
_CHINESE_FORMATS = {
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    50: 'yyyy"年"m"月"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}


@dataclass(frozen=True, slots=True)
class _Book:
    """What the sheets of a workbook share."""

    strings: tuple[str, ...]
    formats: tuple[str, ...]
    since_1904: bool


def read_xlsx(name: str, data: bytes) -> tuple[Document, tuple[Problem, ...]]:
    """Take the text out of a workbook.

    Hidden sheets, rows and columns are read too (a hidden category column is common) and said to be.
    Raises InputError when it is damaged, unpacks beyond bounds or has too many cells.
    """
    package = Package(name, data)
    path = package.main_part("xl/workbook.xml")
    root = package.xml(path)
    if root is None:
        raise package.broken()
    relations = package.related(path)
    parts = dict(relations.values())
    properties = root.find(f"{S}workbookPr")
    book = _Book(
        _strings(package.xml(parts.get("sharedStrings", ""))),
        _formats(package.xml(parts.get("styles", ""))),
        properties is not None and properties.get("date1904") in ("1", "true"),
    )
    written, problems, left = Written(), [], CELLS_LIMIT
    for sheet in root.iter(f"{S}sheet"):
        title = sheet.get("name", "")
        kind, target = relations.get(sheet.get(_ID, ""), ("", ""))
        page = package.xml(target) if kind == "worksheet" else None
        if page is None:
            continue
        pieces = tuple(_pieces(page, book, title))
        left -= len(pieces)
        if left < 0:
            raise InputError(
                msg(
                    "文件“{name}”的单元格超过 {limit} 个；请只保留要读的工作表。",
                    name=name,
                    limit=CELLS_LIMIT,
                )
            )
        if sheet.get("state", "visible") != "visible" and pieces:
            problems.append(
                Problem("hidden-sheet", msg("隐藏的工作表“{sheet}”也已读入。", sheet=title), "note")
            )
        if any(piece.text for piece in pieces):
            if not _DEFAULT_TITLE.fullmatch(title):
                written.paragraph(title)
            for block in _blocks(pieces):
                write_table(written, Table(block))
    return written.document(name, Kind.XLSX, data), tuple(problems)


def _blocks(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """The tables of a sheet: another begins where a row of one cell, a title, stands under a blank row."""
    rows: dict[int, list[Piece]] = {}
    for piece in pieces:
        rows.setdefault(piece.row, []).append(piece)
    last = max((number for number, row in rows.items() if len(row) > 1), default=-1)  # below it: notes
    block: list[Piece] = []
    reached = -1
    for number, row in sorted(rows.items()):
        title = len(row) == 1 and row[0].rows == 1 and number < last
        if block and title and number > reached + 1:
            yield tuple(block)
            block = []
        block += row
        reached = max(reached, *(piece.row + piece.rows - 1 for piece in row))
    if block:
        yield tuple(block)


def _pieces(page: Element, book: _Book, sheet: str) -> Iterator[Piece]:
    """The cells of a sheet that hold something, merged ranges with the size they cover."""
    sizes, covered = _merged(page)
    row_number = 0
    for row in page.iter(f"{S}row"):
        stated = row.get("r", "")
        row_number = int(stated) if stated.isdigit() and len(stated) < 8 else row_number + 1
        column_number = 0
        for cell in row.iter(f"{S}c"):
            match = _REFERENCE.fullmatch(cell.get("r", ""))
            column_number = _column(match[1]) if match else column_number + 1
            text = _value(cell, book)
            at = (row_number, column_number)
            if not text.strip() or at in covered:
                continue
            rows, columns = sizes.get(at, (1, 1))
            address = f"{sheet}!{get_column_letter(min(column_number, 18_278))}{row_number}"
            yield Piece(row_number - 1, column_number - 1, text, rows, columns, address)


def _merged(page: Element) -> tuple[dict[tuple[int, int], tuple[int, int]], frozenset[tuple[int, int]]]:
    """(first cell -> rows and columns) of merged ranges, and the cells of small ones they hide."""
    sizes: dict[tuple[int, int], tuple[int, int]] = {}
    hidden: set[tuple[int, int]] = set()
    for one in page.iter(f"{S}mergeCell"):
        ends = [_REFERENCE.fullmatch(end) for end in one.get("ref", "").split(":")]
        if len(ends) != 2 or ends[0] is None or ends[1] is None:
            continue
        (top, left), (bottom, right) = ((int(end[2]), _column(end[1])) for end in ends if end)
        rows, columns = bottom - top + 1, right - left + 1
        if rows < 1 or columns < 1:
            continue
        sizes[top, left] = (rows, columns)
        if rows * columns <= 10_000 and len(hidden) < CELLS_LIMIT:
            hidden.update((top + r, left + c) for r in range(rows) for c in range(columns) if r or c)
    return sizes, frozenset(hidden)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _value(cell: Element, book: _Book) -> str:
    """A cell as shown; a formula by the value kept with it."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inner = cell.find(f"{S}is")
        return "" if inner is None else _words(inner)
    value = cell.find(f"{S}v")
    raw = (value.text or "") if value is not None else ""
    if kind == "s":
        return book.strings[int(raw)] if raw.isdigit() and int(raw) < len(book.strings) else ""
    if kind == "b":
        return "TRUE" if raw == "1" else "FALSE"
    if kind != "n" or not raw:
        return raw
    style = cell.get("s", "0")
    known = style.isdigit() and int(style) < len(book.formats)
    return shown(raw, book.formats[int(style)] if known else "General", since_1904=book.since_1904)


def _strings(root: Element | None) -> tuple[str, ...]:
    return () if root is None else tuple(_words(one) for one in root.iter(f"{S}si"))


def _words(parent: Element) -> str:
    """The text of a string, its runs joined, readings (pinyin) left out."""
    made = []
    for child in parent:
        if child.tag == f"{S}t":
            made.append(child.text or "")
        elif child.tag == f"{S}r":
            made.append(_words(child))
    return "".join(made)


def _formats(root: Element | None) -> tuple[str, ...]:
    """The number format code of each cell style."""
    if root is None:
        return ()
    own = {one.get("numFmtId", ""): one.get("formatCode", "") for one in root.iter(f"{S}numFmt")}
    styles = root.find(f"{S}cellXfs")
    codes = []
    for style in styles if styles is not None else ():
        key = style.get("numFmtId", "0")
        number = int(key) if key.isdigit() and len(key) < 6 else 0
        codes.append(own.get(key) or _CHINESE_FORMATS.get(number) or BUILTIN_FORMATS.get(number, "General"))
    return tuple(codes)
