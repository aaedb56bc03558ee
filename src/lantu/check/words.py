"""The word lists of checking, loaded once."""

import re
from dataclasses import dataclass
from functools import cache

from lantu.packs import load
from lantu.reading.lexicon import any_of


@dataclass(frozen=True, slots=True)
class SenseWords:
    """How exact a figure is meant."""

    about_before: tuple[str, ...]
    over_before: tuple[str, ...]
    nearly_before: tuple[str, ...]
    under_before: tuple[str, ...]
    about_behind: tuple[str, ...]
    over_behind: tuple[str, ...]
    under_behind: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoundWords:
    """What a target demands."""

    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoveWords:
    """Verbs in front of a figure."""

    at: tuple[str, ...]
    up: tuple[str, ...]
    down: tuple[str, ...]
    reach: tuple[str, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]
    over_what: tuple[str, ...]
    under_what: tuple[str, ...]
    away: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Words taken off the ends of a phrase; asides open a clause that names nothing.

    not_tail: what a tail word belongs to when it stands behind it; not_head: the same for a head word
    and what stands behind it.
    """

    tail: tuple[str, ...]
    not_tail: dict[str, tuple[str, ...]]
    head: tuple[str, ...]
    not_head: dict[str, tuple[str, ...]]
    asides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BasisWords:
    """Price and scope words; not_before: what makes another word of one."""

    words: tuple[str, ...]
    not_before: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class VintageWords:
    """Words by the code of ``lantu.values.Vintage``."""

    forecast: tuple[str, ...]
    flash: tuple[str, ...]
    preliminary: tuple[str, ...]
    final: tuple[str, ...]
    census_revision: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgainstWords:
    """What a figure is compared with."""

    goal: tuple[str, ...]
    average: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AheadWords:
    """Words of what is still to be reached, and of what has been."""

    words: tuple[str, ...]
    not_ahead: tuple[str, ...]
    past_headings: tuple[str, ...]
    ahead_headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AttributeWords:
    """Phrases that say nothing alone; empty: even beside a level; tails of a phrase of something measured."""

    empty: tuple[str, ...]
    words: tuple[str, ...]
    measured: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeedWords:
    """Verbs in front of a count: neutral ones, ones that stay in the phrase; what is no thing behind it."""

    neutral: tuple[str, ...]
    kept: tuple[str, ...]
    behind_stops: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckWords:
    """Pack ``check_words``."""

    version: str
    sense: SenseWords
    bounds: BoundWords
    moves: MoveWords
    small: SmallWords
    basis: BasisWords
    vintage: VintageWords
    against: AgainstWords
    ahead: AheadWords
    attributes: AttributeWords
    deeds: DeedWords


def words() -> CheckWords:
    """The shipped pack."""
    pack: CheckWords = load("check_words", CheckWords)
    return pack


@cache
def pattern(listed: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of the words."""
    return re.compile(any_of(listed))
