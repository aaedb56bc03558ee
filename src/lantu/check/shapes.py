"""Numbers that are no quantity with a unit: places in a ranking, parts of a ratio, small counts, 番."""

import re
from collections.abc import Iterator

from lantu.check.number import Number
from lantu.check.written import Written
from lantu.reading.numerals import chinese_number

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_NUMERALS = "一二三四五六七八九十"
_RANK = re.compile(
    rf"(?:第(?P<place>\d{{1,3}}|[{_NUMERALS}]{{1,3}})(?P<unit>位|名)?(?=[，。；、）：升前跃上下]|$|的?位置|（|由|，)"
    rf"|前(?P<top>\d{{1,3}}|[{_NUMERALS}]{{1,3}})(?P<topunit>位|名|强)?(?=[，。；、）]|$|行列|之列))"
)
_RANKED = re.compile(
    r"(?:居|列|排|名|次|位|升|进|前移|跃|保持|稳|由|从|到|至|为|达|全[国省市县区]|入)[^，。；\d]{0,10}$"
)
_RATIO = re.compile(r"(?<![\d.：])\d{1,3}(?:\.\d+)?(?:：\d{1,3}(?:\.\d+)?){1,3}(?![\d.：])")
_SMALL = re.compile(
    rf"(?<![第每同另某这任哪{_NUMERALS}百千万亿零])(?P<value>两|[{_NUMERALS}]{{1,3}})(?P<unit>个方面|方面|个|项|大(?=[一-鿿])|件|类|条|种|家|座|所)(?!月|半|工作日|百|千|万|亿|五年|性|战)"
)
_TURNS = re.compile(r"翻(?:了)?(?P<often>[一两二三1-3])?番")


def shaped(text: str) -> tuple[Number, ...]:
    """All of them, each kind in text order."""
    return (*_ranks(text), *_ratios(text), *_turns(text), *_smalls(text))


def _ranks(text: str) -> Iterator[Number]:
    if "第" not in text and "前" not in text:
        return
    for match in _RANK.finditer(text):
        before = text[max(0, match.start() - 14) : match.start()]
        words = match["place"] or match["top"]
        unit = match["unit"] or match["topunit"] or ""
        if not _RANKED.search(before) or (match["top"] and before.endswith(("之", "年", "月", "日", "目"))):
            continue
        value = int(words) if words.isdigit() else chinese_number(words)
        if not value:
            continue
        kind = "rank" if match["place"] else "top"
        yield Number(match.start(), match.end(), Written.of(str(value)), unit or "位", kind)


def _ratios(text: str) -> Iterator[Number]:
    """8.2：36.5：55.3, one number for each part; 12：30 is a time of day and no ratio."""
    for match in _RATIO.finditer(text) if "：" in text else ():
        parts = list(_DIGITS.finditer(match[0]))
        if len(parts) == 2 and not (re.search("[比例](?:[^，。；]{0,6})$", text[: match.start()])):
            continue
        for index, one in enumerate(parts):
            start = match.start() + one.start()
            yield Number(
                start, match.start() + one.end(), Written.of(one[0]), "", "part", part=(index, len(parts))
            )


def _smalls(text: str) -> Iterator[Number]:
    """五项, 三大, 六个方面: a small number in characters, a figure only when what it counts is listed."""
    for match in _SMALL.finditer(text):
        value = chinese_number(match["value"].replace("两", "二"))
        if value and value > 1:
            yield Number(
                match.start(), match.end(), Written.of(str(value)), match["unit"], "count", small=True
            )


def _turns(text: str) -> Iterator[Number]:
    """翻一番, 翻两番."""
    for match in _TURNS.finditer(text) if "番" in text else ():
        often = match["often"] or "一"
        value = int(often) if often.isdigit() else chinese_number(often.replace("两", "二")) or 1
        yield Number(match.start(), match.end(), Written.of(str(value)), "番", "turn")
