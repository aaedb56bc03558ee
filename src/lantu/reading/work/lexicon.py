"""The word lists of tasks, policies, projects and context, loaded once and made ready for matching."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from lantu.packs import load
from lantu.plan import PlatformAction, PolicyKind, Stage


@dataclass(frozen=True, slots=True)
class Deeds:
    """Verbs of duty and the words around them."""

    verbs: tuple[str, ...]
    nominal: tuple[str, ...]
    adverbs: tuple[str, ...]
    openers: tuple[str, ...]
    prepositions: tuple[str, ...]
    modals: tuple[str, ...]
    obliging: tuple[str, ...]
    inner: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PolicyWords:
    """What is made or changed, the verbs that do it, and what only ends alike, for one kind of measure."""

    kind: PolicyKind
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """Endings of project names, verbs that carry them out, words of their stages."""

    sure: tuple[str, ...]
    placed: tuple[str, ...]
    called: tuple[str, ...]
    actions: tuple[str, ...]
    tails: tuple[str, ...]
    verbs: tuple[str, ...]
    general: tuple[str, ...]
    unnamed: tuple[str, ...]
    foreign: tuple[str, ...]
    documents: tuple[str, ...]
    builds: tuple[str, ...]
    causatives: tuple[str, ...]
    inner: tuple[str, ...]
    stages: dict[Stage, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PlatformWords:
    """Nouns of information systems, cues, and verbs by what they do with them."""

    sure: tuple[str, ...]
    cued: tuple[str, ...]
    cues: tuple[str, ...]
    weak_cues: tuple[str, ...]
    never: tuple[str, ...]
    verbs: dict[PlatformAction, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ContextWords:
    """Headings and sentence words of context."""

    principle: tuple[str, ...]
    goal: tuple[str, ...]
    appeal: tuple[str, ...]
    statement: tuple[str, ...]
    result: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkPack:
    """Pack ``reading_work``."""

    deeds: Deeds
    policies: tuple[PolicyWords, ...]
    projects: ProjectWords
    platforms: PlatformWords
    context: ContextWords


@cache
def work() -> WorkPack:
    """The shipped words."""
    pack: WorkPack = load("reading_work", WorkPack)
    return pack


class Marked:
    """Words with flags; finds the longest at a place of a text, by its first two characters."""

    __slots__ = ("_words",)

    def __init__(self, **groups: Iterable[str]) -> None:
        """groups: words by flag name; a word in several groups has all their bits, in order 1, 2, 4 …."""
        flags: dict[str, int] = {}
        for bit, words in enumerate(groups.values()):
            for word in words:
                flags[word] = flags.get(word, 0) | 1 << bit
        found: dict[str, list[str]] = {}
        for word in sorted(flags, key=len, reverse=True):
            found.setdefault(word[:2], []).append(word)
        for pair, longer in found.items():
            if pair[0] in flags and pair[0] != pair:
                longer.append(pair[0])
        self._words = {
            pair: tuple([(word, (len(word), flags[word])) for word in alike]) for pair, alike in found.items()
        }

    def at(self, text: str, position: int, end: int) -> tuple[int, int]:
        """Length and flags of the longest word at ``position`` that ends by ``end``; (0, 0) for none."""
        if position < end:
            pair = text[position : position + 2]
            for word, found in self._words.get(pair) or self._words.get(pair[0], ()):
                if text.startswith(word, position, end):
                    return found
        return 0, 0


class Words:
    """Plain words; finds the longest at a place of a text."""

    __slots__ = ("_marked",)

    def __init__(self, words: Iterable[str]) -> None:
        self._marked = Marked(words=words)

    def at(self, text: str, position: int, end: int) -> int:
        """Length of the longest word at ``position`` that ends by ``end``, 0 for none."""
        return self._marked.at(text, position, end)[0]
