"""What an entry says beside its name: family, cycle, roll-up, growth; and that the registry covers the tables."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from lantu.indicators import (
    Cycle,
    GrowthBasis,
    Indicator,
    IndicatorKind,
    Registry,
    RollUp,
    best,
    candidates,
    certain,
    shipped_registry,
)
from lantu.indicators.registry import with_growths
from lantu.values import Direction, Period, Unit

REGISTRY = shipped_registry()


def entry(code: str) -> Indicator:
    found = REGISTRY.get(code)
    assert found is not None, code
    return found


def test_every_entry_is_complete() -> None:
    assert len(REGISTRY.all()) >= 400
    for one in REGISTRY.all():
        assert one.definition, one.code
        assert one.custodian, one.code
        assert one.name_en, one.code
        assert not any("一" <= c <= "鿿" for c in one.name_en), one.code


def test_no_two_entries_share_a_name() -> None:
    for names in (
        Counter((one.name, one.unit) for one in REGISTRY.all()),
        Counter(one.name_en for one in REGISTRY.all()),
    ):
        assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("code", "unit", "fits"),
    [
        ("gdp", "万亿元", True),
        ("gdp", "亿美元", False),
        ("grain", "亿斤", True),
        ("grain.area", "千公顷", True),
        ("firms.hightech", "户", True),
        ("firms.hightech", "万家", True),
        ("firms.hightech", "个", False),
        ("telecom.5g.stations", "万座", True),
        ("population.birth_rate", "%", True),
        ("urbanization", "个百分点", False),
    ],
)
def test_units_of_one_family(code: str, unit: str, fits: bool) -> None:
    assert entry(code).measured_in(Unit.parse(unit)) is fits


def test_other_words_for_a_count_never_convert_by_themselves() -> None:
    for one in REGISTRY.all():
        for unit in one.units:
            assert not Unit.parse(unit).converts_to(Unit.parse(one.unit)), (one.code, unit)


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("gdp", RollUp.SUM),
        ("population", RollUp.SUM),
        ("jobs.new", RollUp.SUM),
        ("urbanization", RollUp.MEAN),
        ("gdp.growth", RollUp.MEAN),
        ("income", RollUp.NONE),
        ("life_expectancy", RollUp.NONE),
        ("population.rank", RollUp.NONE),
        ("pmi.manufacturing", RollUp.NONE),
    ],
)
def test_how_parts_roll_up(code: str, rule: RollUp) -> None:
    assert entry(code).roll_up is rule


def test_what_is_per_head_never_adds_up() -> None:
    for one in REGISTRY.all():
        if (
            "人均" in one.name
            or one.name.startswith(("每千", "每万"))
            or one.name.endswith(("率", "占比", "比重"))
        ):
            assert one.roll_up is not RollUp.SUM, one.code


@pytest.mark.parametrize(
    ("code", "period", "released"),
    [
        ("industry.growth", "2024-11", True),
        ("gdp", "2024-11", False),
        ("gdp", "2024Q3", True),
        ("gdp", "2024-01/2024-09", True),
        ("population", "2024Q3", False),
        ("population", "2024", True),
        ("grain", "2024H1", False),
        ("cpi.growth", "2024-02", True),
        ("rd", "2021/2025", True),
    ],
)
def test_periods_that_values_come_out_for(code: str, period: str, released: bool) -> None:
    assert entry(code).released_for(Period.parse(period)) is released


def test_a_growth_comes_out_at_least_as_often_as_its_level() -> None:
    slower = list(Cycle)
    for one in REGISTRY.all():
        if one.kind is IndicatorKind.GROWTH and one.code == f"{one.growth_of}.growth":
            assert slower.index(one.cycle) <= slower.index(entry(one.growth_of).cycle), one.code


def test_a_level_that_says_so_brings_its_growth() -> None:
    level = Indicator(
        "a", "甲产量", "output of a", "万吨", IndicatorKind.FLOW, Direction.UP, ("甲总产出",),
        custodian="统计局", growth=GrowthBasis.COUNT, cycle=Cycle.MONTH, units=("桶",),
    )  # fmt: skip
    both = with_growths([level])
    assert [one.code for one in both] == ["a", "a.growth"]
    growth = both[1]
    assert (growth.name, growth.unit, growth.kind, growth.growth_of) == (
        "甲产量增速",
        "%",
        IndicatorKind.GROWTH,
        "a",
    )
    assert (growth.aliases, growth.cycle, growth.custodian, growth.units) == (
        ("甲总产出增速",), Cycle.MONTH, "统计局", (),
    )  # fmt: skip
    assert with_growths([growth]) == (growth,)
    assert best("甲总产出同比下降", Registry(both), "%") == "a.growth"


def test_shipped_levels_have_one_growth_a_basis() -> None:
    bases = Counter(
        (one.growth_of, one.growth)
        for one in REGISTRY.all()
        if one.kind is IndicatorKind.GROWTH and one.growth_of and not one.reduction
    )
    assert [which for which, count in bases.items() if count > 1] == []


@pytest.mark.shared
def test_the_rows_of_the_main_tables_are_all_known(shared: Path) -> None:
    for name in ("national-15fyp", "suzhou-15fyp"):
        for line in (shared / "gold" / f"{name}.table.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            assert best(row["indicator"], REGISTRY, row["unit"]), row["indicator"]


@pytest.mark.shared
def test_published_series_are_told_by_their_names(shared: Path) -> None:
    """Of the names in the tables of figures only four are not official names of a series."""
    names = set()
    for path in sorted((shared / "data").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            names |= {(row["indicator_zh"], row["unit"]) for row in csv.DictReader(file)}
    open_ones = {phrase for phrase, unit in names if not certain(candidates(phrase, REGISTRY, unit))}
    assert len(names) > 150
    assert open_ones == {
        "万元地区生产总值能耗升降",
        "三年累计新设外资企业",
        "地区生产总值增速(2023)",
        "地区生产总值增速(2024)",
    }
