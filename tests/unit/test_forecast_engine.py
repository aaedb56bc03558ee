"""What a forecast is made of, and the series that need care."""

import numpy as np
import pytest

from lantu.monitoring.forecast import forecast, forecast_many

GROWING = (10.0, 11.0, 12.4, 13.1, 14.6, 15.9, 17.2, 18.8, 20.1)


def test_result_carries_inputs_method_and_one_step_per_year():
    made = forecast(GROWING, 6)
    assert made.inputs == GROWING
    assert [step.horizon for step in made.steps] == [1, 2, 3, 4, 5, 6]
    assert made.method == "2026.1/log/8"
    assert made.note is None


def test_growth_goes_on_within_reason():
    means = [step.mean for step in forecast(GROWING, 3).steps]
    assert 20.1 < means[0] < 23 and means[0] < means[1] < means[2] < 28


def test_intervals_widen_with_the_horizon():
    widths = [step.hi95 - step.lo95 for step in forecast(GROWING, 10).steps]
    assert widths == sorted(widths)


@pytest.mark.parametrize("values", [(), (5.0,), (5.0, 6.0)])
def test_fewer_than_three_values_say_so(values):
    made = forecast(values, 6)
    assert made.steps == ()
    assert made.inputs == values
    assert "数据不足" in str(made.note)


def test_three_values_are_enough():
    assert len(forecast((5.0, 6.0, 7.5), 6).steps) == 6


def test_constant_series_stays_and_says_why_the_interval_has_no_width():
    made = forecast((7.0,) * 6, 2)
    assert {(s.mean, s.lo95, s.hi95) for s in made.steps} == {(7.0, 7.0, 7.0)}
    assert "区间宽度为零" in str(made.note)


def test_zeros_are_figures_like_any_other():
    assert {s.mean for s in forecast((0.0,) * 5, 3).steps} == {0.0}
    assert forecast((0.0, 1.0, 0.0, 2.0, 1.0, 3.0), 2).method == "2026.1/plain/5"


def test_positive_series_never_go_below_zero():
    falling = forecast((9.0, 7.0, 5.2, 3.1, 1.4, 0.5), 12)
    assert min(s.lo95 for s in falling.steps) >= 0


def test_negative_values_take_the_plain_scale_and_may_go_on_falling():
    made = forecast((-1.0, -2.1, -2.9, -4.2, -5.0, -6.1, -7.0, -8.2), 3)
    assert made.method == "2026.1/plain/8"
    assert made.steps[2].mean < -9


@pytest.mark.parametrize("factor", [1e-140, 1e140])
def test_tiny_and_huge_numbers_stay_finite(factor):
    made = forecast([v * factor for v in GROWING], 6)
    assert made.steps[5].hi95 / factor == pytest.approx(forecast(GROWING, 6).steps[5].hi95, rel=1e-9)


def test_explosive_short_series_are_held():
    made = forecast((1.0, 10.0, 100.0), 6)
    assert made.steps[5].mean <= 100 + 6 * 2 * 90


def test_only_the_last_sixty_years_count():
    long = list(np.random.default_rng(1).normal(1, 1, 200).cumsum() + 500)
    assert forecast(long, 6).steps == forecast(long[-60:], 6).steps


def test_order_of_series_does_not_matter():
    series = [GROWING, (1.0, 2.0), (3.0, -1.0, 4.0, 2.0), GROWING[:5], (2.0, 2.0, 2.0)]
    forward, backward = forecast_many(series, 4), forecast_many(series[::-1], 4)
    assert [f.inputs for f in forward] == [tuple(s) for s in series]
    assert backward[::-1] == forward


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_values_that_are_not_finite_are_refused(value):
    with pytest.raises(ValueError, match="finite"):
        forecast((1.0, 2.0, value), 2)


def test_a_horizon_of_nothing_is_refused():
    with pytest.raises(ValueError, match="horizon"):
        forecast(GROWING, 0)
