"""The entry form of a lost main-indicator table as a workbook; the same input gives the same bytes."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from lantu.exchange import entry_columns as form
from lantu.plan import BlankRow, Plan
from lantu.texts import Language, label

SPARE_ROWS = 30
_CREATED = datetime(2026, 1, 1)  # noqa: DTZ001 - a fixed day, so that the bytes do not depend on the clock
_SECRECY = "不得录入涉密信息。 Do not enter classified information."
_HOW = (
    "照纸质文本逐行录入，每行必须写明页码；灰色单元格已预填，与纸质文本不同的请改。"
    "录入后为“待核”，由第二人核对。 "
    "Type each row from the printed plan, with its page number; change grey cells that differ. "
    "Rows stay pending until a second person confirms them."
)


def entry_form(plan: Plan, blanks: Sequence[BlankRow]) -> bytes:
    """Make the workbook (XLSX) for a plan: a row for each known name, then spare rows.

    The plan's id stands in the sheet, so that a form cannot be read into another plan. Baseline and target
    years are filled in from the plan's period (the year before it, and its last).
    """
    import xlsxwriter

    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"title": f"{plan.title} {form.SHEET}", "author": "Lantu", "created": _CREATED})
    formats = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "secrecy": book.add_format({"bold": True, "font_color": "#9C0006"}),
        "note": book.add_format({"font_color": "#555555"}),
        "header": book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#E8EDF2"}
        ),
        "given": book.add_format({"bg_color": "#F5F5F5", "border": 1, "text_wrap": True}),
        "cell": book.add_format({"border": 1}),
    }
    sheet = book.add_worksheet(form.SHEET)
    last = form.FIRST_ROW + len(blanks) + SPARE_ROWS - 1
    _heading(sheet, plan, formats)
    for row in range(form.FIRST_ROW, last + 1):
        place = row - form.FIRST_ROW
        _row(sheet, row, plan, blanks[place] if place < len(blanks) else None, formats)
    _validations(sheet, last)
    _help(book.add_worksheet(form.HELP_SHEET), blanks, formats)
    book.close()
    return file.getvalue()


def _heading(sheet: Any, plan: Plan, formats: dict[str, Any]) -> None:
    sheet.write_string("A1", f"{plan.title}：主要指标录入表 Main indicators, entry form", formats["title"])
    sheet.write_string("A2", "规划编号 Plan id", formats["note"])
    sheet.write_string(form.PLAN_CELL, plan.id)
    sheet.write_string("A3", _SECRECY, formats["secrecy"])
    sheet.write_string("A4", _HOW, formats["note"])
    sheet.set_row(form.HEADER_ROW - 1, 48)
    for place, column in enumerate(form.COLUMNS):
        sheet.set_column(place, place, column.width)
        sheet.write_string(form.HEADER_ROW - 1, place, column.header, formats["header"])
    sheet.freeze_panes(form.HEADER_ROW, 2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(form.HEADER_ROW - 1)


def _row(sheet: Any, row: int, plan: Plan, blank: BlankRow | None, formats: dict[str, Any]) -> None:
    given: dict[str, object] = {}
    if blank is not None:
        given = {"no": blank.no, "indicator": blank.indicator, "unit": blank.unit}
        given["baseline_year"], given["target_year"] = plan.period.first.year - 1, plan.period.year
        if blank.binding != "unknown":
            given["binding"] = label("binding", blank.binding.value, Language.ZH)
    for place, column in enumerate(form.COLUMNS):
        value = given.get(column.name) or None
        style = formats["given" if blank is not None and column.given else "cell"]
        if isinstance(value, int):
            sheet.write_number(row - 1, place, value, style)
        elif value is None:
            sheet.write_blank(row - 1, place, None, style)
        else:
            sheet.write_string(row - 1, place, str(value), style)


def _validations(sheet: Any, last: int) -> None:
    lists = {
        "comparator": list(form.comparators()),
        "growth_kind": list(form.growth_kinds()),
        "binding": list(form.bindings()),
    }
    for name, words in lists.items():
        _validate(sheet, name, last, {"validate": "list", "source": words}, "请从列表中选一个。")
    for name in ("baseline_year", "target_year"):
        rule = {
            "validate": "integer",
            "criteria": "between",
            "minimum": form.FIRST_YEAR,
            "maximum": form.LAST_YEAR,
        }
        _validate(sheet, name, last, rule, "请填四位数的年份，如 2025。")
    for name in ("baseline", "target", "target_max", "growth"):
        rule = {"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15}
        _validate(sheet, name, last, rule, "请只填数，不带单位和文字。")


def _validate(sheet: Any, name: str, last: int, rule: dict[str, object], message: str) -> None:
    place = form.PLACE[name]
    shown = {"error_title": form.COLUMNS[place].zh, "error_message": message}
    sheet.data_validation(form.FIRST_ROW - 1, place, last - 1, place, {**rule, **shown})


def _help(sheet: Any, blanks: Sequence[BlankRow], formats: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, _SECRECY, formats["secrecy"])
    lines = [(column.zh, column.help) for column in form.COLUMNS]
    hints = [(blank.indicator, blank.hint) for blank in blanks if blank.hint]
    if hints:
        lines += [("", ""), ("已知的行从何而来", ""), *hints]
    for row, (left, right) in enumerate(lines, start=2):
        sheet.write_string(row, 0, left)
        sheet.write_string(row, 1, right)
