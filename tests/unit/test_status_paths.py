from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.plan.paths import compound, equal_rate, half_up, log_share, rest, straight, yearly
from lantu.values import InputError

positive = st.decimals(min_value=1, max_value=10**6, places=2)
shares = st.decimals(min_value=0, max_value=1, places=3)

calm = settings(deadline=None)  # a busy machine is no failure


@calm
@given(positive, positive)
def test_both_paths_are_exact_at_both_ends(start: Decimal, end: Decimal) -> None:
    for path in (straight, equal_rate):
        assert (path(start, end, Decimal(0)), path(start, end, Decimal(1))) == (start, end)


@calm
@given(positive, positive, shares)
def test_a_path_stays_between_its_ends(start: Decimal, end: Decimal, share: Decimal) -> None:
    low, high = min(start, end), max(start, end)
    for path in (straight, equal_rate):
        assert low - Decimal("1e-9") <= path(start, end, share) <= high + Decimal("1e-9")


def test_the_two_paths_differ_in_between() -> None:
    half = Decimal("0.5")
    assert straight(Decimal(100), Decimal(400), half) == 250
    assert half_up(equal_rate(Decimal(100), Decimal(400), half), 12) == 200


def test_a_rate_from_nothing_does_not_exist() -> None:
    with pytest.raises(InputError, match="大于零"):
        equal_rate(Decimal(0), Decimal(5), Decimal("0.5"))
    assert log_share(Decimal(-1), Decimal(2)) is None
    assert log_share(Decimal(2), Decimal(1)) is None
    assert yearly(Decimal(0), 3) == -100


@calm
@given(st.decimals(min_value=-20, max_value=20, places=1), st.integers(1, 5))
def test_the_average_of_equal_rates_is_the_rate(rate: Decimal, years: int) -> None:
    product = compound([rate] * years)
    assert yearly(product, years) == rate
    assert rest(Decimal(1), product, years) == rate


def test_halves_go_away_from_zero() -> None:
    assert [half_up(Decimal(v), 1) for v in ("0.25", "-0.25", "0.35")] == [
        Decimal("0.3"),
        Decimal("-0.3"),
        Decimal("0.4"),
    ]
