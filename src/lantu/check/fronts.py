"""The clauses in front of the one a figure stands in: what they name, and which region they speak of."""

import re
from dataclasses import dataclass

from lantu.check.called import name_left, topic_of
from lantu.check.marks import BLANK
from lantu.check.peel import peel
from lantu.check.regions_of import Home, Named, region_at
from lantu.check.words import words
from lantu.reading.words import NONE, Words

_STOP = re.compile("[，：；。！？（）]")
_LOOKS = ("看", "来看")
_FIELD = "方面"
_LEAST = 4


@dataclass(slots=True)
class Front:
    """context: the nearest name; topic: the field (工业方面); region: the nearest one spoken of."""

    context: Words = NONE
    topic: Words = NONE
    region: Named | None = None
    region_words: str = ""


def clauses(plain: str, left: int, end: int, bracket: int) -> tuple[int, list[tuple[int, int]]]:
    """Start of the figure's own clause and bounds of those before it; brackets that close are no stops."""
    stops = []
    depth = 0
    for match in _STOP.finditer(plain, left, end):
        sign = match[0]
        if sign == "（" and match.start() != bracket:
            depth += 1
        elif sign == "）":
            if depth == 0:
                stops.append(match.start())
            depth = max(0, depth - 1)
        elif depth == 0:
            stops.append(match.start())
    own = stops[-1] + 1 if stops else left
    starts = [left, *(s + 1 for s in stops)]
    return own, [(a, s) for a, s in zip(starts, stops, strict=False) if s > a]


def front_of(plain: str, whole: Words, earlier: list[tuple[int, int]], home: Home) -> Front:
    """What the clauses in front say, the nearest first; whole: the sentence, plain: with blanks."""
    front = Front()
    for start, end in reversed(earlier):
        begin = _skip(plain, start, end)
        if _is_aside(plain, begin, end):
            named = region_at(plain[begin:end], home) if front.region is None else None
            if named is not None:
                front.region, front.region_words = named, plain[begin : begin + named.size]
            continue
        before = peel(plain, start, end, home, compared=False)
        if front.region is None and before.region is not None:
            front.region, front.region_words = before.region, before.region_words
        said = name_left(whole, plain, before)
        if said and not front.context:
            front.context = topic_of(said)
        if said.text.endswith(_FIELD) and not front.topic:
            front.topic = said.cut(0, len(said) - len(_FIELD))
    return front


def _is_aside(plain: str, start: int, end: int) -> bool:
    """分产业看, 扣除价格因素: the clause says only how what follows is meant."""
    aside = plain.startswith(words().small.asides, start) or plain[start:end].endswith(_LOOKS)
    return aside and not (end - start > _LEAST and _FIELD in plain[start:end])


def _skip(plain: str, start: int, end: int) -> int:
    while start < end and plain[start] in BLANK + "，、：；":
        start += 1
    return start
