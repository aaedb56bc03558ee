"""What holds for every series."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.monitoring.forecast import forecast

figure = st.integers(-10_000, 10_000).map(lambda n: n / 10)
series = st.lists(figure, min_size=3, max_size=30)
positive = st.lists(st.integers(1, 100_000).map(lambda n: n / 10), min_size=3, max_size=30)
share = st.lists(st.integers(0, 1000).map(lambda n: n / 10), min_size=3, max_size=20)
NAMES = ("lo95", "lo80", "mean", "hi80", "hi95")


def table(values, horizon=6, **options):
    return [[getattr(s, name) for name in NAMES] for s in forecast(values, horizon, **options).steps]


def size(values):
    return max(1.0, *(abs(v) for v in values))


@given(values=st.one_of(series, positive), horizon=st.integers(1, 20))
def test_ends_stand_in_order(values, horizon):
    for row in table(values, horizon):
        assert row == sorted(row)


@given(values=st.one_of(series, positive))
def test_same_input_same_output(values):
    assert forecast(values, 6) == forecast(list(values), 6)


@given(values=st.one_of(series, positive), factor=st.sampled_from([0.001, 0.3, 7.0, 1e6]))
@settings(deadline=None)
def test_stretching_stretches_the_forecast(values, factor):
    stretched = table([v * factor for v in values])
    for row, expected in zip(stretched, table(values), strict=True):
        assert [v / factor for v in row] == pytest.approx(expected, rel=1e-6, abs=1e-6 * size(values))


@given(values=series, shift=st.integers(-500, -1))
def test_shifting_shifts_the_forecast_on_the_plain_scale(values, shift):
    low = [v - max(values) for v in values]  # nothing positive, before or after
    shifted = table([v + shift for v in low])
    for row, expected in zip(shifted, table(low), strict=True):
        assert [v - shift for v in row] == pytest.approx(expected, rel=1e-6, abs=1e-6 * size(low))


@given(values=series)
def test_turning_upside_down_turns_the_forecast_on_the_plain_scale(values):
    values = [0.0, *values[1:], -1.0, 1.0]  # both signs, so the plain scale both ways
    for row, turned in zip(table(values), table([-v for v in values]), strict=True):
        assert [-v for v in reversed(turned)] == pytest.approx(row, rel=1e-6, abs=1e-6 * size(values))


@given(values=share, horizon=st.integers(1, 20))
def test_shares_stay_inside(values, horizon):
    for row in table(values, horizon, bounds=(0.0, 100.0)):
        assert row == sorted(row)
        assert 0 <= row[0] and row[-1] <= 100


@given(values=positive)
def test_positive_series_have_no_negative_forecast(values):
    assert min(min(row) for row in table(values)) >= 0
