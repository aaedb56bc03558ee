"""The times a sentence names, as periods, relative to the time of the draft.

Grammar (on compact shadow text)::

    time := year part? | relative part? | part                    2024年前三季度, 去年, 1—10月
          | year ("—" | "至") year "年"                            2021—2025年
          | "“十四五”" ("以来" | "期间" | "末" | "前三年" …)
          | "五年来" | "过去五年" | "近三年"
    part := "上半年" | "前三季度" | "一季度" | "1—10月" | "10月末" | "年末" …

A time is a ``base`` behind 比, 较, 与, 由, 从, 高于 or in front of 同期, 基础上: what the figure is measured
against. Any other one is when the figure holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from lantu.reading.clauses import period_end
from lantu.reading.numerals import chinese_number
from lantu.values import InputError, Period

_Y = r"(?:19[4-9]\d|20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})"
_DASH = r"[-—~至到]{1,2}"
_RELATIVE = {
    "今年": 0,
    "本年": 0,
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "前年": -2,
    "明年": 1,
    "下年": 1,
    "全年": 0,
}
_PART = (
    r"(?:前三季度|前三个季度|上半年|下半年|(?:第?[一二三四]|第?[1-4])季度|前(?P<n>[一二三四五六七八九十]{1,2}|\d{1,2})个?月"
    rf"|(?P<m1>\d{{1,2}})(?:月份?)?{_DASH}(?P<m2>\d{{1,2}})月(?:份|末|底)?"
    r"|(?P<m>\d{1,2})月(?:份|末|底|(?P<d>\d{1,2})日(?:零时)?)?(?!\d)|[底末]|年[底末])"
)
_TIME = re.compile(
    rf"(?P<from>{_Y})年?{_DASH}(?P<to>{_Y})年(?!代)"
    rf"|(?P<year>{_Y})(?:年度|年(?!代))(?P<part>{_PART})?"
    r"|(?P<rel>今年|本年|去年|上年|上一年|前年(?!度)|明年|下年|全年)度?"
    rf"(?P<rpart>{_PART.replace('?P<', '?P<r')})?"
    rf"|(?<!\d)(?P<alone>{_PART.replace('?P<', '?P<a').replace('|[底末]|年[底末]', '|年[底末]')})"
    r"|“?(?P<plan>十[一二三四五六七八九]五)”?(?:规划)?(?P<span>(?:时期)?以来|期间|时期|期末|末期?|收官|前[一二三四]年|头[一二三四]年|[一二三四五]年来?(?:间|累计)?|(?=(?:规划)?目标(?:是|为|值)|年均|累计|(?:前|头)?[，、]))"
    r"|(?:过去的?|近|最近|这)?(?P<many>[两三四五十]|\d{1,2})年(?P<since>来|间|(?=累计|年均|合计|共|提高|增[加长]|下降|降低|减少|翻))|(?<![一-鿿\d])(?P<many3>[两三四五])年(?=[一-鿿])(?!规划|计划|行动|期|制|级|内|后|前|以|一|多|的|左右)|(?:过去的?|近|最近)(?P<many2>[两三四五十]|\d{1,2})年"
    r"|(?:今后|未来)(?P<next>[两三四五十]|\d{1,2})年|(?P<ago>[两三四五十])年前(?!三季度)|(?P<now>截至目前|截止目前|迄今|目前|现在)"
)
_BASE_BEFORE = re.compile(r"(?:(?<!占)比|较|与|同|和|由|从|于|超过|相当于)$")
_SINCE = re.compile("(?:以来|起|开始)")
_BASE_BEHIND = re.compile(
    r"(?:全年)?(?:水平)?(?:同期|基础上)|的(?:约|近|超)?[\d.]+(?:多)?倍|的[\d.]+[^，。；]{0,6}?(?:基础上)|的[^，。；\d]{0,8}基础上|(?:水平)?相比"
)
_DUE_BEFORE = re.compile(r"(?:到|至|力争|争取|确保)$")
_SUMMED = re.compile("合计|累计|共|平均|年均")  # 2022年…，2024年…，三年合计
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class Clock:
    """The time a draft speaks at.

    year: what 今年 means; data_year: the last year it can report in full or in part, so that later
    ones are still ahead; default, ahead: the periods of figures without a time where the draft looks back,
    and
    where it sets goals; None where nothing tells.
    """

    year: int | None = None
    data_year: int | None = None
    default: Period | None = None
    ahead: Period | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A time at a place in the sentence; base: what is compared with; due: behind 到; period None: 目前."""

    start: int
    end: int
    period: Period | None
    base: bool
    due: bool = False
    years: int = 1


def times(text: str, clock: Clock, carried: Period | None) -> Iterator[When]:
    """The times of a sentence in order. carried: the period said last, for a part without a year."""
    year = carried.year if carried and carried.year == carried.first.year else clock.year
    last, stated = 0, None
    for match in _TIME.finditer(text):
        if match["rel"] == "全年" and last and match.start() - last <= 1:
            continue
        counted = match["many3"] or (match["many"] and not match["since"])
        until = stated or (year if counted and carried is not None else None)
        plain = counted or (stated is not None and _SUMMED.match(text, match.end()))
        period = _period(match, replace(clock, data_year=until) if plain and until else clock, year)
        if period is None and not match["now"]:
            continue
        before, after = text[max(0, match.start() - 4) : match.start()], text[match.end() : match.end() + 24]
        start_from = before.endswith(("自", "从", "由")) and _SINCE.match(after)
        base = not start_from and bool(_BASE_BEFORE.search(before) or _BASE_BEHIND.match(after))
        if start_from and period is not None and clock.data_year:
            period = _over(period.first.year, max(clock.data_year, period.first.year))
        if period is not None and not base and period.first.year == period.year:
            year = stated = period.year
        last = match.end()
        yield When(match.start(), match.end(), period, base, bool(_DUE_BEFORE.search(before)))


def _period(match: re.Match[str], clock: Clock, year: int | None) -> Period | None:
    """The period a time names; None where the clock does not tell the year."""
    if match["from"]:
        first, last = _year(match["from"]), _year(match["to"])
        return _over(first, last) if first <= last else None
    if match["year"]:
        return _part(match, "", _year(match["year"]), match["part"])
    if match["rel"]:
        return _relative(match, clock, year)
    if match["alone"]:
        return _part(match, "a", year, match["alone"]) if year is not None else None
    if match["plan"]:
        return _of_plan(match["plan"], match["span"], clock)
    return _counted(match, clock)


def _relative(match: re.Match[str], clock: Clock, year: int | None) -> Period | None:
    """去年, 今年上半年; 全年 and 上年 go by the year said before."""
    if clock.year is None:
        return None
    at = clock.year + _RELATIVE[match["rel"]]
    if match["rel"] == "全年":
        at = year or clock.year
    elif match["rel"] == "上年" and year is not None:
        at = year - 1
    return _part(match, "r", at, match["rpart"])


def _counted(match: re.Match[str], clock: Clock) -> Period | None:
    """五年来, 近三年, 五年前, 今后五年: counted from the last year the draft reports."""
    words = next((match[name] for name in ("many", "many2", "many3", "ago", "next") if match[name]), "")
    count = int(words) if words.isdigit() else chinese_number(words.replace("两", "二"))
    if not clock.data_year or not count:
        return None
    if match["ago"]:
        return _safe(str(clock.data_year - count))
    if match["next"]:
        return _over(clock.data_year + 1, clock.data_year + count)
    return _over(clock.data_year - count + 1, clock.data_year)


def _part(match: re.Match[str], mark: str, year: int, part: str | None) -> Period | None:
    """A part of a year; ends of a year or month are the year or month."""
    if not part or part in ("底", "末", "年底", "年末"):
        return _safe(str(year))
    if "半年" in part:
        return _safe(f"{year}H{1 if part.startswith('上') else 2}")
    if part.startswith("前三") and "季" in part:
        return _safe(f"{year}-01/{year}-09")
    if "季度" in part:
        return _safe(f"{year}Q{_QUARTERS[part[part.index('季') - 1]]}")
    return _months(match, mark, year)


def _months(match: re.Match[str], mark: str, year: int) -> Period | None:
    """1—10月, 前10个月, 10月末, 6月30日."""
    if many := match[mark + "n"]:
        last = int(many) if many.isdigit() else chinese_number(many) or 0
        return _safe(f"{year}-01/{year}-{last:02d}")
    if match[mark + "m1"]:
        return _safe(f"{year}-{int(match[mark + 'm1']):02d}/{year}-{int(match[mark + 'm2']):02d}")
    month = f"{year}-{int(match[mark + 'm']):02d}"
    return _safe(f"{month}-{int(match[mark + 'd']):02d}" if match[mark + "d"] else month)


def _of_plan(name: str, part: str, clock: Clock) -> Period | None:
    """A five-year period or a part of it."""
    end = period_end(name)
    start = end - 4
    if "以来" in part:
        return _over(start, min(max(clock.data_year or end, start), end))
    if part in ("末", "期末", "末期"):
        return _safe(str(end))
    count = next((chinese_number(c) for c in part if c in "一二三四"), None)
    return _over(start, start + count - 1 if count and "年" in part else end)


def _over(first: int, last: int) -> Period | None:
    return _safe(str(first)) if first == last else _safe(f"{first}/{last}")


def _safe(code: str) -> Period | None:
    try:
        return Period.parse(code)
    except InputError:
        return None


def _year(text: str) -> int:
    return int(text) if text.isascii() else chinese_number(text) or 0


def year_before(period: Period | None) -> Period | None:
    """The same part of the year before; None for a period over years."""
    if period is None or period.first.year != period.year:
        return None
    return _safe("/".join(f"{int(end[:4]) - 1}{end[4:]}" for end in period.code.split("/")))


def period_before(period: Period | None) -> Period | None:
    """The month, quarter or half-year in front of this one; of other periods None."""
    if period is None or "/" in period.code:
        return None
    year, rest = period.first.year, period.code[4:]
    if rest.startswith(("Q", "H")):
        number, last = int(rest[1]), 4 if rest[0] == "Q" else 2
        return _safe(f"{year}{rest[0]}{number - 1}" if number > 1 else f"{year - 1}{rest[0]}{last}")
    if len(rest) == len("-06"):
        before = date(year, period.first.month, 1).toordinal() - 1
        day = date.fromordinal(before)
        return _safe(f"{day.year}-{day.month:02d}")
    return _safe(str(year - 1)) if not rest else None
