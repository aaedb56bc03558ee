"""The word lists of reading, loaded once and made ready for matching."""

import re
from dataclasses import dataclass
from decimal import Decimal

from lantu.packs import load


@dataclass(frozen=True, slots=True)
class Units:
    """Pack ``reading_units``: unit words by kind, and what a unit is not."""

    measures: tuple[str, ...]
    percent: tuple[str, ...]
    times: tuple[str, ...]
    classifiers: tuple[str, ...]
    not_classifier: tuple[str, ...]
    multipliers: dict[str, Decimal]
    per: tuple[str, ...]
    per_population: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verbs:
    """Pack ``reading_verbs``: verbs by what they make of a figure."""

    level: tuple[str, ...]
    level_down: tuple[str, ...]
    level_keep: tuple[str, ...]
    change_up: tuple[str, ...]
    change_down: tuple[str, ...]
    build: tuple[str, ...]
    cumulative: tuple[str, ...]
    bounds: tuple[str, ...]
    causative: tuple[str, ...]
    people: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """Comparator words of one meaning."""

    meaning: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparators:
    """Comparator words in front of a figure and behind it."""

    before: tuple[Qualifiers, ...]
    after: tuple[Qualifiers, ...]


@dataclass(frozen=True, slots=True)
class Softness:
    """Words that soften a promise."""

    strive: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Times:
    """Words around years and periods."""

    plan_period: tuple[str, ...]
    not_due: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """Words by which a fact is told from a promise."""

    headings: tuple[str, ...]
    situations: tuple[str, ...]
    deeds: tuple[str, ...]
    here: tuple[str, ...]
    ahead_openings: tuple[str, ...]
    ahead_headings: tuple[str, ...]
    sentence: tuple[str, ...]
    ahead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Words that make a number a name, a class, a condition or a sum of what was listed."""

    after: tuple[str, ...]
    before: tuple[str, ...]
    size_class: tuple[str, ...]
    capacities: tuple[str, ...]
    project: tuple[str, ...]
    listing: tuple[str, ...]
    kinds_of: tuple[str, ...]
    support: tuple[str, ...]
    orientation: tuple[str, ...]
    places: tuple[str, ...]
    meta: tuple[str, ...]
    present: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Implied:
    """Words that are numbers."""

    cover: tuple[str, ...]
    double: dict[str, Decimal]
    zero: tuple[str, ...]
    removed: tuple[str, ...]
    removable: tuple[str, ...]
    not_removed: tuple[str, ...]
    all: tuple[str, ...]
    all_verbs: tuple[str, ...]
    all_zero: tuple[str, ...]
    all_down: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """Pack ``reading_cues``."""

    comparators: Comparators
    strength: Softness
    time: Times
    past: Past
    names: Names
    implied: Implied


@dataclass(frozen=True, slots=True)
class Phrases:
    """Pack ``reading_phrases``: how an indicator phrase is cut and completed."""

    leading: tuple[str, ...]
    adverbs: tuple[str, ...]
    noun_tails: tuple[str, ...]
    trailing: tuple[str, ...]
    alone: tuple[str, ...]
    between: tuple[str, ...]
    bare: tuple[str, ...]
    attributes: tuple[str, ...]
    topic_openers: tuple[str, ...]
    twins: tuple[str, ...]
    shared_ends: tuple[str, ...]
    long_modifier: int
    class_endings: tuple[str, ...]
    kept_verbs: tuple[str, ...]


def units() -> Units:
    """The shipped units."""
    pack: Units = load("reading_units", Units)
    return pack


def verbs() -> Verbs:
    """The shipped verbs."""
    pack: Verbs = load("reading_verbs", Verbs)
    return pack


def cues() -> Cues:
    """The shipped cue words."""
    pack: Cues = load("reading_cues", Cues)
    return pack


def phrases() -> Phrases:
    """The shipped phrase words."""
    pack: Phrases = load("reading_phrases", Phrases)
    return pack


def any_of(words: tuple[str, ...]) -> str:
    """A regular expression for any of these words, the longest first.

    Words are folded by their first characters, so that a text is tried against each beginning once.
    """
    return f"(?:{folded(set(words))})"


def folded(words: set[str]) -> str:
    """制度, 制定, 办法 as 制(?:度|定)|办法; where a word goes on as another, the longer is tried first."""
    tails: dict[str, set[str]] = {}
    for word in words - {""}:
        tails.setdefault(word[0], set()).add(word[1:])
    parts = []
    for first in sorted(tails):
        rest = folded(tails[first])
        parts.append(re.escape(first) + (f"(?:{rest})" if "|" in rest else rest))
    return "|".join([*parts, ""] if "" in words else parts)


Index = dict[str, tuple[str, ...]]
_first: dict[int, tuple[tuple[str, ...], Index]] = {}
_last: dict[int, tuple[tuple[str, ...], Index]] = {}
_MOST_INDEXES = 1024


def prefix(text: str, words: tuple[str, ...]) -> str:
    """The longest of ``words`` that ``text`` begins with, "" for none."""
    known = _first.get(id(words))
    if known is None or known[0] is not words:
        known = _indexed(words, _first, slice(0, 1))
    for word in known[1].get(text[:1], ()):
        if text.startswith(word):
            return word
    return ""


def suffix(text: str, words: tuple[str, ...]) -> str:
    """The longest of ``words`` that ``text`` ends with, "" for none."""
    known = _last.get(id(words))
    if known is None or known[0] is not words:
        known = _indexed(words, _last, slice(-1, None))
    for word in known[1].get(text[-1:], ()):
        if text.endswith(word):
            return word
    return ""


def _indexed(
    words: tuple[str, ...], indexes: dict[int, tuple[tuple[str, ...], Index]], edge: slice
) -> tuple[tuple[str, ...], Index]:
    """The words by their first or last character, the longest first.

    Word lists live as long as the process: one is known again by being the same object, for to compare
    or hash hundreds of words costs more than the search. Lists put together on the spot are dropped.
    """
    index: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        index.setdefault(word[edge], []).append(word)
    if len(indexes) >= _MOST_INDEXES:
        indexes.clear()
    made = words, {character: tuple(found) for character, found in index.items()}
    indexes[id(words)] = made
    return made
