"""# Targets of annual plans.

They are met or not by the figure of their year. The word 左右 lets the figure fall short by a tolerance that
stands in a pack. Completion is actual against plan; of rates the factors are compared, never the rates
(O-1: the textbook's plan completion).
"""

from datetime import date
from decimal import Decimal

import pytest

from lantu.monitoring import Status
from lantu.monitoring.completion import completion, completion_of_rates
from lantu.values import Direction, Vintage

COMPLETION = [
    # actual, plan, completion
    ("1120", "1000", "1.12"),  # output: 12 % more than planned
    ("9200", "8000", "1.15"),  # productivity
    ("90", "100", "0.9"),  # unit cost: a reverse quantity, 10 % better than planned
]


@pytest.mark.parametrize(("actual", "plan", "share"), COMPLETION)
def test_completion_of_amounts(actual, plan, share):
    assert completion(Decimal(actual), Decimal(plan)) == Decimal(share)


def test_completion_of_rates_compares_factors():
    assert completion_of_rates(Decimal(8), Decimal(8)) == 1
    share = completion_of_rates(Decimal(-19), Decimal(8))
    assert share == Decimal("0.75")
    fall = completion_of_rates(Decimal(5), Decimal(4), falling=True)
    assert fall is not None and fall < 1  # a reverse quantity: below one is good
    assert completion(Decimal(3), Decimal(0)) is None


ANNUAL = [
    # indicator, sign, target, figure, status
    ("growth", ">=", "6", "5.8", Status.UNMET),
    ("growth", ">=", "6", "6.0", Status.MET),
    ("growth", "~", "5", "4.8", Status.MET),  # 左右: 0.2 points short at most
    ("growth", "~", "5", "4.7", Status.UNMET),
    ("growth", "~", "5", "9", Status.MET),
    ("growth", "~", "8", "-19.0", Status.UNMET),  # far off, but a year's target is met or not, no more
    ("growth", "=", "10", "11", Status.MET),
    ("growth", "range", "4.5", "4.5", Status.MET),
    ("growth", "range", "4.5", "4.4", Status.UNMET),
    ("jobs", "~", "1200", "1180", Status.MET),  # amounts: 2 % short at most
    ("jobs", "~", "1200", "1170", Status.UNMET),
    ("jobs", ">=", "1200", "1199", Status.UNMET),
    ("jobless", "<=", "5.5", "5.6", Status.UNMET),
]


@pytest.mark.parametrize(("code", "sign", "value", "figure", "status"), ANNUAL)
def test_a_target_of_one_year(bench, code, sign, value, figure, status):
    top = Decimal(5) if sign == "range" else None
    target = bench.yearly_target(code, 2025, value, sign, value_max=top)
    verdict = bench.judge(target, bench.series(code, {2025: figure}), plan=bench.annual_plan(2025))
    assert (verdict.status, verdict.method) == (status, "annual")


def test_a_target_about_zero_loss_or_a_ceiling_is_mirrored(bench):
    ceiling = bench.yearly_target("jobless", 2025, "5.5", "~", direction=Direction.DOWN)
    plan = bench.annual_plan(2025)
    for figure, status in (("5.2", Status.MET), ("5.7", Status.MET), ("5.8", Status.UNMET)):
        assert bench.judge(ceiling, bench.series("jobless", {2025: figure}), plan=plan).status is status


def test_the_formula_shows_completion(bench):
    target = bench.yearly_target("growth", 2025, "8", "~")
    verdict = bench.judge(target, bench.series("growth", {2025: "-19.0"}), plan=bench.annual_plan(2025))
    assert verdict.formula == "−19 : ≥ 8 − 0.2 ; (1 + (−19) %) ÷ (1 + 8 %) = 75 %"


def test_due_when_the_figure_of_its_year_is_known(bench):
    plan = bench.annual_plan(2025)
    target = bench.yearly_target("growth", 2025, "5")
    half = bench.figure("growth", "2025H1", "-3", published_on=date(2025, 7, 20))
    year = bench.figure("growth", 2025, "5.2", published_on=date(2026, 2, 28))
    statuses = {
        day: bench.judge(target, [half, year], day, plan=plan).status
        for day in ("2025-08-01", "2026-01-15", "2026-02-28")
    }
    assert list(statuses.values()) == [Status.NOT_DUE, Status.NOT_DUE, Status.MET]
    waiting = str(bench.judge(target, [half], "2025-08-01", plan=plan).reason)
    assert "2025年的数尚未公布，目前只有2025H1的−3 %，不代表全年" in waiting
    assert "由统计局在2026-04-30前公布" in waiting
    assert "只有" not in str(bench.judge(target, [half], "2025-07-01", plan=plan).reason)
    # nobody published it: no longer "not due" but missing, and who would have it
    late = bench.judge(target, [half], "2026-06-30", plan=plan)
    assert late.status is Status.NO_DATA and "应由统计局提供" in str(late.reason)
    assert "只有2025H1的−3 %，不代表全年" in str(late.reason)


def test_a_target_keeps_the_vintage_it_was_set_on(bench):
    plan = bench.annual_plan(2021)
    target = bench.yearly_target("growth", 2021, "6")
    first = bench.figure("growth", 2021, "5.8")
    revised = bench.figure(
        "growth", 2021, "6.0", vintage=Vintage.CENSUS_REVISION, published_on=date(2026, 6, 2)
    )
    before = bench.judge(target, [first, revised], "2022-06-30", plan=plan)
    after = bench.judge(target, [first, revised], "2026-11-25", plan=plan)
    assert (before.status, after.status) == (Status.UNMET, Status.UNMET)
    assert "修订为6 %" in str(after.reason) and after.earlier == (revised,)


REASONABLE = [
    # figures against annual targets of 6, 5, 5, 5, 5 (左右 from the second on), status
    ("8 5 5 5 5", Status.MET),
    ("8 3 5 5 5", Status.MET),  # one year short, made good by the others together
    ("6 3 5 5 5", Status.UNMET),  # 4.8 together against 5.2: short
    ("8 3", Status.SLOWER),  # the latest year decides before the end
    ("8 5", Status.ON_PACE),
]


@pytest.mark.parametrize(("rates", "status"), REASONABLE)
def test_a_reasonable_range_is_what_the_annual_plans_say(bench, rates, status):
    from lantu.plan import Reference

    target = bench.target("growth", None, "=", reference=Reference("reasonable"))
    adopted = tuple(
        bench.yearly_target("growth", 2021 + k, "6" if k == 0 else "5", ">=" if k == 0 else "~")
        for k in range(5)
    )
    figures = bench.series("growth", {2021 + k: rate for k, rate in enumerate(rates.split())})
    verdict = bench.judge(target, figures, annual=adopted)
    assert verdict.status is status
    assert len(verdict.earlier) == len(figures) - 1
    # a year without an annual target is named, and the whole is not proven
    gap = bench.judge(target, figures, annual=adopted[1:])
    assert gap.status is (status if len(figures) < 5 else Status.ON_PACE)
    assert "缺2021年" in str(gap.reason)
    # without annual targets there is nothing to compare with
    assert bench.judge(target, figures).status is Status.NO_DATA
