"""The entry form: written reproducibly, read back row by row, every fault named by its place."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from lantu.exchange import entry_form, read_entry_form
from lantu.exchange.entry_columns import COLUMNS, FIRST_ROW, HEADER_ROW, PLACE, SHEET, growth_kinds
from lantu.plan import BlankRow, Entry, Plan
from lantu.values import Binding, Comparator, Period, PlanKind, Problem, Rank

PLAN = Plan(
    "qingyuan-15fyp", "清源省规划纲要", PlanKind.OUTLINE, Rank.PROVINCIAL, "990000", Period.parse("2026/2030")
)
BLANKS = (
    BlankRow(PLAN.id, "1", "=地区生产总值增长", "%", Binding.EXPECTED, "gdp.growth", "第二章提到"),
    BlankRow(PLAN.id, "2", "粮食综合生产能力", "万吨", Binding.BINDING),
    BlankRow(PLAN.id, "", "森林覆盖率"),
)
AT = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
GOOD = {"comparator": "不低于", "target": 300.5, "page": 12}


def filled(*rows: dict[str, object], start: int = FIRST_ROW, **cells: object) -> bytes:
    """The form of PLAN with values typed in: rows from ``start`` on, then single cells."""
    book = openpyxl.load_workbook(BytesIO(entry_form(PLAN, BLANKS)))
    sheet = book[SHEET]
    for number, row in enumerate(rows, start):
        for name, value in row.items():
            sheet.cell(number, PLACE[name] + 1).value = value
    for place, value in cells.items():
        sheet[place] = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def read(data: bytes, plan_id: str = PLAN.id) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    return read_entry_form(plan_id, data, "local", AT)


def the_error(data: bytes) -> Problem:
    entries, problems = read(data)
    assert entries == ()
    (problem,) = problems
    assert problem.severity == "error"
    return problem


def test_the_same_input_gives_the_same_bytes() -> None:
    assert entry_form(PLAN, BLANKS) == entry_form(PLAN, BLANKS)
    assert entry_form(PLAN, BLANKS) != entry_form(PLAN, BLANKS[:2])


def test_what_the_form_says() -> None:
    sheet = openpyxl.load_workbook(BytesIO(entry_form(PLAN, BLANKS)))[SHEET]
    text = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)
    assert "不得录入涉密信息" in text and PLAN.title in text and PLAN.id in text
    headings = [sheet.cell(HEADER_ROW, place).value for place in range(1, len(COLUMNS) + 1)]
    assert headings == [column.header for column in COLUMNS]
    assert headings[3] == "基期年\nBase year" and all(re.fullmatch(".+\n[ -~]+", text) for text in headings)
    first = [sheet.cell(FIRST_ROW, place).value for place in range(1, len(COLUMNS) + 1)]
    assert first == ["1", "=地区生产总值增长", "%", 2025, None, 2030, *[None] * 5, "预期性", None]
    assert sheet.cell(FIRST_ROW, 2).data_type == "s"  # a name is never a formula
    assert sheet.cell(FIRST_ROW + 2, PLACE["binding"] + 1).value is None


def test_lists_cover_every_row_of_the_form() -> None:
    sheet = openpyxl.load_workbook(BytesIO(entry_form(PLAN, BLANKS)))[SHEET]
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    assert rules[f"G{FIRST_ROW}"].formula1.strip('"').split(",")[:2] == ["达到", "不低于"]
    assert rules[f"K{FIRST_ROW}"].formula1.strip('"').split(",") == list(growth_kinds())
    assert rules[f"L{FIRST_ROW}"].type == "list"
    assert all(int(str(rule.sqref).split(":")[1][1:]) == sheet.max_row for rule in rules.values())


def test_an_untouched_form_has_nothing_and_says_so() -> None:
    entries, (note,) = read(entry_form(PLAN, BLANKS))
    assert entries == ()
    assert note.severity == "note" and note.code == "entry-skipped" and "3 行" in str(note.message)


def test_filled_rows_become_pending_entries() -> None:
    new = {"no": 4, "indicator": "常住人口", "unit": "万人", "target_year": "2030年", "target": "１,２００"}
    data = filled(
        {"growth": 5.5, "growth_kind": "年均增长（%）", "comparator": "左右", "target": 5.5, "page": "12-13"},
        {"baseline": 300, **GOOD},
        {},
        {**new, "page": 14.0},
    )
    entries, problems = read(data)
    assert [problem.severity for problem in problems] == ["note"]
    first = Entry(
        plan=PLAN.id,
        no="1",
        indicator="=地区生产总值增长",
        unit="%",
        baseline_year=2025,
        baseline=None,
        target_year=2030,
        comparator=Comparator.ABOUT,
        target=Decimal("5.5"),
        target_max=None,
        growth=Decimal("5.5"),
        growth_kind="annual_growth",
        binding=Binding.EXPECTED,
        page="12-13",
        entered_by="local",
        entered_at=AT,
    )
    assert entries[0] == first
    assert (entries[1].baseline, entries[1].target, entries[1].page) == (Decimal(300), Decimal("300.5"), "12")
    assert entries[1].binding is Binding.BINDING and entries[1].state == "pending"
    assert (entries[2].no, entries[2].target, entries[2].target_year) == ("4", Decimal(1200), 2030)
    assert entries[2].comparator is Comparator.EQUAL
    assert (entries[2].baseline_year, entries[2].binding, entries[2].page) == (None, Binding.UNKNOWN, "14")


def test_a_range_a_rule_in_words_and_a_row_without_unit() -> None:
    data = filled(
        {"comparator": "区间", "target": 3, "target_max": 3.5, "page": 1},
        {"growth_kind": "完成国家下达任务", "page": 1},
        {"unit": "—", **GOOD},
    )
    entries, problems = read(data)
    assert problems == ()
    assert (entries[0].comparator, entries[0].target_max) == (Comparator.RANGE, Decimal("3.5"))
    assert (entries[1].growth_kind, entries[1].growth) == ("deferred", None)


@pytest.mark.parametrize("number", [0.1, 69.1, 1e-7, 123456789.123, -19.0, 0])
def test_numbers_keep_the_digits_that_were_typed(number: float) -> None:
    entries, _ = read(filled({"target": number, "page": 1}))
    assert entries[0].target == Decimal(repr(number))
    assert "." not in str(Decimal(str(entries[0].target))) or number % 1


FAULTS = [
    ({"target": "约300"}, "entry-number", "target", "“约300”"),
    ({"target": "1-2"}, "entry-number", "target", "两栏"),
    ({"target": "1,20"}, "entry-number", "target", "“1,20”"),
    ({"target": "NaN"}, "entry-number", "target", "不是数"),
    ({"target": "1e5"}, "entry-number", "target", "不是数"),
    ({"target": True}, "entry-number", "target", "是非"),
    ({"target": date(2026, 2, 3)}, "entry-number", "target", "日期"),
    ({"target": "=1+1"}, "entry-formula", "target", "公式"),
    ({"page": "=A1"}, "entry-formula", "page", "公式"),
    ({"page": None}, "entry-missing", "page", "页码"),
    ({"page": 0}, "entry-page", "page", "从 1 起"),
    ({"page": "页" * 300}, "entry-text", "page", "太长"),
    ({"indicator": None}, "entry-missing", "indicator", "指标"),
    ({"unit": "  "}, "entry-missing", "unit", "单位"),
    ({"target": None, "comparator": None}, "entry-missing", "target", "至少"),
    ({"target": None}, "entry-range", "target", "限定"),
    ({"baseline": 1, "baseline_year": None}, "entry-missing", "baseline_year", "基期年"),
    ({"target_year": None}, "entry-missing", "target_year", "目标年"),
    ({"target_year": "二〇三〇"}, "entry-year", "target_year", "四位数"),
    ({"target_year": 20300}, "entry-year", "target_year", "四位数"),
    ({"target_year": 2030.5}, "entry-year", "target_year", "四位数"),
    ({"target_year": 2025}, "entry-year", "target_year", "晚于"),
    ({"comparator": "大约"}, "entry-word", "comparator", "左右"),
    ({"binding": "强制"}, "entry-word", "binding", "约束性"),
    ({"comparator": "区间"}, "entry-range", "target_max", "上限"),
    ({"comparator": "区间", "target_max": 3}, "entry-range", "target_max", "大于"),
    ({"target_max": 400}, "entry-range", "comparator", "区间"),
    ({"growth": 5}, "entry-growth", "growth_kind", "性质"),
    ({"growth_kind": "每年保持"}, "entry-growth", "growth", "必须填数"),
    ({"growth": 5, "growth_kind": "文字表述"}, "entry-growth", "growth", "不填数"),
]


@pytest.mark.parametrize(("change", "code", "column", "words"), FAULTS)
def test_each_fault_is_named_and_nothing_is_returned(
    change: dict[str, object], code: str, column: str, words: str
) -> None:
    row = FIRST_ROW + 1
    data = filled({**GOOD}, {**GOOD, **change})
    entries, problems = read(data)
    assert entries == ()
    errors = [problem for problem in problems if problem.severity == "error"]
    found = [(problem.code, problem.line, problem.column) for problem in errors]
    assert (code, row, PLACE[column] + 1) in found
    message = str(errors[found.index((code, row, PLACE[column] + 1))].message)
    letter = "ABCDEFGHIJKLM"[PLACE[column]]
    assert SHEET in message and f"第 {row} 行" in message and f"{letter}{row}" in message and words in message


def test_a_percent_format_is_refused_because_the_number_behind_it_is_another() -> None:
    book = openpyxl.load_workbook(BytesIO(filled({"target": 0.69, "page": 1})))
    book[SHEET].cell(FIRST_ROW, PLACE["target"] + 1).number_format = "0.0%"
    out = BytesIO()
    book.save(out)
    assert "百分比" in str(the_error(out.getvalue()).message)


def test_two_rows_with_one_number() -> None:
    data = filled({**GOOD}, {**GOOD, "no": "1"})
    problem = the_error(data)
    assert (problem.code, problem.line) == ("entry-twice", FIRST_ROW + 1)
    assert str(problem.message).endswith(str(FIRST_ROW))


def test_all_faults_are_found_at_once() -> None:
    entries, problems = read(
        filled({"target": "x", "page": None, "comparator": "y"}, {**GOOD, "target": "z"})
    )
    assert entries == () and len(problems) == 4


def test_a_form_of_another_plan_is_refused() -> None:
    entries, (problem,) = read(filled(GOOD), "other-15fyp")
    assert entries == () and problem.code == "entry-plan"
    assert PLAN.id in str(problem.message) and "other-15fyp" in str(problem.message)


def test_a_changed_heading_is_refused() -> None:
    problem = the_error(filled(GOOD, E5="目标"))
    assert (problem.code, problem.column) == ("entry-header", 5)
    assert "基期值" in str(problem.message) and "目标" in str(problem.message)


def test_rows_far_below_the_table_are_not_lost_in_silence() -> None:
    assert "1500" in str(the_error(filled(GOOD, A1500="x")).message)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"%PDF-1.4", "序号,指标".encode()])
def test_a_file_that_is_no_workbook(data: bytes) -> None:
    assert the_error(data).code == "entry-file"


def test_a_workbook_without_the_sheet() -> None:
    out = BytesIO()
    openpyxl.Workbook().save(out)
    problem = the_error(out.getvalue())
    assert problem.code == "entry-file" and SHEET in str(problem.message)


def test_a_file_over_the_limit() -> None:
    assert "5" in str(the_error(bytes(6 * 1024 * 1024)).message)


def test_a_small_file_that_unpacks_to_much_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", bytes(60 * 1024 * 1024))
    assert "解开" in str(the_error(path.read_bytes()).message)


def test_the_form_survives_a_row_typed_by_code_instead_of_word() -> None:
    entries, _ = read(filled({**GOOD, "comparator": ">="}))
    assert replace(entries[0]).comparator is Comparator.AT_LEAST
