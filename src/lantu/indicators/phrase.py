"""One form for phrases that say the same: the key the registry is searched by.

Nothing here guesses. Two phrases get the same key only when they differ in script, width, spaces,
punctuation, a unit in brackets, the place word in front, or one of a few synonyms listed below that
hold in every official text. Everything else is an alias in the pack.
"""

import re
from functools import cache

# longest first; a synonym may not turn one quantity into another
_SYNONYMS = (
    ("国内生产总值(gdp)", "gdp"),
    ("地区生产总值(grp)", "gdp"),
    ("地区生产总值(gdp)", "gdp"),
    ("国内生产总值", "gdp"),
    ("地区生产总值", "gdp"),
    ("pm2.5", "pm25"),
    ("细颗粒物(pm25)", "pm25"),
    ("细颗粒物", "pm25"),
    ("规模以上", "规上"),
)
_SHARE = re.compile(r"(?:的|所占)?(?:比重|比例|比率)$")
_GROWTH = re.compile(r"(?:年均)?(?:增长速度|增长率|增长|增速|增幅)$")
_FALL = re.compile(r"(?:累计|年均)?(?:降低率|降低|下降率|下降|降幅|减少)$")
_PLACES = ("全国", "全省", "全市", "全区", "我省", "我市", "年末")
_UNIT = re.compile(
    r"\((?:%|‰|亿元|万元|元|万吨|亿吨|亿斤|万亿斤|亿吨标准煤|件|个|人|岁|年|张|微克/立方米|百分点)\)$"
)
_DROP = re.compile(r"[\s　“”\"'‘’《》〈〉,,、。·::;;—\-]")
_NUMBERING = re.compile(r"^\d{1,2}[..、]\s*(?=\D)")
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {ord("〔"): "(", ord("〕"): ")"}
_ROMAN = {ord("Ⅰ"): "I", ord("Ⅱ"): "II", ord("Ⅲ"): "III", ord("Ⅳ"): "IV", ord("Ⅴ"): "V"}

_HONG_KONG = {ord("衞"): "卫", ord("敍"): "叙", ord("粧"): "妆"}
"""Forms of Hong Kong that the table of Traditional characters does not hold."""


@cache
def _script() -> dict[int, str]:
    """Traditional characters to Simplified ones, character by character."""
    import opencc

    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    simplified = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table = {ord(a): b for a, b in zip(characters, simplified, strict=True) if a != b and len(b) == 1}
    return table | _HONG_KONG


def plain(text: str) -> str:
    """Simplified characters and plain width; nothing else changes."""
    wide = text.strip().translate(_WIDE).translate(_ROMAN)
    return wide.translate(_script()) if any(ord(c) > 0x4E00 for c in wide) else wide


def key(phrase: str) -> str:
    """The normal form of an indicator phrase; equal keys mean the same quantity."""
    text = _NUMBERING.sub("", plain(phrase))
    text = _DROP.sub("", text).lower()
    text = _UNIT.sub("", text)
    for place in _PLACES:
        if text.startswith(place) and len(text) > len(place) + 1:
            text = text[len(place) :]
    for words, one in _SYNONYMS:
        text = text.replace(words, one)
    text = _SHARE.sub("比重", text)
    text = _GROWTH.sub("增速", text)
    return _FALL.sub("降低", text)
