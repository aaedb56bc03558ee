"""Whether a figure is still to be reached, and which times a heading sets."""

import re

from lantu.check.periods import Clock, times
from lantu.check.words import pattern, words
from lantu.values import Period


def promised(
    before: str, period: Period | None, clock: Clock, *, heading: bool | None, due: bool, asked: bool
) -> bool:
    """Whether the figure is a target.

    before: the sentence up to the figure; period: it holds in; heading: whether the headings look ahead
    (True), back
    (False) or say neither; due: whether the period stands behind 到; asked: whether the clause says what a
    plan asks.
    """
    if asked:
        return True
    pack = words().ahead
    if pattern(pack.not_ahead).search(before):
        return False
    if pattern(pack.words).search(before):
        return True
    whole = period is not None and (period.is_year or period.first.year != period.year)
    late = whole and period is not None and clock.data_year is not None and period.year > clock.data_year
    if late and (heading is not False or due):
        return True
    return heading is True and late


def looks_ahead(titles: tuple[str, ...]) -> bool | None:
    """Whether headings (outermost first) set goals (True) or look back (False), by the innermost."""
    pack = words().ahead
    for title in reversed(titles):
        back = pattern(pack.past_headings).search(title)
        ahead = pattern(pack.ahead_headings).search(title)
        if bool(back) != bool(ahead):
            return bool(ahead)
        if back and ahead:
            return ahead.start() > back.start() and "问题" not in title and "完成情况" not in title
    return None


def period_of(titles: tuple[str, ...], clock: Clock) -> Period | None:
    """The time the innermost heading that names one sets for figures without a time of their own."""
    for title in reversed(titles):
        found = [one.period for one in times(title, clock, None) if one.period is not None and not one.base]
        if found:
            return found[0]
        if re.search("过去一年|一年来", title) and clock.data_year:
            return Period.of_year(clock.data_year)
        if "今年" in title and clock.year:
            return Period.of_year(clock.year)
    return None
