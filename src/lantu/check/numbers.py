"""The numbers of a sentence that say how much: quantities, places in a ranking, parts of a ratio.

Dates, ordinals, names, size classes and conditions are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lantu.check.written import Written
from lantu.reading.conditions import is_condition
from lantu.reading.lexicon import cues, prefix, suffix
from lantu.reading.numerals import chinese_number
from lantu.reading.quantities import Quantity, quantities

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
_OUT_OF = re.compile("[^，。；\\d]{0,6}中(?:[，居位列排]|第)")
_TURNS = re.compile(r"翻(?:了)?(?P<often>[一两二三1-3])?番")
_ORDINAL = re.compile(r"第$|No\.$")
_QUOTE = re.compile(r"“[^“”]{1,14}”|《[^《》]*》")
_CLASS_MEASURE = re.compile(r"(?:及?以[上下])(?=[一-鿿])(?!的?(?:水平|增速|增长|速度|目标))(?![并且和，])")
_CLASS_BEFORE = re.compile(r"(?:营业收入|产值|投资额?|人口|规模|面积)?$")
_SERIAL = re.compile(r"[号楼楼层期届次批版代室期级线轮]")
_VALUED = re.compile(
    r"(?:指数|系数|倍差|收入比|性别比|之比|比例|比值|杠杆率|评分|得分|PMI|为|达到?|至|到|由|从|降|升|值)(?:[^，。；\d]{0,6})$"
)
_ENDS = re.compile(
    r"(?:左右|以上|以下|以内|上下)?(?:[，。；、）（]|$|提高|下降|上升|降|升|缩小|扩大|收窄|增|减|和|与|及)"
)
_TIME_ASKED = re.compile(
    r"(?:达到?|提高[到至]|增[加至]?[到至]?|压缩[到至]?|压减[到至]?|缩[短减小][到至]?|延长[到至]?|为|超过?|至|到|降至|由|从|约|时[间限长]|周期|年限|天数|分别|(?:19|20)\d\d年的)$"
)
_TIME_UNITS = ("年", "日", "天")


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit at a place in the sentence.

    kind: ``percent``, ``point``, ``measure``, ``count``, ``time``, ``bare``, ``rank``, ``top``, ``part``,
    ``turn``.
    unit: as in the shadow text, multipliers kept; more: 多 or 余 stands in it; small: a count in
    characters below one hundred, a figure only when the text lists what is counted.
    part: which of how many parts of a ratio.
    """

    start: int
    end: int
    written: Written
    unit: str
    kind: str
    value_max: Written | None = None
    more: bool = False
    small: bool = False
    negative: bool = False
    part: tuple[int, int] = (0, 1)


def numbers(text: str, mask: str) -> tuple[Number, ...]:
    """The numbers of a sentence in order."""
    special = [*_ranks(text), *_ratios(text), *_turns(text), *_smalls(text)]
    taken = [(one.start, one.end) for one in special]
    found = [
        _number(text, one)
        for one in quantities(text)
        if not any(start < one.end and one.start < end for start, end in taken)
        and not _is_other(text, mask, one)
    ]
    return tuple(sorted((*special, *found), key=lambda n: n.start))


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


def _number(text: str, one: Quantity) -> Number:
    """The quantity with its number as written: 1.5 of 万家."""
    start = one.start
    negative = text[start - 1 : start] == "-" and not re.match(
        r"[\dA-Za-z一-鿿）]", text[start - 2 : start - 1] or "，"
    )
    negative = negative or (
        text[start - 1 : start] == "-"
        and bool(re.search(r"(?:为|增长|达|长|速|幅|率|是|下降)-$", text[:start]))
    )
    kind = one.kind
    written, unit, top = _written(text, one)
    if kind == "percent" and unit.endswith("点"):
        kind = "point"
    small = one.numeral and kind == "count" and one.value < 100
    if negative:
        written = Written(-written.value, written.step, written.round_step)
        start -= 1
    return Number(start, one.end, written, unit, kind, top, one.more, small, negative)


def _written(text: str, one: Quantity) -> tuple[Written, str, Written | None]:
    """Written number, unit and the upper end of a range."""
    body = text[one.start : one.end]
    found = list(_DIGITS.finditer(body))
    unit = text[one.unit[0] : one.unit[1]]
    if "分之" in body or not found:
        step = Decimal(10 if "成" in body else 1)
        value = Decimal(int(one.value)) if "成" in body else one.value
        return Written(value, step, step), unit or ("%" if one.kind == "percent" else ""), None
    if body.startswith("1：") or body.endswith("：1"):
        return Written.of(found[-1 if body.startswith("1：") else 0][0]), "", None
    if "/" in unit and unit[0].isdigit():
        return Written.of(found[0][0]), unit, None
    last = found[-1] if one.value_max is not None and len(found) > 1 else found[0]
    whole = body[last.end() :].replace("多", "").replace("余", "") if one.kind != "percent" else unit
    if last is found[0]:
        return Written.of(found[0][0]), whole, None
    return Written.of(found[0][0]), whole, Written.of(last[0])


def _is_other(text: str, mask: str, one: Quantity) -> bool:
    """Whether the digits are a date, an ordinal, a name, a size class or a condition."""
    before, after = text[max(0, one.start - 4) : one.start], text[one.end : one.end + 8]
    if _glued(before, after, one) or _in_quote(text, one):
        return True
    if one.kind in ("bare", "time"):
        return not (_bare_counts if one.kind == "bare" else _time_counts)(text, one)
    if one.numeral and one.kind != "percent" and not _numeral_counts(text, one):
        return True
    if (one.kind == "count" and _OUT_OF.match(text, one.end)) or _is_class(text, one) or _has_size(text, one):
        return True
    if text[one.unit[0] : one.unit[1]] == "岁" and _ENDS.match(text, one.end):
        return False
    return one.kind != "percent" and is_condition(text, mask, one)


def _glued(before: str, after: str, one: Quantity) -> bool:
    if before and (before[-1] in "+·#№×/." or (before[-1].isascii() and before[-1].isalpha())):
        return True
    if _ORDINAL.search(before) or (
        one.kind in ("bare", "count") and suffix(before, ("国道", "省道", "编号", "农历"))
    ):
        return True
    if (
        one.kind == "bare"
        and after[:1]
        and (after[0] in "+·×" or (after[0].isascii() and after[0].isalpha()))
    ):
        return True
    if one.kind in ("bare", "count") and after[:1] in ("年", "月", "日", "时") and one.kind == "bare":
        return True
    return one.kind == "bare" and bool(prefix(after, cues().names.after)) and after[:1] != "大"


def _in_quote(text: str, one: Quantity) -> bool:
    if "“" not in text and "《" not in text:
        return False
    return any(m.start() < one.start < m.end() for m in _QUOTE.finditer(text))


def _bare_counts(text: str, one: Quantity) -> bool:
    """A number without a unit is an index, a coefficient or a number of 万."""
    if text[one.end - 1] in "万亿":
        return not one.numeral and not _is_class(text, one)
    if one.numeral:
        return False
    decimal = "." in text[one.start : one.end]
    before = text[max(0, one.start - 12) : one.start]
    if not _ENDS.match(text, one.end) or not _VALUED.search(before):
        return False
    return (
        decimal
        or (one.value >= 10 and not 1900 <= one.value <= 2100 and "指数" in before)
        or "1：" in text[one.start : one.end]
    )


def _time_counts(text: str, one: Quantity) -> bool:
    """平均办理时间压缩到5个工作日; neither 5年 of a plan nor a date."""
    unit = text[one.unit[0] : one.unit[1]]
    if one.numeral or (
        unit in ("年", "日", "月") and (one.value >= 1900 or text[one.start - 1 : one.start] == "月")
    ):
        return False
    before, after = text[max(0, one.start - 8) : one.start], text[one.end : one.end + 5]
    if unit in _TIME_UNITS and re.match(r"[一-鿿](?<![并且和比以左较增提缩减，的])", after):
        return False
    return bool(_TIME_ASKED.search(before))


def _numeral_counts(text: str, one: Quantity) -> bool:
    """Numbers in characters: hundreds and more, or a small number of things that the text may list."""
    written = text[one.start : one.unit[0]]
    if one.kind == "count" and one.value < 100:
        return (
            text[one.start - 1 : one.start] not in ("第", "每", "同", "另", "某", "这", "一", "任", "哪")
            and one.value > 1
        )
    return (
        one.kind in ("measure", "count")
        and one.value >= 100
        and bool(written)
        and written[0] not in "十百千万亿"
    )


def _is_class(text: str, one: Quantity) -> bool:
    """规模2000万元以上企业, 60岁及以上人口, 亿元以上项目: which ones are meant."""
    if one.kind not in ("measure", "count", "bare", "time"):
        return False
    match = _CLASS_MEASURE.match(text, one.end)
    if match is None:
        return False
    return not re.search(
        r"(?:达到?|突破|超过?|增长|为|实现|完成|保持在|稳定在|培训|新增|培育|引进|建设|建成)$",
        text[: one.start],
    )


def _has_size(text: str, one: Quantity) -> bool:
    """15万吨级航道, 500千伏变电站, 100兆瓦储能电站项目."""
    if one.kind != "measure":
        return False
    after = text[one.end : one.end + 10]
    if re.match("级(?!别)", after):
        return True
    unit = text[one.unit[0] : one.unit[1]]
    if unit.endswith(("千伏", "伏", "帕", "℃")):
        return bool(re.match("[一-鿿]", after)) and not after.startswith(("以", "左", "和", "，"))
    if unit.endswith(cues().names.capacities) and not unit.endswith(("公里", "平方米")):
        near = re.split("[，。；、）]", after)[0]
        return any(word in near for word in cues().names.project) and near[:1] != "的"
    return False
