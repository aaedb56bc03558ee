"""A 核数表 that came back: what the office filled in, told by the hidden mark of each row.

Columns are found by their heads, so that columns added, moved or hidden do no harm, nor rows sorted or
left out. All of it is checked first, and one error lets nothing through.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lantu.check import Report, Verified
from lantu.exchange.check_filled import WrongCell, cell_text, confirmed_figure
from lantu.exchange.check_rows import check_rows
from lantu.exchange.check_table import COLUMNS, SHEET
from lantu.exchange.workbook import Unreadable, opened
from lantu.texts import Language, render
from lantu.values import Message, Problem, msg

_HEADS_WITHIN = 12
_FILLED = tuple(column.name for column in COLUMNS if not column.given)
Result = tuple[tuple[Verified, ...], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the sheet: number from 1, cells by column name, column letters by name."""

    number: int
    cells: dict[str, Any]
    letters: dict[str, str]

    def text(self, name: str) -> str:
        return cell_text(self.cells, name)


def read_check_table(report: Report, data: bytes, today: date) -> Result:
    """The figures confirmed in a returned table of this report's draft, or of an earlier state of it.

    Returns them with notes: rows whose sentence is no longer in the draft are named, rows without a word of
    the office are passed over. With any problem of severity error there are no figures. today: rows without
    a day of confirmation have this one; a later day is an error.
    """
    try:
        sheet, where = _sheet(data)
    except Unreadable as error:
        return (), (Problem("check-file", error.message, "error"),)
    rows = {row.key: row for row in check_rows(report, Language.ZH)}
    found: list[Verified] = []
    problems: list[Problem] = []
    for line in _filled(sheet, where):
        row = rows.get(line.text("key"))
        if row is None or row.statement is None:
            problems.append(_note(line, msg("这一行的句子在文稿里找不到（已改写），核定数没有并入。")))
            continue
        try:
            found.append(confirmed_figure(row.statement, report.code(row.statement), line.cells, today))
        except WrongCell as error:
            problems.append(_error(line, error))
    if any(one.severity == "error" for one in problems):
        return (), tuple(problems)
    return tuple(found), tuple(problems)


def _sheet(data: bytes) -> tuple[Any, tuple[int, dict[str, int]]]:
    """The sheet with the table, the row of its heads and where each column stands."""
    book = opened(data)
    for sheet in book.worksheets:
        for number, cells in enumerate(sheet.iter_rows(1, _HEADS_WITHIN, values_only=True), 1):
            places = _places(cells)
            if {"key", "verified", "by"} <= places.keys():
                return sheet, (number, places)
    raise Unreadable(
        msg(
            "工作簿里找不到核数表的表头（标记、核定数、核定人）；请用 lantu check 写出的表“{sheet}”填写，"
            "不要删去表头和隐藏的标记列。",
            sheet=SHEET,
        )
    )


def _places(cells: tuple[Any, ...]) -> dict[str, int]:
    heads = {render(c.head, language): c.name for c in COLUMNS for language in Language}
    found: dict[str, int] = {}
    for place, value in enumerate(cells):
        name = heads.get(str(value).strip()) if value is not None else None
        if name:
            found.setdefault(name, place)
    return found


def _filled(sheet: Any, where: tuple[int, dict[str, int]]) -> Iterator[_Line]:
    from openpyxl.utils import get_column_letter

    head, places = where
    letters = {name: get_column_letter(place + 1) for name, place in places.items()}
    for number, cells in enumerate(sheet.iter_rows(head + 1, values_only=True), head + 1):
        line = _Line(number, {name: cells[p] for name, p in places.items() if p < len(cells)}, letters)
        if any(line.text(name) for name in _FILLED):
            yield line


def _note(line: _Line, message: Message) -> Problem:
    told = msg("工作表“{sheet}”第 {row} 行：{rule}", sheet=SHEET, row=line.number, rule=message)
    return Problem("check-row-gone", told, "note", line.number, 1)


def _error(line: _Line, wrong: WrongCell) -> Problem:
    cell = f"{line.letters.get(wrong.name, '?')}{line.number}"
    told = msg(
        "工作表“{sheet}”{cell}：“{value}”，{rule}",
        sheet=SHEET,
        cell=cell,
        value=line.text(wrong.name),
        rule=wrong.message,
    )
    return Problem("check-cell", told, "error", line.number, 1)
