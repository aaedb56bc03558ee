"""What a target demands of a value, and whether a published value proves it kept or broken."""

from dataclasses import dataclass
from decimal import Decimal

from lantu.monitoring.scheme import Scheme
from lantu.plan import Target
from lantu.plan.paths import half_up
from lantu.values import Comparator, Direction, Mode

_UPPER = {Comparator.AT_MOST, Comparator.BELOW}
_STRICT = {Comparator.ABOVE, Comparator.BELOW}
_LOWER_BOUND = {Comparator.AT_LEAST, Comparator.ABOVE}


@dataclass(frozen=True, slots=True)
class Demand:
    """Limits a value must keep, tolerance already taken off; ``text`` says them in symbols."""

    low: Decimal | None
    high: Decimal | None
    strict: bool
    text: str

    def holds(self, value: Decimal, bound: Comparator = Comparator.EQUAL) -> bool | None:
        """Whether a value keeps the limits; None when it is only a bound and proves neither.

        A lower bound (突破, 以上) proves a lower limit kept and an upper limit broken, never the
        reverse; an upper bound the other way round. ``range`` stands for bounds on both sides and proves
        nothing. A value marked 约 counts as a point.
        """
        if bound is Comparator.RANGE:
            return None
        above = self.low is None or (value > self.low if self.strict else value >= self.low)
        below = self.high is None or (value < self.high if self.strict else value <= self.high)
        if bound in _LOWER_BOUND:
            return False if not below else (True if above and self.high is None else None)
        if bound in _UPPER:
            return False if not above else (True if below and self.low is None else None)
        return above and below


def number(value: Decimal) -> str:
    """A number as people write it: no exponent, no needless zeros kept by arithmetic, a true minus."""
    text = f"{value:f}"
    if "." in text and len(text.partition(".")[2]) > 6:
        text = f"{half_up(value, 4):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "−") if text not in {"-0", ""} else "0"


def demand(target: Target, scheme: Scheme) -> Demand | None:
    """The limits of a target with a number; None for a goal without one.

    An equality means at least for a quantity that shall rise, at most for one that shall fall, and
    the value within the tolerance of 左右 for one to be kept. 左右 lets the value fall short by its
    tolerance on the bad side only. Amounts of change are amounts: more is better in both directions.
    """
    if target.value is None:
        return None
    value = abs(target.value) if target.mode is Mode.CHANGE else target.value
    direction = Direction.UP if target.mode is Mode.CHANGE else target.direction
    top = target.value_max if target.value_max is not None else value
    slack = _slack(target, direction, value, scheme)
    upper = target.comparator in _UPPER or (
        direction is Direction.DOWN
        and target.comparator in {Comparator.EQUAL, Comparator.ABOUT, Comparator.RANGE, Comparator.COVER}
    )
    both = direction is Direction.KEEP and target.comparator in {
        Comparator.EQUAL,
        Comparator.ABOUT,
        Comparator.RANGE,
    }
    low = None if upper and not both else value - slack
    high = top + slack if upper or both else None
    strict = target.comparator in _STRICT or target.qualifier in scheme.comparators.excluding.words
    return Demand(low, high, strict, _text(value, top, slack, strict=strict, low=low, high=high))


def _slack(target: Target, direction: Direction, value: Decimal, scheme: Scheme) -> Decimal:
    about = target.comparator is Comparator.ABOUT
    kept_equal = target.comparator is Comparator.EQUAL and direction is Direction.KEEP
    if not (about or kept_equal):
        return Decimal(0)
    return scheme.comparators.about_word(target.qualifier).of(value, target.unit)


def _text(
    value: Decimal, top: Decimal, slack: Decimal, *, strict: bool, low: Decimal | None, high: Decimal | None
) -> str:
    if low is not None and high is not None:
        return f"{number(low)} … {number(high)}"
    sign, edge = ("<", top) if high is not None else (">", value)
    sign = sign if strict else {"<": "≤", ">": "≥"}[sign]
    shift = f" {'+' if high is not None else '−'} {number(slack)}" if slack else ""
    return f"{sign} {number(edge)}{shift}"
