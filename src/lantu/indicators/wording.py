"""What an indicator phrase says, taken apart: the quantity, and what is said of it.

``规模以上工业增加值同比增长`` is the growth of ``规上工业增加值``; ``城镇调查失业率下降`` is a fall of
``城镇调查失业率``; ``非化石能源消费占能源消费总量的比重`` is the share of one in the other. Two phrases
with the same quantity and aspect mean the same. Only words that never change the quantity are dropped
(的, 及, 总额 …); a word more (民营, 城镇, 高技术) always makes another one.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from lantu import packs
from lantu.indicators.lead import without_lead
from lantu.indicators.phrase import plain

CACHED = 20_000
"""Phrases whose parts are remembered: a document repeats its phrases."""


class Aspect(StrEnum):
    """What is said of a quantity."""

    LEVEL = "level"
    GROWTH = "growth"
    RISE = "rise"  # 提高, 增加: by points, per cent or an amount
    FALL = "fall"  # 降低, 减少
    SHARE = "share"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class Wording:
    """A phrase taken apart.

    core: the quantity in its normal form; price: 实际 or 名义 where a growth says so, else "".
    change: the phrase also says that the growth or share itself rose or fell (增速提高).
    """

    core: str
    aspect: Aspect
    price: str = ""
    change: bool = False

    @property
    def bag(self) -> str:
        """The characters of the core in one order, for phrases with the same words the other way round.

        Empty where order carries meaning (甲占乙) or the phrase is too short to be sure.
        """
        return (
            ""
            if "占" in self.core or "比" in self.core or len(self.core) < _BAG
            else "".join(sorted(self.core))
        )


_BAG = 5
"""Characters a core must have to be told by them in any order."""
_NUMBERING = re.compile(r"^\(?\d{1,2}[..、)]\s*(?=\D)")
_DROP = re.compile(r"[\s　“”\"'‘’《》〈〉,,;;:。·—–\-~]")
_UNIT = re.compile(
    r"\((?:个?百分点|[%‰]|[百千]?[万亿]{0,2}(?:美?元|吨|斤|人次?|户|家|件|个|套|亩|公顷|千瓦时?|辆|头|平方米|立方米)"
    r"|[元人岁年张项分天]|万?亿?吨标准煤|(?:吨标准煤|吨|元|公斤|斤|立方米|微克|人)/(?:万元|亿元|立方米|平方米|亩|公顷|人|万车))\)$"
)
_REAL = r"按?(?:不变价格?|可比价格?)(?:计算)?|扣除价格因素后?|实际"
_NOMINAL = r"按?(?:现价|当年价格?)(?:计算)?|名义"
_BY_REAL = re.compile(r"(?:扣除价格因素(?:影响)?后?|按?(?:不变价格?|可比价格?)(?:计算)?)的?")
_BY_NOMINAL = re.compile(r"按?(?:现价|当年价格?)(?:计算)?的?")
_NOTE = re.compile(
    rf"\((?:(?P<real>{_REAL})|(?P<nominal>{_NOMINAL})|全年平均|平均|年均|12月|不含农户|初步核算数?|初步统计数?|预计数?|快报数?|下同)\)"
)
_BEHIND = re.compile(
    r"(?:(?:预计|力争)?(?:达到|达|实现|完成|突破|超过|约|为|预计|近|迈上|不?[低高多少]于|不超过|累计|分别|年均|连续|同比|均)"
    r"|(?:保持|稳定|控制|维持)在|(?:比|较)(?:上年|去年)?(?:同期)?)+$"
)
_RANK = re.compile(
    r"(?:在?(?:全国|全省|全市))?(?:的)?(?:(?:排名|排位|位次|位居|(?<!定)居|列)(?:全国|全省|全市)?)$"
)
_HOW_MUCH = r"(?:比上年|较上年|比去年|较去年|比上年同期|同比|比\d{4}年|较\d{4}年|年均|平均|每年|累计|逐年)*"
_RISE = re.compile(rf"{_HOW_MUCH}(?:提高|提升|上升|增加|扩大|回升|加快)(?:到|至|了)?$")
_FALL = re.compile(
    rf"{_HOW_MUCH}(?:降低|下降|减少|削减|压减|回落|缩小|收窄)(?:率|幅度|到|至|了)?$|{_HOW_MUCH}(?:降幅|减幅)$"
)
_GROWTH = re.compile(
    rf"{_HOW_MUCH}(?P<price>{_REAL}|{_NOMINAL})?{_HOW_MUCH}(?:增长速度|增长率|增长|增速|增幅|涨幅|上涨|递增)(?:速度|幅度|了)?$"
)
_SHARE_OF = re.compile(r"^(?P<part>.+?)(?:所)?占(?P<whole>.+?)(?:的)?(?:比重|比例|比率|份额|百分比)$")
_SHARE = re.compile(r"(?:的|所)?(?:占比|比重|比例|比率)$")
_JOINTS = re.compile(r"以及|[的之和与及、()/]")
_TAIL = re.compile(
    r"(?<=...)(?:总规模|总数量|总额|总值|数量|总数|人数|户数|家数|个数|总水平|(?<!余)额|(?<![指系倍次起])数)$"
)
_AMOUNT = re.compile(r"(?<=..)总量$")


@dataclass(frozen=True, slots=True)
class SynonymPack:
    """The content of ``indicator_words.toml``: words and the one form they get, in order."""

    version: str
    same: tuple[tuple[str, str], ...]


@cache
def _same() -> tuple[tuple[str, str], ...]:
    pack: SynonymPack = packs.load("indicator_words", SynonymPack)
    return pack.same


@lru_cache(maxsize=CACHED)
def wording(phrase: str) -> Wording:
    """The phrase taken apart; nothing of the phrase is looked up here."""
    text = _DROP.sub("", _NUMBERING.sub("", plain(phrase))).lower()
    text = _UNIT.sub("", text)
    price = ""
    for note in _NOTE.finditer(text):
        price = "实际" if note["real"] else "名义" if note["nominal"] else price
    text = without_lead(_NOTE.sub("", text))
    for pattern, basis in ((_BY_REAL, "实际"), (_BY_NOMINAL, "名义")):
        if (match := pattern.match(text)) and len(text) > match.end() + 1:
            text, price = without_lead(text[match.end() :]), basis
    text = _cut(_BEHIND, text)
    aspect, change = Aspect.LEVEL, False
    if (rest := _cut(_RANK, text)) != text:
        text, aspect = rest, Aspect.RANK
    for pattern, found in ((_RISE, Aspect.RISE), (_FALL, Aspect.FALL)):
        if aspect is Aspect.LEVEL and (rest := _cut(pattern, text)) != text:
            text, aspect = rest, found
    if (match := _GROWTH.search(text)) and match.start() > 0:
        price = ("名义" if re.fullmatch(_NOMINAL, match["price"]) else "实际") if match["price"] else price
        change = aspect in (Aspect.RISE, Aspect.FALL)
        text = text[: match.start()]
        aspect = aspect if aspect is Aspect.RANK else Aspect.GROWTH
    return _with_share(text, aspect, price, change)


def _with_share(text: str, aspect: Aspect, price: str, change: bool) -> Wording:
    """The last step: 甲占乙的比重 and 甲占比 in one form, then the normal form of what is left."""
    for words, one in _same():
        text = text.replace(words, one)
    if match := _SHARE_OF.match(text):
        part, whole = core(match["part"]), core(match["whole"])
        if whole == "gdp" or whole.endswith("增加值"):  # 占GDP比重 can only be of a value added
            part, whole = part.removesuffix("增加值"), whole.removesuffix("增加值")
        return Wording(f"{part}占{whole}", Aspect.SHARE, "", aspect is not Aspect.LEVEL)
    if (rest := _cut(_SHARE, text)) != text:
        return Wording(core(rest), Aspect.SHARE, "", aspect is not Aspect.LEVEL)
    return Wording(core(text), aspect, price, change)


def _cut(pattern: re.Pattern[str], text: str) -> str:
    """``text`` without what the pattern finds at its end, unless nothing would be left."""
    match = pattern.search(text)
    return text[: match.start()] if match and match.start() > 1 else text


def core(text: str) -> str:
    """The normal form of a quantity: without joints, and without tail words that only say "amount"."""
    bare = _JOINTS.sub("", text)
    return _TAIL.sub("", _AMOUNT.sub("量", bare))
