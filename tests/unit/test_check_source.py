"""Figures of a draft against published values: agreement, vintage, basis, unit, source, not yet public."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.knowledge import Knowledge, Standing, standing
from lantu.check.matches import matched
from lantu.check.rules.source import check_source
from lantu.check.statements import read_statements
from lantu.documents import Document
from lantu.indicators import Observation, shipped_registry
from lantu.values import Period, Source, Vintage

HEAD = "2026年辽宁省政府工作报告\n\n一、2025年工作回顾\n\n"
DAY = date(2026, 3, 25)
CALENDAR = Vintage.PRELIMINARY


def known(
    code: str,
    period: str,
    value: str,
    unit: str,
    vintage: Vintage = CALENDAR,
    *,
    day: date | None = date(2026, 1, 20),
    basis: tuple[str, ...] = (),
    region: str = "210000",
    inferred: bool = False,
) -> Observation:
    return Observation(
        code,
        region,
        Period.parse(period),
        Decimal(value),
        unit,
        vintage,
        Source("公报", seen_on=None),
        basis,
        published_on=day,
        published_inferred=inferred,
    )


GDP = (
    known("gdp", "2025", "41234.6", "亿元", basis=("五经普", "现价")),
    known("gdp", "2024", "39870.2", "亿元", basis=("五经普", "现价"), day=date(2025, 1, 20)),
    known("gdp", "2024", "39766.0", "亿元", Vintage.FINAL, basis=("五经普", "现价"), day=date(2025, 12, 28)),
    known("gdp", "2024-01/2024-09", "27311.5", "亿元", day=date(2024, 10, 22)),
    known("gdp.growth", "2025", "4.6", "%", basis=("不变价",)),
    known("gdp.growth", "2024", "5.1", "%", basis=("不变价",), day=date(2025, 1, 20)),
)
OTHERS = (
    known("income.growth", "2025", "4.9", "%", basis=("名义",)),
    known("income.growth", "2025", "4.4", "%", basis=("扣除价格因素",)),
    known("grain", "2025", "512.4", "亿斤"),
    known("population", "2019", "4352", "万人", day=date(2020, 3, 20), basis=("七普前",)),
    known(
        "population", "2019", "4277", "万人", Vintage.CENSUS_REVISION, day=date(2021, 11, 1), basis=("七普",)
    ),
    known("energy.intensity.reduction", "2025", "3.1", "%"),
    known("jobs.new", "2025", "48.6", "万人"),
    known("unemployment", "2025", "5.1", "%"),
    known("cpi.growth", "2025", "-0.2", "%"),
    known("farmland", "2025", "7680", "万亩"),
    known("trade", "2025", "7600", "亿元", Vintage.FORECAST),
)
Check = Callable[[str], list[Finding]]


def findings(text: str, values: tuple[Observation, ...] = GDP + OTHERS, as_of: date = DAY) -> list[Finding]:
    document = Document.of_text("draft.txt", HEAD + text + "\n")
    registry = shipped_registry()
    draft = read_statements(document, region="210000", today=as_of)
    draft = replace(draft, statements=matched(draft.statements, registry))
    return list(check_source(Dossier(document, draft, Knowledge(values, (), (), registry), as_of)))


def rules(text: str, **given: object) -> list[tuple[str, Rule, str]]:
    return [(f.quote, f.rule, f.expected) for f in findings(text, **given)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "2025年，全省地区生产总值41234.6亿元，增长4.6%。",
        "2025年，全省地区生产总值4.1万亿元，增长4.6%。",
        "2025年，全省地区生产总值突破4万亿元。",
        "2025年，全省地区生产总值41000亿元左右。",
        "2024年，全省地区生产总值39766亿元。",
        "2025年，全省居民人均可支配收入名义增长4.9%。",
        "2025年，全省居民人均可支配收入实际增长4.4%。",
        "2025年，全省居民人均可支配收入增长4.9%。",
        "2025年，全省粮食产量2562万吨。",
        "2025年，全省单位地区生产总值能耗下降3.1%。",
        "2025年，全省城镇调查失业率降至5.1%。",
        "2025年，全省居民消费价格下降0.2%。",
        "2025年，全省耕地面积512万公顷。",
        "2019年，全省常住人口4277万人。",
    ],
)
def test_what_agrees_is_no_alarm(text: str) -> None:
    found = findings(text)
    assert found
    assert {f.rule for f in found} == {Rule.AGREES}


@pytest.mark.parametrize(
    ("text", "quote", "rule", "expected"),
    [
        ("2025年，全省地区生产总值41324.6亿元。", "41324.6亿元", Rule.SOURCE, "41234.6亿元"),
        ("2025年，全省地区生产总值4.2万亿元。", "4.2万亿元", Rule.SOURCE, "4.1万亿元"),
        ("2025年，全省地区生产总值突破4.2万亿元。", "4.2万亿元", Rule.SOURCE, "4.1万亿元"),
        ("2025年，全省地区生产总值增长4.9%。", "4.9%", Rule.SOURCE, "4.6%"),
        ("2025年，全省居民消费价格上涨0.3%。", "0.3%", Rule.SOURCE, "下降0.2%"),
        ("2025年，全省居民消费价格下降2.0%。", "2.0%", Rule.UNIT, "0.2%"),
        ("2025年，全省单位地区生产总值能耗下降3.6%。", "3.6%", Rule.SOURCE, "3.1%"),
        ("2025年，全省地区生产总值41234.6万元。", "41234.6万元", Rule.UNIT, "41234.6亿元"),
        ("2025年，全省地区生产总值4.1亿元。", "4.1亿元", Rule.UNIT, "4.1万亿元"),
        ("2025年，全省地区生产总值突破4亿元。", "4亿元", Rule.UNIT, "41235亿元"),
        ("2025年，全省地区生产总值增长46%。", "46%", Rule.UNIT, "5%"),
        ("2025年，全省粮食产量512.4万吨。", "512.4万吨", Rule.UNIT, "512.4亿斤"),
        ("2025年，全省粮食产量512.4亿元。", "512.4亿元", Rule.UNIT, "512.4亿斤"),
        ("2025年，全省耕地面积7680万公顷。", "7680万公顷", Rule.UNIT, "7680万亩"),
        ("2025年，全省城镇新增就业48.6亿人。", "48.6亿人", Rule.UNIT, "48.6万人"),
        ("2024年，全省地区生产总值39870.2亿元。", "39870.2亿元", Rule.OLD_VINTAGE, "39766.0亿元"),
        ("2025年，全省居民人均可支配收入实际增长4.9%。", "4.9%", Rule.BASIS, "4.4%"),
        ("2024年，全省地区生产总值27311.5亿元。", "27311.5亿元", Rule.BASIS, "39766.0亿元"),
        ("2025年，全省地区生产总值增长3.7%。", "3.7%", Rule.BASIS, "4.6%"),
        ("2019年，全省常住人口4352万人。", "4352万人", Rule.BASIS, "4277万人"),
    ],
)
def test_what_differs_is_told_with_the_figure_expected(
    text: str, quote: str, rule: Rule, expected: str
) -> None:
    loud = [found for found in rules(text) if found[1] is not Rule.AGREES]
    assert loud == [(quote, rule, expected)]


def test_a_preliminary_value_is_right_on_a_day_when_only_it_was_out_and_when_the_words_say_so() -> None:
    text = "2024年，全省地区生产总值39870.2亿元。"
    assert rules(text, as_of=date(2025, 12, 1)) == [("39870.2亿元", Rule.AGREES, "")]
    assert rules("初步核算，" + text)[0][1] is Rule.AGREES


def test_a_newer_value_without_a_day_is_no_alarm() -> None:
    final = replace(GDP[2], published_on=None)
    text = "2024年，全省地区生产总值39870.2亿元。"
    assert rules(text, values=(GDP[1], final))[0][1] is Rule.AGREES
    seen = replace(final, source=Source("年鉴", seen_on=date(2026, 2, 1)))
    assert rules(text, values=(GDP[1], seen))[0][1] is Rule.OLD_VINTAGE


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("2025年，全省地区生产总值41234.6亿元。", date(2026, 1, 12)),
        ("2025年，全省粮食产量512.4亿斤。", date(2025, 12, 20)),
        ("2025年，全省粮食产量498.1亿斤。", date(2026, 1, 3)),
    ],
)
def test_what_nobody_can_have_yet_is_not_public(text: str, as_of: date) -> None:
    assert [rule for _, rule, _ in rules(text, as_of=as_of)] == [Rule.UNPUBLISHED]


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("预计2025年全省地区生产总值增长4.6%。", date(2026, 1, 12)),
        ("2025年，全省地区生产总值增长4.6%左右。", date(2026, 1, 12)),
        ("力争2026年全省地区生产总值增长5%。", date(2026, 1, 12)),
        ("2025年，全省地区生产总值增长4.6%。", date(2026, 1, 20)),
    ],
)
def test_estimates_targets_and_the_day_itself_are_not_early(text: str, as_of: date) -> None:
    assert Rule.UNPUBLISHED not in [rule for _, rule, _ in rules(text, as_of=as_of)]


def test_an_estimate_is_no_proof_and_figures_cut_off_cannot_be_told() -> None:
    assert findings("2025年，全省货物进出口总额7750亿元。") == []
    (found,) = findings("2025年，全省城镇新增就业48万人。")
    assert (found.rule, found.confidence) == (Rule.SOURCE, Confidence.CANNOT_TELL)


def test_a_figure_of_the_own_region_behind_the_name_of_a_city_cannot_be_told() -> None:
    city = replace(GDP[4], region="210200", value=Decimal("5.9"))
    text = "2025年，大连市地区生产总值增长4.6%。"
    assert [f.confidence for f in findings(text, (*GDP, city))] == [Confidence.CANNOT_TELL]
    assert [f.confidence for f in findings(text.replace("4.6", "5.2"), (*GDP, city))] == [Confidence.SURE]


def test_a_preliminary_value_long_past_may_have_been_revised_a_little() -> None:
    old = (replace(GDP[1], period=Period.of_year(2022), published_on=date(2023, 1, 20)),)
    near = findings("2022年，全省地区生产总值39991.3亿元。", old)
    far = findings("2022年，全省地区生产总值49870.2亿元。", old)
    assert [f.confidence for f in near] == [Confidence.CANNOT_TELL]
    assert [f.confidence for f in far] == [Confidence.LIKELY]


@pytest.mark.parametrize(
    "text",
    [
        "全省城镇新增就业235万人。",
        "地区生产总值由39000亿元增加到41234.6亿元。",
        "2025年，全省地区生产总值环比增长1.2%。",
        "“十四五”期间，全省地区生产总值年均增长4.8%。",
    ],
)
def test_sums_of_years_starts_and_other_comparisons_are_left_alone(text: str) -> None:
    assert [f for f in findings(text) if f.rule is not Rule.AGREES] == []


def test_evidence_names_the_value_first() -> None:
    (found,) = findings("2025年，全省地区生产总值41324.6亿元。")
    first = found.evidence[0]
    assert (first.text, first.period, first.vintage) == ("41234.6亿元", "2025", Vintage.PRELIMINARY)
    assert first.published_on == date(2026, 1, 20)


@pytest.mark.parametrize(
    ("value", "as_of", "expected"),
    [
        (known("gdp", "2020", "1", "亿元", day=date(2021, 3, 1)), date(2021, 2, 1), Standing.LATER),
        (known("gdp", "2020", "1", "亿元", day=date(2021, 3, 1)), date(2021, 3, 1), Standing.KNOWN),
        (
            known("gdp", "2020", "1", "亿元", day=date(2021, 3, 31), inferred=True),
            date(2021, 2, 1),
            Standing.UNDATED,
        ),
        (known("gdp", "2020", "1", "亿元", Vintage.FINAL, day=None), date(2021, 2, 1), Standing.UNDATED),
        (known("gdp", "2020", "1", "亿元", Vintage.FINAL, day=None), date(2023, 2, 1), Standing.KNOWN),
        (
            known("gdp", "2016", "1", "亿元", Vintage.CENSUS_REVISION, day=None, basis=("五经普",)),
            date(2023, 2, 1),
            Standing.LATER,
        ),
        (
            known("gdp", "2016", "1", "亿元", Vintage.CENSUS_REVISION, day=None, basis=("五经普",)),
            date(2025, 2, 1),
            Standing.UNDATED,
        ),
    ],
)
def test_whether_a_value_was_public(value: Observation, as_of: date, expected: Standing) -> None:
    assert standing(value, as_of) is expected
