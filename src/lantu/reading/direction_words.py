"""The words of promises without a figure, ready for matching, and what a finding of them says."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from lantu.packs import load
from lantu.reading.lexicon import any_of
from lantu.values import Direction

NATION = "000000"
PROVINCE, PREFECTURE, OTHER = "province", "prefecture", "other"
"""What a text compares with when it does not say which: the register knows by the plan's own region."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Words of a comparison with a series."""

    above: tuple[str, ...]
    below: tuple[str, ...]
    reach: tuple[str, ...]
    in_step: tuple[str, ...]
    own: tuple[str, ...]
    growth: tuple[str, ...]
    average: tuple[str, ...]
    series: dict[str, str]


@dataclass(frozen=True, slots=True)
class Places:
    """Regions by what they are to the plan."""

    nation: tuple[str, ...]
    province: tuple[str, ...]
    prefecture: tuple[str, ...]
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RankWords:
    """Words of places in a ranking."""

    place: tuple[str, ...]
    forward: tuple[str, ...]
    stands: tuple[str, ...]
    classes: tuple[str, ...]
    front: tuple[str, ...]
    ahead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """How something is to go on."""

    adverbs: tuple[str, ...]
    rises: tuple[str, ...]
    falls: tuple[str, ...]
    holds: tuple[str, ...]
    alone_rises: tuple[str, ...]
    alone_holds: tuple[str, ...]
    measured: tuple[str, ...]
    counted: tuple[str, ...]
    not_measured: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fair:
    """Words of a reasonable range."""

    ranges: tuple[str, ...]
    verbs: tuple[str, ...]
    deferred: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """What is taken off the thing measured."""

    leading: tuple[str, ...]
    trailing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Directions:
    """Pack ``reading_directions``."""

    compared: Compared
    places: Places
    ranking: RankWords
    trend: Trend
    fair: Fair
    subject: SubjectWords


@dataclass(frozen=True, slots=True)
class Found:
    """A promise without a figure at ``start`` to ``end`` of a sentence.

    subject_end: where the words in front of it end; word: the text's own word (高于, 基本同步, 前列);
    relation: as in ``Reference``, "" when nothing it could be tested against is named;
    regions: codes, or what the region is to the plan; series: code, "" for the target's own.
    """

    start: int
    end: int
    subject_end: int
    word: str
    relation: str
    direction: Direction
    regions: tuple[str, ...] = ("",)
    series: str = ""
    margin: Decimal | None = None
    base: str = ""


@cache
def directions() -> Directions:
    """The shipped words."""
    pack: Directions = load("reading_directions", Directions)
    return pack


def by_first_character(words: Iterable[str]) -> str:
    """The words as alternatives that differ in their first character."""
    behind: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        behind.setdefault(word[0], []).append(word[1:])
    return "|".join(re.escape(first) + any_of(tuple(rest)) for first, rest in behind.items())


END = r"(?=[，。；、！：]|$|并|且|和)"


@cache
def region() -> str:
    """Pattern of regions in a row, as the group ``where``."""
    places = directions().places
    one = any_of((*places.nation, *places.province, *places.prefecture, *places.elsewhere))
    return f"(?P<where>{one}(?:[、和及]?{one})*)"


def regions_of(where: str) -> tuple[str, ...]:
    """Codes of the regions in ``where``: 全国、全省 are two."""
    kinds, pattern = _kinds()
    named = [kinds[m[0]] for m in pattern.finditer(where)]
    return tuple(dict.fromkeys(named)) or ("",)


@cache
def _kinds() -> tuple[dict[str, str], re.Pattern[str]]:
    """The words of regions with what each is to the plan, and a pattern for them."""
    places = directions().places
    kinds = {
        **dict.fromkeys(places.elsewhere, OTHER),
        **dict.fromkeys(places.prefecture, PREFECTURE),
        **dict.fromkeys(places.province, PROVINCE),
        **dict.fromkeys(places.nation, NATION),
    }
    return kinds, re.compile(any_of(tuple(kinds)))
