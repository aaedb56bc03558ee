"""Main-indicator tables of made-up plans: Markdown, plain rows, columns in other orders, notes, faults."""

from decimal import Decimal

import pytest

from lantu.documents import Document
from lantu.reading import read_plan
from lantu.values import Binding, Comparator, Mode, Tier

TITLE = "青原市国民经济和社会发展第十五个五年规划纲要\n\n第一章 主要目标\n\n"


def read(table):
    text = TITLE + table
    reading = read_plan(Document.of_text("plan", text))
    for target in reading.targets:
        assert text[target.span.start : target.span.end] == target.quote
    return reading


def rows(reading):
    return [
        (r.no, r.indicator, r.unit, r.baseline, r.target_value, r.growth_value, r.growth_kind)
        for r in reading.indicators
    ]


PLAIN = """表1 主要指标

序号 指标名称 单位 2025年 2030年 年均增长 属性
1 粮食总产量 亿斤 25 28 — 约束性
2 农业总产值 亿元 320 450 7左右 预期性
3 农村居民人均可支配收入 元 24500 35000 7.4 预期性
4 农产品质量安全监测合格率 % 98.2 ＞98.5 — 约束性

建成示范农场20家。
"""


def test_plain_rows_with_a_unit_column():
    reading = read(PLAIN)
    assert rows(reading) == [
        ("1", "粮食总产量", "亿斤", 25, 28, None, ""),
        ("2", "农业总产值", "亿元", 320, 450, 7, "annual_growth"),
        ("3", "农村居民人均可支配收入", "元", 24500, 35000, Decimal("7.4"), "annual_growth"),
        ("4", "农产品质量安全监测合格率", "%", Decimal("98.2"), Decimal("98.5"), None, ""),
    ]
    assert [r.binding for r in reading.indicators] == [
        Binding.BINDING, Binding.EXPECTED, Binding.EXPECTED, Binding.BINDING,
    ]  # fmt: skip
    growth = next(t for t in reading.targets if t.quote == "7.4")
    assert (growth.unit, growth.mode, growth.tier) == ("%", Mode.GROWTH_PER_YEAR, Tier.MAIN)
    assert reading.targets[-1].indicator == "示范农场"


def test_rows_of_a_table_are_not_read_as_prose_too():
    quotes = [t.quote for t in read(PLAIN).targets]
    assert quotes == ["28", "450", "7", "35000", "7.4", "98.5", "20家"]


MARKDOWN = """| 序号 | 指标 | 单位 | 2025年 | 2030年目标 | 年均/累计 | 性质 |
|---|---|---|---|---|---|---|
| 1 | 城镇新增就业 | 万人 | — | — | 〔60〕 | 预期性 |
| 2 | 人均预期寿命 | 岁 | 79.5* | 81 | 〔1.5〕 | 预期性 |
| 3 | 城镇调查失业率 | % | 5.2 | — | ≤5.5 | 预期性 |
| 4 | 能源消费总量控制 | 万吨标准煤 | 1200 | 完成国家下达任务 | — | 约束性 |
| | 其中：煤炭 | 万吨 | 800 | ＜760 | — | 约束性 |
| 5 | 居民收入增长 | % | 6.2① | — | 与经济增长同步 | 预期性 |

注：〔〕内为五年累计数；带*的为2024年数据；①为预计数。
"""


def test_markdown_with_number_and_unit_columns():
    reading = read(MARKDOWN)
    assert rows(reading) == [
        ("1", "城镇新增就业", "万人", None, None, 60, "cumulative_total"),
        ("2", "人均预期寿命", "岁", Decimal("79.5"), 81, Decimal("1.5"), "cumulative_change"),
        ("3", "城镇调查失业率", "%", Decimal("5.2"), None, Decimal("5.5"), "annual_level"),
        ("4a", "能源消费总量控制", "万吨标准煤", 1200, None, None, "deferred"),
        ("4b", "其中：煤炭", "万吨", 800, 760, None, ""),
        ("5", "居民收入增长", "%", Decimal("6.2"), None, None, "text"),
    ]
    by_no = {r.no: r for r in reading.indicators}
    assert by_no["2"].baseline_year == 2024
    assert by_no["1"].baseline_year is None
    assert by_no["4b"].target_comparator is Comparator.BELOW


def test_targets_of_rows_say_what_the_cell_says():
    reading = read(MARKDOWN)
    told = [(t.quote, t.mode, t.comparator, t.unit, t.deadline, t.binding) for t in reading.targets]
    assert told == [
        ("60", Mode.CUMULATIVE, Comparator.EQUAL, "万人", 2030, Binding.EXPECTED),
        ("81", Mode.LEVEL, Comparator.EQUAL, "岁", 2030, Binding.EXPECTED),
        ("1.5", Mode.CHANGE, Comparator.EQUAL, "岁", 2030, Binding.EXPECTED),
        ("5.5", Mode.LEVEL, Comparator.AT_MOST, "%", 2030, Binding.EXPECTED),
        ("760", Mode.LEVEL, Comparator.AT_MOST, "万吨", 2030, Binding.BINDING),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| 部门 | 电话 |\n|---|---|\n| 办公室 | 12345 |\n",
        "| 年份 | 2025年 |\n|---|---|\n| 产值 | 5 |\n",
        "指标说明：本表指标属性分为两类。\n",
    ],
)
def test_other_tables_are_left_alone(table):
    assert read(table).indicators == ()


def test_a_row_without_an_indicator_is_told_with_its_place():
    reading = read(MARKDOWN.replace("| 3 | 城镇调查失业率 |", "| 3 | |"))
    (problem,) = [p for p in reading.problems if p.code == "table-row-unread"]
    assert problem.line == 9
    assert len(reading.indicators) == 5


def test_traditional_table():
    reading = read(
        "| 類別 | 指標 | 2025年 | 2030年 | 年均/累計 | 屬性 |\n|---|---|---|---|---|---|\n| 經濟 | 1.常住人口城鎮化率（%） | 66 | 70左右 | — | 預期性 |\n"
    )
    (row,) = reading.indicators
    assert (row.indicator, row.target_value, row.target_comparator) == (
        "常住人口城鎮化率",
        70,
        Comparator.ABOUT,
    )
    assert row.binding is Binding.EXPECTED


@pytest.mark.parametrize(
    "group", ["一、经济发展（2项） |" * 4, "一、经济发展（2项） | | | |", "经济发展 |" * 4]
)
def test_a_row_over_the_full_width_is_the_category_of_the_rows_below(group):
    head = "| 指标 | 2025年 | 2030年 | 属性 |\n|---|---|---|---|\n"
    reading = read(
        f"{head}| {group}\n| 粮食总产量（亿斤） | 25 | 28 | 约束性 |\n| 林地面积（万亩） | 9 | 10 | 预期性 |\n"
    )
    assert [(r.category, r.indicator) for r in reading.indicators] == [
        ("经济发展", "粮食总产量"),
        ("经济发展", "林地面积"),
    ]
    assert not [p for p in reading.problems if p.code == "table-row-unread"]


CAPTION = "共 20 项指标、5 个类别；约束性 8 项（见“属性”列），其余 12 项为预期性。"
PIPED = "| 指标 | 2025年 | 2030年 | 属性 |\n|---|---|---|---|\n| 粮食总产量（亿斤） | 25 | 28 | 约束性 |\n"


@pytest.mark.parametrize("text", [f"{CAPTION}\n{PIPED}", f"{PIPED}\n{CAPTION}\n"])
def test_a_caption_that_counts_the_indicators_promises_nothing(text):
    assert [t.quote for t in read(text).targets] == ["28"]


def test_a_line_beside_a_table_that_promises_figures_is_no_caption():
    text = f"共20项指标，新建学校30所，粮食总产量达到28亿斤。\n{PIPED}"
    assert "28亿斤" in [t.quote for t in read(text).targets]


def test_a_contents_heading_with_wide_blanks_is_seen():
    listed = "目　　录\n第一章 主要目标\n第二章 产业发展\n"
    text = f"青原市规划纲要\n{listed}第一章 主要目标\n建成示范农场20家。\n第二章 产业发展\n建成园区5个。\n"
    reading = read_plan(Document.of_text("plan", text))
    assert [p.code for p in reading.problems] == ["left-out-contents"]


@pytest.mark.parametrize(
    "note",
    [
        "注：①为2024年数据。②为2023年预计数。\n",
        "①2024年数据；\n②2023年数据。\n",
        "注：①为2024年数据。\n\n②为2023年数据。\n",
    ],
)
def test_circled_marks_lead_to_their_note(note):
    table = (
        "| 指标 | 2025年 | 2030年 | 属性 |\n|---|---|---|---|\n| 城镇化率（%） | 58① | 62 | 预期性 |\n"
        f"| 预期寿命（岁） | 79② | 80 | 预期性 |\n| 粮食产量（万吨） | 41 | 42 | 约束性 |\n\n{note}\n正文。\n"
    )
    reading = read(table)
    assert [(r.baseline, r.baseline_year) for r in reading.indicators] == [(58, 2024), (79, 2023), (41, 2025)]
