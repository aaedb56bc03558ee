"""Rounding, growth, chains, shares and multiples of published figures."""

from decimal import Decimal

import pytest

from lantu.check import arithmetic
from lantu.check.interval import Interval
from lantu.check.written import Sense, Written

D = Decimal


def near(one: Interval, low: str, high: str) -> bool:
    """Whether the ends agree to four places."""
    assert one.low is not None
    assert one.high is not None
    return abs(one.low - D(low)) < D("0.0001") and abs(one.high - D(high)) < D("0.0001")


@pytest.mark.parametrize(
    ("number", "sense", "inside", "outside"),
    [
        ("3.3", Sense.EXACT, "3.31829", "3.36"),
        ("33182.9", Sense.EXACT, "33182.94", "33183.0"),
        ("3300", Sense.EXACT, "3300.4", "3318"),
        ("3300", Sense.ABOUT, "3318", "3360"),
        ("3.2", Sense.OVER, "3.31829", "3.19"),
        ("3.4", Sense.NEARLY, "3.31829", "3.29"),
        ("5.5", Sense.UNDER, "5.4", "5.6"),
        ("500", Sense.ABOUT, "487", "551"),
    ],
)
def test_what_a_written_figure_admits(number: str, sense: Sense, inside: str, outside: str) -> None:
    admitted = Written.of(number, sense).admits()
    assert admitted.holds(D(inside))
    assert not admitted.holds(D(outside))


def test_growth_of_rounded_levels_is_an_interval() -> None:
    before, after = Interval.rounded(D("100.0"), D("0.1")), Interval.rounded(D("105.2"), D("0.1"))
    grown = arithmetic.growth(before, after)
    assert grown.holds(D("5.2"))
    assert not grown.holds(D("5.4"))


def test_a_chain_is_the_product_and_its_average_the_root() -> None:
    rates = [Interval.exactly(D(g)) for g in ("5", "6", "7")]
    whole = arithmetic.chained(rates)
    assert near(whole, "19.091", "19.091")
    assert near(arithmetic.average(whole, 3), "5.9969", "5.9969")
    assert near(arithmetic.compounded(Interval.exactly(D("10")), 2), "21", "21")


def test_multiples() -> None:
    two = Interval.exactly(D("2"))
    assert arithmetic.grown_by_times(two) == Interval.exactly(D("200"))
    assert arithmetic.grown_to_times(two) == Interval.exactly(D("100"))
    assert arithmetic.doubled() == Interval.exactly(D("100"))
    assert arithmetic.doubled(2) == Interval.exactly(D("300"))


def test_a_sum_of_rounded_parts_is_as_wide_as_their_roundings() -> None:
    parts = [Interval.rounded(D(v), D("0.1")) for v in ("1.1", "2.2", "3.3")]
    assert arithmetic.total(parts) == Interval(D("6.45"), D("6.75"))


def test_shares_and_the_way_back() -> None:
    part = arithmetic.share(Interval.exactly(D("30")), Interval.exactly(D("120")))
    assert part == Interval.exactly(D("25"))
    assert arithmetic.level_after(Interval.exactly(D("200")), Interval.exactly(D("5"))) == Interval.exactly(
        D("210")
    )


def test_open_sides_and_divisors_around_zero_stay_open() -> None:
    over = Written.of("3", Sense.OVER).admits()
    around = Interval(D("-1"), D("1"))
    assert (over + around).high is None
    assert (over * around) == Interval(None, None)
    assert (around / around) == Interval(None, None)
    assert arithmetic.growth(around, around) == Interval(None, None)


@pytest.mark.parametrize("number", ["", "1,000", "-3", "3.", "三"])
def test_only_plain_digits_are_read(number: str) -> None:
    with pytest.raises(ValueError, match="plain digits"):
        Written.of(number)
