"""What follows from published values, and the finding about the figure that should be it."""

from dataclasses import dataclass
from decimal import Decimal

from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.interval import Interval
from lantu.check.rules.held import Held, digits_of, evidence, same
from lantu.check.shown import as_written, middle
from lantu.check.statement import Statement
from lantu.check.written import Sense
from lantu.values import Message, msg

_POWERS = tuple(n for n in range(-4, 5) if n)


_FAR = 2
_REVISION = Decimal("0.05")
_SHARP = 10
"""So many times wider than its rounding must a value be for its digits to be compared."""
_OPEN = Interval(None, None)


@dataclass(frozen=True, slots=True)
class Worked:
    """One value that follows, with those it follows from; ``admits`` in the unit of the figure.

    level: what it is a change of, open where that does not arise.
    """

    admits: Interval
    sources: tuple[Held, ...]
    level: Interval = _OPEN


@dataclass(frozen=True, slots=True)
class Follows:
    """All that a figure may be: by vintage and basis there can be several.

    mine: what the figure admits, in the same unit as ``every``. best: the one to expect.
    firm: whether a difference can be held against the draft; else it only cannot be told.
    other: values on another basis or in another unit, with the rule that agreement with them means.
    what: how it was worked out, as a formula.
    ratio: whether it is one of two levels, which a revision moves little.
    """

    mine: Interval
    every: tuple[Worked, ...]
    what: str
    firm: bool = True
    others: tuple[tuple[Rule, Worked, Message], ...] = ()
    ratio: bool = False

    @property
    def best(self) -> Worked:
        """The first is the one to expect."""
        return self.every[0]


def told(one: Statement, follows: Follows) -> Finding | None:
    """The finding: agreement with any of the values that follow is enough."""
    fits = next((work for work in follows.every if same(work.admits, follows.mine)), None)
    if fits is not None and not _far(one, fits):
        message = msg("与按公布数推算的结果一致：{what}。", what=follows.what)
        return _finding(one, Rule.AGREES, fits, message, Confidence.LIKELY, "")
    if fits is not None:
        return None
    value = middle(follows.best.admits) if follows.every else None
    expected = as_written(value, one)
    for rule, work, message in follows.others:
        if same(work.admits, follows.mine):
            return _finding(
                one, rule, work, message, Confidence.LIKELY, expected if rule is Rule.BASIS else ""
            )
    if value is None or (one.written.sense not in (Sense.EXACT, Sense.ABOUT) and not _wrong_side(follows)):
        return None
    given = {"what": follows.what, "value": expected}
    if _slip(one, follows) is not None:
        message = msg("按公布数推算（{what}）应为{value}，数字相同而数量级不同；请核对。", **given)
        return _finding(one, Rule.UNIT, follows.best, message, Confidence.LIKELY, expected)
    if any(same(work.admits, -follows.mine) for work in follows.every):
        message = msg("按公布数推算（{what}）应为{value}，方向与草稿相反；请核对升降。", **given)
    else:
        message = msg("按公布数推算（{what}）应为{value}，与草稿不符；请核对。", **given)
    sure = Confidence.LIKELY if follows.firm or _plainly(follows) else Confidence.CANNOT_TELL
    return _finding(one, Rule.SOURCE, follows.best, message, sure, expected)


def _plainly(follows: Follows) -> bool:
    """Whether a ratio differs by more than a revision of the values it is of would make."""
    mine, value = middle(follows.mine), middle(follows.best.admits)
    official = all(held.official for held in follows.best.sources)
    if not follows.ratio or not official or mine is None or not value:
        return False
    return abs(mine - value) > abs(value) * _REVISION


def _far(one: Statement, work: Worked) -> bool:
    """Whether 超 or 不足 hold by so much that the figure cannot be meant for this value."""
    value = middle(work.admits)
    if value is None or one.written.value <= 0 or one.written.sense not in (Sense.OVER, Sense.UNDER):
        return False
    return not 1 / _FAR < abs(value) / one.written.value < _FAR


def _wrong_side(follows: Follows) -> bool:
    """超 and 不足 leave a side open, and still do not hold."""
    return not any(same(work.admits, follows.mine) for work in follows.every)


def _slip(one: Statement, follows: Follows) -> int | None:
    digits = digits_of(one)
    best, mine = follows.best.admits, follows.mine
    if mine.low is None or mine.high is None or best.low is None or best.high is None:
        return None
    if best.low * best.high <= 0 or abs(best.high - best.low) > abs(best.low + best.high) / _SHARP:
        return None  # a small difference of two rounded values has no digits to compare
    for power in sorted(_POWERS, key=abs):
        moved = follows.mine.times(Decimal(10) ** power)
        if (digits > 1 or abs(power) > 1) and same(follows.best.admits, moved):
            return power
    return None


def _finding(
    one: Statement, rule: Rule, work: Worked, message: Message, sure: Confidence, expected: str
) -> Finding:
    return Finding(rule, one.span, one.quote, message, sure, one.id, expected, evidence(*work.sources))


def whole(works: tuple[Interval, ...]) -> Interval:
    """From the lowest to the highest of several."""
    lows = [one.low for one in works if one.low is not None]
    highs = [one.high for one in works if one.high is not None]
    full = len(lows) == len(highs) == len(works)
    return Interval(min(lows), max(highs)) if full and works else Interval(None, None)
