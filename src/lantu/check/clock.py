"""The time a draft speaks at, from its title, its first lines, else the years it names."""

import re
from collections import Counter
from datetime import date

from lantu.check.periods import Clock, times
from lantu.reading.title import title_facts
from lantu.values import Period

_FRONT = 600
_DAY = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日")
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_WORK_REPORT = re.compile("政府工作报告|工作报告|计划草案|计划的报告")
_SPAN = re.compile(r"20\d\d年?[-—~至到]{1,2}20\d\d")
_PLAN = re.compile("(?:纲要|规划|远景目标)(?:（[^（）]*）)?$")
_HALF = 7
_NOW = Clock()
_MIDTERM = re.compile("中期评估")


def clock_of(title: str, text: str, today: date | None) -> Clock:
    """Read the clock; today: the day of the draft where the caller knows it. Title and text are folded.

    A work report and a report on two annual plans are given in the year they plan; what they report is the
    year
    before. A plan reports up to the year before its first. A draft that names one year alone is about it.
    """
    plain = title.replace(" ", "")
    years = sorted({int(y) for y in _YEAR.findall(plain)})
    day = today or _day(text[:_FRONT])
    if (_WORK_REPORT.search(plain) or len(years) > 1) and not _SPAN.search(plain) and (years or day):
        year = years[-1] if years else day.year if day else 0
        return Clock(year, year - 1, Period.of_year(year - 1), Period.of_year(year))
    facts = title_facts(plain) if plain else None
    span = facts.period if facts else None
    if span is not None and not span.is_year:
        return _of_plan(plain, span, day)
    if years:
        return _of_titled(plain, years[-1], day)
    if day is not None:
        data = day.year - 1 if day.month <= _HALF else day.year
        return Clock(day.year, data, Period.of_year(data))
    return _of_text(text)


def _day(front: str) -> date | None:
    for match in _DAY.finditer(front):
        try:
            return date(*(int(part) for part in match.groups()))
        except ValueError:
            continue
    return None


def _of_plan(title: str, span: Period, day: date | None) -> Clock:
    """A plan of several years, or an evaluation of one."""
    if not _PLAN.search(title):
        data = span.first.year + 2 if _MIDTERM.search(title) else span.year
        if day is not None:
            data = min(data, day.year - 1 if day.month <= _HALF else day.year)
        return Clock(day.year if day is not None else data, data, Period.of_year(data))
    last = Period.of_year(span.first.year - 1)
    return Clock(span.first.year, span.first.year - 1, last, Period.of_year(span.year))


def _of_titled(title: str, year: int, day: date | None) -> Clock:
    """One year in the title: it is reported on, or its part (2025年上半年) is."""
    part = next((t.period for t in times(title, Clock(year, year), None) if t.period and not t.base), None)
    now = day.year if day is not None and 0 <= day.year - year <= 1 else year
    if re.search("工作(?:要点|安排|计划)|年计划|实施方案|行动", title):
        return Clock(year, year - 1, Period.of_year(year))
    return Clock(now, year, part or Period.of_year(year))


def _of_text(text: str) -> Clock:
    """The year named most is reported on; 去年 beside it says that the draft is of the year after."""
    counted = Counter(int(y) for y in _YEAR.findall(text))
    if not counted:
        return _NOW
    data = max(counted, key=lambda y: (counted[y], y))
    now = data + 1 if text.count("去年") > text.count("比去年") else data
    return Clock(now, data, Period.of_year(data))
