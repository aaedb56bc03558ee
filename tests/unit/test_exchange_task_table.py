"""The task-breakdown table: rows to records, one lead each, print settings, the same bytes, no formulas."""

import zipfile
from io import BytesIO

import openpyxl
import pytest

from lantu.documents import Document
from lantu.exchange.task_bodies import responsible
from lantu.exchange.task_rows import task_rows
from lantu.exchange.task_table import COLUMNS, HEADER_ROW, SHEET, task_table
from lantu.exchange.task_words import Words, tidy
from lantu.plan import Body, BodyRole, Responsibility
from lantu.reading import read_plan
from lantu.values import Span

PLAN = """青原省国民经济和社会发展第十五个五年规划纲要

第一章 主要目标

专栏1 主要指标

| 序号 | 指标 | 2025年 | 2030年 | 年均/累计 | 属性 |
|---|---|---|---|---|---|
| 1 | 粮食综合生产能力（万吨） | 2400 | 2500 | — | 约束性 |

第二章 重点工作

第一节 发展数字经济

培育数字产业。到2028年，数字经济核心产业增加值占比达到12%左右。建设省级大数据平台，制定数据管理办法。（省数据局牵头，省财政厅、省发展改革委按职责分工负责）

=2+5，完善服务体系，健全监测机制。

专栏2 重大水利工程

（一）水库

新建：青石岭水库、白河水库。
"""


@pytest.fixture(scope="module")
def made():
    document = Document.of_text("plan.txt", PLAN)
    return document, read_plan(document)


@pytest.fixture(scope="module")
def sheet(made):
    return openpyxl.load_workbook(BytesIO(task_table(*made)))[SHEET]


def table(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADER_ROW)]


def test_targets_come_first_then_tasks_then_projects(made):
    rows = task_rows(*made)
    assert [row.group for row in rows] == sorted(row.group for row in rows)
    _, reading = made
    ids = [row.id for row in rows]
    assert len(ids) == len(set(ids))
    assert {t.id for t in reading.targets} | {t.id for t in reading.work.tasks} <= set(ids)


def test_a_main_indicator(made):
    row = task_rows(*made)[0]
    assert row.head == "粮食综合生产能力 2500万吨"
    assert (row.nature, row.deadline, row.quote) == ("约束性", "2030年", "")


def test_a_field_target_has_its_sentence_its_place_and_its_bodies(made):
    (row,) = [row for row in task_rows(*made) if "数字经济核心" in row.head]
    assert row.head == "数字经济核心产业增加值占比 12%左右"
    assert row.quote == "到2028年，数字经济核心产业增加值占比达到12%左右。"
    assert row.place == "第二章　重点工作 › 第一节　发展数字经济"
    assert row.deadline == "2028年"
    assert (row.lead, row.others) == ("省数据局", "省财政厅、省发展改革委")


def test_a_task_has_its_clauses_and_exactly_one_lead(made):
    (row,) = [row for row in task_rows(*made) if row.head == "培育数字产业"]
    assert "建设省级大数据平台" in row.measures
    assert not [measure for measure in row.measures if "牵头" in measure]  # that stands in its own column
    assert row.nature.startswith("任务")
    assert row.lead == "省数据局"
    assert "按职责分工负责" in row.note


@pytest.mark.parametrize(
    ("bodies", "lead", "others"),
    [
        ((), "", ""),
        ((("甲厅", "responsible"), ("乙厅", "responsible")), "甲厅", "乙厅"),
        ((("甲厅", "responsible"), ("乙厅", "lead"), ("丙局", "assist")), "乙厅", "甲厅、丙局"),
        ((("甲厅", "lead"), ("乙厅", "lead")), "甲厅", "乙厅"),
        ((("张三", "leader"), ("甲厅", "lead")), "甲厅", ""),
        ((("各地区", "all"),), "", "各地区"),
        ((("各地区", "all"), ("甲厅", "responsible")), "甲厅", "各地区"),
    ],
)
def test_the_lead_is_the_first_named(bodies, lead, others):
    duty = Responsibility("x", "", tuple(Body(name, BodyRole(role)) for name, role in bodies), joint=True)
    found = responsible([duty] if bodies else [])
    assert (found.lead, found.others) == (lead, others)
    assert ("按职责分工负责" in found.note) is bool(bodies)
    assert ("张三" in found.note) is any(role == "leader" for _, role in bodies)


def test_the_sheet_has_the_columns_and_a_row_for_each(made, sheet):
    header, *rows = table(sheet)
    assert [word.split("\n")[0] for word in header] == [name.split("\n")[0] for name, _, _ in COLUMNS]
    assert [name for name in header if "\n" not in name] == [
        "序号",
        "性质",
        "具体举措",
        "牵头单位",
        "配合（责任）单位",
        "完成时限",
        "年度目标",
        "进展",
        "备注",
    ]
    numbers = [row[0] for row in rows if isinstance(row[0], int)]
    assert numbers == list(range(1, len(task_rows(*made)) + 1))
    assert next(row[1] for row in rows if not row[0]).startswith("一、主要指标（1 项）")


def test_it_prints_on_a3_with_its_head_on_every_page(sheet):
    assert sheet.page_setup.paperSize == 8
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
    assert sheet.freeze_panes == "C4"
    assert all(sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1))
    assert all(cell.alignment.wrap_text for cell in sheet[HEADER_ROW + 2])


def test_words_of_the_text_are_never_a_formula(sheet):
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_a_row_too_high_for_a_sheet_goes_on_in_the_next():
    clauses = "，".join(f"完善第{n}类服务体系和保障机制建设" for n in range(60))
    document = Document.of_text("a.txt", f"第一章 工作\n\n提升服务。{clauses}。\n")
    reading = read_plan(document)
    sheet = openpyxl.load_workbook(BytesIO(task_table(document, reading)))[SHEET]
    (task,) = reading.work.tasks
    assert len(task.clauses) == 60
    rows = [row for row in table(sheet)[1:] if row[0] == 1]
    assert len(rows) > 1
    said = "\n".join(row[3] for row in rows)
    assert [line.split(". ", 1)[0] for line in said.split("\n")] == [str(n) for n in range(1, 61)]
    assert max(sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)) <= 409


def test_the_same_bytes_every_time_without_the_clock(made):
    data = task_table(*made)
    assert data == task_table(*made)
    times = {info.date_time for info in zipfile.ZipFile(BytesIO(data)).infolist()}
    assert times == {(1980, 1, 1, 0, 0, 0)}


def test_a_text_without_promises_is_an_empty_table():
    document = Document.of_text("a.txt", "今天下雨。")
    sheet = openpyxl.load_workbook(BytesIO(task_table(document, read_plan(document))))[SHEET]
    assert sheet.max_row == HEADER_ROW


def test_words_come_without_line_breaks_and_page_numbers():
    line = "加快推进产业转型升级，着力培育壮大新兴产业集群和未来产业，不断提升产业链供应链现"
    last = "代化水平，推动经济持续健康发展和社会全面进步，力争到2030年，在全市范围内累计形"
    text = "第一章 产业\n" + f"{line}\n" * 30 + f"— 14 —\n{last}\n成10个集群。\n"
    document = Document.of_text("a.txt", text)
    reading = read_plan(document)
    words = Words(document, reading.outline)
    start = text.index("10个集群")
    said = words.sentence(Span(document.sha256, start, start + 2))
    assert said.endswith("在全市范围内累计形成10个集群。")
    assert "14" not in said
    assert said.startswith("…")
    assert tidy("甲 \n乙 a \n b") == "甲乙 a b"
