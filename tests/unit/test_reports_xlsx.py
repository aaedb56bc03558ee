"""The tables of a report as a workbook."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from tests.made_reports import AT, cities, figures, full_report, office_pdf, pdf_lines

from lantu.reports import Attachment, Column, Report, Run, Table, cell, para, row, to_xlsx
from lantu.reports.xlsx import sheet_names
from lantu.texts import Language, render
from lantu.values import InputError


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(data))


def one_table(*cells: object, **changes: object) -> openpyxl.worksheet.worksheet.Worksheet:
    table = Table("表", (Column(),), (row("头"),), tuple(row(one) for one in cells), **changes)  # type: ignore[arg-type]
    return opened(to_xlsx(Report("题", "某机关", date(2026, 1, 1), (table,)), AT)).worksheets[1]


def test_every_table_is_a_sheet():
    data = to_xlsx(full_report(), AT)
    assert to_xlsx(full_report(), AT) == data
    book = opened(data)
    assert book.sheetnames == [
        "表格目录",
        "表1　主要指标进展情况",
        "表2　各市分年度目标",
        "表3　主要指标进展情况",
        "表4　各市分年度目标",
    ]
    first = book.worksheets[1]
    assert first["A3"].value == "序号" and first["D3"].value == "数值" and first["E4"].value == "2025年"
    assert {str(one) for one in first.merged_cells.ranges} >= {"A3:A4", "B3:B4", "C3:C4", "D3:E3"}
    assert (first["D5"].value, first["D5"].number_format) == (1.5, "0.00")
    assert first.print_title_rows == "$3:$4"
    assert first.freeze_panes == "A5"
    assert first.page_setup.orientation != "landscape"
    assert book.worksheets[2].page_setup.orientation == "landscape"
    assert first["A45"].value == "注：1. 2025年为初步核算数。"
    assert book.properties.title == full_report().title
    links = [one.hyperlink.location for one in book.worksheets[0]["A"] if one.hyperlink]
    assert links[0] == "'表1　主要指标进展情况'!A1"


@pytest.mark.parametrize(
    ("text", "value", "shown", "form"),
    [
        ("1,234.5", Decimal("1234.5"), 1234.5, "#,##0.0"),
        ("3.7%", Decimal("3.7"), 3.7, '0.0"%"'),
        ("0", Decimal(0), 0, "0"),
        ("1E+3", Decimal("1E+3"), 1000, "0"),
        ("12345678901234567890", Decimal(12345678901234567890), "12345678901234567890", "General"),
        ("=1+1", None, "=1+1", "General"),
        ("3.10", None, "3.10", "General"),
    ],
)
def test_values_are_numbers_and_words_stay_words(text, value, shown, form):
    found = one_table(cell(text, value=value))["A4"]
    assert (found.value, found.number_format) == (shown, form)
    assert found.data_type == ("s" if isinstance(shown, str) else "n"), "never a formula"


def test_notes_of_cells_stand_below():
    sheet = one_table(cell(Run("12.3", note="快报数。")), notes=("按在地统计。",))
    assert [sheet.cell(place, 1).value for place in (4, 5, 6)] == [
        "12.3",
        "注：按在地统计。",
        "12.3：快报数。",
    ]


def test_sheet_names_are_allowed_and_apart():
    names = sheet_names(["甲/乙:丙*", "甲 乙 丙", "长" * 40, "长" * 40, "'", "History"], Language.ZH)
    assert all(0 < len(name) <= 31 for name in names)
    assert len({name.casefold() for name in names}) == len(names) == 7
    assert not any(letter in "".join(names) for letter in "/:*?[]\\")
    assert names[-1] == "History (2)"


def test_a_report_without_tables_is_refused():
    with pytest.raises(InputError) as refused:
        to_xlsx(Report("题", "某机关", date(2026, 1, 1), (para("正文。"),)), AT)
    assert "没有表" in str(refused.value)
    assert "no table" in render(refused.value.message, Language.EN)


def test_a_table_without_title_takes_its_attachments():
    table = Table("", (Column(),), (row("头"),), (row("1"),))
    report = Report(
        "题", "某机关", date(2026, 1, 1), (para("正文。"),), attachments=(Attachment("附表", (table,)),)
    )
    assert opened(to_xlsx(report, AT)).sheetnames == ["表格目录", "附表"]


def test_libreoffice_shows_it(tmp_path):
    """Long words wrap into rows that are high enough: no line lies over another."""
    report = full_report(body=(figures(3), cities(3)), attachments=())
    printed = office_pdf(to_xlsx(report, AT), tmp_path, "xlsx")
    size, lines = pdf_lines(printed, 1)
    assert size == pytest.approx((210, 297), abs=1)
    assert any("第1项指标" in words for *_, words in lines)
    size, _ = pdf_lines(printed, 2)
    assert size == pytest.approx((297, 210), abs=1)
