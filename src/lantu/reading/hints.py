"""Which sentences can hold a figure at all: a digit, a numeral or a word that is a number.

A sentence without such a sign is not looked at further. The pattern asks for less than the rules of
``quantities`` and ``implied`` do, so nothing they would find is lost; most sentences have no sign.
"""

import re
import sys
from functools import cache

from lantu.reading.lexicon import cues

_NUMERALS = "一二两三四五六七八九十"
# Behind a numeral: another one, a multiplier, a share, or a counting word that small numbers may have.
_BEHIND = "一二两三四五六七八九十百千万亿零〇成座所家条处支艘个"
_SIGNS = (
    "分之",
    *(
        f"{verb}{many}亿"
        for verb in ("突破", "超过", "达到", "跨越", "迈上", "跨上", "跨过")
        for many in "百千万"
    ),
    *(f"半{c}" for c in "天日个工小"),
    "每一",
    *(f"每{c}" for c in "个座家所县村镇乡区市街社"),
    *(f"各{c}" for c in "县市区乡镇街地"),
    "至少",
)


def may_hold_figures(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether a compact shadow text holds a sign of a figure between two places."""
    return _DIGIT.search(text, start, end) is not None or may_imply(text, start, end)


def may_imply(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether it holds a numeral or a word that is a number."""
    return _words().search(text, start, end) is not None


_DIGIT = re.compile(r"\d")


@cache
def _words() -> re.Pattern[str]:
    """Every alternative opens with one plain character: such a search passes over others quickly."""
    pack = cues().implied
    words = (*pack.cover, *pack.double, *pack.zero, *pack.removed, *pack.all, *_SIGNS)
    return re.compile("|".join([*map(re.escape, words), *(f"{c}[{_BEHIND}]" for c in _NUMERALS)]))
