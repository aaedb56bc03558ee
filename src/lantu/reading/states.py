"""What a sentence tells of how things are: it has happened, there is, it is only expected."""

import re
from functools import cache

from lantu.reading.lexicon import any_of, cues, verbs
from lantu.reading.quantities import Quantity

_YEARS_ON_END = "连续[一二三四五六七八九十\\d]{1,2}年"
_DONE = re.compile(
    f"(?<![为除])了(?![解])|已(?!有)|预计达到|预计将达|^(?!.*(?:力争|确保|争取|实现)).*{_YEARS_ON_END}"
)
_HAS_BEEN = re.compile("已(?:于|经|全部|累计|完成|投入|集中|惠及|达到|增至)")  # 480家企业已完成改造
# 已占总人口的…, 连续五年…: what follows is of the same kind; not 已有, 已建成的
_STATE = re.compile(f"已(?!有)(?![^，。；]{{1,3}}的)|{_YEARS_ON_END}|仍")
_TURNS_AHEAD = re.compile("[，：](?:今年|明年|下一?年|到20\\d\\d年)|今年将")


def is_state(text: str, clause: tuple[int, int], one: Quantity) -> bool:
    """Whether the figure is part of a state: by its own clause, or by one before it in the sentence."""
    start, end = clause
    own = text[start : one.start]
    if _DONE.search(text[start : one.end + 2]) or _HAS_BEEN.search(text, start, end):
        return True
    return any(word in own for word in cues().past.here) or _stated(text, start, one.start)


def tells_past(text: str, position: int) -> bool:
    """Whether a mark of what has been stands in front, and none behind it that turns to what is ahead."""
    if _present().match(text):
        return True
    past = _finished().search(text, 0, position)
    return past is not None and not _TURNS_AHEAD.search(text, past.end(), position)


def _stated(text: str, clause_start: int, position: int) -> bool:
    """Whether a clause in front tells a state, and none since turns to a deed or to what is ahead."""
    told = [match.end() for match in _STATE.finditer(text, 0, clause_start)]
    return bool(told) and not _turn().search(text, told[-1], position)


@cache
def _turn() -> re.Pattern[str]:
    words = (*cues().past.deeds, *cues().past.ahead, *verbs().build, *verbs().cumulative)
    times = "(?:到|至)?20\\d\\d年|“?十.五”?|将|再|今后|今年"
    return re.compile(f"[，：](?:{any_of(words)}|{times})|将[达突超提增降]")


@cache
def _finished() -> re.Pattern[str]:
    return re.compile("(?<![以由从])" + any_of(cues().past.sentence))  # 以上年产值 is no 上年


@cache
def _present() -> re.Pattern[str]:
    return re.compile("(?:全|我|本)?[国省市县区州]?" + any_of(cues().names.present))
