"""Statements of a draft: clocks, regions, tables, lists below, what is no statement, and speed."""

from datetime import date
from time import perf_counter

import pytest

from lantu.check.clock import clock_of
from lantu.check.matches import matched
from lantu.check.numbers import numbers
from lantu.check.periods import Clock, period_before, times, year_before
from lantu.check.regions_of import Home, home_of, region_at
from lantu.check.statement import Link, Role
from lantu.check.statements import Draft, read_statements
from lantu.documents import Document, Kind, Place
from lantu.indicators import shipped_registry
from lantu.indicators.matching import certain
from lantu.reading.clauses import masked
from lantu.values import Period

CLOCK = Clock(2025, 2024, Period.of_year(2024))


def read(text: str, **given: object) -> Draft:
    return read_statements(Document.of_text("draft.txt", text), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "code", "base"),
    [
        ("2024年", "2024", False),
        ("去年", "2024", False),
        ("今年上半年", "2025H1", False),
        ("2024年前三季度", "2024-01/2024-09", False),
        ("1—10月", "2024-01/2024-10", False),
        ("2024年1-2月", "2024-01/2024-02", False),
        ("2024年三季度", "2024Q3", False),
        ("2024年末", "2024", False),
        ("2024年11月末", "2024-11", False),
        ("“十四五”以来", "2021/2024", False),
        ("“十四五”前三年", "2021/2023", False),
        ("“十三五”末", "2020", False),
        ("2021—2025年", "2021/2025", False),
        ("2021年至2023年", "2021/2023", False),
        ("过去五年", "2020/2024", False),
        ("五年来", "2020/2024", False),
        ("近三年", "2022/2024", False),
        ("比2020年", "2020", True),
        ("较去年同期", "2024", True),
        ("在2020年基础上", "2020", True),
        ("二〇二四年", "2024", False),
        ("2024年6月30日", "2024-06-30", False),
    ],
)
def test_times_are_read_relative_to_the_draft(text: str, code: str, base: bool) -> None:
    found = list(times(text + "全省", CLOCK, Period.of_year(2024)))
    assert [(t.period.code if t.period else "", t.base) for t in found] == [(code, base)]


@pytest.mark.parametrize(
    ("code", "before"), [("2024", "2023"), ("2024H1", "2023H1"), ("2024-01/2024-10", "2023-01/2023-10")]
)
def test_the_same_part_of_the_year_before(code: str, before: str) -> None:
    period = year_before(Period.parse(code))
    assert period is not None and period.code == before


@pytest.mark.parametrize(
    ("code", "before"), [("2024Q1", "2023Q4"), ("2024-01", "2023-12"), ("2024H2", "2024H1"), ("2024", "2023")]
)
def test_the_period_in_front(code: str, before: str) -> None:
    period = period_before(Period.parse(code))
    assert period is not None and period.code == before
    assert period_before(Period.parse("2021/2025")) is None


@pytest.mark.parametrize(
    ("title", "year", "data", "default"),
    [
        ("2025年辽宁省政府工作报告", 2025, 2024, "2024"),
        ("关于2024年国民经济和社会发展计划执行情况与2025年计划草案的报告", 2025, 2024, "2024"),
        ("沈阳市2024年国民经济和社会发展统计公报", 2024, 2024, "2024"),
        ("2025年上半年经济运行情况", 2025, 2025, "2025H1"),
        ("辽宁省国民经济和社会发展第十四个五年规划纲要", 2021, 2020, "2020"),
        ("辽宁省“十四五”规划实施中期评估报告", 2023, 2023, "2023"),
        ("2025年工作回顾和2026年工作安排", 2026, 2025, "2025"),
    ],
)
def test_the_title_sets_the_clock(title: str, year: int, data: int, default: str) -> None:
    clock = clock_of(title, title, None)
    assert (clock.year, clock.data_year, clock.default and clock.default.code) == (year, data, default)


def test_a_day_sets_the_clock_of_a_speech() -> None:
    clock = clock_of("在经济工作会议上的讲话", "在经济工作会议上的讲话\n（2025年1月15日）\n", None)
    assert (clock.year, clock.data_year) == (2025, 2024)
    assert clock_of("讲话", "讲话", date(2025, 9, 1)).data_year == 2025


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("2025年辽宁省政府工作报告", "210000"),
        ("沈阳市2024年统计公报", "210100"),
        ("沈阳市和平区2024年工作报告", "210102"),
        ("中华人民共和国2024年统计公报", "000000"),
        ("工作报告", ""),
    ],
)
def test_the_title_names_the_region(title: str, code: str) -> None:
    assert home_of(title).code == code


def test_a_draft_without_a_place_in_its_title_is_of_what_it_speaks() -> None:
    text = "全省经济平稳运行。辽宁全面振兴取得新进展，沈阳、大连带动作用增强，辽宁沿海经济带加快建设，全省就业稳定。"
    assert home_of("工作回顾", text).code == "210000"


@pytest.mark.parametrize(
    ("words", "home", "code"),
    [
        ("全省工业", "210100", "210000"),
        ("全市工业", "210100", "210100"),
        ("全市工业", "500000", "500000"),
        ("全区工业", "150000", "150000"),
        ("全国平均", "210000", "000000"),
        ("鞍山市", "210000", "210300"),
        ("和平区", "210100", "210102"),
        ("东部地区", "210000", ""),
    ],
)
def test_region_words_mean_codes(words: str, home: str, code: str) -> None:
    named = region_at(words, Home(home))
    assert named is not None and named.code == code


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月15日，第十四届人民代表大会第三次会议召开。",
        "G60沪昆高速、国道102线、5A级景区、3.0版方案、1+N体系。",
        "第一产业、第二条、第3章、“三个一批”、《“十四五”规划》。",
        "15万吨级航道，500千伏变电站，5年规划，3年行动。",
        "规模2000万元以上企业继续增多，60岁及以上人口继续增多。",
    ],
)
def test_dates_ordinals_names_and_classes_are_no_statements(text: str) -> None:
    assert [n for n in numbers(text, masked(text)) if not n.small] == []


def test_cells_of_a_table_are_statements() -> None:
    draft = read(
        "沈阳市2024年经济运行情况\n\n表1 主要指标（单位：亿元）\n\n"
        "| 指标 | 2023年 | 2024年 | 增长（%） |\n|---|---|---|---|\n"
        "| 地区生产总值 | 8000.1 | 8450.2 | 5.2 |\n| 常住人口（万人） | 920.4 | 922.6 | -0.2 |\n\n"
        "| 地区 | 地区生产总值（亿元） | 增速（%） | 位次 |\n|---|---|---|---|\n| 和平区 | 1200.5 | 5.6 | 1 |\n"
    )
    rows = [
        (s.phrase, s.measure, s.region, s.period and s.period.code, str(s.written.value), s.unit)
        for s in draft.statements
    ]
    assert rows == [
        ("地区生产总值", Role.ACTUAL, "210100", "2023", "8000.1", "亿元"),
        ("地区生产总值", Role.ACTUAL, "210100", "2024", "8450.2", "亿元"),
        ("地区生产总值", Role.GROWTH, "210100", "2024", "5.2", "%"),
        ("常住人口", Role.ACTUAL, "210100", "2023", "920.4", "万人"),
        ("常住人口", Role.ACTUAL, "210100", "2024", "922.6", "万人"),
        ("常住人口", Role.GROWTH, "210100", "2024", "-0.2", "%"),
        ("地区生产总值", Role.ACTUAL, "210102", "2024", "1200.5", "亿元"),
        ("地区生产总值", Role.GROWTH, "210102", "2024", "5.6", "%"),
        ("地区生产总值", Role.RANK, "210102", "2024", "1", ""),
    ]
    assert all(s.table for s in draft.statements)
    assert draft.statements[2].tied(Link.LEVEL) == 1
    assert draft.statements[5].sign == -1


def test_years_down_the_side_are_the_periods_of_a_table() -> None:
    draft = read(
        "粮食生产情况\n\n| 年份 | 粮食产量（万吨） | 播种面积（万亩） |\n|---|---|---|\n| 2021年 | 402.1 | 600 |\n| 2022年 | 398.2 | 601 |\n"
    )
    assert [(s.phrase, s.period and s.period.code, s.unit) for s in draft.statements] == [
        ("粮食产量", "2021", "万吨"),
        ("播种面积", "2021", "万亩"),
        ("粮食产量", "2022", "万吨"),
        ("播种面积", "2022", "万亩"),
    ]


def test_a_sentence_in_front_of_a_table_does_not_set_its_year() -> None:
    draft = read(
        "2025年1—10月全省经济运行情况\n\n抓紧谋划2026年工作。\n\n附表：1—10月主要指标\n\n"
        "| 市 | 一般公共预算收入（亿元） |\n|---|---|\n| 沈阳 | 720.4 |\n",
        today=date(2025, 11, 20),
    )
    assert [s.period and s.period.code for s in draft.statements] == ["2025-01/2025-10"]


def test_a_cell_keeps_its_address() -> None:
    text = "| 指标 | 2024年 |\n|---|---|\n| 地区生产总值 | 8450.2 |\n"
    at = text.index("8450.2")
    document = Document.of_text("a.xlsx", text, kind=Kind.XLSX, places=(Place(at, at + 6, "Sheet1!B2"),))
    assert [s.address for s in read_statements(document).statements] == ["Sheet1!B2"]


def test_items_below_a_count_are_counted() -> None:
    draft = read(
        "2025年工作要点\n\n一、总体要求\n\n抓好以下四项重点工作：\n\n（一）扩大内需。促进消费。\n\n（二）科技创新。\n\n（三）改革开放。\n\n二、组织保障\n"
    )
    (count,) = draft.statements
    assert count.measure is Role.COUNT and count.listed is not None
    assert (count.written.value, count.listed.count, count.listed.open) == (4, 3, False)


@pytest.mark.parametrize(
    ("text", "count", "more"),
    [
        ("组织实施三项行动：一是强链行动；二是纾困行动；三是技改行动。", 3, False),
        ("覆盖沈阳、大连、鞍山等5个市。", 3, True),
        ("建设四大基地：钢铁、石化、装备、食品。", 4, False),
        ("开展4项试点（数据、土地、技术、资本）。", 4, False),
    ],
)
def test_what_a_count_sums_up_is_counted(text: str, count: int, more: bool) -> None:
    found = [s for s in read(f"2025年辽宁省工作情况\n\n{text}\n").statements if s.listed]
    assert [(s.listed.count, s.listed.open) for s in found if s.listed] == [(count, more)]


def test_a_small_count_of_what_is_not_listed_is_no_statement() -> None:
    assert read("2025年辽宁省工作情况\n\n深入开展两项行动，取得积极成效。\n").statements == ()


def test_statements_are_numbered_in_text_order_and_tied_by_number() -> None:
    draft = read(
        "2025年辽宁省政府工作报告\n\n| 指标 | 2024年 |\n|---|---|\n| 粮食产量（万吨） | 2500 |\n\n2024年粮食产量2500万吨，增长0.8%。\n"
    )
    assert [s.id for s in draft.statements] == [0, 1, 2]
    assert draft.statements[2].tied(Link.LEVEL) == 1
    assert draft.statements[0].same == draft.statements[1].same


def test_100_000_characters_take_well_under_a_second() -> None:
    line = "2024年，全省地区生产总值31206.5亿元，增长5.3%，其中第一产业增加值2601.4亿元，增长4.1%。坚持稳中求进，扎实推进各项工作，经济社会保持平稳健康发展，民生保障持续加强。\n\n"
    text = "2025年辽宁省政府工作报告\n\n" + line * (100_000 // len(line))
    read(text[:2000])
    start = perf_counter()
    draft = read(text)
    assert len(draft.statements) > 4000
    assert perf_counter() - start < 3


def test_phrases_are_looked_up_in_the_registry() -> None:
    draft = read(
        "2025年辽宁省政府工作报告\n\n2024年全省地区生产总值31206.5亿元，增长5.3%，城镇调查失业率5.2%。\n"
    )
    found = matched(draft.statements, shipped_registry())
    assert [certain(s.candidates) for s in found] == ["gdp", "gdp.growth", "unemployment"]


def test_a_time_of_something_due_holds_for_its_sentence_alone() -> None:
    draft = read(
        "2025年辽宁省工作情况\n\n《纲要》提出，到2027年，整车产量达到150万辆。2025年居民收入增长5%，消费增长4%。\n"
    )
    said = [(s.role, s.period and s.period.code) for s in draft.statements]
    assert said == [(Role.TARGET, "2027"), (Role.GROWTH, "2025"), (Role.GROWTH, "2025")]


def test_places_that_are_ranked_each_have_their_figure() -> None:
    draft = read(
        "辽宁省2024年工作情况\n\n地区生产总值居前三位的省份是广东、江苏、山东，分别为141000亿元、137000亿元、98000亿元，居民收入上海88000元、北京85000元。\n"
    )
    assert [(s.phrase, s.region) for s in draft.statements] == [
        ("地区生产总值", "440000"),
        ("地区生产总值", "320000"),
        ("地区生产总值", "370000"),
        ("居民收入", "310000"),
        ("居民收入", "110000"),
    ]


def test_the_last_year_of_a_plans_main_table_is_a_goal() -> None:
    head = "| 指标 | 2020年 | 2025年 | 年均/累计 | 属性 |\n|---|---|---|---|---|\n"
    row = (
        "| 森林覆盖率（%） | 39.2 | 40.1 | — | 约束性 |\n| 常住人口城镇化率（%） | 72.1 | 75 | — | 预期性 |\n"
    )
    draft = read("某市规划主要指标\n\n" + head + row)
    assert [(s.quote, s.promised) for s in draft.statements] == [
        ("39.2", False),
        ("40.1", True),
        ("72.1", False),
        ("75", True),
    ]
    told = read("某市规划评估\n\n" + head.replace("2025年", "2025年实际") + row)
    assert not any(s.promised for s in told.statements)
