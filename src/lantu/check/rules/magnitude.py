"""单位或数量级疑误: figures that agree once the point is moved or the unit is another."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from lantu.check.amount import unit_of
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.interval import Interval
from lantu.check.rules.held import Held, digits_of, evidence, expected, figure, same, shown
from lantu.check.statement import Statement
from lantu.indicators import Indicator
from lantu.indicators.phrase import plain
from lantu.values import Comparator, Unit, msg

_POWERS = tuple(n for n in range(-8, 9) if n)
_PER_MILLE = "‰"
_SWAPS = tuple(
    pair
    for one, others in {
        "亩": ("公顷", "平方公里"),
        "万亩": ("公顷", "千公顷", "万公顷", "平方公里"),
        "公顷": ("平方公里",),
        "万公顷": ("平方公里",),
        "万吨": ("亿斤", "万斤"),
        "亿吨": ("亿斤",),
        "吨": ("斤", "公斤"),
        "公斤": ("斤",),
        "%": (_PER_MILLE,),
    }.items()
    for pair in ((one, other) for other in others)
)
"""Units of one measure that are taken for each other; powers of ten between units need no list."""
_FEW_DIGITS = 2
_PREFIXES = ("", "万", "亿", "万亿")


def slipped(one: Statement, best: Held, claimed: tuple[Held, ...], indicator: Indicator) -> Finding | None:
    """The finding when a factor brings a figure to a public value.

    A figure of one digit agrees with too much by a factor of ten; there the order of magnitude must differ by
    a hundred at least.
    """
    for held in (best, *(other for other in claimed if other is not best)):
        mine = figure(one, held.observation.unit, indicator)
        if mine is None or _open(mine):
            continue
        for factor, unit in _factors(one, held.observation.unit):
            if same(mine.times(factor), held.admits):
                return _finding(one, held, unit, indicator)
    return None


def _open(found: Interval) -> bool:
    return found.low is None or found.high is None


def _factors(one: Statement, published: str) -> Iterator[tuple[Decimal, str]]:
    """What a slip multiplies by, with the unit it should have been where one is meant."""
    own = plain(one.unit)
    for a, b in _SWAPS:
        if own in (a, b):
            other = b if own == a else a
            if other == _PER_MILLE and published != other:
                continue
            yield Unit.parse(other).factor / unit_of(one).factor, other
    digits = digits_of(one)
    for power in sorted(_POWERS, key=abs):
        if abs(power) > 1 or digits >= _FEW_DIGITS:
            yield Decimal(10) ** power, ""


def _finding(one: Statement, held: Held, unit: str, indicator: Indicator) -> Finding:
    if unit:
        message = msg(
            "公布数（{period}）为{value}，“{quote}”以“{unit}”为单位时才相符；请核对单位。",
            period=held.observation.period,
            value=shown(held),
            quote=one.quote,
            unit=unit,
        )
    else:
        message = msg(
            "公布数（{period}）为{value}，与“{quote}”数字相同而数量级不同；请核对单位和小数点。",
            period=held.observation.period,
            value=shown(held),
            quote=one.quote,
        )
    right = "" if one.comparator is Comparator.RANGE else _right(one, held, unit, indicator)
    return Finding(Rule.UNIT, one.span, one.quote, message, Confidence.SURE, one.id, right, evidence(held))


def _right(one: Statement, held: Held, unit: str, indicator: Indicator) -> str:
    """The same digits with the unit that makes them right, else the value in the unit of the draft."""
    digits = one.quote[: len(one.quote) - len(one.unit)] if one.quote.endswith(one.unit) else ""
    own = plain(one.unit)
    bare = own.lstrip("".join(_PREFIXES)) or own
    for other in (unit, *(prefix + bare for prefix in _PREFIXES)):
        if not digits or other in ("", own):
            continue
        meant = figure(replace(one, unit=other), held.observation.unit, indicator)
        if meant is not None and same(meant, held.admits):
            return digits + other
    return expected(one, held, indicator)
