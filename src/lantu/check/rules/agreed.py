"""Figures that agree with some published value: 一致, or 旧版数据 and 口径疑误 when there is a newer one."""

from decimal import Decimal

from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.knowledge import Standing
from lantu.check.rules.held import Held, comparable, evidence, expected, in_its_unit, shown
from lantu.check.shown import as_written
from lantu.check.statement import Statement
from lantu.check.written import Sense
from lantu.indicators import Indicator
from lantu.values import Message, Vintage, msg

_FAR = Decimal(2)
"""Nobody writes 超 of a value more than this many times the figure."""


def agreed(
    one: Statement, fits: tuple[Held, ...], claimed: tuple[Held, ...], indicator: Indicator
) -> Finding:
    """What to say of a figure that agrees with ``fits`` among the public values ``claimed``.

    A newer value counts when it was certainly public on the day: one without a day may not have been, and
    a figure that was right when it was written is no error. A figure that says its own state (初步核算) is
    right with the value of that state.
    """
    best = max(fits, key=lambda held: (held.standing is Standing.KNOWN, held.official, held.rank))
    newest = max(
        (held for held in claimed if held.standing is Standing.KNOWN and held.official),
        key=lambda held: held.rank,
        default=None,
    )
    if newest is not None and _replaces(newest, fits) and not _says(one, fits):
        return _older(one, best, newest, indicator)
    if (far := _far(one, best)) is not None:
        return far
    message = msg("与公布数（{period}）{value}一致。", period=best.observation.period, value=shown(best))
    sure = Confidence.SURE if best.standing is Standing.KNOWN and best.official else Confidence.LIKELY
    return Finding(Rule.AGREES, one.span, one.quote, message, sure, one.id, "", evidence(best))


def _replaces(newest: Held, fits: tuple[Held, ...]) -> bool:
    return all(newest.newness > held.newness for held in fits)


def _says(one: Statement, fits: tuple[Held, ...]) -> bool:
    """Whether the words of the draft name the state of the value it agrees with."""
    return one.vintage is not Vintage.UNKNOWN and any(
        held.observation.vintage is one.vintage
        or {held.observation.vintage, one.vintage} <= {Vintage.FLASH, Vintage.PRELIMINARY}
        for held in fits
    )


def _older(one: Statement, best: Held, newest: Held, indicator: Indicator) -> Finding:
    same = comparable(best, newest, indicator)
    return Finding(
        Rule.OLD_VINTAGE if same else Rule.BASIS,
        one.span,
        one.quote,
        _older_message(best, newest, same=same),
        Confidence.SURE if same else Confidence.LIKELY,
        one.id,
        expected(one, newest, indicator),
        evidence(newest, best),
    )


def _older_message(best: Held, newest: Held, *, same: bool) -> Message:
    period = best.observation.period
    if same:
        return msg(
            "这是较早公布的数（{old}），该数（{period}）已修订为{new}；请改用新数，或写明是初步核算数。",
            old=shown(best),
            new=shown(newest),
            period=period,
        )
    return msg(
        "这是旧口径（{basis}）的数，按新口径（{period}）为{new}；请改用新口径，或写明口径。",
        basis="、".join(best.observation.basis),
        new=shown(newest),
        period=period,
    )


def _far(one: Statement, best: Held) -> Finding | None:
    """超 and 不足 admit anything on one side; a value far from the figure is another order of magnitude."""
    value = in_its_unit(best.observation.value, best.observation.unit, one)
    mine = one.written.value
    if value is None or mine <= 0 or value <= 0 or one.written.sense not in (Sense.OVER, Sense.UNDER):
        return None
    times = value / mine if one.written.sense is Sense.OVER else mine / value
    if times < _FAR:
        return None
    message = msg(
        "公布数（{period}）为{value}，与“{quote}”相差{times}倍以上；请核对单位和数量级。",
        period=best.observation.period,
        value=shown(best),
        quote=one.quote,
        times=int(times),
    )
    return Finding(
        Rule.UNIT,
        one.span,
        one.quote,
        message,
        Confidence.LIKELY,
        one.id,
        as_written(value, one),
        evidence(best),
    )
