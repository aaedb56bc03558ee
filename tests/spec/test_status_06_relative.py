"""# Relative goals: above, in step, places gained.

They are true or not and never interpolated. Two series are compared preliminary against preliminary, or
within one revised set; a rank is taken only among figures of one vintage class and one basis. Liaoning's
growth against the nation, and its place among the 31 provinces, are the worked case.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lantu.indicators import NATION, divisions, shipped_registry
from lantu.monitoring import Status, nation_gap, rank
from lantu.plan import Reference
from lantu.values import Direction, Mode, Period, Vintage

LIAONING = "210000"
PROVINCES = [one.code for one in divisions(NATION)]
NOW = date(2026, 11, 25)

# preliminary growth: province, nation
GROWTH = {
    2020: ("0.6", "2.3"),
    2021: ("5.8", "8.1"),
    2022: ("2.1", "3.0"),
    2023: ("5.3", "5.2"),
    2024: ("5.1", "5.0"),
    2025: ("3.7", "5.0"),
}


def growth_of(bench, region, values, **more):
    return bench.series("growth", values, region=region, **more)


def both(bench):
    here = growth_of(bench, LIAONING, {year: pair[0] for year, pair in GROWTH.items()})
    return here + growth_of(bench, NATION, {year: pair[1] for year, pair in GROWTH.items()})


def test_above_the_nation_in_2023_and_2024_only(bench):
    figures = both(bench)
    indicator = bench.registry.get("growth")
    gaps = {
        year: gap.gap
        for year in GROWTH
        if (gap := nation_gap(indicator, LIAONING, Period.of_year(year), figures, NOW))
    }
    assert [year for year, gap in gaps.items() if gap > 0] == [2023, 2024]
    assert gaps[2025] == Decimal("-1.3")


def test_a_revised_figure_is_not_set_against_a_preliminary_one(bench):
    indicator = bench.registry.get("growth")
    revised = growth_of(bench, LIAONING, {2021: "9.0"}, vintage=Vintage.CENSUS_REVISION)
    nation = growth_of(bench, NATION, {2021: "8.1"})
    period = Period.of_year(2021)
    assert nation_gap(indicator, LIAONING, period, revised + nation, NOW) is None
    first = growth_of(bench, LIAONING, {2021: "5.8"})
    gap = nation_gap(indicator, LIAONING, period, revised + nation + first, NOW)
    assert gap is not None and (gap.gap, gap.vintage) == (Decimal("-2.3"), "preliminary")


ABOVE = [
    # last year known, status of "growth above the nation", averaged over the plan
    (2021, Status.SLOWER),
    (2024, Status.SLOWER),
    (2025, Status.UNMET),
]


@pytest.mark.parametrize(("last", "status"), ABOVE)
def test_above_the_nation_over_the_plan(bench, last, status):
    target = bench.target("growth", None, ">", reference=Reference("above", "", NATION))
    figures = [one for one in both(bench) if one.period.year <= last]
    assert bench.judge(target, figures).status is status


def test_the_sentence_names_the_series_and_both_figures_of_each_year(bench):
    target = bench.target("growth", None, ">", reference=Reference("above", "", NATION))
    verdict = bench.judge(target, both(bench))
    assert str(verdict.reason).startswith("没有高于全国增速：2021: 5.8 / 8.1 · 2022: 2.1 / 3")
    assert {one.region for one in verdict.earlier} == {LIAONING, NATION}
    own = bench.target("income", None, ">", reference=Reference("above", "growth"))
    figures = bench.series("income", {2021: "6"}) + bench.series("growth", {2021: "5"})
    assert str(bench.judge(own, figures).reason).startswith("高于增速：2021: 6 / 5")


BELOW = [("1", Status.MET), ("2", Status.UNMET), ("3", Status.UNMET)]


@pytest.mark.parametrize(("value", "status"), BELOW)
def test_below_means_below(bench, value, status):
    target = bench.target("growth", None, "<", reference=Reference("not_above", "", NATION))
    figures = growth_of(bench, LIAONING, {2025: value}) + growth_of(bench, NATION, {2025: "2"})
    short = replace(bench.plan, period=Period.parse("2025"))
    assert bench.judge(target, figures, plan=short).status is status


MARGINS = [("above", "3.1", Status.MET), ("above", "3", Status.UNMET), ("not_above", "0.9", Status.MET),
           ("not_above", "1", Status.UNMET), ("in_step", "1", Status.MET), ("in_step", "0.9", Status.UNMET)]  # fmt: skip


@pytest.mark.parametrize(("relation", "value", "status"), MARGINS)
def test_a_margin_of_one_point_is_kept_in_its_direction(bench, relation, value, status):
    reference = Reference(relation, "", NATION, Decimal(1))
    target = bench.target("growth", None, "=", reference=reference)
    figures = growth_of(bench, LIAONING, {2025: value}) + growth_of(bench, NATION, {2025: "2"})
    plan = replace(bench.plan, period=Period.parse("2025"))
    assert bench.judge(target, figures, plan=plan).status is status


def test_a_relative_goal_without_figures_names_who_would_have_them(bench):
    target = bench.target("growth", None, ">", reference=Reference("above", "", NATION))
    verdict = bench.judge(target, growth_of(bench, NATION, {2021: "4"}))
    assert verdict.status is Status.NO_DATA and "没有见到" in str(verdict.reason)


def test_equal_is_not_above(bench):
    target = bench.target("growth", None, ">", reference=Reference("above", "", NATION))
    plan = replace(bench.plan, period=Period.parse("2025"))
    for value, status in (("2.1", Status.MET), ("2", Status.UNMET)):
        figures = growth_of(bench, LIAONING, {2025: value}) + growth_of(bench, NATION, {2025: "2"})
        assert bench.judge(target, figures, plan=plan).status is status


def test_without_a_figure_of_the_same_class_there_is_no_comparison(bench):
    target = bench.target("growth", None, ">", reference=Reference("above", "", NATION))
    figures = growth_of(bench, LIAONING, {2021: "5"}, vintage=Vintage.FINAL) + growth_of(
        bench, NATION, {2021: "4"}
    )
    verdict = bench.judge(target, figures)
    assert verdict.status is Status.NO_DATA and "参照序列" in str(verdict.reason)


def test_for_a_single_year_only_that_year_counts(bench):
    plan = replace(bench.plan, period=Period.parse("2023/2025"))
    target = bench.target(
        "growth", None, ">", reference=Reference("above", "", NATION), mode=Mode.LEVEL, deadline=2024
    )
    assert bench.judge(target, both(bench), plan=plan).status is Status.MET


IN_STEP = [
    # income, growth, word, status: the average may fall short by the tolerance of the word
    ("5 5 5 5 5", "5 5 5 5 5", "", Status.MET),
    ("6 6 6 6 6", "5 5 5 5 5", "", Status.MET),
    ("4.6 4.6 4.6 4.6 4.6", "5 5 5 5 5", "", Status.UNMET),
    ("4.6 4.6 4.6 4.6 4.6", "5 5 5 5 5", "基本同步", Status.MET),
    ("3 7 5 5 5", "5 5 5 5 5", "", Status.MET),
    ("3 7", "5 5", "", Status.ON_PACE),
    ("5 5 - 5 5", "5 5 5 5 5", "", Status.ON_PACE),  # a year is missing: not proven
]


@pytest.mark.parametrize(("income", "growth", "word", "status"), IN_STEP)
def test_in_step_with_growth(bench, income, growth, word, status):
    def series(code, text):
        return bench.series(code, {2021 + k: v for k, v in enumerate(text.split()) if v != "-"})

    target = bench.target("income", None, "=", reference=Reference("in_step", "growth"), qualifier=word)
    verdict = bench.judge(target, series("income", income) + series("growth", growth))
    assert verdict.status is status
    if "-" in income:
        assert "2023" in str(verdict.reason)


# growth after the census revision: how many provinces grew faster, and at the same rate
PLACES = [
    (2021, "6.0", 28, 0, 29),
    (2022, "2.2", 22, 0, 23),
    (2023, "5.5", 15, 1, 16),
    (2024, "5.1", 16, 3, 17),
]


@pytest.mark.parametrize(("year", "own", "better", "ties", "place"), PLACES)
def test_the_smallest_rank_with_ties_named(bench, year, own, better, ties, place):
    others = [code for code in PROVINCES if code != LIAONING]
    above, rest = others[:better], others[better:]
    equal, below = rest[:ties], rest[ties:]
    value = Decimal(own)
    figures = [
        one
        for code, growth in [
            (LIAONING, value),
            *((code, value + 1) for code in above),
            *((code, value) for code in equal),
            *((code, value - 1) for code in below),
        ]
        for one in growth_of(bench, code, {year: str(growth)}, vintage=Vintage.CENSUS_REVISION)
    ]
    found = rank(bench.registry.get("growth"), LIAONING, Period.of_year(year), figures, NOW)
    assert found is not None
    assert (found.rank, found.of, found.total, found.ties) == (place, 31, 31, tuple(sorted(equal)))
    assert found.vintage == "census_revision"
    assert len(found.values) == 31


def test_a_rank_never_mixes_vintages_and_bounds_take_no_place(bench):
    indicator, period = bench.registry.get("growth"), Period.of_year(2021)
    figures = [
        *growth_of(bench, LIAONING, {2021: "5.8"}),
        *growth_of(bench, "110000", {2021: "8.5"}),
        *growth_of(bench, "120000", {2021: "9.9"}, vintage=Vintage.FINAL),
        *growth_of(bench, "130000", {2021: ">=6"}),
    ]
    found = rank(indicator, LIAONING, period, figures, NOW)
    assert found is not None and (found.rank, found.of, found.complete) == (2, 2, False)
    assert rank(indicator, "120000", period, figures[:1], NOW) is None
    assert rank(indicator, NATION, period, figures, NOW) is None


def test_for_a_quantity_that_shall_fall_the_lowest_is_first(bench):
    figures = [
        *bench.series("dust", {2022: "30"}, region=LIAONING),
        *bench.series("dust", {2022: "25"}, region="110000"),
    ]
    found = rank(bench.registry.get("dust"), LIAONING, Period.of_year(2022), figures, NOW)
    assert found is not None and found.rank == 2 and found.median == Decimal("27.5")


def ranks(bench, year, place):
    """Figures of all provinces that put Liaoning at ``place``."""
    others = [code for code in PROVINCES if code != LIAONING]
    values = {code: 100 - k for k, code in enumerate(others, start=1)}
    values[LIAONING] = Decimal("100.5") - place
    return [one for code, v in values.items() for one in bench.series("share", {year: str(v)}, region=code)]


MOVES = [(20, 15, Status.MET), (20, 20, Status.UNMET), (20, 25, Status.REVERSED)]


@pytest.mark.parametrize(("before", "after", "status"), MOVES)
def test_places_gained(bench, before, after, status):
    target = bench.target("share", None, "=", reference=Reference("rank_up"))
    figures = ranks(bench, 2020, before) + ranks(bench, 2025, after)
    assert bench.judge(target, figures).status is status
    incomplete = [one for one in figures if (one.region, one.period.year) != ("110000", 2025)]
    assert bench.judge(target, incomplete).status is Status.NO_DATA


def test_the_unit_of_a_place_says_nothing_of_the_figures(bench):
    target = bench.target("share", None, "=", reference=Reference("rank_up"), unit="位")
    verdict = bench.judge(target, ranks(bench, 2020, 20) + ranks(bench, 2025, 15))
    assert verdict.status is Status.MET
    assert verdict.observation is not None
    assert (verdict.observation.region, verdict.observation.period.year) == (LIAONING, 2025)


def test_within_the_first_places(bench):
    target = bench.target("share", None, "=", reference=Reference("rank_within", margin=Decimal(10)))
    assert bench.judge(target, ranks(bench, 2025, 10)).status is Status.MET
    assert bench.judge(target, ranks(bench, 2025, 11)).status is Status.UNMET
    assert bench.judge(target, ranks(bench, 2023, 9), "2024-06-30").status is Status.ON_PACE


def test_the_shipped_registry_knows_growth_as_an_indicator_of_its_own():
    growth = shipped_registry().get("gdp.growth")
    assert growth is not None and growth.direction is Direction.UP
