"""The task-breakdown table (任务分解表) as a workbook that an office prints on A3; same reading, same bytes.

No cell is a formula: every text is written as text.
"""

from datetime import datetime
from io import BytesIO
from math import ceil
from typing import Any
from unicodedata import east_asian_width

from lantu.documents import Document
from lantu.exchange.task_rows import GROUPS, TaskRow, task_rows
from lantu.reading import Reading

SHEET = "任务分解表"
CREATED = datetime(2026, 1, 1)  # noqa: DTZ001 - a fixed day, so that the bytes do not depend on the clock
A3 = 8
_CELL_LIMIT = 32_000  # characters; a spreadsheet drops a longer text
# heading, width in characters, name of the style
COLUMNS = (
    ("序号", 6, "centre"),
    ("目标任务／指标\n（原文及章节）", 46, "text"),
    ("性质", 10, "centre"),
    ("具体举措", 52, "text"),
    ("牵头单位", 15, "centre"),
    ("配合（责任）单位", 22, "text"),
    ("完成时限", 12, "centre"),
    ("年度目标", 16, "blank"),
    ("进展", 16, "blank"),
    ("备注", 20, "text"),
)
HEADER_ROW = 3  # counted from 1
_MEASURES_WIDTH = COLUMNS[3][1]
_WIDE = 2.05  # width of a Chinese character in the widths of columns, at 11 points
LINE_HEIGHT = 15.5  # points
MOST_LINES = 26  # a row is 409 points high at most
_NUMBERS = "一二三四五六七八九"


def task_table(document: Document, reading: Reading) -> bytes:
    """The table of a reading (XLSX): targets, then tasks, then projects, numbered through."""
    import xlsxwriter

    rows = task_rows(document, reading)
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    title = f"{reading.outline.title or document.name}{SHEET}"
    book.set_properties({"title": cut(title), "author": "Lantu", "created": CREATED})
    styles = {name: book.add_format(style) for name, style in _STYLES.items()}
    sheet = book.add_worksheet(SHEET)
    _page(sheet)
    _head(sheet, title, f"依据文件：{document.name}　　共 {len(rows)} 项", styles)
    last = _body(sheet, rows, styles)
    sheet.print_area(0, 0, last, len(COLUMNS) - 1)
    if rows:
        sheet.autofilter(HEADER_ROW - 1, 0, last, len(COLUMNS) - 1)
    book.close()
    return file.getvalue()


LINE = {"border": 1, "border_color": "#7F7F7F", "text_wrap": True, "font_name": "宋体", "font_size": 11}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_name": "黑体", "font_size": 20, "align": "center", "valign": "vcenter"},
    "source": {"font_name": "宋体", "font_size": 11, "font_color": "#555555", "valign": "vcenter"},
    "header": {
        **LINE,
        "bold": True,
        "font_name": "黑体",
        "align": "center",
        "valign": "vcenter",
        "bg_color": "#E8EDF2",
    },
    "group": {**LINE, "bold": True, "font_name": "黑体", "bg_color": "#F5F5F5", "valign": "vcenter"},
    "centre": {**LINE, "align": "center", "valign": "vcenter"},
    "text": {**LINE, "align": "left", "valign": "vcenter"},
    "blank": {**LINE, "align": "left", "valign": "vcenter"},
    "strong": {"bold": True, "font_name": "宋体", "font_size": 11},
    "plain": {"font_name": "宋体", "font_size": 11},
    "place": {"font_name": "楷体", "font_size": 10, "font_color": "#555555"},
}


def _page(sheet: Any) -> None:
    sheet.set_paper(A3)
    sheet.set_landscape()
    sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER_ROW - 1)
    sheet.center_horizontally()
    sheet.set_footer("&C第 &P 页　共 &N 页")
    sheet.freeze_panes(HEADER_ROW, 2)
    sheet.hide_gridlines(2)


def _head(sheet: Any, title: str, source: str, styles: dict[str, Any]) -> None:
    for place, (_, width, _) in enumerate(COLUMNS):
        sheet.set_column(place, place, width)
    sheet.merge_range(0, 0, 0, len(COLUMNS) - 1, "", styles["title"])
    sheet.write_string(0, 0, cut(title), styles["title"])
    sheet.set_row(0, 40)
    sheet.write_string(1, 0, cut(source), styles["source"])
    sheet.set_row(1, 20)
    for place, (heading, _, _) in enumerate(COLUMNS):
        sheet.write_string(HEADER_ROW - 1, place, heading, styles["header"])
    sheet.set_row(HEADER_ROW - 1, 36)


def _body(sheet: Any, rows: tuple[TaskRow, ...], styles: dict[str, Any]) -> int:
    """Rows under a line per group; returns the last row, counted from 0."""
    at, group, groups = HEADER_ROW - 1, -1, 0
    for number, row in enumerate(rows, 1):
        if row.group != group:
            at, group, groups = at + 1, row.group, groups + 1
            count = sum(other.group == group for other in rows)
            words = ("", f"{_NUMBERS[groups - 1]}、{GROUPS[group]}（{count} 项）", *[""] * (len(COLUMNS) - 2))
            for place, text in enumerate(words):
                sheet.write_string(at, place, text, styles["group"])
            sheet.set_row(at, 24)
        for measures in _pages(row.measures):
            at += 1
            _row(sheet, at, number, row, measures, styles)
    return at


def _pages(measures: tuple[str, ...]) -> list[str]:
    """The measures numbered, a line each; more than a row can be high go on in a second row."""
    listed = [f"{n}. {words}" for n, words in enumerate(measures, 1)] if len(measures) > 1 else list(measures)
    pages = [""]
    for line in listed:
        longer = f"{pages[-1]}\n{line}" if pages[-1] else line
        if lines(longer, _MEASURES_WIDTH) <= MOST_LINES or not pages[-1]:
            pages[-1] = longer
        else:
            pages.append(line)
    return pages


def _row(sheet: Any, at: int, number: int, row: TaskRow, measures: str, styles: dict[str, Any]) -> None:
    cells = ("", "", row.nature, measures, row.lead, row.others, row.deadline, "", "", row.note)
    for place, (text, (_, _, style)) in enumerate(zip(cells, COLUMNS, strict=True)):
        sheet.write_string(at, place, cut(text), styles[style])
    sheet.write_number(at, 0, number, styles["centre"])
    promise = _promise(sheet, at, row, styles)
    texts = (*cells[:1], promise, *cells[2:])
    needed = max(lines(text, width) for text, (_, width, _) in zip(texts, COLUMNS, strict=True))
    sheet.set_row(at, min(needed, MOST_LINES) * LINE_HEIGHT + 6)


def lines(text: str, width: int) -> int:
    """How many lines a text takes in a column: programs that open the file do not all find that out."""
    room = (width - 1) / _WIDE  # Chinese characters in a line
    total = 0
    for line in text.split("\n"):
        size = sum(1 if east_asian_width(c) in "WFA" else 0.55 for c in line)
        total += max(1, ceil(size / room))
    return total


def _promise(sheet: Any, at: int, row: TaskRow, styles: dict[str, Any]) -> str:
    """The commitment in bold, the sentence it stands in, and the chapter; returns all its words."""
    parts = [
        (styles["strong"], row.head),
        (styles["plain"], f"\n原文：{row.quote}" if row.quote else ""),
        (styles["place"], f"\n{row.place}" if row.place else ""),
    ]
    kept = [(style, cut(text, _CELL_LIMIT // len(parts))) for style, text in parts if text]
    if len(kept) > 1:
        sheet.write_rich_string(at, 1, *(piece for pair in kept for piece in pair), styles["text"])
    else:
        sheet.write_string(at, 1, "".join(text for _, text in kept), styles["text"])
    return "".join(text for _, text in kept)


def cut(text: str, limit: int = _CELL_LIMIT) -> str:
    """Text that a cell can hold, without the half characters of a file name that is no UTF-8."""
    whole = text.encode("utf-8", "replace").decode()
    return whole if len(whole) <= limit else whole[:limit] + "…"
