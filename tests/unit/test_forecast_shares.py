"""Bounded shares stay inside their bounds."""

import pytest

from lantu.monitoring.forecast import forecast

PERCENT = (0.0, 100.0)


def test_a_share_near_the_top_stays_below_it():
    made = forecast((93.1, 94.8, 96.0, 97.1, 98.2, 98.9), 8, bounds=PERCENT)
    assert all(0 < s.lo95 <= s.mean <= s.hi95 < 100 for s in made.steps)
    assert made.steps[7].mean > 98.9
    assert made.method == "2026.1/share/5"


def test_a_share_that_has_reached_the_bound_stays_there():
    assert {s.mean for s in forecast((100.0,) * 4, 3, bounds=PERCENT).steps} == {100.0}


def test_mirrored_shares_have_mirrored_forecasts():
    up = forecast((60.0, 61.5, 63.0, 64.1, 65.3), 3, bounds=PERCENT).steps[2]
    down = forecast((40.0, 38.5, 37.0, 35.9, 34.7), 3, bounds=PERCENT).steps[2]
    assert (100 - down.mean, 100 - down.hi80, 100 - down.lo95) == pytest.approx((up.mean, up.lo80, up.hi95))


def test_a_value_outside_the_bounds_is_refused():
    with pytest.raises(ValueError, match="bounds"):
        forecast((99.0, 100.0, 101.0), 2, bounds=PERCENT)
