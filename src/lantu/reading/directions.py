"""Words that promise without a figure, found in a sentence: 高于全国平均水平, 与经济增长同步, 全国位次前移.

A finding says where it stands, what it is measured against and which way it is to go; whether it is
a promise, and of what, is for ``directional``. The words are the pack ``reading_directions``.
"""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cache

from lantu.reading.direction_words import END, Found, by_first_character, directions
from lantu.reading.lexicon import any_of, suffix
from lantu.reading.relations import compared, in_front, in_step, ranked_up, ranked_within
from lantu.values import Direction


def may_compare(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether a compact shadow text holds a sign of such a promise; asks for less than the rules do."""
    return _signs().search(text, start, end) is not None


@cache
def _signs() -> re.Pattern[str]:
    """Every alternative opens with one plain character: such a search passes over others quickly."""
    pack = directions()
    compares, ranking, trend = pack.compared, pack.ranking, pack.trend
    bounds = (*compares.above, *compares.below, *compares.reach)
    places = pack.places
    near = (*places.nation, *places.province, *places.prefecture, *places.elsewhere, *compares.series)
    words = [w for w in bounds if w.endswith("于")]
    words += [w + region for w in bounds if not w.endswith("于") for region in near]
    words += (
        *compares.in_step,
        *ranking.place,
        *ranking.front,
        *ranking.ahead,
        *pack.fair.ranges,
        "首位",
        "榜首",
    )
    words += (*trend.alone_rises, *trend.alone_holds)
    words += (a + v for a in trend.adverbs for v in (*trend.rises, *trend.falls, *trend.holds))
    return re.compile(f"{by_first_character(words)}|前[{_NUMERALS}]|第[{_NUMERALS}][位名，。；、]")


_NUMERALS = r"\d一二三四五六七八九十"


def found(sentence: str) -> tuple[Found, ...]:
    """The promises without a figure of a sentence, in text order; brackets and names in quotes hold none."""
    text = _NAMED.sub(lambda m: "□" * len(m[0]), sentence) if _NAME.search(sentence) else sentence
    every: list[Found] = []
    for sign, rule in _rules():
        if not sign.search(text):
            continue
        for one in rule(text):
            if all(one.end <= other.start or other.end <= one.start for other in every):
                every.append(one)
    return tuple(sorted(every, key=lambda one: one.start))


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Callable[[str], Iterator[Found]]], ...]:
    """The rules, each with a cheap sign of what it looks for; where two find one place the first counts."""
    pack = directions()
    words, ranking, trend = pack.compared, pack.ranking, pack.trend
    sign = {
        compared: (*words.above, *words.below, *words.reach),
        in_step: words.in_step,
        ranked_up: ranking.place,
        in_front: (*ranking.front, *ranking.ahead),
        _reasonable: pack.fair.ranges,
        _trends: (*trend.rises, *trend.falls, *trend.holds, *trend.alone_rises, *trend.alone_holds),
    }
    made = [(re.compile(by_first_character(signs)), rule) for rule, signs in sign.items()]
    return (*made, (re.compile("[前第]|首位|榜首"), ranked_within))


_NAME = re.compile("[（“]")
_NAMED = re.compile("（[^（）]*）|“(?!十[一二三四五六七八九]五”)[^“”]*”")


@cache
def _fair() -> re.Pattern[str]:
    words = directions().fair
    return re.compile(
        rf"(?P<verb>{any_of(words.verbs)})(?P<word>{any_of(words.ranges)})(?:之?内|运行)?(?:{any_of(words.deferred)})?{END}"
    )


def _reasonable(text: str) -> Iterator[Found]:
    """保持在合理区间."""
    for match in _fair().finditer(text):
        at = match.start()
        yield Found(at, match.end(), at, match["word"], "reasonable", Direction.KEEP)


@cache
def _trend() -> re.Pattern[str]:
    words = directions().trend
    verb = any_of((*words.rises, *words.falls, *words.holds))
    one, alone = by_first_character(words.adverbs), any_of((*words.alone_rises, *words.alone_holds))
    more = any_of(words.adverbs)
    return re.compile(rf"(?P<word>(?:{one}){more}*(?P<verb>{verb})|(?P<alone>{alone})){END}")


def _trends(text: str) -> Iterator[Found]:
    """排放总量持续减少, 占比基本稳定, 面积不减少: which way alone, of something that can be measured."""
    words = directions().trend
    for match in _trend().finditer(text):
        verb = match["verb"] or match["alone"]
        way = Direction.KEEP
        if verb in words.rises or verb in words.alone_rises:
            way = Direction.UP
        elif verb in words.falls:
            way = Direction.DOWN
        at = match.start()
        yield Found(at, match.end(), at, match["word"], "", way)


def is_measured(phrase: str, *, adds: bool) -> bool:
    """Whether a phrase ends in something that can be measured; adds: counted things grow in number too."""
    words = directions().trend
    if suffix(phrase, words.not_measured):
        return False
    return bool(suffix(phrase, words.measured) or (adds and suffix(phrase, words.counted)))
