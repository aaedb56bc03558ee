"""Declared paths over time: where a target that starts at ``start`` should stand on its way to ``end``.

Levels follow a straight line, compound quantities an equal yearly rate; both are exact at both ends.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, localcontext

from lantu.values import InputError, msg

ONE = Decimal(1)
HUNDRED = Decimal(100)
_DIGITS = 40  # enough that a ratio of logarithms is exact to 28 digits


def straight(start: Decimal, end: Decimal, share: Decimal) -> Decimal:
    """Value on the straight line after this share of the time (0 to 1)."""
    return start + (end - start) * share


def equal_rate(start: Decimal, end: Decimal, share: Decimal) -> Decimal:
    """Value on the path of one constant yearly rate after this share of the time.

    Raises InputError unless both ends are positive: a rate from or to nothing does not exist.
    """
    if start <= 0 or end <= 0:
        raise InputError(
            msg(
                "等速路径要求基期值和目标值都大于零（现为 {start} 和 {end}）；请改用直线路径。",
                start=start,
                end=end,
            )
        )
    if share in {Decimal(0), ONE}:
        return end if share else start
    with localcontext() as context:
        context.prec = _DIGITS
        value = start * ((end / start).ln() * share).exp()
    return +value


def factor(rate: Decimal, *, falling: bool = False) -> Decimal:
    """Growth factor of a rate in per cent; ``falling`` when a positive rate is a fall (降低 2.7)."""
    return ONE - rate / HUNDRED if falling else ONE + rate / HUNDRED


def compound(rates: Iterable[Decimal], *, falling: bool = False) -> Decimal:
    """Product of the yearly factors of rates in per cent."""
    product = ONE
    for rate in rates:
        product *= factor(rate, falling=falling)
    return product


def log_share(achieved: Decimal, whole: Decimal) -> Decimal | None:
    """How far along the way from 1 to the factor ``whole`` the factor ``achieved`` is, in logs.

    None when there is no way to go (``whole`` is 1) or a factor is not positive. Equal yearly rates
    give exactly the share of years.
    """
    if achieved <= 0 or whole <= 0 or whole == ONE:
        return None
    with localcontext() as context:
        context.prec = _DIGITS
        share = achieved.ln() / whole.ln()
    return tidy(share)


def yearly(total: Decimal, years: int) -> Decimal:
    """Average yearly rate in per cent that compounds to the factor ``total`` over ``years`` years."""
    if total <= 0:
        return -HUNDRED
    with localcontext() as context:
        context.prec = _DIGITS
        rate = ((total.ln() / years).exp() - ONE) * HUNDRED
    return tidy(rate)


def rest(done: Decimal, whole: Decimal, years: int) -> Decimal:
    """Yearly rate in per cent that carries the factor ``done`` to ``whole`` in the years left."""
    return yearly(whole / done, years)


def tidy(value: Decimal) -> Decimal:
    """Round away what lies beyond twelve decimals: the noise of logarithms, never a published digit."""
    return half_up(value, 12).normalize() + Decimal(0)


def half_up(value: Decimal, digits: int) -> Decimal:
    """Round to so many decimals, halves away from zero."""
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
