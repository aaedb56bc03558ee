"""未公布: facts that nobody could have on the day of the draft."""

from datetime import date, timedelta

from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.rules.held import Held, Shelf, evidence
from lantu.check.statement import Statement
from lantu.check.written import Sense
from lantu.indicators import Indicator, division, shipped_calendar
from lantu.values import Vintage, msg

_SOONEST = timedelta(days=6)
"""No statistic of a period is out earlier after its end (the first monthly figures come on the 7th)."""


def unpublished(
    shelf: Shelf, one: Statement, later: tuple[Held, ...], indicator: Indicator
) -> Finding | None:
    """A figure of whose period no value was public on the day; ``later``: those that came out after it.

    The words must not say 预计 or 左右. Where no value is known to come out later they must name the period,
    for one carried over may be misread, and there must be a statistic: works are counted at any time. A later
    day proves it only until first releases are due: after that it is when somebody repeated the value.
    """
    if one.vintage is Vintage.FORECAST or one.written.sense is not Sense.EXACT or one.period is None:
        return None
    last, as_of = one.period.last, shelf.dossier.as_of
    statistic = one.period_words and shelf.series(indicator.code, one.region)
    if last >= as_of:
        return _unfinished(one) if statistic and not indicator.state else None
    first = _first_day(one, later, as_of)
    if first is not None and first > as_of:
        message = msg(
            "该数（{period}）{day}才公布，截至{as_of}还没有公布；公布前不要写入，或写明“预计”。",
            period=one.period,
            day=first,
            as_of=as_of,
        )
        # a report of the region's own government may be the first to publish
        sure = Confidence.LIKELY if one.region == shelf.dossier.draft.region else Confidence.SURE
        return Finding(Rule.UNPUBLISHED, one.span, one.quote, message, sure, one.id, "", evidence(*later))
    if statistic and last + _SOONEST > as_of:
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


def _first_day(one: Statement, later: tuple[Held, ...], as_of: date) -> date | None:
    """The day of first publication, where the known days tell it."""
    days = [h.observation.published_on for h in later if not h.observation.published_inferred]
    first = min((day for day in days if day is not None), default=None)
    place = division(one.region)
    if first is None or one.period is None or place is None:
        return None
    due = [lag.days for lag in shipped_calendar().lags if lag.level == place.level and not lag.whole_year]
    return first if due and as_of < one.period.last + timedelta(days=min(due)) else None
