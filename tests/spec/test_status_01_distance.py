"""# Levels: how far from the base to the target.

A level with a base is measured by the distance gone, (x − x0) ÷ (xT − x0). The formula works in both
directions by sign, is never clipped, and is compared with the share of the time gone at the end of the
figure's own period. Five points more than the time is faster, five fewer is slower; the limits stand in a
pack and are printed with the verdict.
"""

from datetime import date
from decimal import Decimal

import pytest

from lantu.monitoring import Status
from lantu.values import Direction, Mode, Period

# base 10.8 (2020), target 13.0 (2025): what a figure of the year says
RISING = [
    # year, value,   progress,    status
    (2021, "11.24", "0.2", Status.ON_PACE),
    (2022, "12.4", "0.727272727273", Status.FASTER),
    (2023, "11.9", "0.5", Status.SLOWER),
    (2023, "12.01", "0.55", Status.ON_PACE),  # five points behind is the last on pace
    (2023, "12.0099", "0.549954545455", Status.SLOWER),
    (2023, "12.23", "0.65", Status.FASTER),  # five points ahead is the first faster
    (2023, "10.5", "-0.136363636364", Status.REVERSED),
    (2022, "13.0", "1", Status.MET),  # three years early
    (2025, "13.6", "1.272727272727", Status.MET),
    (2025, "12.9", "0.954545454545", Status.UNMET),
    (2025, "10.1", "-0.318181818182", Status.REVERSED),
]


@pytest.mark.parametrize(("year", "value", "progress", "status"), RISING)
def test_a_level_that_shall_rise(bench, year, value, progress, status):
    target = bench.target("share", "13.0", base_value="10.8")
    verdict = bench.judge(target, [bench.figure("share", year, value)], f"{year + 1}-06-30")
    assert (verdict.status, verdict.progress) == (status, Decimal(progress))
    assert verdict.method == "distance"
    assert verdict.period == Period.of_year(year)


def test_a_level_that_shall_fall_is_the_mirror_image(bench):
    target = bench.target("dust", "27", "<=", base_value="33")
    verdict = bench.judge(target, [bench.figure("dust", 2022, "30")])
    assert verdict.progress == Decimal("0.5")
    assert verdict.pace == Decimal("0.4")
    assert verdict.status is Status.FASTER


def test_the_formula_has_the_numbers_put_in_and_the_bands_are_printed(bench):
    verdict = bench.judge(
        bench.target("share", "13.0", base_value="10.8"), [bench.figure("share", 2022, "12.4")]
    )
    assert verdict.formula == "(12.4 − 10.8) ÷ (13 − 10.8) = 72.7 % ; 40 % → 11.68"
    assert verdict.bands == "p − τ ≥ +5 % | −5 … +5 % | < −5 %"


def test_pace_is_taken_at_the_end_of_the_period_never_at_the_day_asked(bench):
    target = bench.target("share", "13.0", base_value="10.8")
    figures = [bench.figure("share", 2022, "11.7")]
    paces = {bench.judge(target, figures, day).pace for day in ("2023-03-01", "2024-01-31", "2026-11-25")}
    assert paces == {Decimal("0.4")}
    assert (
        bench.judge(target, figures, "2024-01-31").lag_days == (date(2024, 1, 31) - date(2022, 12, 31)).days
    )


def test_a_base_of_2019_makes_the_way_six_years_long(bench):
    target = bench.target("share", "66", base_value="60", base_year=2019)
    verdict = bench.judge(target, [bench.figure("share", 2022, "63")])
    assert (verdict.progress, verdict.pace) == (Decimal("0.5"), Decimal("0.5"))


def test_where_the_plan_states_no_base_the_published_figure_of_the_year_before_serves(bench):
    verdict = bench.judge(bench.target("share", "20"), bench.series("share", {2020: "10", 2022: "14"}))
    assert (verdict.progress, verdict.status) == (Decimal("0.4"), Status.ON_PACE)
    assert "公布数" in str(verdict.reason)


def test_without_base_and_annual_target_the_figure_is_shown_and_nothing_is_judged(bench):
    target = bench.target("share", "20")
    before = bench.judge(target, bench.series("share", {2022: "14"}), "2024-06-30")
    assert (before.status, before.progress) == (Status.NOT_DUE, None)
    assert "14 %" in str(before.reason)
    # it is still met by a figure that reaches it, and not met by a short one of the due year
    assert bench.judge(target, bench.series("share", {2022: "21"}), "2024-06-30").status is Status.MET
    assert bench.judge(target, bench.series("share", {2025: "14"})).status is Status.UNMET


def test_due_but_the_figure_of_the_due_year_is_not_seen(bench):
    target = bench.target("share", "20", base_value="10")
    verdict = bench.judge(target, bench.series("share", {2024: "17"}))
    assert (verdict.status, verdict.pace) == (Status.SLOWER, Decimal("0.8"))
    early = bench.judge(target, bench.series("share", {2024: "21"}))
    assert early.status is Status.MET
    assert "到期年份的数尚未见到" in str(early.reason)
    # a figure older than that says nothing of the due year
    old = bench.judge(target, bench.series("share", {2022: "21"}))
    assert old.status is Status.ON_PACE and "不能断定" in str(old.reason)


def test_a_target_equal_to_its_base_is_held_or_not(bench):
    target = bench.target("share", "95", base_value="95")
    assert bench.judge(target, bench.series("share", {2025: "95"})).status is Status.MET
    assert bench.judge(target, bench.series("share", {2022: "94"})).status is Status.REVERSED


def test_the_annual_target_of_the_year_goes_before_the_straight_line(bench):
    target = bench.target("share", "20", base_value="10")
    figures = bench.series("share", {2022: "12"})
    straight = bench.judge(target, figures)
    assert (straight.status, straight.pace) == (Status.SLOWER, Decimal("0.4"))
    adopted = (bench.yearly_target("share", 2022, "12"),)
    assert bench.judge(target, figures, annual=adopted).status is Status.ON_PACE
    assert bench.judge(target, figures, annual=adopted).pace == Decimal("0.2")
    another_year = (bench.yearly_target("share", 2023, "12"),)
    assert bench.judge(target, figures, annual=another_year) == straight


def test_zero_is_a_target_like_any_other(bench):
    target = bench.target("stock", "0", "=", base_value="8", direction=Direction.DOWN)
    assert bench.judge(target, bench.series("stock", {2022: "4"})).progress == Decimal("0.5")
    assert bench.judge(target, bench.series("stock", {2025: "0"})).status is Status.MET
    assert bench.judge(target, bench.series("stock", {2025: "0.1"})).status is Status.UNMET


def test_of_a_range_the_end_on_the_bad_side_counts(bench):
    falling = bench.target("dust", "25", "range", value_max=Decimal(27), base_value="31")
    assert bench.judge(falling, bench.series("dust", {2022: "29"})).progress == Decimal("0.5")
    assert bench.judge(falling, bench.series("dust", {2025: "27"})).status is Status.MET
    assert bench.judge(falling, bench.series("dust", {2025: "27.1"})).status is Status.UNMET
    rising = bench.target("share", "20", "range", value_max=Decimal(30), base_value="10")
    assert bench.judge(rising, bench.series("share", {2022: "15"})).progress == Decimal("0.5")
    assert bench.judge(rising, bench.series("share", {2025: "20"})).status is Status.MET
    kept = bench.target("jobless", "4", "range", value_max=Decimal(6))
    for figure, status in (
        ("4", Status.ON_PACE),
        ("6", Status.ON_PACE),
        ("3.9", Status.UNMET),
        ("6.1", Status.UNMET),
    ):
        assert bench.judge(kept, bench.series("jobless", {2021: figure})).status is status


def test_a_level_keeps_the_base_of_its_plan(bench):
    target = bench.target("share", "16", base_value="10", base_year=2019, base="2020")
    verdict = bench.judge(target, bench.series("share", {2020: "12", 2022: "13"}))
    assert (verdict.progress, verdict.pace) == (Decimal("0.5"), Decimal("0.5"))


CHANGES = [
    # indicator, change, direction, base, 2025, status
    ("life", "1", Direction.UP, "77.93", "79.25", Status.MET),
    ("life", "2", Direction.UP, "77.93", "79.25", Status.UNMET),
    ("dust", "20", Direction.DOWN, "33", "26.4", Status.MET),  # in per cent of a level
    ("dust", "20", Direction.DOWN, "33", "26.5", Status.UNMET),
    ("dust", "20", Direction.DOWN, "33", "34", Status.REVERSED),
]


@pytest.mark.parametrize(("code", "change", "direction", "base", "value", "status"), CHANGES)
def test_a_change_against_the_base(bench, code, change, direction, base, value, status):
    unit = "%" if code == "dust" else "岁"
    target = bench.target(code, change, mode=Mode.CHANGE, direction=direction, base_value=base, unit=unit)
    assert bench.judge(target, bench.series(code, {2025: value})).status is status


def test_a_change_is_measured_from_the_year_the_plan_names(bench):
    """The table's column may hold a figure of 2019 while the change is counted from 2020."""
    target = bench.target("life", "1", mode=Mode.CHANGE, base_value="77.3", base_year=2019, base="2020")
    figures = bench.series("life", {2025: "78.5"})
    assert bench.judge(target, figures).progress == Decimal("1.2")
    known = bench.judge(target, figures + bench.series("life", {2020: "77.93"}))
    assert (known.status, known.progress) == (Status.UNMET, Decimal("0.57"))


def test_growth_is_never_computed_from_two_totals(bench):
    totals = bench.series("level", {2020: "1000", 2025: "1500"})
    for mode in (Mode.GROWTH_PER_YEAR, Mode.CHANGE):
        target = bench.target("level", "5", mode=mode, unit="%")
        assert bench.judge(target, totals).status is Status.NO_DATA
    # nor do totals ever stand in for the growth of the same quantity
    assert bench.judge(bench.target("growth", "5"), totals).status is Status.NO_DATA


def test_a_part_of_a_year_never_stands_for_the_year(bench):
    target = bench.target("level", "100", base_value="80")
    part = bench.figure("level", "2025Q1", "130", published_on=date(2025, 4, 20))
    assert bench.judge(target, [part]).status is Status.NO_DATA
    # a stock is the state on a day: it counts on its own day
    stations = bench.target("stock", "20", base_value="10")
    verdict = bench.judge(stations, [bench.figure("stock", "2025-06", "19", published_on=date(2025, 7, 20))])
    assert (verdict.progress, verdict.pace) == (Decimal("0.9"), Decimal("0.9"))
