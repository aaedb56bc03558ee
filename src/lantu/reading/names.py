"""Figures that are no quantities of their own: names, ordinals, dates, classes and conditions."""

import re

from lantu.reading.conditions import is_condition
from lantu.reading.lexicon import cues, prefix, suffix
from lantu.reading.quantities import Quantity
from lantu.reading.verbs import verb_before

_QUOTED = re.compile(r"[“《][^”》]*[”》]")
_BRACKETED = re.compile(r"（[^（）]*）")
_SHORT_QUOTE = 14
_LEVEL_VERB = re.compile(
    r"(?:达到?|提高[到至]|提升[到至]|增加[到至]|增[到至]|升[到至]|降低?[到至为]|下降[到至]|减少?[到至]|压[缩减降][到至]|缩[短小][到至]|扩大[到至]|稳定在|保持在|维持在|控制在"
    r"|为|超过?|突破|不低于|不高于|不超过|低于|高于|不少于|大于|小于|多于|少于|保持|至|到|约|近|以?内|不足|提高|提升|增加|下降|降低|减少|缩短|压缩|压减)$"
)


def is_quantity(text: str, mask: str, one: Quantity) -> bool:
    """Whether the figure can be a quantity that a plan promises, by its closest surroundings."""
    return not (
        _glued(text, one)
        or _dated(text, one)
        or _in_name(text, one)
        or is_condition(text, mask, one)
        or _size_of_thing(text, one)
        or (one.kind == "measure" and _beside_noun(text, one))
        or (one.kind == "time" and not _asked_time(text, one))
        or (one.kind == "bare" and not _bare_value(text, one))
        or (one.numeral and not _numeral_counts(text, one))
    )


def _glued(text: str, one: Quantity) -> bool:
    """第4期, G60, 1+N, 5A级, 3.0版: signs and words of a name on either side."""
    before, after = text[max(0, one.start - 4) : one.start], text[one.end : one.end + 4]
    pack = cues().names
    if before and (before[-1] in "+·#№×/" or (before[-1].isascii() and before[-1].isalpha())):
        return True
    if one.kind == "count" and (_RANK.search(text[: one.start]) or _capacity(text, one)):
        return True
    named = suffix(before, pack.before) if one.kind != "percent" else ""
    if before.endswith("-") or (named and not (one.kind == "measure" and named.endswith("道"))):
        return True
    if after and after[0] in "+·×" and one.kind != "percent":
        return True
    if one.kind == "bare" and after and after[0].isascii() and after[0].isalpha():
        return True
    return one.kind in ("bare", "count") and bool(prefix(after, pack.after)) and one.kind == "bare"


def _dated(text: str, one: Quantity) -> bool:
    """A year, month or day."""
    if text[one.end : one.end + 1] in ("年", "月", "日") and one.kind == "bare":
        return True
    if one.kind != "time":
        return False
    unit = text[one.unit[0] : one.unit[1]]
    return (unit == "年" and one.value >= 1900) or (
        unit == "日" and text[max(0, one.start - 1) : one.start] == "月"
    )


def _in_name(text: str, one: Quantity) -> bool:
    """Inside a short quotation or a title, or in brackets that do not count a part (其中)."""
    for match in _QUOTED.finditer(text):
        if match.start() < one.start < match.end() and (
            match[0][0] == "《"
            or len(match[0]) <= _SHORT_QUOTE
            or "+" in match[0]
            or one.end == match.end() - 1
        ):
            return True
    return any(
        match.start() < one.start < match.end() and not match[0].startswith(("（其中", "（达到"))
        for match in _BRACKETED.finditer(text)
    )


_OUTPUT = re.compile("(?<!形成)(?<!实现)(?<!达到)(?:年产|日产|年处理|日处理|年加工)$")


def _capacity(text: str, one: Quantity) -> bool:
    """年产10万辆汽车基地: an output in the name of a works."""
    named = re.match("[一-鿿]", text[one.end : one.end + 1])
    return bool(named and _OUTPUT.search(text[: one.start]))


_RANK = re.compile("(?<![年底之目日月])前$")


def _size_of_thing(text: str, one: Quantity) -> bool:
    """15万吨级航道, 100兆瓦储能电站项目: the size in a thing's name."""
    if one.kind not in ("measure", "bare"):
        return False
    after = text[one.end : one.end + 14]
    pack = cues().names
    if prefix(after, pack.size_class):
        return True
    unit = text[one.unit[0] : one.unit[1]]
    if not unit.endswith(pack.capacities):
        return False
    if unit.endswith(("公里", "平方米")) and not re.match(r"[^，。；、]{0,8}项目", after):
        return False
    stop = re.search("[，。；、）]", after)
    near = after[: stop.start()] if stop else after
    return any(word in near for word in pack.project)


def _beside_noun(text: str, one: Quantity) -> bool:
    """400毫米降水线, 500米覆盖率: a measure in front of a noun with no verb that governs it."""
    after = text[one.end : one.end + 3]
    beside = re.match("(?!以[上下内]|左右|之[上内]|[的和与及并且或至到、])[一-鿿]", after)
    return bool(beside) and not verb_before(text[: one.start]).kind


def _asked_time(text: str, one: Quantity) -> bool:
    """A time that something is to take or reach; not 15分钟健身圈, 连续9年, 延长30年."""
    after = text[one.end : one.end + 5]
    qualified = re.match(r"以上|以下|以内|之内|左右|内(?=办结|完成|[，。；、])", after)
    if not qualified and re.match(r"[一-鿿]", after) and not re.match(r"[并且和及以或的]", after):
        return False
    done_within = re.match("(?:之内|内|以内)(?:办结|完成)", after)
    return bool(done_within or _LEVEL_VERB.search(text[max(0, one.start - 4) : one.start]))


def _bare_value(text: str, one: Quantity) -> bool:
    """A number without unit: a coefficient that is reached, or 万 of things."""
    before, after = text[max(0, one.start - 5) : one.start], text[one.end : one.end + 4]
    big = text[one.end - 1] in "万亿"
    if big:
        return True
    return bool(
        _LEVEL_VERB.search(before)
        and re.match(r"以上|以下|以内|左右|之间|[，。；、）]|$", after)
        and not re.search(r"第|前|20\d\d$", before)
    )


def _numeral_counts(text: str, one: Quantity) -> bool:
    """Numbers in characters count when they have hundreds or more, or are shares; small ones are slogans."""
    if one.kind == "percent" or text[one.start] == "半":
        return True
    written = text[one.start : one.unit[0]]
    return (
        one.kind != "bare"
        and one.value >= 100
        and written[0] not in "十百千万亿"
        and one.kind in ("measure", "count")
    )
