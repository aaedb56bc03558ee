"""The rules the builder reads rows by, on made-up rows."""

import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from lantu.values import Comparator, Period, Vintage

MODULES = (
    "rows",
    "ledger",
    "basis",
    "outline",
    "national",
    "wording",
    "observe",
    "merge",
    "plans",
    "promises",
)


@pytest.fixture(scope="module")
def build(root: Path) -> Iterator[SimpleNamespace]:
    """The builder's modules; they are a script's, so they are taken out of the way again."""
    import importlib

    folder = str(root / "tools" / "build_cases")
    sys.path.insert(0, folder)
    try:
        yield SimpleNamespace(**{name: importlib.import_module(name) for name in MODULES})
    finally:
        sys.path.remove(folder)
        for name in MODULES:
            sys.modules.pop(name, None)


def row(build: SimpleNamespace, line: int = 2, **cells: str) -> Any:
    base = {
        "indicator_zh": "地区生产总值增速(不变价)",
        "region": "辽宁省",
        "period": "2023",
        "value": "5.0",
        "unit": "%",
        "kind": "growth_pct",
        "basis": "",
        "vintage": "preliminary",
        "published_on": "",
        "source_title": "某公报",
        "source_url": "",
        "note": "",
    }
    return build.rows.Row("made_up", line, {**base, **cells})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2025", "2025"),
        ("2025H1", "2025H1"),
        ("2020-11-01", "2020-11-01"),
        ("2025-01..08", "2025-01/2025-08"),
        ("2024Q1-Q3", "2024Q1/2024Q3"),
        ("2021-2025", "2021/2025"),
    ],
)
def test_periods(build: SimpleNamespace, text: str, code: str) -> None:
    assert build.observe.period_code(text) == code
    Period.parse(code)


@pytest.mark.parametrize(
    ("note", "value", "bound"),
    [
        ("原文“突破7000家”,为下限", "7000", Comparator.AT_LEAST),
        ("“超过10.5%”,下限", "10.5", Comparator.AT_LEAST),
        ("“4%左右”预计", "4", Comparator.ABOUT),
        ("接近14.6万亿,约数", "146000", Comparator.ABOUT),
        ("“7600亿元、增长8%左右”预计", "7600", Comparator.EQUAL),
        ("计划报告预计5.2%左右,一致", "5.2", Comparator.EQUAL),
        ("超过时序进度0.9个百分点", "86.5", Comparator.EQUAL),
        ("", "1", Comparator.EQUAL),
    ],
)
def test_bounds_are_read_from_the_notes(
    build: SimpleNamespace, note: str, value: str, bound: Comparator
) -> None:
    assert build.observe.bound(row(build, note=note, value=value)) is bound


@pytest.mark.parametrize(
    ("word", "note", "vintage", "census"),
    [
        ("final_五经普修订", "", Vintage.CENSUS_REVISION, "五经普"),
        ("revised_四经普口径", "五经普修订前", Vintage.CENSUS_REVISION, "四经普"),
        ("preliminary_五经普前", "", Vintage.PRELIMINARY, "五经普前"),
        ("preliminary", "四经普修订前;修订后为1", Vintage.PRELIMINARY, "四经普前"),
        ("preliminary", "官方网站;快报数", Vintage.FLASH, ""),
        ("preliminary", "“6%左右”预计;年初预计数", Vintage.FORECAST, ""),
        ("preliminary", "计划报告预计5.2%左右,一致", Vintage.PRELIMINARY, ""),
        ("estimate", "年初预计数,后公布值更低", Vintage.FORECAST, ""),
        ("revised", "年初报道所用", Vintage.FINAL, ""),
        ("final", "", Vintage.FINAL, ""),
        ("unknown", "", Vintage.UNKNOWN, ""),
    ],
)
def test_vintage_words_are_split_from_the_basis(
    build: SimpleNamespace, word: str, note: str, vintage: Vintage, census: str
) -> None:
    found = build.observe.observe(row(build, vintage=word, note=note, period="2018")).observation
    assert found.vintage is vintage
    assert set(found.basis) == {"不变价", census} - {""}


def test_a_census_does_not_revise_a_year_after_it(build: SimpleNamespace) -> None:
    later = row(build, vintage="revised", note="四经普后修订口径", period="2020")
    found = build.observe.observe(later).observation
    assert (found.vintage, found.basis) == (Vintage.PRELIMINARY, ("不变价", "四经普"))


@pytest.mark.parametrize(
    ("cells", "basis"),
    [
        ({"indicator_zh": "常住人口城镇化率", "period": "2019"}, ("七普前",)),
        ({"indicator_zh": "常住人口城镇化率", "period": "2020-11-01"}, ("七普",)),
        ({"indicator_zh": "常住人口城镇化率", "period": "2019", "basis": "七普修订口径"}, ("七普",)),
        ({"indicator_zh": "城镇调查失业率(12月)"}, ("12月",)),
        ({"indicator_zh": "城镇调查失业率(全年平均)"}, ("全年平均",)),
        ({"indicator_zh": "单位GDP能源消耗降低", "basis": "2015年价格"}, ("2015年价格", "能源消费总量")),
        ({"indicator_zh": "单位GDP能源消耗降低", "vintage": "estimate", "basis": "x"}, ("第三方估算",)),
        ({"indicator_zh": "居民人均可支配收入实际增速"}, ("扣除价格因素",)),
        ({"indicator_zh": "全体居民人均可支配收入增速", "note": "名义;官网"}, ("名义",)),
    ],
)
def test_bases(build: SimpleNamespace, cells: dict[str, str], basis: tuple[str, ...]) -> None:
    assert build.observe.observe(row(build, **cells)).observation.basis == basis


def test_a_rate_of_rise_becomes_a_rate_of_fall(build: SimpleNamespace) -> None:
    found = build.observe.observe(
        row(build, indicator_zh="万元地区生产总值能耗升降", value="-0.41")
    ).observation
    assert (found.indicator, found.value) == ("energy.intensity.reduction", Decimal("0.41"))
    assert "相反数" in found.note


def test_days_printed_inferred_and_seen(build: SimpleNamespace) -> None:
    def days(**cells: str) -> tuple[date | None, bool, date | None]:
        found = build.observe.observe(row(build, **cells)).observation
        return found.published_on, found.published_inferred, found.source.seen_on

    collected = date(2026, 11, 22)
    assert days(published_on="2024-01-19") == (date(2024, 1, 19), False, collected)
    assert days(source_title="某报(2024-01-20)") == (date(2024, 1, 20), False, collected)
    assert days(source_title="某报:2024年1月9日某报告") == (date(2024, 1, 9), False, collected)
    assert days(source_title="2021年1-5月某运行情况") == (date(2024, 3, 30), True, collected)
    assert days() == (date(2024, 3, 30), True, collected)
    assert days(vintage="final") == (None, False, collected)
    exported = "某局导出,见GitHub some/repo(2026-06-02)"
    assert days(vintage="final", source_title=exported) == (None, False, date(2026, 6, 2))


def test_an_outline_gives_its_day_and_a_revised_basis_no_inferred_one(build: SimpleNamespace) -> None:
    def days(**cells: str) -> tuple[date | None, bool]:
        found = build.observe.observe(row(build, **cells)).observation
        return found.published_on, found.published_inferred

    assert days(source_title="“十五五”规划纲要专栏1") == (date(2026, 3, 13), False)
    assert days(source_title="某市“十五五”规划纲要") == (date(2024, 3, 30), True)
    assert days(basis="修订口径") == (None, False)
    assert days(note="利用五经普结果") == (None, False)
    assert days(note="五经普前") == (date(2024, 3, 30), True)


@pytest.mark.parametrize(
    ("period", "vintage", "census"),
    [
        ("2018", "preliminary", ()),
        ("2019H1", "preliminary", ()),
        ("2020", "preliminary", ("四经普",)),
        ("2023", "preliminary_五经普前", ("四经普",)),
        ("2023", "final", ("五经普",)),
        ("2024H1", "preliminary", ("四经普",)),
        ("2024", "preliminary", ("五经普",)),
        ("2024", "final", ("五经普",)),
    ],
)
def test_a_level_of_gdp_rests_on_the_census_of_its_day(
    build: SimpleNamespace, period: str, vintage: str, census: tuple[str, ...]
) -> None:
    cells = {"indicator_zh": "地区生产总值", "unit": "亿元", "period": period, "vintage": vintage}
    assert build.observe.observe(row(build, **cells)).observation.basis == (*census, "现价")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("某局某公报(引于某报)", "某局某公报"),
        ("某局某公报(某网等转)", "某局某公报"),
        ("某报:某事(2024-01-02,某网转)", "某报:某事(2024-01-02)"),
        ("某报:某事(2024-01-02,引某局)", "某报:某事(2024-01-02,引某局)"),
        ("某公司转引某表(列头缺年份)", "某公司:某表"),
        ("国家统计局分省年度数据导出(某口径),见GitHub some/repo(2026-06-02)", "国家统计局分省年度数据"),
        ("各省2030年指标(国家统计局/中国统计年鉴2031,GitHub some整理)", "中国统计年鉴2031"),
        ("各省2030年某数(某百科汇总,GitHub some/repo转引)", "各省2030年某数(某百科汇总)"),
        ("某社:某市转型(2024-01-02)", "某社:某市转型(2024-01-02)"),
    ],
)
def test_titles_name_what_was_published_and_by_whom(build: SimpleNamespace, raw: str, shown: str) -> None:
    assert build.wording.title(raw) == shown
    assert build.wording.title(shown) == shown


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("省某官网;只见开头约700字;快报数", "快报数"),
        ("转引;“6%以上”预计,为下限", "“6%以上”预计,为下限"),
        ("自媒体镜像,与官方4.9%一致", "与官方4.9%一致"),
        ("公开仓库CSV,已逐格读取;四经普后修订口径", "四经普后修订口径"),
        ("2016-2023按某普查修订,2024为该库当时值", "2016-2023按某普查修订"),
        ("与表(748.8)不符,表合计=全省;转引;转引", "与表(748.8)不符,表合计=全省"),
    ],
)
def test_notes_keep_basis_bound_and_conflict(build: SimpleNamespace, raw: str, shown: str) -> None:
    assert build.wording.note(raw) == shown


def test_a_copy_in_a_repository_is_said_once_and_only_of_its_own_source(build: SimpleNamespace) -> None:
    copied = row(build, 2, vintage="final", source_title="国家统计局年度数据(GitHub some/repo)", note="甲;乙")
    again = row(build, 3, vintage="final", source_title="国家统计局年度数据(GitHub other/repo)", note="乙;丙")
    dated = row(build, 4, vintage="final", source_title="某公报", published_on="2024-02-01", note="乙")
    copy = build.wording.COPY

    def merged(*rows: Any) -> Any:
        (found,) = build.merge.merge([build.observe.observe(r) for r in rows], build.ledger.Ledger())
        return found.observation

    assert merged(copied, again).note == f"甲；乙；丙；{copy}"
    assert merged(copied, dated).note == "甲；乙"
    assert merged(copied).source.title == "国家统计局年度数据"


def test_duplicates_merge_and_a_row_with_the_day_gives_it(build: SimpleNamespace) -> None:
    rows = [
        row(build, 2, vintage="final", note="首见"),
        row(build, 3, published_on="2024-02-01", note="[补发布日] 与旧表同值"),
        row(build, 4, vintage="final", value="5.00"),
        row(build, 5, vintage="final_五经普修订"),
        row(build, 6, value="5.1"),
    ]
    ledger = build.ledger.Ledger()
    found = build.merge.merge([build.observe.observe(r) for r in rows], ledger)
    ledger.check(rows)
    assert [len(f.rows) for f in found] == [3, 1, 1]
    first = found[0].observation
    assert (first.vintage, first.published_on, first.note) == (Vintage.FINAL, date(2024, 2, 1), "首见")
    assert [end for _, end, _ in ledger.entries.values()].count("merged") == 2
    with pytest.raises(ValueError, match="without an end"):
        ledger.check([*rows, row(build, 7)])


def test_a_row_with_unknown_words_is_refused_by_place(build: SimpleNamespace) -> None:
    with pytest.raises(ValueError, match=r"made_up\.csv:2"):
        build.observe.observe(row(build, indicator_zh="没有的指标"))
    with pytest.raises(ValueError, match="某省"):
        build.observe.observe(row(build, region="某省"))


def target_row(build: SimpleNamespace, line: int, file: str, **cells: str) -> Any:
    return build.rows.Row(file, line, cells)


def test_the_same_target_in_both_tables_is_one(build: SimpleNamespace) -> None:
    ledger = build.ledger.Ledger()
    promises = build.promises.Promises(ledger)
    promises.add(
        target_row(
            build,
            2,
            "annual_targets",
            plan="辽宁省2023年国民经济和社会发展计划",
            issuer="辽宁省人民政府",
            indicator_zh="城镇调查失业率",
            region="辽宁省",
            period="2023",
            comparator="<=",
            value="5.5",
            unit="%",
            source_title="某报(2023-01-13)",
            note="",
        )
    )
    promises.add(
        target_row(
            build,
            3,
            "liaoning_plan_indicators",
            plan="2023年度计划",
            indicator_zh="城镇调查失业率",
            target_period="2023",
            target_value="<5.5",
            unit="%",
            mode="level",
            binding="expected",
            source_title="某报(2023-01-13)",
        )
    )
    (target,) = promises.numbered("liaoning-annual-2023")
    assert target.id == "liaoning-annual-2023.0001"
    assert (target.comparator, target.binding.value) == (Comparator.BELOW, "expected")
    assert [end for _, end, _ in ledger.entries.values()] == ["target", "merged"]
