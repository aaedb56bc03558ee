"""By how much a value differs from that of another time or of the nation."""

from dataclasses import replace
from decimal import Decimal

from lantu.check.amount import admitted, unit_of
from lantu.check.finding import Rule
from lantu.check.interval import Interval
from lantu.check.periods import year_before
from lantu.check.rules.followed import Follows, Worked
from lantu.check.rules.held import Held, Shelf, same, shown
from lantu.check.rules.pairs import Pair, code_of, in_unit, pairs
from lantu.check.shown import middle
from lantu.check.statement import Link, Move, Role, Statement
from lantu.check.written import Sense
from lantu.indicators import Indicator, IndicatorKind, division
from lantu.values import Message, Period, msg

_HUNDRED = Decimal(100)
_POINTS = "percentage point"
_REVISION = Decimal("0.01")
_REVISED_POINTS = Decimal("0.2")


def gap(shelf: Shelf, one: Statement) -> Follows | None:
    """高于全国0.2个百分点: the value here less the value there, of one period."""
    against = one.compared
    if against is None or against.against != "region" or not against.region or one.period is None:
        return None
    code = _points_code(shelf, one)
    indicator = shelf.registry.get(code) if code else None
    if indicator is None or indicator.reduction:
        return None
    period = against.period or one.period
    found = pairs(shelf.at(code, one.region, one.period), shelf.at(code, against.region, period), indicator)
    follows = _follows(one, found, indicator)
    return None if follows is None else _to_the_digit(one, follows)


def _to_the_digit(one: Statement, follows: Follows) -> Follows:
    """A gap that rounding alone would allow, but that is not the difference of the two rates as published.

    Everybody takes it from the published rates; still it may have been taken from those before rounding.
    """
    value = follows.mine
    fits = [work for work in follows.every if same(work.admits, value)]
    exact = [work for work in fits if (at := middle(work.admits)) is not None and value.holds(at)]
    at = middle(fits[0].admits) if fits else None
    if exact or at is None or one.written.sense is not Sense.EXACT:
        return follows
    return replace(follows, every=(replace(fits[0], admits=Interval.exactly(at)),), firm=False)


def change(shelf: Shelf, one: Statement) -> Follows | None:
    """比上年提高0.5个百分点, 增加19.6亿斤: the value of the period less that of the one compared with.

    Also of a growth written in points (增长5.1个百分点) and a rate that grows by per cent (城镇化率提高0.5%).
    """
    if one.yearly or one.period is None or (one.compared is not None and one.compared.against == "region"):
        return None
    before = _before(one)
    if before is None:
        return None
    if one.measure is Role.GROWTH:
        return _rate_grown(shelf, one, before)
    code = _points_code(shelf, one)
    indicator = shelf.registry.get(code) if code else None
    if indicator is None or indicator.reduction:
        return None
    now = shelf.at(code, one.region, one.period)
    found = pairs(now, shelf.at(code, one.region, before), indicator)
    rates = _rates(one, now, indicator)
    if not found:
        return None
    follows = _follows(one, found, indicator, rates)
    return follows if follows is None or one.compared is not None else _without_base(shelf, one, follows)


def _without_base(shelf: Shelf, one: Statement, follows: Follows) -> Follows | None:
    """A change whose words name no time it is from: the year before may not be meant."""
    said = (*follows.every, *(work for _, work, _ in follows.others))
    level = shelf.dossier.tied(one, Link.LEVEL)
    timed = one.period_words or (level is not None and level.period_words)
    if not timed and not any(same(work.admits, follows.mine) for work in said):
        return None
    return replace(follows, firm=False)


def _before(one: Statement) -> Period | None:
    against = one.compared
    if against is None:
        return year_before(one.period)
    return against.period if against.against in ("year", "previous") else None


def _points_code(shelf: Shelf, one: Statement) -> str:
    """The indicator of a change; one in points is of a rate."""
    code = code_of(shelf, one)
    if unit_of(one).measure != _POINTS:
        return code
    indicator = shelf.registry.get(code) if code else None
    if indicator is not None and indicator.family == "%":
        return code
    level = code or shelf.without_unit(one.phrase)
    entry = shelf.registry.get(level) if level else None
    if entry is None or entry.family == "%":
        return level
    return next(iter(shelf.growths_of(level)), "")


def _follows(
    one: Statement,
    found: tuple[Pair, ...],
    indicator: Indicator,
    others: tuple[tuple[Rule, Worked, Message], ...] = (),
) -> Follows | None:
    mine = admitted(one)
    works = []
    for pair in found:
        a, b = in_unit(pair.one, one, indicator), in_unit(pair.other, one, indicator)
        if a is not None and b is not None:
            works.append(Worked(a - b, pair.sources, a))
    if mine is None or not works:
        return None
    best = found[0]
    now = f"{shown(best.one)}（{_where(best.one, best.other)}）"
    what = f"{now}−{shown(best.other)}（{_where(best.other, best.one)}）"
    return Follows(mine, tuple(works), what, best.strict or _beyond_revision(mine, works[0], best), others)


def _beyond_revision(mine: Interval, work: Worked, pair: Pair) -> bool:
    """Whether a difference is more than a revision of one of the two values could make."""
    mine_at, value = middle(mine), middle(work.admits)
    if not pair.known or mine_at is None or value is None:
        return False
    level = pair.one.observation
    reach = middle(work.level)
    small = _REVISED_POINTS if level.unit == "%" or reach is None else abs(reach) * _REVISION
    return abs(mine_at - value) > small


def _where(held: Held, other: Held) -> str:
    """What tells a value from the other: its period, or its region."""
    mine, its = held.observation, other.observation
    if mine.region == its.region:
        return mine.period.code
    place = division(mine.region)
    return place.name if place is not None else mine.region


def _rates(
    one: Statement, now: tuple[Held, ...], indicator: Indicator
) -> tuple[tuple[Rule, Worked, Message], ...]:
    """A rate itself, where it is written in points."""
    level = one.compared is None and one.move in (Move.NONE, Move.AT)
    if unit_of(one).measure != _POINTS or (indicator.kind is not IndicatorKind.GROWTH and not level):
        return ()
    message = msg("“{quote}”是“{name}”本身，单位应为“%”；请改正单位。", quote=one.quote, name=indicator.name)
    return tuple((Rule.UNIT, Worked(held.admits, (held,)), message) for held in now if held.public)


def _rate_grown(shelf: Shelf, one: Statement, before: Period) -> Follows | None:
    """A rate that rose by per cent: right for a relative growth, else points were meant."""
    code = "" if shelf.dossier.code(one) else shelf.without_unit(one.phrase)
    indicator = shelf.registry.get(code) if code else None
    if indicator is None or indicator.family != "%" or indicator.growth_of or one.period is None:
        return None
    found = pairs(shelf.at(code, one.region, one.period), shelf.at(code, one.region, before), indicator)
    mine = admitted(one)
    if mine is None or not any(same(p.one.admits - p.other.admits, mine) for p in found):
        return None
    pair = next(p for p in found if same(p.one.admits - p.other.admits, mine))
    relative = ((pair.one.admits - pair.other.admits) / pair.other.admits).times(_HUNDRED)
    message = msg("“{quote}”是两个百分数之差，单位应为“个百分点”；请改正单位。", quote=one.quote)
    work = Worked(pair.one.admits - pair.other.admits, pair.sources)
    what = f"{shown(pair.one)}÷{shown(pair.other)}−1"
    return Follows(mine, (Worked(relative, pair.sources),), what, False, ((Rule.UNIT, work, message),))
