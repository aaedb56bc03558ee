"""The comparator of a figure: the plan's own word and what it means."""

import re
from functools import cache

from lantu.reading.lexicon import cues, prefix, suffix
from lantu.reading.quantities import Quantity
from lantu.values import Comparator

# 不低于总立项数的90%: what the share is of stands between the bound and the figure.
_OF_WHOLE = re.compile(r"(?P<bound>不低于|不少于|超过|高于|不超过|不高于)[^，。；、\d]{2,12}的$")
_AT_LEAST = re.compile("至少[^，。；、\\d]{0,14}$")
_REACHING = re.compile("(?<=力争|至少|不低|不超|大约)(?:达到|[至到为达])$|(?<=约)(?:达到|[至到为达])$")
_PER = re.compile("每[一-鿿]{1,3}$")  # 低于每万人1起
_PLAIN = ("达到", "达", "实现", "为", "保持在", "稳定在")


def comparator(left: str, right: str, one: Quantity) -> tuple[Comparator, str]:
    """Meaning and word of the comparator around a figure; words behind it go first."""
    if one.kind == "cover":
        return Comparator.COVER, suffix(left, ("基本",))
    if one.value_max is not None:
        return Comparator.RANGE, ""
    meaning, word = _behind(right, one)
    if not word:
        meaning, word = _in_front(left)
    if not word and one.more:
        return Comparator.AT_LEAST, "多"
    return meaning, word or suffix(left, _PLAIN)


def _behind(right: str, one: Quantity) -> tuple[Comparator, str]:
    if not prefix(right, _all_behind()):
        return Comparator.EQUAL, ""
    for group in cues().comparators.after:
        word = prefix(right, group.words)
        if word and (word != "内" or one.kind == "time"):
            return Comparator(group.meaning), word
    return Comparator.EQUAL, ""


def _in_front(left: str) -> tuple[Comparator, str]:
    if _AT_LEAST.search(left):
        return Comparator.AT_LEAST, "至少"
    whole = _OF_WHOLE.search(left)
    text = _REACHING.sub("", left[: whole.end("bound")] if whole else left)
    words, meaning_of = _all_in_front()
    found = suffix(_PER.sub("", text), words)
    return meaning_of.get(found, Comparator.EQUAL), found


@cache
def _all_behind() -> tuple[str, ...]:
    return tuple(word for group in cues().comparators.after for word in group.words)


@cache
def _all_in_front() -> tuple[tuple[str, ...], dict[str, Comparator]]:
    """All words, and each with the first meaning it has."""
    meaning_of: dict[str, Comparator] = {}
    for group in cues().comparators.before:
        for word in group.words:
            meaning_of.setdefault(word, Comparator(group.meaning))
    return tuple(meaning_of), meaning_of
