"""The arithmetic of official figures: growth, chains, averages, shares, multiples, on intervals."""

from collections.abc import Iterable
from decimal import Decimal, localcontext

from lantu.check.interval import Interval

_HUNDRED = Decimal(100)
_DIGITS = 50


def growth(before: Interval, after: Interval) -> Interval:
    """Growth in per cent from one level to the next, both on the same price basis."""
    return _percent(after / before)


def level_after(before: Interval, rate: Interval) -> Interval:
    """The level that a growth in per cent leads to."""
    return before * _factor(rate)


def chained(rates: Iterable[Interval]) -> Interval:
    """Growth in per cent over several periods: the product of (1 + g) minus one."""
    whole = Interval.exactly(Decimal(1))
    for rate in rates:
        whole = whole * _factor(rate)
    return _percent(whole)


def average(whole: Interval, years: int) -> Interval:
    """Yearly growth in per cent that compounds to a growth over ``years`` years (at least one)."""
    return Interval(_root(whole.low, years), _root(whole.high, years))


def compounded(rate: Interval, years: int) -> Interval:
    """Growth in per cent over ``years`` years of a yearly rate."""
    return chained([rate] * years)


def share(part: Interval, whole: Interval) -> Interval:
    """A part in per cent of the whole."""
    return (part / whole).times(_HUNDRED)


def total(parts: Iterable[Interval]) -> Interval:
    """The sum of the parts: of rounded parts an interval as wide as all their roundings together."""
    result = Interval.exactly(Decimal(0))
    for part in parts:
        result = result + part
    return result


def grown_by_times(times: Interval) -> Interval:
    """增长 n 倍 in per cent: n times on top of what was."""
    return times.times(_HUNDRED)


def grown_to_times(times: Interval) -> Interval:
    """增长到 n 倍, 是…的 n 倍 in per cent: n times in all."""
    return (times - Interval.exactly(Decimal(1))).times(_HUNDRED)


def doubled(often: int = 1) -> Interval:
    """翻 n 番 in per cent: two to the power n in all."""
    return Interval.exactly((Decimal(2) ** often - 1) * _HUNDRED)


def _factor(rate: Interval) -> Interval:
    return Interval.exactly(Decimal(1)) + rate.times(1 / _HUNDRED)


def _percent(ratio: Interval) -> Interval:
    return (ratio - Interval.exactly(Decimal(1))).times(_HUNDRED)


def _root(whole: Decimal | None, years: int) -> Decimal | None:
    """The yearly rate, None where the side is open or all was lost."""
    if whole is None or whole <= -_HUNDRED:
        return None
    with localcontext(prec=_DIGITS):
        return ((1 + whole / _HUNDRED) ** (Decimal(1) / years) - 1) * _HUNDRED
