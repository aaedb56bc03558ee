"""A figure as it is written: which true values its digits and the words beside it admit."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lantu.check.interval import Interval


class Sense(StrEnum):
    """What the words beside a number make of it."""

    EXACT = "exact"
    ABOUT = "about"  # 约, 左右, 上下
    OVER = "over"  # 超, 突破, 逾, 多, 余, 以上
    NEARLY = "nearly"  # 近, 接近, 将近
    UNDER = "under"  # 不足, 以内, 以下, 不到


_FORM = re.compile(r"(?P<whole>\d+)(?:\.(?P<part>\d+))?$")


def step_of(number: str) -> Decimal:
    """Size of the last written place: 0.1 of ``33182.9``, 1 of ``3300``. number: plain digits."""
    match = _FORM.match(number)
    if match is None:
        raise ValueError(f"not plain digits: {number!r}")
    return Decimal(1).scaleb(-len(match["part"] or ""))


def round_step_of(number: str) -> Decimal:
    """As ``step_of``, but zeros at the end of a whole number count as rounded away: 100 of ``3300``."""
    match = _FORM.match(number)
    if match is None:
        raise ValueError(f"not plain digits: {number!r}")
    if match["part"]:
        return step_of(number)
    whole = match["whole"].rstrip("0")
    return Decimal(1).scaleb(len(match["whole"]) - len(whole)) if whole else Decimal(1)


@dataclass(frozen=True, slots=True)
class Written:
    """A number with its last place and the sense of its words; value and steps in its own unit.

    step: size of the last written place; round_step: the same with zeros at the end taken as rounding.
    """

    value: Decimal
    step: Decimal
    round_step: Decimal
    sense: Sense = Sense.EXACT

    @classmethod
    def of(cls, number: str, sense: Sense = Sense.EXACT) -> "Written":
        """Read plain digits such as ``33182.9``."""
        step, round_step = step_of(number), round_step_of(number)
        return cls(Decimal(number), step, round_step, sense)

    def admits(self) -> Interval:
        """The true values an honest writer can mean.

        Exact figures are rounded half up to their last place. 约 admits what rounds to the figure at its
        rounded place. 超 and 突破 admit anything above, 不足 anything below; 近 admits one rounded
        place below the figure and what rounds to it.
        """
        value = self.value
        if self.sense is Sense.ABOUT:
            return Interval.rounded(value, self.round_step)
        if self.sense is Sense.OVER:
            return Interval(value, None)
        if self.sense is Sense.UNDER:
            return Interval(None, value)
        if self.sense is Sense.NEARLY:
            return Interval(value - self.round_step, value + self.step / 2)
        return Interval.rounded(value, self.step)
