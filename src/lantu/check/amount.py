"""Written figures and published values as intervals in one unit."""

from decimal import Decimal

from lantu.check.interval import Interval
from lantu.check.statement import Move, Statement
from lantu.check.written import Written
from lantu.indicators import Observation
from lantu.indicators.phrase import plain
from lantu.values import Comparator, Unit

_ONE_COUNT = "个"
_FALLS = ("降幅", "下降率", "降低率")


def unit_of(statement: Statement) -> Unit:
    """The unit of a figure as written; one without a word counts things."""
    return Unit.parse(plain(statement.unit) or _ONE_COUNT)


def admitted(statement: Statement, unit: Unit | None = None) -> Interval | None:
    """The true values a figure of the draft admits, in ``unit`` (its own when None), falls negative.

    What a figure fell to (降至5.1%) is a level, not a fall. Its qualifier counts (超, 以上, 不低于:
    anything above). None when the units do not convert.
    """
    own = unit_of(statement)
    if unit is not None and not own.converts_to(unit):
        return None
    factor = Decimal(1) if unit is None else own.convert(Decimal(1), unit)
    found = _bounded(statement.written, statement.comparator)
    if statement.value_max is not None:
        found = Interval(found.low, statement.value_max.admits().high)
    falls = statement.sign < 0 and (statement.move is not Move.TO or statement.phrase.endswith(_FALLS))
    signed = -found if falls and statement.written.value > 0 else found
    return signed.times(factor)


def published(one: Observation) -> Interval:
    """The true values a published one admits: rounded at its last place, or on one side of a bound."""
    exponent = one.value.as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    rounded = Interval.rounded(one.value, Decimal(1).scaleb(min(places, 0)))
    if one.bound in (Comparator.AT_LEAST, Comparator.ABOVE):
        return Interval(one.value, None)
    if one.bound in (Comparator.AT_MOST, Comparator.BELOW):
        return Interval(None, one.value)
    return rounded


def _bounded(written: Written, comparator: Comparator) -> Interval:
    found = written.admits()
    if comparator in (Comparator.AT_LEAST, Comparator.ABOVE):
        return Interval(written.value, None)
    if comparator in (Comparator.AT_MOST, Comparator.BELOW):
        return Interval(None, written.value)
    return found
