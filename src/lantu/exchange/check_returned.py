"""A 核数表 that came back: what the office filled in, told by the hidden mark of each row.

Columns are found by their heads, so that columns added, moved or hidden do no harm, nor rows sorted or
left out. All of it is checked first, and one error lets nothing through.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from lantu.check import Report, Verified
from lantu.exchange.check_rows import CheckRow, check_rows
from lantu.exchange.check_table import COLUMNS, SHEET
from lantu.exchange.workbook import Unreadable, opened
from lantu.texts import Language, render
from lantu.values import Message, Problem, Unit, civil_day, msg
from lantu.values.errors import InputError

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
        value = self.cells.get(name)
        return "" if value is None else unicodedata.normalize("NFKC", str(value)).strip()


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
            found.append(_verified(line, row, report, today))
        except _Wrong as error:
            problems.append(_error(line, error))
    if any(one.severity == "error" for one in problems):
        return (), tuple(problems)
    return tuple(found), tuple(problems)


class _Wrong(Exception):
    def __init__(self, name: str, message: Message) -> None:
        super().__init__(str(message))
        self.name = name
        self.message = message


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


def _verified(line: _Line, row: CheckRow, report: Report, today: date) -> Verified:
    said = row.statement
    assert said is not None  # noqa: S101 - the caller looked
    if said.period is None:
        raise _Wrong("verified", msg("这个数没有写明时期，核定数无从比对；请先在文稿里写明时期。"))
    if not line.text("by"):
        raise _Wrong("by", msg("填了核定数，必须写明核定人。"))
    value = said.written.value if _agrees(line.text("verified")) else _number(line)
    return Verified(
        key=said.key,
        code=report.code(said),
        region=said.region,
        period=said.period.code,
        measure=said.measure.value,
        value=-value if said.sign < 0 and value > 0 else value,
        unit=_unit(line, row),
        by=line.text("by"),
        on=_day(line, today),
        note=line.text("note"),
    )


def _agrees(text: str) -> bool:
    """一致, 无误, √: the figure of the draft is confirmed as it stands."""
    return text in ("", "一致", "无误", "正确", "同意", "√", "✓", "对", "是")


def _number(line: _Line) -> Decimal:
    text = line.text("verified").replace(",", "").replace("−", "-")
    digits = text.rstrip("%").strip()
    try:
        value = Decimal(digits)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise _Wrong("verified", msg("不是数；请只填数，不带单位，单位写在旁边一栏；无误的可填“一致”。"))
    return value


def _unit(line: _Line, row: CheckRow) -> str:
    assert row.statement is not None  # noqa: S101 - the caller looked
    mine, given = row.statement.unit, line.text("unit")
    if given and mine and not Unit.parse(given).converts_to(Unit.parse(mine)):
        raise _Wrong("unit", msg("与文稿的单位“{unit}”不能换算；请核对。", unit=mine))
    return given or mine


def _day(line: _Line, today: date) -> date:
    value = line.cells.get("on")
    if isinstance(value, datetime):
        day = value.date()
    elif isinstance(value, date):
        day = value
    elif not line.text("on"):
        return today
    else:
        text = line.text("on").replace("年", "-").replace("月", "-").replace("日", "").replace("/", "-")
        parts = text.replace(".", "-").split("-")
        try:
            day = civil_day("-".join(part.zfill(2) for part in parts))
        except InputError as error:
            raise _Wrong("on", error.message) from error
    if day > today:
        raise _Wrong("on", msg("核定日期晚于今天；请核对。"))
    return day


def _note(line: _Line, message: Message) -> Problem:
    told = msg("工作表“{sheet}”第 {row} 行：{rule}", sheet=SHEET, row=line.number, rule=message)
    return Problem("check-row-gone", told, "note", line.number, 1)


def _error(line: _Line, wrong: _Wrong) -> Problem:
    cell = f"{line.letters.get(wrong.name, '?')}{line.number}"
    told = msg(
        "工作表“{sheet}”{cell}：“{value}”，{rule}",
        sheet=SHEET,
        cell=cell,
        value=line.text(wrong.name),
        rule=wrong.message,
    )
    return Problem("check-cell", told, "error", line.number, 1)
