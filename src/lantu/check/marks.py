"""What a sentence says beside its names and numbers, found and blanked out.

Times, price and scope words, vintage words and comparisons are marked with their places; in ``plain`` each of
their characters is ``□``, so that what is left between two figures is a name and a verb.
"""

import re
from dataclasses import dataclass
from functools import cache

from lantu.check.periods import Clock, When, times, year_before
from lantu.check.regions_of import Home, region_at
from lantu.check.statement import Compared
from lantu.check.words import pattern, words
from lantu.reading.lexicon import any_of, prefix
from lantu.values import Period, Vintage

BLANK = "□"
_THAN = re.compile(
    r"(?:(?<![占同环对别倍之百入性分])|(?<=入)(?=[比较](?:上年|去年|前年|上月|\d{2,4}年|“|全国)))(?:比|(?<!比)较)(?!重(?!庆)|[例率值如对赛较快大高好强小低多少为早长])|(?:与|同)(?=[^，。；]{2,14}(?:相比|持平|相当|相差))"
)
_SAME_TIME = re.compile("同比|环比|(?:比|较)上年同期|(?:比|较)去年同期|(?:比|较)上月|比上季度")
_BEHIND_BASE = re.compile(r"(?:全年)?(?:水平)?(?:同期)?(?:水平)?(?:相比)?(?:的?基础上)?")
_BASIS = re.compile(
    r"(?:扣除|剔除|还原)[^，。；：\d]{2,24}?(?:后|因素|影响|因素影响)(?=[，、；。计测]|同口径|可比|累计|实际|增|下|降|[一-鿿])|按[^，。；：\d]{2,14}?(?:计算|口径|折算|统计|测算)(?:后)?|按(?:不变|可比|现)价格?"
)
_REVISED = re.compile(
    r"(?:根据|按照?|经)?第[一二三四五六七]次全国(?:经济|人口|农业)普查(?:结果|数据)?后?(?:又)?(?:进行)?修订(?:数据?|后|结果|为)?|又?修订(?=为)"
)
_AIM = re.compile(
    r"(?:对照|按照|根据)《[^《》]*》(?:的)?(?:要求|目标|部署)?，(?=到20\d\d年)|(?:《[^《》]*》|(?:“?十[一二三四五六七八九]五”?)?(?:规划纲要|纲要|规划|计划))(?:中)?(?:提出|确定|明确|要求|设定)(?:的)?(?:到)?"
    r"|(?:(?:“?十[一二三四五六七八九]五”?)?规划|计划|年度|预期|年初|全年|主要预期|控制|约束性|纲要)+(?:的)?目标(?:值|任务)?(?:要求)?(?!的[\d.])(?:是|为|包括)?|(?:方案|意见|行动计划)(?:中)?(?:提出|明确|要求|确定)|目标包括|提出(?:了)?(?:以下|如下)?(?:主要)?(?:发展)?目标(?:是|为|包括)?|(?:目标(?:值)?|要求|计划|规划)(?=(?:是|为|达到|不|低于|控制|[\d.]))"
)
_OF_FIGURE = re.compile(r"的?(?=[\d.])|的[^，。；\d]{0,12}(?=\d)")
IN_BRACKETS = re.compile(r"（(?:同比)?(?:增长|上涨|下降|为|约)?(?=\d)")
"""比上年（2.8%）, 比全国（下降3.8%）: the value compared with."""
_PART_OF_GOAL = re.compile(r"(?:年度|全年|年初|预期|规划|计划)*(?:目标|计划|任务)(?:任务|目标)?(?=的[\d.])")
_TIMES_OF = re.compile(r"的(?:约|近|超)?[\d.]+(?:多)?倍")
_OTHER = re.compile(r"[^，。；：\d□]{2,16}?(?=(?:高|低|快|慢|高出|低出|多|少|提高|下降|回落|加快)?\d)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A word at a place."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Against:
    """A comparison at a place; sign: of 高于 (+1) and 低于 (-1), 0 where a verb behind says it."""

    start: int
    end: int
    compared: Compared
    sign: int = 0


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its marks.

    aims: words that say that a figure is what a plan asks for (规划目标, 《纲要》提出).
    bases: places of figures that are themselves the value compared with (比2020年的…), with the period.
    """

    text: str
    plain: str
    times: tuple[When, ...]
    basis: tuple[Mark, ...]
    vintage: tuple[tuple[Mark, Vintage], ...]
    against: tuple[Against, ...]
    bases: dict[int, Period | None]
    aims: tuple[Mark, ...] = ()


def marked(text: str, clock: Clock, home: Home, carried: Period | None) -> Marked:
    """Mark a sentence. carried: the period said before."""
    found = tuple(times(text, clock, carried))
    basis = tuple(_basis(text))
    vintage = tuple(_vintage(text))
    against, bases = _against(text, found, home, carried)
    aims = tuple(
        Mark(m.start(), m.end(), m[0] + text[m.end() : m.end() + 1].replace("，", ""))
        for m in _AIM.finditer(text)
        if not any(one.start <= m.start() < one.end for one in against)
    )
    blanked = list(text)
    spans = [(m.start, m.end) for m in found] + [(m.start, m.end) for m in against]
    spans += [(m.start, m.end) for m in (*basis, *aims, *(m for m, _ in vintage))]
    for start, end in spans:
        blanked[start:end] = BLANK * (end - start)
    return Marked(text, "".join(blanked), found, basis, vintage, tuple(against), bases, aims)


def _basis(text: str) -> list[Mark]:
    pack = words().basis
    marks = [Mark(m.start(), m.end(), m[0]) for m in _BASIS.finditer(text)]
    for match in pattern(pack.words).finditer(text):
        if any(one.start <= match.start() < one.end for one in marks):
            continue
        if not prefix(text[match.end() : match.end() + 6], pack.not_before.get(match[0], ())):
            marks.append(Mark(match.start(), match.end(), match[0]))
    return marks


@cache
def _vintages() -> tuple[re.Pattern[str], dict[str, Vintage]]:
    pack = words().vintage
    codes = {
        word: Vintage(name)
        for name in ("forecast", "flash", "preliminary", "final", "census_revision")
        for word in getattr(pack, name)
    }
    return re.compile(any_of(tuple(codes))), codes


def _vintage(text: str) -> list[tuple[Mark, Vintage]]:
    search, codes = _vintages()
    found = [(Mark(m.start(), m.end(), m[0]), codes[m[0]]) for m in search.finditer(text)]
    for match in _REVISED.finditer(text) if "修订" in text else ():
        found = [(m, v) for m, v in found if not match.start() <= m.start < match.end()]
        found.append((Mark(match.start(), match.end(), match[0]), Vintage.CENSUS_REVISION))
    return sorted(found, key=lambda one: one[0].start)


def _now(found: tuple[When, ...], position: int, carried: Period | None) -> Period | None:
    """The period spoken of at a place."""
    said = (one.period for one in reversed(found) if one.end <= position and not one.base and one.period)
    return next(said, carried)


def _against(
    text: str, found: tuple[When, ...], home: Home, carried: Period | None
) -> tuple[list[Against], dict[int, Period | None]]:
    """All comparisons of a sentence, and the figures that are what is compared with."""
    result: list[Against] = []
    bases: dict[int, Period | None] = {}
    for match in _SAME_TIME.finditer(text):
        kind = "previous" if match[0] in ("环比", "比上季度") or match[0].endswith("上月") else "year"
        result.append(Against(match.start(), match.end(), Compared(kind, match[0])))
        if match[0].endswith("同期") and (tail := _OF_FIGURE.match(text, match.end())):
            bases[tail.end()] = year_before(_now(found, match.start(), carried))
    result += [
        Against(when.start, when.end, Compared("year", text[when.start : when.end], when.period))
        for when in found
        if when.base and _TIMES_OF.match(text, when.end)
    ]
    result += [Against(m.start(), m.end(), Compared("goal", m[0])) for m in _PART_OF_GOAL.finditer(text)]
    for start, end, sign in _cues(text):
        if any(one.start <= start < one.end or start < one.start <= end for one in result):
            continue
        one = _compared(text, start, end, sign, found, home)
        if one is None:
            continue
        result.append(one)
        if one.compared.against == "year" and (tail := _OF_FIGURE.match(text, one.end)):
            bases[tail.end()] = one.compared.period
    for one in result:
        if one.compared.against == "year" and (tail := IN_BRACKETS.match(text, one.end)):
            before = year_before(_now(found, one.start, carried))
            bases[tail.end()] = one.compared.period or before
    return result, bases


@cache
def _than() -> re.Pattern[str]:
    pack = words().moves
    return re.compile(
        f"(?P<over>{any_of(pack.over_what)})|(?P<under>{any_of(pack.under_what)})|{_THAN.pattern}"
    )


def _cues(text: str) -> list[tuple[int, int, int]]:
    """Start, end and sign of the words in front of what is compared with."""
    return [
        (m.start(), m.end(), 1 if m["over"] else -1 if m["under"] else 0)
        for m in _than().finditer(text)
        if not (m["over"] in ("超过", "超", "超出") and text[m.end() : m.end() + 1].isdigit())
    ]


def _compared(
    text: str, start: int, end: int, sign: int, found: tuple[When, ...], home: Home
) -> Against | None:
    """What stands behind the cue: a time, a goal, a region, another series."""
    when = next((t for t in found if t.start == end and t.period is not None), None)
    period, stop = (when.period, when.end) if when else (None, end)
    if goal := prefix(text[stop : stop + 12], words().against.goal):
        stop += len(goal)
        if text[stop : stop + 1].isdigit() and not _in_points(text, stop):
            return None  # 高于规划目标65%: the figure is the goal
        return Against(start, stop, Compared("goal", text[start:stop], period), sign)
    if when is not None:
        behind = _BEHIND_BASE.match(text, stop)
        stop = behind.end() if behind else stop
        return Against(start, stop, Compared("year", text[start:stop], period), sign)
    return _with_region(text, start, end, sign, home) or _with_series(text, start, end, sign)


def _with_region(text: str, start: int, end: int, sign: int, home: Home) -> Against | None:
    """比全国平均水平."""
    region = region_at(text[end : end + 16], home)
    if region is None:
        return None
    stop = end + region.size
    while average := prefix(text[stop : stop + 8], words().against.average):
        stop += len(average)
    return Against(start, stop, Compared("region", text[start:stop], None, region.code), sign)


def _with_series(text: str, start: int, end: int, sign: int) -> Against | None:
    """比年初, 比上月; 快于居民消费支出 only in front of percentage points."""
    if text.startswith(("年初", "上月", "上季", "同期"), end):
        stop = end + 2
        return Against(
            start, stop, Compared("previous" if text[end] == "上" else "year", text[start:stop]), sign
        )
    other = _OTHER.match(text, end)
    if other is None or not _in_points(text, other.end()):
        return None
    return Against(start, other.end(), Compared("other", text[start : other.end()]), sign)


def _in_points(text: str, position: int) -> bool:
    return bool(
        re.match(
            r"(?:高|低|快|慢|高出|低出|多|少|提高|下降|回落|加快)?\d+(?:\.\d+)?个?百分点",
            text[position : position + 16],
        )
    )
