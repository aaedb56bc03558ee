"""Years and each-year that reach over a sentence or come from the line in front of it."""

import re
from functools import cache

from lantu.reading.clauses import years
from lantu.reading.horizon import Horizon
from lantu.reading.lexicon import phrases, prefix, verbs

_YEARLY = re.compile("(?<!平均)每年|逐年")
_YEARLY_HERE = re.compile("每年|逐年|年均|全年")
_THIS_YEAR = re.compile("今年|年内|全年|年底前|月底前")  # in an annual plan
_YEAR_OPENS = re.compile("(?<![一二三四五六七八九十两几每全今明去上近少青当\\d])年(?=[一-鿿])")


def leading_year(text: str, plan: Horizon) -> int | None:
    """The year that a line with a colon at its end gives the first sentence behind it."""
    if not text.endswith("："):
        return None
    due = [year for year in years(text) if year.role == "due"]
    this_year = plan.end if plan.is_one_year and says_this_year(text) else None
    return due[-1].year if due else this_year


def says_this_year(text: str) -> bool:
    """Whether the words name the year of an annual plan."""
    return _THIS_YEAR.search(text) is not None


def is_yearly(before: str, left: str, *, dated: bool, one_year: bool, stands: bool) -> bool:
    """Whether it is one of each year: 每年 holds to the end, so does 全年 in plans of several years."""
    if ("累计" in left or (one_year and "全年" in left)) and "每年" not in left:
        return False
    if dated and not _YEARLY_HERE.search(left):
        return False
    if _YEARLY.search(before) or _YEARLY_HERE.search(left):
        return True
    opens = None if stands else _YEAR_OPENS.search(left)  # 年接待游客达到…, 年接待能力: a level
    rest = left[opens.end() :] if opens else ""
    verb = prefix(rest, _putting_up())
    return bool(verb) and not prefix(rest[len(verb) :], phrases().noun_tails)


@cache
def _putting_up() -> tuple[str, ...]:
    return (*verbs().build, *verbs().cumulative)
