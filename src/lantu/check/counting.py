"""Whole things are counted, not rounded: 12个 admits 12 alone."""

from decimal import Decimal

from lantu.check.amount import admitted, unit_of
from lantu.check.interval import Interval
from lantu.check.statement import Statement
from lantu.check.written import Sense
from lantu.reading.lexicon import units
from lantu.values import Unit

_ROUND = 100
"""From here on a number that ends in two zeros may be a round one."""


def counted(one: Statement, unit: Unit | None = None) -> Interval | None:
    """As ``admitted``; one value where things are counted one by one and the number is no round one."""
    found = admitted(one, unit)
    written = one.written
    whole = written.step == 1 and written.sense is Sense.EXACT and one.value_max is None
    if found is None or not whole or one.unit not in ("", *units().classifiers):
        return found
    if written.value >= _ROUND and written.value % _ROUND == 0:
        return found
    value = Decimal(0) if found.low is None or found.high is None else (found.low + found.high) / 2
    return Interval.exactly(value) if unit is None or unit_of(one).converts_to(unit) else found
