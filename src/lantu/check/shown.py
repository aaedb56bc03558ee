"""Figures as a draft would write them, and places of the draft as evidence."""

from decimal import ROUND_HALF_UP, Decimal

from lantu.check.finding import Evidence
from lantu.check.interval import Interval
from lantu.check.statement import Role, Statement

_MOVED = (Role.GROWTH, Role.CHANGE)


def middle(found: Interval) -> Decimal | None:
    """The value in the middle, None when a side is open."""
    return None if found.low is None or found.high is None else (found.low + found.high) / 2


def as_written(value: Decimal | None, like: Statement) -> str:
    """A value in the unit of a figure, as that is written: its last place and unit, falls without a sign.

    A rise where the draft writes a fall, or the other way round, gets its verb in front. "" for None.
    """
    if value is None:
        return ""
    rounded = value.quantize(like.written.step, rounding=ROUND_HALF_UP)
    rounded = abs(rounded) if rounded == 0 else rounded
    if like.measure not in _MOVED or like.sign == 0 or like.written.value < 0:
        return f"{rounded:f}{like.unit}"
    verb = "" if rounded * like.sign >= 0 else _verb(like, up=rounded > 0)
    return f"{verb}{abs(rounded):f}{like.unit}"


def _verb(like: Statement, *, up: bool) -> str:
    """增长 for rates, 提高 for points, 增加 for amounts, and their opposites."""
    if like.measure is Role.GROWTH:
        return "增长" if up else "下降"
    if like.unit.endswith("点"):
        return "提高" if up else "下降"
    return "增加" if up else "减少"


def mention(one: Statement) -> Evidence:
    """A figure of the draft as evidence against another."""
    return Evidence(one.quote, span=one.span, period=one.period.code if one.period else "", basis=one.basis)
