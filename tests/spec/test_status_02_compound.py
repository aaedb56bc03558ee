"""# Growth and cumulative falls: logarithms, not sums of rates.

Five years of yearly rates are multiplied, and the share of the way gone is the ratio of logarithms, so that
equal yearly rates give exactly the share of the time. The worked example is that of a provincial bureau of
statistics (Qinghai, 2009): a fall of 17 % in five years, of which three are known.
"""

from decimal import Decimal

import pytest

from lantu.monitoring import Status
from lantu.plan.paths import compound, factor, log_share, rest, yearly
from lantu.values import Direction, Mode

QINGHAI = {2021: "-1.51", 2022: "2.20", 2023: "4.18"}  # falls in per cent; the first year it rose


def test_oracle_of_the_qinghai_bureau(bench):
    product = compound([Decimal(v) for v in QINGHAI.values()], falling=True)
    assert round(product, 5) == Decimal("0.95127")
    assert round(yearly(product, 3), 2) == Decimal("-1.65")
    assert round(yearly(factor(Decimal(17), falling=True), 5), 3) == Decimal("-3.658")
    share = log_share(product, factor(Decimal(17), falling=True))
    assert share is not None and round(share * 100, 2) == Decimal("26.81")
    whole = factor(Decimal(17), falling=True)
    assert round((1 - whole / product) * 100, 3) == Decimal("12.748")
    assert round(rest(product, whole, 2), 3) == Decimal("-6.591")


def test_the_same_through_a_verdict(bench):
    target = bench.target("saving", "17", direction=Direction.DOWN)
    verdict = bench.judge(target, bench.series("saving", QINGHAI), "2024-06-30")
    assert round(verdict.progress * 100, 1) == Decimal("26.8")  # the naive 4.87 ÷ 17 would say 28.6
    assert (verdict.pace, verdict.status) == (Decimal("0.6"), Status.SLOWER)
    assert verdict.formula.startswith("(1 − (−1.51) %) × (1 − 2.2 %) × (1 − 4.18 %) = 0.95127")
    assert "ln 0.95127 ÷ ln (1 − 17 %) = 26.8 %" in verdict.formula
    # the path asked for −10.577 % by then; two years are left, −6.591 % in each is needed
    assert verdict.formula.endswith("60 % → 10.577 % ; (0.83 ÷ 0.95127)^(1/2) − 1 = −6.591 %")
    assert verdict.method == "compound"


@pytest.mark.parametrize("rate", ["6", "2.5", "-3", "0.1"])
@pytest.mark.parametrize("years", [1, 2, 3, 4])
def test_equal_yearly_rates_give_exactly_the_share_of_the_time(bench, rate, years):
    target = bench.target("growth", rate)
    figures = bench.series("growth", {2020 + k: rate for k in range(1, years + 1)})
    verdict = bench.judge(target, figures)
    assert verdict.progress == verdict.pace == Decimal(years) / 5
    assert verdict.status is Status.ON_PACE


GROWTH = [
    # target, rates of 2021 …, status
    ("6", "6 6 6 6 6", Status.MET),
    ("6", "8 8 6 5 3.1", Status.MET),  # 6.005 on average
    ("6", "8 8 6 5 2.9", Status.UNMET),  # 5.96 on average
    ("6", "9 9 9", Status.FASTER),  # an average is not met before the last year
    ("6", "4 4 4", Status.SLOWER),
    ("6", "-1 -2 -3", Status.REVERSED),
    ("0", "1 1 1", Status.ON_PACE),  # no way to go: kept so far or not
    ("0", "-1 0 0", Status.SLOWER),
]


@pytest.mark.parametrize(("target", "rates", "status"), GROWTH)
def test_average_growth_over_the_period(bench, target, rates, status):
    values = {2021 + k: rate for k, rate in enumerate(rates.split())}
    assert bench.judge(bench.target("growth", target), bench.series("growth", values)).status is status


CEILING = [
    # a ceiling of 3 % a year on prices
    ("2 2", Status.ON_PACE),
    ("2 5", Status.SLOWER),
    ("-1 -1", Status.ON_PACE),
    ("2 2 2 2 2", Status.MET),
    ("4 4 4 4 4", Status.UNMET),
]


@pytest.mark.parametrize(("rates", "status"), CEILING)
def test_less_is_better_under_a_ceiling_on_growth(bench, rates, status):
    target = bench.target("growth", "3", "<=", direction=Direction.DOWN)
    values = {2021 + k: rate for k, rate in enumerate(rates.split())}
    verdict = bench.judge(target, bench.series("growth", values))
    assert (verdict.status, verdict.pace) == (status, None)


def test_a_published_total_or_average_is_one_link_of_the_chain(bench):
    target = bench.target("saving", "13.5", direction=Direction.DOWN)
    figures = [bench.figure("saving", "2021/2024", "11.6"), bench.figure("saving", 2025, "5.1")]
    verdict = bench.judge(target, figures)
    assert verdict.status is Status.MET
    assert "(1 − 11.6 %) × (1 − 5.1 %) = 0.83892 ; 16.108 %" in verdict.formula
    average = [bench.figure("growth", "2021/2025", "5.4")]
    assert bench.judge(bench.target("growth", "5.4"), average).status is Status.MET
    assert bench.judge(bench.target("growth", "5.5"), average).status is Status.UNMET


def test_a_fall_from_an_earlier_year_than_the_plan(bench):
    target = bench.target("saving", "10", direction=Direction.DOWN, base="2018")
    figures = bench.series("saving", {2019: "2", 2020: "2", 2021: "2"})
    verdict = bench.judge(target, figures)
    assert verdict.pace == Decimal("0.428571428571")  # three of seven years
    assert bench.judge(target, figures[1:]).status is Status.NO_DATA  # 2019 is missing


def test_a_cumulative_fall_reached_early_is_met(bench):
    target = bench.target("saving", "10", direction=Direction.DOWN)
    verdict = bench.judge(target, bench.series("saving", {2021: "4", 2022: "4", 2023: "3"}), "2024-06-30")
    assert verdict.status is Status.MET


def test_missing_years_are_named_and_never_filled(bench):
    target = bench.target("growth", "7")
    above = bench.judge(target, bench.series("growth", {2021: "14", 2023: "8", 2025: "9"}))
    assert (above.status, above.progress) == (Status.ON_PACE, None)
    assert "2022、2024" in str(above.reason)
    below = bench.judge(target, bench.series("growth", {2021: "4", 2023: "5"}))
    assert (below.status, below.progress) == (Status.SLOWER, None)
    mixed = bench.judge(target, bench.series("growth", {2021: "14", 2023: "5"}))
    assert mixed.status is Status.NO_DATA


def test_annual_targets_of_every_year_so_far_set_the_pace(bench):
    target = bench.target("growth", "6")
    figures = bench.series("growth", {2021: "6", 2022: "3"})
    adopted = (bench.yearly_target("growth", 2021, "6"), bench.yearly_target("growth", 2022, "3"))
    assert bench.judge(target, figures).status is Status.SLOWER
    paced = bench.judge(target, figures, annual=adopted)
    assert (paced.status, paced.progress) == (Status.ON_PACE, paced.pace)
    # one adopted year of two is no path
    assert bench.judge(target, figures, annual=adopted[:1]).pace == Decimal("0.4")


def test_a_rate_of_growth_is_not_a_level(bench):
    target = bench.target("growth", "6", mode=Mode.GROWTH_PER_YEAR)
    assert bench.judge(target, []).status is Status.NO_DATA
