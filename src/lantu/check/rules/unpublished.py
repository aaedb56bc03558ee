"""未公布: facts that nobody could have on the day of the draft."""

from datetime import date, timedelta

from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.rules.held import Held, evidence
from lantu.check.statement import Statement
from lantu.check.written import Sense
from lantu.indicators import Indicator, shipped_calendar
from lantu.values import Vintage, msg

_SOONEST = timedelta(days=6)
"""No statistic of a period is out earlier after its end (the first monthly figures come on the 7th)."""


def unpublished(
    dossier: Dossier, one: Statement, later: tuple[Held, ...], indicator: Indicator
) -> Finding | None:
    """A figure of whose period no value was public on the day; ``later``: those that came out after it.

    The words must not say 预计 or 左右, and must name the period: one carried over may be misread. A value
    with a later day proves it only within the time that the release calendar allows: a day long after that
    is when somebody repeated it.
    """
    if one.vintage is Vintage.FORECAST or one.written.sense is not Sense.EXACT or one.period is None:
        return None
    last, as_of = one.period.last, dossier.as_of
    if last >= as_of:
        return _unfinished(one) if one.period_words and not indicator.state else None
    first = _first_day(one, later)
    if first is not None and first > as_of:
        message = msg(
            "该数（{period}）{day}才公布，截至{as_of}还没有公布；公布前不要写入，或写明“预计”。",
            period=one.period,
            day=first,
            as_of=as_of,
        )
        # a report of the region's own government may be the first to publish
        sure = Confidence.LIKELY if one.region == dossier.draft.region else Confidence.SURE
        return Finding(Rule.UNPUBLISHED, one.span, one.quote, message, sure, one.id, "", evidence(*later))
    if one.period_words and last + _SOONEST > as_of:
        message = msg(
            "所写时期（{period}）刚结束，截至{as_of}还不会有公布数；请写明“预计”，或等公布后再写。",
            period=one.period,
            as_of=as_of,
        )
        return Finding(Rule.UNPUBLISHED, one.span, one.quote, message, Confidence.LIKELY, one.id)
    return None


def _unfinished(one: Statement) -> Finding:
    message = msg(
        "所写时期（{period}）还没有结束，不会有公布数；请核对时期，或写明“预计”“目标”。", period=one.period
    )
    return Finding(Rule.UNPUBLISHED, one.span, one.quote, message, Confidence.LIKELY, one.id)


def _first_day(one: Statement, later: tuple[Held, ...]) -> date | None:
    """The day of first publication, where the known days tell it."""
    days = [h.observation.published_on for h in later if not h.observation.published_inferred]
    first = min((day for day in days if day is not None), default=None)
    if first is None or one.period is None:
        return None
    latest = shipped_calendar().day("", one.region, one.period, Vintage.PRELIMINARY)
    return first if latest is not None and first <= latest else None
