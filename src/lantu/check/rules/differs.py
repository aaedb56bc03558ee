"""Figures that differ from every published value they should agree with: why, and how sure that is."""

import re
from datetime import timedelta
from decimal import ROUND_DOWN, Decimal

from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.knowledge import Standing
from lantu.check.rules.basis import other_basis, part_of_year
from lantu.check.rules.fits import meets
from lantu.check.rules.held import Held, Shelf, evidence, expected, in_its_unit, shown
from lantu.check.rules.magnitude import slipped
from lantu.check.statement import Statement
from lantu.indicators import Indicator, IndicatorKind
from lantu.values import Message, Period, Vintage, msg

_REVISED_BY = timedelta(days=400)
"""So long after a period a preliminary value may have been revised without our knowing."""
_REVISION = Decimal("0.05")
_REVISED_POINTS = Decimal("0.5")
_YEARS_WORTH = (Decimal("1.6"), Decimal(8))
_YEAR = re.compile(r"\d{4}|[二一][〇○零九]|年")
_PRELIMINARY = frozenset({Vintage.FLASH, Vintage.PRELIMINARY})


def differs(
    shelf: Shelf, one: Statement, claimed: tuple[Held, ...], public: tuple[Held, ...], indicator: Indicator
) -> Finding | None:
    """What to say of a figure that none of the public values on the claimed basis agrees with."""
    found = other_basis(one, claimed, public, indicator)
    if found is not None or not claimed:
        return found
    best = max(claimed, key=lambda held: (held.standing is Standing.KNOWN, held.official, held.rank))
    slip = slipped(one, best, claimed, indicator)
    if slip is not None:
        return slip
    if one.vintage is Vintage.FORECAST or not (best.official or best.stated):
        return None  # an estimate may be anything
    part = part_of_year(shelf, one, best, indicator)
    if part is not None:
        return part
    if _loosely(shelf, one, indicator) or _of_several_years(one, best, indicator):
        return None
    return Finding(
        Rule.SOURCE,
        one.span,
        one.quote,
        _message(one, best, claimed),
        Confidence.CANNOT_TELL if _carried(shelf, one, indicator) else _confidence(shelf, one, best, claimed),
        one.id,
        expected(one, best, indicator),
        evidence(best, *(held for held in claimed if held is not best)),
    )


def _message(one: Statement, best: Held, claimed: tuple[Held, ...]) -> Message:
    others = [shown(h) for h in claimed if h is not best and h.observation.value != best.observation.value]
    if others:
        return msg(
            "草稿为{quote}，公布数（{period}）为{value}，另有{others}，都不相符；请核对来源。",
            quote=one.quote,
            period=best.observation.period,
            value=shown(best),
            others="、".join(dict.fromkeys(others)),
        )
    return msg(
        "草稿为{quote}，公布数（{period}）为{value}，两者不符；请核对来源。",
        quote=one.quote,
        period=best.observation.period,
        value=shown(best),
    )


def _of_several_years(one: Statement, best: Held, indicator: Indicator) -> bool:
    """Whether a flow may be a sum over years: the time is carried over and the figure that of some years."""
    value = in_its_unit(best.observation.value, best.observation.unit, one)
    if indicator.kind is not IndicatorKind.FLOW or one.period_words or not value or value < 0:
        return False
    least, most = _YEARS_WORTH
    return least <= one.written.value / value <= most


def _loosely(shelf: Shelf, one: Statement, indicator: Indicator) -> bool:
    """Whether a figure whose time is carried over agrees with the whole year: the part was for others."""
    if one.period_words or one.period is None or one.period.is_year:
        return False
    return any(
        meets(one, held, indicator) for held in shelf.year(indicator.code, one.region, one.period.year)
    )


def _carried(shelf: Shelf, one: Statement, indicator: Indicator) -> bool:
    """Whether the figure is that of the draft's own region, or of the year before or after.

    Then its place or year may be meant otherwise than the words around it let one read; not where the year
    is written or is that of the whole draft.
    """
    draft, period = shelf.dossier.draft, one.period
    if period is None:
        return False
    places = (draft.region,) if draft.region not in ("", one.region) else ()
    if any(
        meets(one, held, indicator) for place in places for held in shelf.at(indicator.code, place, period)
    ):
        return True
    if _YEAR.search(one.period_words) or period == draft.clock.default:
        return False
    near = (_moved(period, -1), _moved(period, 1))
    return any(
        meets(one, held, indicator)
        for other in near
        if other is not None
        for held in shelf.at(indicator.code, one.region, other)
    )


def _moved(period: Period, years: int) -> Period | None:
    """The same part of another year."""
    try:
        first = period.first.replace(year=period.first.year + years)
        last = period.last.replace(year=period.last.year + years)
    except ValueError:
        return None  # 29 February
    return Period(first, last, "")


def _confidence(shelf: Shelf, one: Statement, best: Held, claimed: tuple[Held, ...]) -> Confidence:
    value = in_its_unit(best.observation.value, best.observation.unit, one)
    mine = one.written.value
    if value is None or abs(value).quantize(one.written.step, rounding=ROUND_DOWN) == mine:
        return Confidence.CANNOT_TELL  # cut off instead of rounded
    if not best.official:
        return Confidence.CANNOT_TELL
    early = all(held.observation.vintage in _PRELIMINARY for held in claimed)
    if early and best.observation.period.last + _REVISED_BY < shelf.dossier.as_of:
        gap = abs(abs(value) - mine)
        small = _REVISED_POINTS if one.unit in ("%", "％") else abs(value) * _REVISION
        if gap <= small:
            return Confidence.CANNOT_TELL
        return Confidence.LIKELY
    return Confidence.SURE if best.standing is Standing.KNOWN else Confidence.LIKELY
