"""Figures that follow from published values: changes, gaps, growth over years, multiples, shares, sums."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.knowledge import Knowledge
from lantu.check.matches import matched
from lantu.check.rules.derived import check_derived
from lantu.check.statements import read_statements
from lantu.documents import Document
from lantu.indicators import Observation, shipped_registry
from lantu.values import Period, Source, Vintage

HEAD = "2025年辽宁省政府工作报告\n\n一、2024年工作回顾\n\n"
DAY = date(2025, 3, 25)


def series(
    code: str, unit: str, values: dict[int, str], *, region: str = "210000", basis: tuple[str, ...] = ()
) -> tuple[Observation, ...]:
    return tuple(
        Observation(
            code,
            region,
            Period.of_year(year),
            Decimal(value),
            unit,
            Vintage.PRELIMINARY,
            Source("公报"),
            basis,
            published_on=date(year + 1, 1, 25),
        )
        for year, value in values.items()
    )


VALUES = (
    *series("gdp", "亿元", {2020: "25000", 2023: "30100", 2024: "32600"}, basis=("五经普", "现价")),
    *series("gdp", "亿元", {2024: "1300000"}, region="000000", basis=("五经普", "现价")),
    *series(
        "gdp.growth",
        "%",
        {2020: "0.6", 2021: "5.8", 2022: "2.1", 2023: "5.3", 2024: "5.1"},
        basis=("不变价",),
    ),
    *series("gdp.growth", "%", {2024: "4.8"}, region="000000", basis=("不变价",)),
    *series("grain", "亿斤", {2023: "512.7", 2024: "500.1"}),
    *series("population", "万人", {2023: "4182", 2024: "4155"}),
    *series("urbanization", "%", {2023: "73.51", 2024: "74.02"}),
    *series("jobs.new", "万人", {2021: "48.2", 2022: "46.2", 2023: "47.1", 2024: "48.6"}),
    *series("income", "元", {2020: "32738", 2024: "39844"}),
)


def findings(text: str, values: tuple[Observation, ...] = VALUES) -> list[Finding]:
    document = Document.of_text("draft.txt", HEAD + text + "\n")
    registry = shipped_registry()
    draft = read_statements(document, region="210000", today=DAY)
    draft = replace(draft, statements=matched(draft.statements, registry))
    return list(check_derived(Dossier(document, draft, Knowledge(values, (), (), registry), DAY)))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("2024年，全省粮食产量500.1亿斤，比上年减少12.6亿斤。", "12.6亿斤"),
        ("2024年，全省粮食产量500.1亿斤，下降2.5%。", "2.5%"),
        ("2024年末，全省常住人口4155万人，比上年末减少27万人。", "27万人"),
        ("2024年，全省常住人口城镇化率74.02%，比上年提高0.51个百分点。", "0.51个百分点"),
        ("2024年，全省地区生产总值增长5.1%，增速比上年回落0.2个百分点。", "0.2个百分点"),
        ("2024年，全省地区生产总值增长5.1%，高于全国0.3个百分点。", "0.3个百分点"),
        ("2024年，全省地区生产总值比2020年增长19.6%。", "19.6%"),
        ("2021—2024年，全省地区生产总值年均增长4.6%。", "4.6%"),
        ("2024年，全省地区生产总值两年平均增长5.2%。", "5.2%"),
        ("2024年，全省地区生产总值是2020年的1.3倍。", "1.3倍"),
        ("2024年，全省地区生产总值32600亿元，占全国的2.5%。", "2.5%"),
        ("2024年，全省地区生产总值占全国的2.5%。", "2.5%"),
        ("2021—2024年，全省城镇新增就业累计190万人。", "190万人"),
        ("2021—2024年，全省城镇新增就业年均47.5万人。", "47.5万人"),
        ("2024年，全省居民人均可支配收入39844元，比2020年名义增长21.7%。", "21.7%"),
    ],
)
def test_what_follows_agrees(text: str, quote: str) -> None:
    assert [(f.quote, f.rule) for f in findings(text)] == [(quote, Rule.AGREES)]


@pytest.mark.parametrize(
    ("text", "quote", "rule", "expected"),
    [
        ("2024年，全省粮食产量500.1亿斤，比上年减少16.2亿斤。", "16.2亿斤", Rule.SOURCE, "12.6亿斤"),
        ("2024年，全省粮食产量500.1亿斤，比上年增加12.6亿斤。", "12.6亿斤", Rule.SOURCE, "减少12.6亿斤"),
        ("2024年末，全省常住人口4155万人，比上年末减少37万人。", "37万人", Rule.SOURCE, "27万人"),
        ("2024年，全省常住人口城镇化率提高0.81个百分点。", "0.81个百分点", Rule.SOURCE, "0.51个百分点"),
        ("2024年，全省常住人口城镇化率提高5.1个百分点。", "5.1个百分点", Rule.UNIT, "0.5个百分点"),
        ("2024年，全省常住人口城镇化率提高0.51%。", "0.51%", Rule.UNIT, ""),
        ("2024年，全省地区生产总值增长5.1个百分点。", "5.1个百分点", Rule.UNIT, ""),
        ("2024年，全省常住人口城镇化率为74.02个百分点。", "74.02个百分点", Rule.UNIT, ""),
        (
            "2024年，全省地区生产总值增长5.1%，增速比上年加快0.2个百分点。",
            "0.2个百分点",
            Rule.SOURCE,
            "下降0.2个百分点",
        ),
        (
            "2024年，全省地区生产总值增长5.1%，高于全国0.8个百分点。",
            "0.8个百分点",
            Rule.SOURCE,
            "0.3个百分点",
        ),
        ("2024年，全省地区生产总值比2020年增长24.6%。", "24.6%", Rule.SOURCE, "19.5%"),
        ("2024年，全省地区生产总值比2020年增长30.4%。", "30.4%", Rule.BASIS, "19.5%"),
        ("2021—2024年，全省地区生产总值年均增长5.6%。", "5.6%", Rule.SOURCE, "4.6%"),
        ("2021—2024年，全省地区生产总值年均增长6.9%。", "6.9%", Rule.BASIS, "4.6%"),
        ("2024年，全省地区生产总值是2020年的1.5倍。", "1.5倍", Rule.SOURCE, "1.3倍"),
        ("2024年，全省地区生产总值32600亿元，占全国的3.5%。", "3.5%", Rule.SOURCE, "2.5%"),
        ("2021—2024年，全省城镇新增就业累计290万人。", "290万人", Rule.SOURCE, "190万人"),
        ("2024年，全省居民人均可支配收入39844元，比2020年名义增长31.7%。", "31.7%", Rule.SOURCE, "21.7%"),
    ],
)
def test_what_does_not_follow_is_told(text: str, quote: str, rule: Rule, expected: str) -> None:
    loud = [(f.quote, f.rule, f.expected) for f in findings(text) if f.rule is not Rule.AGREES]
    assert loud == [(quote, rule, expected)]


def test_a_gap_that_only_rounding_allows_cannot_be_told() -> None:
    (found,) = findings("2024年，全省地区生产总值增长5.1%，高于全国0.2个百分点。")
    assert (found.rule, found.confidence, found.expected) == (
        Rule.SOURCE,
        Confidence.CANNOT_TELL,
        "0.3个百分点",
    )


@pytest.mark.parametrize(
    "text",
    [
        "2024年，全省粮食产量500.1亿斤，比2019年增加14.1亿斤。",
        "2024年，全省地区生产总值比2015年增长38%。",
        "2024年，沈阳、大连地区生产总值分别为9027.1亿元、9516.9亿元，占全省的比重为56.9%。",
        "2024年，全省固定资产投资增长5.3%，比上年加快1.3个百分点。",
        "到2025年，全省常住人口城镇化率提高3个百分点。",
    ],
)
def test_nothing_is_said_where_a_value_is_missing(text: str) -> None:
    assert findings(text) == []


def test_real_growth_equal_to_the_nominal_one_is_told_without_the_real_one() -> None:
    values = series("income", "元", {2020: "32738", 2024: "39844"}, basis=("现价",))
    text = "2024年，全省居民人均可支配收入比2020年实际增长{n}%。"
    (found,) = findings(text.format(n="21.7"), values)
    assert (found.rule, found.expected) == (Rule.BASIS, "")
    assert findings(text.format(n="17.2"), values) == []


def test_a_change_from_no_time_named_may_be_from_another_year() -> None:
    assert findings("全省常住人口4155万人，减少100万人。") == []
    (found,) = findings("2024年，全省常住人口4155万人，减少100万人。")
    assert (found.rule, found.confidence) == (Rule.SOURCE, Confidence.CANNOT_TELL)


def test_money_of_one_year_is_not_judged_by_the_ratio_of_two_amounts() -> None:
    values = series("fiscal.revenue", "亿元", {2023: "2765.6", 2024: "2525.1"})
    assert findings("2024年，全省一般公共预算收入2525.1亿元，同口径增长3.1%。", values) == []
