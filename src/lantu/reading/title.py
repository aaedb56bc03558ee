"""What a plan's title says of the plan: kind, rank, place and period."""

import re
from dataclasses import dataclass

from lantu.reading.numerals import chinese_number
from lantu.reading.script import fold
from lantu.values import Period, PlanKind, Rank

_FIRST = 6  # the sixth plan began in 1981; since then plans follow each other every five years
_FIRST_YEAR = 1981
_ORDINAL = re.compile(
    r"第([一二三四五六七八九十]{1,3})个五年|[“\"]?(十[一二三四五六七八九]?|二十[一二三四五六七八九]?)五[”\"]"
)
_YEARS = re.compile(r"(20\d\d)年?(?:[-—－~至到]{1,2})(20\d\d)年?")
_YEAR = re.compile(r"(20\d\d)年")
_VISION = re.compile(r"(20\d\d|二[〇○零]\d|二[〇○零][一二三四五六七八九][〇○零五])年?远景")
_DIVISION = re.compile(
    r"(?P<place>(?:(?!国民|经济|社会|发展|规划)[\u4e00-\u9fff]){1,11}?(?:自治区|自治州|自治县|省|市|州(?!市)|盟|县|区|旗))"
)
_KINDS = (
    (re.compile(r"行动(?:方案|计划)|实施方案"), PlanKind.ACTION),
    (re.compile(r"国土空间"), PlanKind.SPATIAL),
    (re.compile(r"国民经济和社会发展.*(?:五年规划|规划.*纲要|纲要)"), PlanKind.OUTLINE),
    (re.compile(r"20\d\d年.*计划"), PlanKind.ANNUAL),
    (re.compile(r"(?:区域|城市群|都市圈|经济带|流域).*规划"), PlanKind.REGIONAL),
)
_RANKS = (
    (("省", "自治区"), Rank.PROVINCIAL),
    (("县", "区", "旗"), Rank.COUNTY),
    (("市", "州", "盟"), Rank.PREFECTURE),
)
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")


@dataclass(frozen=True, slots=True)
class TitleFacts:
    """What a title says.

    place: the region's name in Simplified script, "" when the title names none ("全国" for the nation);
    period: None when no years can be told; vision_year: of the long-range goals attached.
    """

    kind: PlanKind
    rank: Rank
    place: str
    period: Period | None
    vision_year: int | None


def title_facts(title: str) -> TitleFacts:
    """Read a title in either script. A title without a place is taken for a national plan."""
    text = fold(title).replace(" ", "")
    place = _place(text)
    kind = next((kind for pattern, kind in _KINDS if pattern.search(text)), PlanKind.SPECIAL)
    return TitleFacts(kind, _rank(place), place or "全国", _period(text), _vision(text))


def _place(text: str) -> str:
    if "中华人民共和国" in text or text.startswith(("国家", "全国", "国务院")):
        return ""
    start = text.find("《") + 1
    place = ""
    while match := _DIVISION.match(text, start):  # 丹东市宽甸满族自治县: the last division is the plan's own
        place, start = match["place"], match.end()
    return place


def _rank(place: str) -> Rank:
    if not place:
        return Rank.NATIONAL
    if place in _MUNICIPALITIES:
        return Rank.PROVINCIAL
    return next((rank for ends, rank in _RANKS if place.endswith(ends)), Rank.NATIONAL)


def _period(text: str) -> Period | None:
    if match := _YEARS.search(text):
        return Period.parse(f"{match[1]}/{match[2]}") if match[1] <= match[2] else None
    if match := _ORDINAL.search(text):
        number = chinese_number(match[1] or match[2]) or 0
        if number >= _FIRST:
            first = _FIRST_YEAR + 5 * (number - _FIRST)
            return Period.parse(f"{first}/{first + 4}")
    years = _YEAR.findall(text)  # 2025年计划执行情况与2026年计划草案的报告: the last is planned
    return Period.of_year(int(years[-1])) if years else None


def _vision(text: str) -> int | None:
    match = _VISION.search(text)
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() and match[1].isascii() else chinese_number(match[1])
