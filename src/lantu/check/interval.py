"""Figures as intervals: all the true values a published or written number can stand for."""

from dataclasses import dataclass
from decimal import Decimal, localcontext

_DIGITS = 50
"""Working precision of divisions and roots; far beyond any published figure."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The values from ``low`` to ``high``, both ends taken in; None leaves a side open.

    Sums, differences, products and quotients are exact bounds for independent values (interval
    arithmetic; Moore, Kearfott and Cloud, Introduction to Interval Analysis, 2009, chapter 2).
    """

    low: Decimal | None
    high: Decimal | None

    @classmethod
    def rounded(cls, value: Decimal, step: Decimal) -> "Interval":
        """All values that round half up to ``value`` at a last place of ``step``."""
        return cls(value - step / 2, value + step / 2)

    @classmethod
    def exactly(cls, value: Decimal) -> "Interval":
        """One value."""
        return cls(value, value)

    def meets(self, other: "Interval") -> bool:
        """Whether some value lies in both: the two figures can be the same."""
        return _not_above(self.low, other.high) and _not_above(other.low, self.high)

    def holds(self, value: Decimal) -> bool:
        """Whether the value lies in it."""
        return _not_above(self.low, value) and _not_above(value, self.high)

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high))

    def __neg__(self) -> "Interval":
        return Interval(_minus(self.high), _minus(self.low))

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def __mul__(self, other: "Interval") -> "Interval":
        ends = _ends(self, other)
        if ends is None:
            return Interval(None, None)
        products = [a * b for a in ends[0] for b in ends[1]]
        return Interval(min(products), max(products))

    def __truediv__(self, other: "Interval") -> "Interval":
        """Open on both sides when the divisor can be zero."""
        ends = _ends(self, other)
        if ends is None or ends[1][0] <= 0 <= ends[1][1]:
            return Interval(None, None)
        with localcontext(prec=_DIGITS):
            quotients = [a / b for a in ends[0] for b in ends[1]]
        return Interval(min(quotients), max(quotients))

    def times(self, factor: Decimal) -> "Interval":
        """Every value times a factor above zero."""
        return Interval(
            None if self.low is None else self.low * factor, None if self.high is None else self.high * factor
        )


def _not_above(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low <= high


def _sum(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a + b


def _minus(a: Decimal | None) -> Decimal | None:
    return None if a is None else -a


def _ends(a: Interval, b: Interval) -> tuple[tuple[Decimal, Decimal], tuple[Decimal, Decimal]] | None:
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return None
    return (a.low, a.high), (b.low, b.high)
