"""Which region words stand for, from where the draft stands."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from lantu.indicators import NATION, counties, county_named, region_named
from lantu.reading.lexicon import prefix
from lantu.reading.work.places import places

_NATION = ("全国", "我国", "全中国", "国内", "国家")
_OWN = {
    "province": ("全省", "我省", "本省", "省内", "全自治区"),
    "prefecture": ("全市", "我市", "本市", "市内", "全州", "我州", "全盟", "我盟"),
    "county": ("全县", "我县", "本县", "全区", "我区", "本区", "县内", "区内", "全旗"),
}
_MUNICIPAL = ("110000", "120000", "310000", "500000")
_AUTONOMOUS = ("150000", "450000", "540000", "640000", "650000")
_WIDER = (
    "世界",
    "全球",
    "东部地区",
    "中部地区",
    "西部地区",
    "东北三省",
    "东北地区",
    "东部",
    "副省级城市",
    "同类城市",
    "计划单列市",
    "长三角",
    "珠三角",
    "京津冀",
    "沿海省份",
    "两市",
    "三市",
    "两省",
    "三省",
    "两地",
    "东三省",
    "全国31个省",
    "全省各市",
    "各市",
    "各省区市",
    "东北",
)
_ALL = (*_NATION, *(w for group in _OWN.values() for w in group))


@dataclass(frozen=True, slots=True)
class Home:
    """The draft's own region: code, "" when unknown."""

    code: str = ""

    @property
    def level(self) -> str:
        """Level of the code: nation, province, prefecture, county or ""."""
        if not self.code:
            return ""
        if self.code == NATION:
            return "nation"
        if self.code.endswith("0000"):
            return "province"
        return "prefecture" if self.code.endswith("00") else "county"

    def meant(self, word: str) -> str:
        """Code of 全国, 全省, 全市 …; "" when it cannot be told."""
        if word in _NATION:
            return NATION
        if self.code in _MUNICIPAL and word in _OWN["prefecture"]:
            return self.code
        if self.code in _AUTONOMOUS and word in _OWN["county"]:
            return self.code
        wanted = next((level for level, words in _OWN.items() if word in words), "")
        if wanted == "province" and self.level in ("province", "prefecture", "county"):
            return self.code[:2] + "0000"
        if wanted == "prefecture" and self.level in ("prefecture", "county"):
            return self.code[:4] + "00"
        return self.code if wanted == self.level else ""


@dataclass(frozen=True, slots=True)
class Named:
    """A region at the beginning of words: its length, its code ("" for a group or one without)."""

    size: int
    code: str


def region_at(text: str, home: Home) -> Named | None:
    """The region the words begin with; None when they begin with none."""
    if word := prefix(text, _ALL):
        if word in ("国内", "国家", "市内", "区内", "县内"):
            return None
        return Named(len(word), home.meant(word))
    if word := prefix(text, _WIDER):
        return Named(len(word), "")
    head = text[:14]
    found = places(head)
    if found and found[0].start == 0:
        one = found[0]
        if head[one.end : one.end + 1] in ("省", "市") and not one.group:
            return Named(one.end + 1, one.codes[0])
        return Named(one.end, one.codes[0] if len(one.codes) == 1 and not one.group else "")
    return _county(text, home)


def _county(text: str, home: Home) -> Named | None:
    if home.level not in ("province", "prefecture"):
        return None
    name = prefix(text, _counties(home.code))
    if not name:
        return None
    known = county_named(name, home.code) or region_named(name)
    return Named(len(name), known.code if known else "")


@cache
def _counties(within: str) -> tuple[str, ...]:
    return tuple(one.name for one in counties(within))


_LOOKED_AT = 30_000
_CLEARLY = 2
"""So many times as often must a place be named as the next for a text to be about it."""


def _spoken_of(text: str) -> str:
    """What a text without a place in its title is about: by 全国, 全省, 全市 and the place named most."""
    counts = {level: sum(text.count(word) for word in words[:3]) for level, words in _OWN.items()}
    counts["nation"] = text.count("我国") + text.count("国内生产总值")
    level = max(counts, key=lambda one: counts[one])
    if not counts[level] or level == "county":
        return ""
    if level == "nation":
        return NATION
    named = Counter(
        one.codes[0][:2] + "0000" if level == "province" else one.codes[0]
        for one in places(text)
        if len(one.codes) == 1
        and not one.group
        and (level == "province" or not one.codes[0].endswith("0000"))
    )
    first, second = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] >= _CLEARLY * second[1] else ""


def home_of(title: str, text: str = "") -> Home:
    """The region a title names last (沈阳市和平区 is 和平区), else the one the text is about; both folded."""
    head = title.replace(" ", "")
    if "中华人民共和国" in head or re.match("(?:国家|全国|国务院|关于20\\d\\d年国民经济)", head):
        return Home(NATION)
    found = [one for one in places(head[:40]) if len(one.codes) == 1 and not one.group]
    if not found:
        return Home(_spoken_of(text[:_LOOKED_AT]))
    code = found[-1].codes[0] if found[-1].start < 24 else found[0].codes[0]
    rest = head[found[-1].end :].removeprefix("市").removeprefix("省")
    name = prefix(rest, _counties(code)) if code.endswith("00") else ""
    known = county_named(name, code) if name else None
    return Home(known.code if known else code)
