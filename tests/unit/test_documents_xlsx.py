"""Workbooks: each cell as shown, with the way back to it."""

import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
import xlsxwriter

from lantu.documents import Kind, read_bytes
from lantu.documents.number_format import plain, shown
from lantu.values import InputError


def workbook(fill) -> bytes:
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    fill(book)
    book.close()
    return out.getvalue()


def indicators(book) -> None:
    sheet = book.add_worksheet("主要指标")
    percent = book.add_format({"num_format": "0.0%"})
    day = book.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
    thousand = book.add_format({"num_format": "#,##0.00"})
    sheet.merge_range("A1:E1", "临川省主要指标表")
    sheet.merge_range("A2:A3", "类别")
    sheet.merge_range("B2:B3", "指标")
    sheet.merge_range("C2:D2", "目标值")
    sheet.write("C3", "2025年")
    sheet.write("D3", "2030年")
    sheet.merge_range("E2:E3", "属性")
    sheet.merge_range("A4:A6", "经济发展")
    sheet.write_row("B4", ["城镇化率（%）", 62.4, "≥66", "预期性"])
    sheet.write_row("B5", ["研发投入占比"])
    sheet.write_number("C5", 0.0235, percent)
    sheet.write_formula("D5", "=C5+0.005", percent, 0.0285)
    sheet.write("E5", "预期性")
    sheet.write_row("B6", ["地区生产总值（亿元）"])
    sheet.write_number("C6", 8300.5, thousand)
    sheet.write_datetime("D6", datetime(2026, 3, 12), day)  # noqa: DTZ001
    sheet.write("E6", "甲|乙")
    sheet.write("A8", "注：按当年价格计算。")
    other = book.add_worksheet("Sheet2")
    other.write("A1", "第二张")
    other.hide()


def test_a_sheet_is_a_heading_and_a_table_with_addresses():
    document, notes = read_bytes("指标.xlsx", workbook(indicators))
    assert document.text == (
        "主要指标\n\n临川省主要指标表\n\n"
        "| 类别 | 指标 | 目标值 2025年 | 目标值 2030年 | 属性 |\n|---|---|---|---|---|\n"
        "| 经济发展 | 城镇化率（%） | 62.4 | ≥66 | 预期性 |\n"
        "| 经济发展 | 研发投入占比 | 2.4% | 2.9% | 预期性 |\n"
        "| 经济发展 | 地区生产总值（亿元） | 8,300.50 | 2026年3月12日 | 甲｜乙 |\n\n"
        "注：按当年价格计算。\n\n第二张\n"
    )
    assert document.kind is Kind.XLSX
    assert [note.code for note in notes] == ["hidden-sheet"]

    def address(words: str, nth: int = 0) -> str:
        at = -1
        for _ in range(nth + 1):
            at = document.text.index(words, at + 1)
        assert document.address(at) == document.address(at + len(words) - 1)
        return document.address(at)

    assert address("62.4") == "主要指标!C4"
    assert address("2.9%") == "主要指标!D5"
    assert address("经济发展", 2) == "主要指标!A4"
    assert address("注：") == "主要指标!A8"
    assert address("第二张") == "Sheet2!A1"
    assert document.address(document.text.index("|---")) == ""


@pytest.mark.parametrize(
    ("raw", "code", "as_shown"),
    [
        ("0.30000000000000004", "General", "0.3"),
        ("12", "General", "12"),
        ("1E-3", "General", "0.001"),
        ("1.5E+20", "General", "150000000000000000000"),
        ("0.0235", "0.0%", "2.4%"),
        ("0.0235", "0.00%", "2.35%"),
        ("2.5", "0", "3"),
        ("-2.5", "0", "-3"),
        ("1234567.891", "#,##0.0", "1,234,567.9"),
        ("12345", '0.0,"千"', "12.3千"),
        ("5", "0.0#", "5.0"),
        ("5.25", "0.0#", "5.25"),
        ("-3", "0.0;(0.0)", "(3.0)"),
        ("0", '0;-0;"—"', "—"),
        ("3", '0"个";-0', "3个"),
        ("3", "[Red]0.0_ ", "3.0"),
        ("45000", "yyyy-mm-dd", "2023-03-15"),
        ("45000", "yyyy/m/d", "2023/3/15"),
        ("45000.75", "yyyy-mm-dd hh:mm", "2023-03-15 18:00"),
        ("45000", 'yyyy"年"m"月"', "2023年3月"),
        ("60", "yyyy-mm-dd", "1900-02-28"),
        ("59", "yyyy-mm-dd", "1900-02-28"),
        ("1", "yyyy-mm-dd", "1900-01-01"),
        ("1e300", "yyyy-mm-dd", "1" + "0" * 300),
        ("1e999", "0.0", "1e999"),
        ("abc", "0.0", "abc"),
        ("NaN", "0.0", "NaN"),
        ("7", "@", "7"),
        ("7", "# ?/?", "7"),
    ],
)
def test_numbers_and_days_as_shown(raw, code, as_shown):
    assert shown(raw, code) == as_shown


def test_days_are_those_python_counts():
    for year in (1900, 1999, 2026, 2035):
        for month in (1, 2, 3, 12):
            day = date(year, month, 28)
            serial = (day - date(1899, 12, 30)).days - (day < date(1900, 3, 1))
            assert shown(str(serial), "yyyy-mm-dd") == day.isoformat()
            assert shown(
                str((day - date(1904, 1, 1)).days), "yyyy-mm-dd", since_1904=True
            ) == day.isoformat() or (day < date(1904, 1, 1))


def test_plain_has_no_exponent():
    assert [plain(Decimal(text)) for text in ("1E+3", "0.500", "-0.10", "0")] == ["1000", "0.5", "-0.1", "0"]


def rewritten(data: bytes, part: str, old: str, new: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            target.writestr(name, content)
    return out.getvalue()


def test_a_merged_range_over_the_whole_sheet_costs_nothing():
    data = rewritten(workbook(indicators), "xl/worksheets/sheet1.xml", 'ref="A4:A6"', 'ref="A4:XFD1048576"')
    document, _ = read_bytes("a.xlsx", data)
    assert "| 城镇化率（%） | 62.4 | ≥66 | 预期性 |" in document.text
    assert "临川省主要指标表" in document.text and "注：" in document.text


def test_cells_far_apart_are_read_without_the_room_between():
    def fill(book):
        sheet = book.add_worksheet("远")
        sheet.write("A1", "指标")
        sheet.write("XFD1", "2030年")
        sheet.write("A1048576", "甲")
        sheet.write("XFD1048576", "5")

    document, _ = read_bytes("a.xlsx", workbook(fill))
    assert document.text == "远\n\n| 指标 | 2030年 |\n|---|---|\n| 甲 | 5 |\n"
    assert document.address(document.text.index("5")) == "远!XFD1048576"


def test_a_title_under_a_blank_row_begins_another_table():
    def fill(book):
        sheet = book.add_worksheet("表")
        sheet.merge_range("A1:B1", "表1 甲")
        sheet.write_row("A2", ["指标", "2030年"])
        sheet.write_row("A3", ["乙", 1])
        sheet.write_row("A5", ["丙", 2])  # a blank row for the eye
        sheet.write("A7", "表2 丁")
        sheet.write_row("A8", ["指标", "2025年", "2030年"])
        sheet.write_row("A9", ["戊", 3, 4])
        sheet.write("A11", "注：己。")

    assert read_bytes("a.xlsx", workbook(fill))[0].text == (
        "表1 甲\n\n| 指标 | 2030年 |\n|---|---|\n| 乙 | 1 |\n| 丙 | 2 |\n\n"
        "表2 丁\n\n| 指标 | 2025年 | 2030年 |\n|---|---|---|\n| 戊 | 3 | 4 |\n\n注：己。\n"
    )


def test_runs_of_a_rich_string_are_joined_and_errors_shown():
    def fill(book):
        sheet = book.add_worksheet("表")
        bold = book.add_format({"bold": True})
        sheet.write_row("A1", ["指标", "2030年"])
        sheet.write_rich_string("A2", "常住人口", bold, "城镇化率", "（%）")
        sheet.write_formula("B2", "=1/0", None, "#DIV/0!")
        sheet.write_boolean("A3", True)
        sheet.write("B3", 1)

    document, _ = read_bytes("a.xlsx", workbook(fill))
    assert "| 常住人口城镇化率（%） | #DIV/0! |\n| TRUE | 1 |" in document.text


def test_an_empty_workbook_and_a_damaged_one_are_one_sentence():
    with pytest.raises(InputError, match="是空的"):
        read_bytes("a.xlsx", workbook(lambda book: book.add_worksheet()))
    data = workbook(indicators)
    with pytest.raises(InputError, match="已损坏"):
        read_bytes("a.xlsx", data[: len(data) // 2])
    with pytest.raises(InputError, match="已损坏"):
        read_bytes("a.xlsx", rewritten(data, "xl/worksheets/sheet1.xml", "</sheetData>", "</sheet>"))
