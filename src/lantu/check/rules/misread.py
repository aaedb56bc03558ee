"""Figures in a unit their indicator cannot have: 粮食产量 in 亿元, a rate in 个百分点."""

from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.interval import Interval
from lantu.check.rules.held import Held, Shelf, digits_of, evidence, same, shown
from lantu.check.statement import Role, Statement
from lantu.values import Period, msg

_TELLING = 3


def other_unit(shelf: Shelf, one: Statement, period: Period) -> Finding | None:
    """The finding when a phrase names an indicator for certain but for the unit, with its value as number.

    Without the number there is no telling whether another quantity is meant.
    """
    if not one.unit or not one.phrase or one.compared is not None or one.measure is not Role.ACTUAL:
        return None
    if digits_of(one) < _TELLING:
        return None
    code = shelf.without_unit(one.phrase)
    if not code:
        return None
    held = next((h for h in shelf.at(code, one.region, period) if h.public and _same_number(one, h)), None)
    if held is None:
        return None
    message = msg(
        "“{quote}”的单位不是“{name}”的单位，公布数（{period}）为{value}；请改正单位。",
        quote=one.quote,
        name=shelf.name(code),
        period=period,
        value=shown(held),
    )
    return Finding(
        Rule.UNIT, one.span, one.quote, message, Confidence.SURE, one.id, shown(held), evidence(held)
    )


def _same_number(one: Statement, held: Held) -> bool:
    value = one.written.value
    return same(Interval.rounded(value, one.written.step), held.admits)
