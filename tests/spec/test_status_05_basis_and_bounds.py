"""# Basis before verdict, and bounds that stay bounds.

A figure is compared with a target only on the same statistical basis. Where only another basis is published
the verdict says 口径不可比 and shows both readings. A lower bound ("突破", "以上") can prove a target met and
can never prove it unmet.
"""

from datetime import date

import pytest

from lantu.indicators import Indicator, IndicatorKind, Registry
from lantu.monitoring import Status
from lantu.values import Direction, Vintage

CENSUS = Registry(
    [
        Indicator(
            "urban", "城镇化率", "urbanisation", "%", IndicatorKind.RATIO, Direction.UP,
            exclusive=(("七普前", "七普"),), custodian="统计局",
        )
    ]
)  # fmt: skip


@pytest.mark.parametrize("as_of", ["2022-06-30", "2023-06-30", "2024-06-30", "2025-12-31", "2026-11-25"])
def test_a_target_set_before_the_census_is_never_met_by_figures_after_it(bench, as_of):
    bench.registry = CENSUS
    target = bench.target(
        "urban", "69", basis=("七普前",), base_value="68.11", base_basis=("七普前",), base_year=2019
    )
    figures = [
        bench.figure("urban", 2019, "68.11", basis=("七普前",)),
        bench.figure("urban", 2020, "72.14", basis=("七普",), published_on=date(2021, 5, 29)),
        bench.figure("urban", 2021, "72.81", basis=("七普",)),
        bench.figure("urban", 2023, "73.51", basis=("七普",)),
    ]
    verdict = bench.judge(target, figures, as_of)
    assert (verdict.status, verdict.progress) == (Status.BASIS, None)
    assert "68.11" in str(verdict.reason)
    assert verdict.other_bases and all(one.basis == ("七普",) for one in verdict.other_bases)


def test_the_base_says_the_basis_where_the_target_does_not(bench):
    target = bench.target("share", "12", base_value="10", base_basis=("旧",))
    assert bench.judge(target, bench.series("share", {2025: "13"}, basis=("新",))).status is Status.BASIS
    assert bench.judge(target, bench.series("share", {2025: "13"}, basis=("旧",))).status is Status.MET


def test_a_target_that_names_its_basis_can_be_met_though_the_base_is_on_another(bench):
    target = bench.target("share", "12", basis=("新",), base_value="10", base_basis=("旧",))
    met = bench.judge(target, bench.series("share", {2022: "13"}, basis=("新",)), "2024-06-30")
    assert (met.status, met.progress) == (Status.MET, None)
    assert "基期值口径不同" in str(met.reason)
    short = bench.judge(target, bench.series("share", {2022: "11"}, basis=("新",)), "2023-06-30")
    assert (short.status, short.progress) == (Status.NOT_DUE, None)


def test_a_figure_on_another_basis_never_changes_the_progress(bench):
    target = bench.target("share", "20", basis=("旧",), base_value="10", base_basis=("旧",))
    own = bench.series("share", {2021: "11", 2022: "14"}, basis=("旧",))
    other = bench.series("share", {2022: "25", 2023: "26", 2024: "30"}, basis=("新",))
    alone, together = (bench.judge(target, f, "2024-03-31") for f in (own, own + other))
    assert (alone.status, alone.progress) == (together.status, together.progress)
    assert [one.period.year for one in together.other_bases] == [2022, 2023]


def test_where_the_own_basis_is_published_no_more_nothing_is_judged(bench):
    target = bench.target("share", "20", basis=("旧",), base_value="10", base_basis=("旧",))
    own = bench.series("share", {2022: "12"}, basis=("旧",))
    other = bench.series("share", {2023: "26"}, basis=("新",))
    waiting = bench.judge(target, own + other, "2024-04-30")  # the own figure may still come
    assert waiting.status is Status.SLOWER
    gone = bench.judge(target, own + other, "2024-05-01")
    assert (gone.status, gone.progress) == (Status.BASIS, waiting.progress)
    assert "2022: 12 %" in str(gone.reason) and "2023: 26 %" in str(gone.reason)
    # nobody publishes anything more: the last figure stands, with its age
    assert bench.judge(target, own, "2024-05-01").status is Status.SLOWER


def test_without_a_stated_basis_the_bases_must_agree(bench):
    target = bench.target("share", "12")
    agree = [
        bench.figure("share", 2025, "13", basis=("旧",)),
        bench.figure("share", 2025, "14", basis=("新",)),
    ]
    both = bench.judge(target, agree)
    assert both.status is Status.MET
    assert {both.observation, *both.other_bases} == set(agree)  # the other reading stands beside
    differ = [
        bench.figure("share", 2025, "11", basis=("旧",)),
        bench.figure("share", 2025, "14", basis=("新",)),
    ]
    verdict = bench.judge(target, differ)
    assert verdict.status is Status.BASIS
    assert "11 %" in str(verdict.reason) and "14 %" in str(verdict.reason)


def test_a_basis_whose_figures_end_earlier_has_no_say(bench):
    target = bench.target("saving", "13.5", direction=Direction.DOWN)
    figures = [
        *bench.series("saving", {2021: "2.7", 2022: "0.1"}, basis=("旧",)),
        bench.figure("saving", "2021/2024", "11.6", basis=("新",)),
        bench.figure("saving", 2025, "5.1", basis=("新",)),
    ]
    assert bench.judge(target, figures, "2023-06-30").status is Status.SLOWER
    assert bench.judge(target, figures).status is Status.MET


def test_a_third_party_estimate_is_shown_and_judges_nothing(bench):
    target = bench.target("share", "12")
    estimate = bench.figure("share", 2025, "11", basis=("第三方估算",))
    assert bench.judge(target, [estimate]).status is Status.NO_DATA
    verdict = bench.judge(target, [estimate, bench.figure("share", 2025, "13")])
    assert (verdict.status, verdict.other_bases) == (Status.MET, (estimate,))


BOUNDS = [
    # sign and target, figure, status
    (">=", "15", ">=15.2", Status.MET),
    (">=", "15.2", ">=15.2", Status.MET),
    (">=", "15.3", ">=15.2", Status.NO_DATA),
    (">=", "15", "~15.2", Status.MET),  # 约 counts as a point
    (">=", "15.3", "~15.2", Status.UNMET),
    ("<=", "15", ">=15.2", Status.UNMET),  # it does prove a ceiling broken
    ("<=", "16", ">=15.2", Status.NO_DATA),
    ("<=", "16", "<=15.2", Status.MET),
    (">=", "16", "<=15.2", Status.UNMET),
]


@pytest.mark.parametrize(("sign", "value", "figure", "status"), BOUNDS)
def test_a_bound_stays_a_bound(bench, sign, value, figure, status):
    verdict = bench.judge(bench.target("share", value, sign), bench.series("share", {2025: figure}))
    assert verdict.status is status
    if figure.startswith((">=", "<=")):
        assert verdict.progress is None


def test_a_point_is_preferred_to_a_bound_of_the_same_period(bench):
    target = bench.target("share", "15.3")
    figures = [bench.figure("share", 2025, ">=15.2"), bench.figure("share", 2025, "15.34")]
    assert bench.judge(target, figures).observation == figures[1]


def test_on_the_way_a_lower_bound_can_show_on_pace_but_not_behind(bench):
    target = bench.target("share", "20", base_value="10")
    assert bench.judge(target, bench.series("share", {2022: ">=14"})).status is Status.ON_PACE
    assert bench.judge(target, bench.series("share", {2022: ">=12"})).status is Status.NO_DATA


def test_a_sum_with_a_bound_is_a_bound(bench):
    from lantu.values import Mode

    figures = bench.series("jobs", {2021: "40", 2022: "40", 2023: "40", 2024: "40", 2025: ">=39"})
    assert bench.judge(bench.target("jobs", "199", mode=Mode.CUMULATIVE), figures).status is Status.MET
    assert bench.judge(bench.target("jobs", "200", mode=Mode.CUMULATIVE), figures).status is Status.NO_DATA


def test_the_most_settled_vintage_known_on_the_day(bench):
    target = bench.target("share", "15", base_value="10")
    first = bench.figure("share", 2022, "13")
    final = bench.figure("share", 2022, "12", vintage=Vintage.FINAL, published_on=date(2023, 12, 29))
    assert bench.judge(target, [final, first], "2023-06-30").observation == first
    assert bench.judge(target, [final, first], "2024-06-30").observation == final
