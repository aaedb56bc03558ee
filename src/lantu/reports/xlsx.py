"""The tables of a report as a workbook: a first sheet that says what it is, then a sheet for each table."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone
from io import BytesIO
from math import ceil
from typing import Any

from lantu.reports.content import Report
from lantu.reports.layout import LAYOUTS, Layout
from lantu.reports.numbering import Numbering, caption, day_text, say, table_notes
from lantu.reports.table import Placed, Table, by_row
from lantu.reports.title_lines import wide
from lantu.reports.words import shown
from lantu.texts import Language
from lantu.values import InputError, msg

_BEIJING = timezone(timedelta(hours=8))
_FORBIDDEN = re.compile(r"[\\\[\]:*?/]")
_LONGEST_NAME = 31
_WIDTHS = (60.0, 110.0)  # characters across a sheet of A4, upright and in landscape
_NARROWEST = 4.0
_UNITS = 2.4  # width of a Chinese character of 小四 in units of a column's width, with some room
_LINE = 18.0  # height of a line in points
_MOST_DIGITS = 15  # more than a spreadsheet's numbers can hold: such a value is written as text

_BORDERED = {"border": 1, "text_wrap": True, "valign": "vcenter"}


def to_xlsx(report: Report, at: datetime) -> bytes:
    """Write the tables; a cell with a value is a number, shown with the decimals of its words.

    at: the instant written into the file's properties; the same report and instant give the same bytes.

    Raises:
        InputError: the report has no table.
    """
    import xlsxwriter

    found = list(tables(report))
    if not found:
        raise InputError(
            msg("报告“{title}”里没有表，生成不了表格文件；请改为生成 DOCX。", title=shown(report.title))
        )
    file = BytesIO()
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties(
        {
            "title": report.title.replace("\n", ""),
            "author": report.issuer,
            "subject": report.subject,
            "keywords": "、".join(report.keywords),
            "created": at.astimezone(_BEIJING).replace(tzinfo=None),
        }
    )
    layout = LAYOUTS[report.language]
    formats = Formats(book, layout)
    names = sheet_names([name for name, _ in found], report.language)
    _front(book.add_worksheet(names[0]), report, formats, [*zip(names[1:], found, strict=True)])
    for name, (title, table) in zip(names[1:], found, strict=True):
        _sheet(book.add_worksheet(name), (title, table), report.language, formats)
    book.close()
    return file.getvalue()


def tables(report: Report) -> Iterator[tuple[str, Table]]:
    """Every table of the body and the attachments with its caption; without one, the attachment's title."""
    numbering = Numbering(report.language)
    parts = [("", report.body), *((one.title, one.body) for one in report.attachments)]
    for part, body in parts:
        for one in numbering.over(body):
            if isinstance(one.block, Table):
                title = caption(one.label, one.block.title, report.language) if one.block.title else part
                yield title.replace("\n", ""), one.block


def sheet_names(titles: Iterable[str], language: Language) -> list[str]:
    """Names a workbook allows (at most 31 characters, no two alike), the front sheet's first."""
    taken: set[str] = set()
    made = []
    for title in (say(msg("表格目录"), language), *titles):
        base = _FORBIDDEN.sub(" ", title).strip().strip("'") or say(msg("表格"), language)
        name, count = base[:_LONGEST_NAME].strip(), 1
        while name.casefold() in taken or name.casefold() == "history":
            count += 1
            tail = f" ({count})"
            name = base[: _LONGEST_NAME - len(tail)].strip() + tail
        taken.add(name.casefold())
        made.append(name)
    return made


class Formats:
    """Cell formats of a workbook, each made once."""

    def __init__(self, book: Any, layout: Layout) -> None:
        self._book, self._layout = book, layout
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def get(self, **properties: object) -> Any:
        """The format with those properties, in the body's font unless they name one."""
        whole = {"font_name": self._layout.body.name, "font_size": 12, **properties}
        key = tuple(sorted(whole.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(whole)
        return self._made[key]

    def title(self) -> Any:
        """The caption above a table."""
        return self.get(
            font_name=self._layout.head.name, font_size=14, bold=self._layout.bold, align="center"
        )

    def head(self) -> Any:
        """A cell of the head."""
        return self.get(font_name=self._layout.head.name, align="center", bold=self._layout.bold, **_BORDERED)


def _front(sheet: Any, report: Report, formats: Formats, found: list[tuple[str, tuple[str, Table]]]) -> None:
    sheet.set_column(0, 0, 80)
    wrapped = formats.get(text_wrap=True)
    lines = [report.number, report.issuer, day_text(report)]
    sheet.write_string(0, 0, report.title.replace("\n", ""), formats.title())
    place = 1
    for line in filter(None, lines):
        sheet.write_string(place, 0, line, wrapped)
        place += 1
    place += 1
    link = formats.get(font_color="#1F4E8C", underline=1, text_wrap=True)
    for name, (title, _) in found:
        target = name.replace("'", "''")
        sheet.write_url(place, 0, f"internal:'{target}'!A1", link, title or name)
        place += 1
    _paper(sheet, wide=False)


def _sheet(sheet: Any, named: tuple[str, Table], language: Language, formats: Formats) -> None:
    title, table = named
    last = len(table.columns) - 1
    room = _WIDTHS[table.wide]
    for column, share in enumerate(table.shares()):
        sheet.set_column(column, column, max(_NARROWEST, share * room))
    _across(sheet, 0, last, title, formats.title())
    unit = say(msg("单位：{unit}", unit=table.unit), language) if table.unit else ""
    _across(sheet, 1, last, unit, formats.get(align="right"))
    top = 2
    _heights(sheet, top, (table.head_cells(), len(table.header)), table)
    _heights(sheet, top + len(table.header), (table.body_cells(), len(table.rows)), table)
    for one in table.head_cells():
        _write(sheet, (top + one.row, one), formats.head(), None)
    body = top + len(table.header)
    for one in table.body_cells():
        align = (one.cell.align or table.columns[one.column].align).value
        value = number(one)
        style = {"num_format": value[1]} if value else {}
        _write(sheet, (body + one.row, one), formats.get(align=align, **_BORDERED, **style), value)
    foot = body + len(table.rows)
    for note in (*table_notes(table, language), *cell_notes(table)):
        _across(sheet, foot, last, note, formats.get(font_size=10.5, text_wrap=True, valign="top"))
        foot += 1
    sheet.freeze_panes(body, 0)
    sheet.repeat_rows(top, body - 1)
    _paper(sheet, wide=table.wide)


def _heights(sheet: Any, top: int, cells: tuple[tuple[Placed, ...], int], table: Table) -> None:
    """Rows as high as their longest cell needs; not every program does this for wrapped text."""
    widths = [max(_NARROWEST, share * _WIDTHS[table.wide]) for share in table.shares()]
    for at, line in enumerate(by_row(*cells)):
        most = 1
        for one in line:
            if one.cell.rows == 1:
                room = sum(widths[one.column : one.column + one.cell.columns])
                lines = (ceil(wide(part) * _UNITS / room) or 1 for part in one.cell.text.split("\n"))
                most = max(most, sum(lines))
        sheet.set_row(top + at, most * _LINE)


def cell_notes(table: Table) -> list[str]:
    """Foot notes of cells, each behind the words it belongs to, to stand below the table."""
    cells = [*table.head_cells(), *table.body_cells()]
    return [f"{run.text}：{run.note}" for one in cells for run in one.cell.runs if run.note]


def number(one: Placed) -> tuple[float, str] | None:
    """The value of a cell and the format that shows its decimals; None without a value that fits."""
    value = one.cell.value
    if value is None or not value.is_finite() or len(value.as_tuple().digits) > _MOST_DIGITS:
        return None
    decimals = max(0, -int(value.as_tuple().exponent))
    grouped = "#,##0" if "," in one.cell.text else "0"
    percent = "%" if one.cell.text.rstrip().endswith(("%", "％")) else ""
    # The per cent sign is quoted: the value is the figure before it, not its hundredth.
    return float(value), grouped + ("." + "0" * decimals if decimals else "") + (
        f'"{percent}"' if percent else ""
    )


def _write(sheet: Any, place: tuple[int, Placed], style: Any, value: tuple[float, str] | None) -> None:
    row, one = place
    across, down = one.cell.columns, one.cell.rows
    if across > 1 or down > 1:
        sheet.merge_range(row, one.column, row + down - 1, one.column + across - 1, "", style)
    if value is not None:
        sheet.write_number(row, one.column, value[0], style)
    elif one.cell.text:
        sheet.write_string(row, one.column, one.cell.text, style)
    else:
        sheet.write_blank(row, one.column, None, style)


def _across(sheet: Any, row: int, last: int, text: str, style: Any) -> None:
    if last > 0:
        sheet.merge_range(row, 0, row, last, "", style)
    if text:
        sheet.write_string(row, 0, text, style)


def _paper(sheet: Any, *, wide: bool) -> None:
    sheet.set_paper(9)  # A4
    if wide:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C— &P —")
    sheet.center_horizontally()
