"""Words in front of an indicator phrase that say where, when or how, never what is measured.

``沈阳市2025年末实现常住人口`` names the same quantity as ``常住人口``. Only words that can stand in
front of any quantity are taken away; 城镇, 农村, 工业, 民营 and the like say what is measured and stay.
"""

import re
from functools import cache

from lantu import packs
from lantu.indicators.divisions import DivisionPack
from lantu.indicators.regions import shipped_regions

_NUMERAL = "一二三四五六七八九十两"
_YEAR = r"(?:\d{4}|[〇零一二三四五六七八九]{4})年"
_MONTH = rf"(?:\d{{1,4}}|[{_NUMERAL}]{{1,2}})月"
_TIME = re.compile(
    rf"(?:(?:截至|截止|到|至|自|从)?(?:{_YEAR}|今年|去年|上年|本年|当年|明年|前年)(?:[末底]|初(?!中)|中(?![欧职等国央小药医学外型西东高])|年[末底初中])?(?:以来|度(?!假))?"
    r"|(?:截至|到|至)?\d{4}[至到]?\d{4}年(?:间|期间)?"  # the dash of a range is gone by now
    rf"|十[{_NUMERAL}]五(?:时期|期间|规划期|以来|末|期末|初(?!中))*"
    rf"|(?:过去|近|最近|这)?(?:\d+|[{_NUMERAL}]+)年(?:来|间|以来|内)"
    rf"|(?:过去|近|最近)(?:\d+|[{_NUMERAL}]+)年"
    rf"|第?[一二三四]季度末?|[上下]半年|前[{_NUMERAL}\d]+(?:个?季度|个月)"
    rf"|(?:截至|到)?(?:\d{{1,2}}|[{_NUMERAL}]{{1,2}})[至到]{_MONTH}(?:份|末|底)?"
    rf"|(?:截至|到)?{_MONTH}(?:\d{{1,2}}日|份|末|底|当月)?"
    r"|全年度?|年末|年底|年内|年度|期末|月末|季末|季度末|本期|同期|当月|本月|当季|当前|目前|规划期末|规划期内)"
)
_HOW = re.compile(
    r"其中|实现|完成(?!率)|预计|预期|初步核算|初步统计|据统计|力争|确保|累计|总共|合计|达到|已达|继续|计划|(?:当年|本年)?约"
)
_PLACE = re.compile(
    r"(?:全[国省县州盟旗]|[全我本]市(?!场)|[全我本]区(?![域块间位])|全自治区|我[国省县州]|本[省县州])|各地区?"
)
# names a region is called by without the word for its rank
_RANK = re.compile(r"(?:壮族|回族|维吾尔|特别行政)?(?:自治区|行政区)$|[省市]$")
# 市, 县 and 区 that belong to the next word: 大连|市场主体, 康平|县域
_BINDS = re.compile(r"市(?=[场级])|县(?=[域级])|区(?=[域块间位])")
_SHORTEST, _LONGEST = 3, 12
"""Lengths of the names of divisions taken away: 城区 and 郊区 are counties too, but also plain words."""


@cache
def _places() -> frozenset[str]:
    names = {one.name for one in shipped_regions()}
    names |= {short for name in names if len(short := _RANK.sub("", name)) > 1}
    pack: DivisionPack = packs.load("divisions", DivisionPack)
    listed = (*pack.prefectures.values(), *pack.counties.values(), *pack.former.values())
    return frozenset(names | {name for name in listed if len(name) >= _SHORTEST})


def _place(text: str) -> int:
    """Length of the place in front, 0 when there is none; the longest name counts."""
    known = _places()
    lengths = range(min(_LONGEST, len(text)), 1, -1)
    return next((n for n in lengths if text[:n] in known and not _BINDS.match(text, n - 1)), 0)


def without_lead(text: str) -> str:
    """``text`` (plain script, no spaces) without place, time and manner in front; never empty of words."""
    while True:
        cut = _place(text)
        for pattern in (_TIME, _HOW, _PLACE):
            cut = cut or ((match := pattern.match(text)) and match.end()) or 0
        rest = text[cut:].lstrip("的:")
        if not cut or len(rest) < 2:
            return text
        text = rest
