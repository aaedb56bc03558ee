"""Digits that say no figure: dates, ordinals, names, size classes and conditions."""

import re

from lantu.reading.conditions import is_condition
from lantu.reading.lexicon import cues, prefix, suffix
from lantu.reading.quantities import Quantity

_OUT_OF = re.compile("[^，。；\\d]{0,6}中(?:[，居位列排]|第)")
_ORDINAL = re.compile(r"第$|No\.$")
_EACH = re.compile("每$")
_HELD = re.compile(
    "(?:左右|以上)?的[^，。；、\\d]{0,6}?(?:总量|总额|总值|产量|规模|体量|存量|总数|目标|任务)"
)
_QUOTE = re.compile(r"“[^“”]{1,14}”|《[^《》]*》")
_CLASS_MEASURE = re.compile(
    r"(?:及?以[上下])(?=[一-鿿])(?!的?(?:水平|增速|增长|速度|目标)|的[^，。；、\d]{0,6}(?:目标|任务))(?![并且和，])"
)
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


def is_other(text: str, mask: str, one: Quantity) -> bool:
    """Whether the digits are a date, an ordinal, a name, a size class or a condition."""
    before, after = text[max(0, one.start - 4) : one.start], text[one.end : one.end + 8]
    if _glued(before, after, one) or _in_quote(text, one) or _EACH.search(before):
        return True
    if one.kind in ("bare", "time"):
        return not (_bare_counts if one.kind == "bare" else _time_counts)(text, one)
    if one.numeral and one.kind != "percent" and not _numeral_counts(text, one):
        return True
    if (one.kind == "count" and _OUT_OF.match(text, one.end)) or _is_class(text, one) or _has_size(text, one):
        return True
    aged = text[one.unit[0] : one.unit[1]] == "岁" and _ENDS.match(text, one.end)
    # 全年30290亿元的总量 says how much it is
    counts = one.kind == "percent" or aged or _HELD.match(text, one.end)
    return not counts and is_condition(text, mask, one)


def _glued(before: str, after: str, one: Quantity) -> bool:
    if before and (before[-1] in "+·#№×/." or (before[-1].isascii() and before[-1].isalpha())):
        return True
    if _ORDINAL.search(before) or (
        one.kind in ("bare", "count")
        and suffix(before, ("国道", "省道", "编号", "农历", "专栏", "附件", "附表"))
    ):
        return True
    if one.kind != "bare" or not after:
        return False
    if after[0] in "+·×年月日时" or (after[0].isascii() and after[0].isalpha()):
        return True
    return bool(prefix(after, cues().names.after)) and after[0] != "大"


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
