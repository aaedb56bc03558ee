"""The 核数表 as a workbook: it goes to the statistics office with the draft and comes back with its word.

No cell is a formula: every text is written as text. The same report gives the same bytes.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lantu.check import Report
from lantu.exchange.check_rows import CheckRow, check_rows
from lantu.exchange.task_table import A3, CREATED, LINE, LINE_HEIGHT, MOST_LINES, cut, lines
from lantu.texts import Language, render
from lantu.values import Message, msg

SHEET = "核数表"
HEADER_ROW = 4
"""Row of the heads, counted from 1."""


@dataclass(frozen=True, slots=True)
class Column:
    """name: of the field; head: its heading; width: in characters; style; given: not to be filled in."""

    name: str
    head: Message
    width: int
    style: str
    given: bool = True


COLUMNS = (
    Column("no", msg("序号"), 6, "centre"),
    Column("place", msg("位置"), 12, "centre"),
    Column("sentence", msg("原句"), 44, "text"),
    Column("indicator", msg("指标"), 20, "text"),
    Column("region", msg("地区"), 10, "centre"),
    Column("period", msg("时期"), 11, "centre"),
    Column("value", msg("文稿数"), 14, "centre"),
    Column("known", msg("已知数（版本、来源）"), 38, "text"),
    Column("finding", msg("发现"), 14, "centre"),
    Column("expected", msg("应为"), 14, "centre"),
    Column("why", msg("说明"), 36, "text"),
    Column("verified", msg("核定数"), 14, "open", given=False),
    Column("unit", msg("核定单位（亿元、% 等）"), 12, "open", given=False),
    Column("by", msg("核定人"), 14, "open", given=False),
    Column("on", msg("核定日期"), 13, "open", given=False),
    Column("note", msg("备注"), 20, "open", given=False),
    Column("key", msg("标记（勿改）"), 4, "text"),
)

_CENTRE = {**LINE, "align": "center", "valign": "vcenter"}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_name": "黑体", "font_size": 20, "align": "center", "valign": "vcenter"},
    "source": {"font_name": "宋体", "font_size": 11, "font_color": "#555555", "valign": "vcenter"},
    "header": {**_CENTRE, "bold": True, "font_name": "黑体", "bg_color": "#E8EDF2"},
    "centre": _CENTRE,
    "text": {**LINE, "align": "left", "valign": "vcenter"},
    "open": {**LINE, "align": "left", "valign": "vcenter", "bg_color": "#FFFBE6", "num_format": "@"},
    "wrong": {**_CENTRE, "bold": True, "font_color": "#A61B1B"},
}


def check_table(report: Report, language: Language) -> bytes:
    """The table of a report (XLSX): one row a figure, the columns of the office left open."""
    import xlsxwriter

    rows = check_rows(report, language)
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    title = f"{report.draft.title or report.document.name} {render(msg('核数表'), language)}"
    book.set_properties({"title": cut(title), "author": "Lantu", "created": CREATED})
    styles = {name: book.add_format(style) for name, style in _STYLES.items()}
    sheet = book.add_worksheet(SHEET)
    _page(sheet)
    _head(sheet, title, _about(report, rows, language), styles, language)
    for number, row in enumerate(rows, 1):
        _row(sheet, HEADER_ROW - 1 + number, number, row, styles)
    if rows:
        sheet.autofilter(HEADER_ROW - 1, 0, HEADER_ROW - 1 + len(rows), len(COLUMNS) - 1)
    book.close()
    return file.getvalue()


def _about(report: Report, rows: tuple[CheckRow, ...], language: Language) -> tuple[str, str]:
    wrong, unknown = sum(row.wrong for row in rows), sum(row.open for row in rows)
    told = msg(
        "文稿：{name}；以 {day} 为准；共 {rows} 行，需要看的 {wrong} 行，无依据的 {open} 行。",
        name=report.document.name,
        day=report.as_of,
        rows=len(rows),
        wrong=wrong,
        open=unknown,
    )
    ask = msg("请在黄色栏填写核定数、单位、核定人和日期；其余各栏请勿改动，可以排序、筛选。")
    return render(told, language), render(ask, language)


def _page(sheet: Any) -> None:
    sheet.set_paper(A3)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER_ROW - 1)
    sheet.set_footer("&C第 &P 页　共 &N 页")
    sheet.freeze_panes(HEADER_ROW, 2)
    sheet.hide_gridlines(2)


def _head(sheet: Any, title: str, about: tuple[str, str], styles: dict[str, Any], language: Language) -> None:
    last = len(COLUMNS) - 1
    for place, column in enumerate(COLUMNS):
        options = {"hidden": True} if column.name == "key" else {}
        sheet.set_column(place, place, column.width, None, options)
        sheet.write_string(HEADER_ROW - 1, place, render(column.head, language), styles["header"])
    sheet.merge_range(0, 0, 0, last, "", styles["title"])
    sheet.write_string(0, 0, cut(title), styles["title"])
    sheet.set_row(0, 40)
    for row, words in enumerate(about, 1):
        sheet.write_string(row, 0, cut(words), styles["source"])
        sheet.set_row(row, 20)
    sheet.set_row(HEADER_ROW - 1, 36)


def _row(sheet: Any, at: int, number: int, row: CheckRow, styles: dict[str, Any]) -> None:
    needed = 1
    for place, column in enumerate(COLUMNS):
        text = str(number) if column.name == "no" else cut(str(getattr(row, column.name, "")))
        style = styles["wrong" if column.name == "finding" and row.wrong else column.style]
        if column.name == "no":
            sheet.write_number(at, place, number, style)
        elif column.given:
            sheet.write_string(at, place, text, style)
        else:
            sheet.write_blank(at, place, None, style)
            continue
        if column.name != "key":
            needed = max(needed, lines(text, column.width))
    sheet.set_row(at, min(needed, MOST_LINES) * LINE_HEIGHT + 6)
