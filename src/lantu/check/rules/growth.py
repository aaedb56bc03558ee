"""增速与总量矛盾: a growth, a difference or a multiple against the two levels it stands between."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lantu.check import arithmetic
from lantu.check.amount import unit_of
from lantu.check.counting import counted
from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.interval import Interval
from lantu.check.periods import year_before
from lantu.check.prices import Follows, follows
from lantu.check.said import Said, beside, days, same_scope
from lantu.check.shown import as_written, mention, middle
from lantu.check.statement import Link, Move, Role, Statement
from lantu.values import Period, msg

_JUDGED = (Role.GROWTH, Role.CHANGE, Role.MULTIPLE)
_RATES = ("%", "percentage point")
_REVISIONS = Decimal(1)
"""Percentage points that a revised level of the year before can make."""
_DOUBLED = Decimal("0.95"), Decimal("1.4")
"""翻番 is said of a little less and of a good deal more."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """The level before and the level reached."""

    before: Statement
    after: Statement


def check_growth(dossier: Dossier) -> Iterator[Finding]:
    """Every growth, difference and multiple whose two levels stand in the draft."""
    said = Said(dossier)
    for one in dossier.draft.statements:
        if one.measure not in _JUDGED or one.yearly or one.move is Move.FROM:
            continue
        pair = _pair(said, one)
        if pair is not None and (finding := _judged(dossier, one, pair)) is not None:
            yield finding


def _judged(dossier: Dossier, one: Statement, pair: _Pair) -> Finding | None:
    unit = unit_of(pair.after)
    before, after = counted(pair.before, unit), counted(pair.after, unit)
    if before is None or after is None:
        return None
    found, said = _computed(one, pair, before, after), _meant(one)
    if found is None or said is None or found.meets(said):
        return None
    if one.measure is Role.CHANGE and one.sign == 0 and found.meets(-said):
        return None  # 相差300元: nobody says which is more
    confidence = (
        Confidence.SURE if beside(one, pair.after) and beside(one, pair.before) else Confidence.LIKELY
    )
    if one.measure is not Role.CHANGE:
        how = follows(dossier, one, pair.after)
        if how is Follows.NO:
            return None
        if how is Follows.ROUGHLY:
            confidence = Confidence.LIKELY
            wide = Interval.rounded(Decimal(0), 2 * _REVISIONS)
            if pair.before.move is not Move.FROM and (found + wide).meets(said):
                return None
    expected = as_written(_in_own(one, middle(found)), one)
    return Finding(
        Rule.GROWTH,
        one.span,
        one.quote,
        msg(
            "“{phrase}”由{before}到{after}，推算应为{expected}，文中写“{quote}”；请核对这个变动数和前后两个数。",
            phrase=one.phrase,
            before=pair.before.quote,
            after=pair.after.quote,
            expected=expected or "——",
            quote=one.quote,
        ),
        confidence,
        statement=one.id,
        expected=expected,
        evidence=(mention(pair.before), mention(pair.after)),
    )


def _computed(one: Statement, pair: _Pair, before: Interval, after: Interval) -> Interval | None:
    """The change between the levels, in the measure of the figure: per cent, its own unit, or a ratio."""
    if one.measure is Role.GROWTH:
        return arithmetic.growth(before, after) if _is_level(pair) and _positive(before) else None
    if one.measure is Role.MULTIPLE:
        return after / before if _is_level(pair) and _positive(before) else None
    own, unit = unit_of(one), unit_of(pair.after)
    if own.measure in _RATES or unit.measure in _RATES:
        alike = own.measure == "percentage point" and unit.measure == "%"
        return after - before if alike else None
    factor = unit.convert(Decimal(1), own) if unit.converts_to(own) else None
    return None if factor is None else (after - before).times(factor)


def _is_level(pair: _Pair) -> bool:
    return pair.after.measure is Role.ACTUAL and pair.before.measure is Role.ACTUAL


def _positive(found: Interval) -> bool:
    return found.low is not None and found.low > 0


def _meant(one: Statement) -> Interval | None:
    """What the figure says; of a multiple: the ratio of the levels."""
    if one.measure is not Role.MULTIPLE:
        return counted(one)
    value = one.written.admits()
    if one.unit.endswith("番"):
        times = Decimal(2) ** one.written.value if one.written.value <= _MOST_DOUBLINGS else None
        if times is None:
            return None
        low = times * _DOUBLED[0]
        return Interval(low, None if value.high is None else times * _DOUBLED[1])
    if not one.unit.endswith("倍"):
        return None
    return value + Interval.exactly(Decimal(1)) if one.move is Move.BY else value


_MOST_DOUBLINGS = 10


def _in_own(one: Statement, value: Decimal | None) -> Decimal | None:
    """A ratio as the figure says it: 增长1倍 is twice."""
    if value is None or one.measure is not Role.MULTIPLE:
        return value
    if one.unit.endswith("番"):
        return None
    return value - 1 if one.move is Move.BY else value


def _pair(said: Said, one: Statement) -> _Pair | None:
    after = _after(said, one)
    if after is None:
        return None
    before = _before(said, one, after)
    if before is None or before.id == after.id or (before.promised and not after.promised):
        return None
    return _Pair(before, after)


def _after(said: Said, one: Statement) -> Statement | None:
    """The level reached: the one the figure leans on, else the only one of the same place in the draft."""
    level = said.dossier.tied(one, Link.LEVEL)
    if level is not None:
        fits = (
            level.region == one.region
            and level.period
            and one.period
            and level.period.last == one.period.last
        )
        return level if fits and level.promised == one.promised and not level.yearly else None
    place = said.place(one, said.level_thing(one))
    if place is None or not said.named(one) or one.measure is not Role.GROWTH:
        return None
    found = [s for s in said.levels.get(place, ()) if s.measure is Role.ACTUAL and s.promised == one.promised]
    return said.nearest(found, one)


def _before(said: Said, one: Statement, after: Statement) -> Statement | None:
    """The level it is compared with: 由…, else the one of that time or place said elsewhere."""
    against = one.compared
    start = said.dossier.tied(after, Link.FROM) or said.dossier.tied(one, Link.FROM)
    if start is not None and start.region == after.region and start.measure is after.measure:
        if against is None:
            return start
        told = start.period_words or start.period != after.period
        if against.against == "year" and told and days(start.period) == days(against.period):
            return start
    region, period = after.region or after.region_words, _period_before(one)
    if against is not None and against.against == "region":
        region, period = against.region, after.period
    if against is not None and against.against not in ("year", "previous", "region"):
        return None
    thing = said.thing(after)
    if not thing or not region or period is None or not said.named(after):
        return None
    found = [
        s
        for s in said.levels.get((thing, region, days(period)), ())
        if s.measure is after.measure and not s.yearly and same_scope(s, after)
    ]
    return said.nearest(found, one)


def _period_before(one: Statement) -> Period | None:
    against = one.compared
    if against is not None:
        return against.period
    if one.period is None:
        return None
    if one.period.first.year != one.period.year:
        whole_years = (one.period.first.month, one.period.last.month) == (1, 12)
        return Period.of_year(one.period.first.year - 1) if whole_years else None
    return year_before(one.period) if one.period.is_year else None
