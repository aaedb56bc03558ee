"""The period a plan covers, from its title, else from its own words."""

import re
from collections import Counter
from dataclasses import dataclass

from lantu.reading.clauses import period_end
from lantu.reading.title import title_facts

_UNDER_TITLE = re.compile(r"（(20\d\d)年?[-—~至]{1,2}(20\d\d)年）")
_FRONT = 300  # characters in which the years stand under a title
_SHORT = re.compile(r"(十[一二三四五六七八九]五)(?!年)")


@dataclass(frozen=True, slots=True)
class Horizon:
    """First and last year of a plan; None when the text does not say."""

    start: int | None
    end: int | None

    @property
    def is_one_year(self) -> bool:
        """Whether it is an annual plan: 全年 is then the plan's own year."""
        return self.start is not None and self.start == self.end


def horizon(title: str, text: str) -> Horizon:
    """The period by the title or the years under it, else the five-year period that the text names most.

    A text with neither has no period: dates in it are then taken as written.
    """
    period = title_facts(title).period if title else None
    if period is not None:
        return Horizon(period.first.year, period.last.year)
    if under := _UNDER_TITLE.search(text, 0, _FRONT):
        return Horizon(int(under[1]), int(under[2]))
    named = Counter(match[1] for match in _SHORT.finditer(text))
    if not named:
        return Horizon(None, None)
    # A plan names its own period most; the one before comes up in the review alone.
    end = period_end(named.most_common(1)[0][0])
    return Horizon(end - 4, end)
