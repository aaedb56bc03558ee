"""A figure in its sentence: the words on both sides of it, and the verb that governs it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lantu.reading import indicator_phrase as phrase
from lantu.reading.governing import NO_VERB, Verb, verb_ahead, verb_before
from lantu.reading.layout import Placed
from lantu.reading.quantities import Quantity
from lantu.reading.words import Words

WORD_NUMBERS = ("cover", "zero", "removed", "all")
_CONTINUES = re.compile(r"[”’]?(?:$|[，。；、）]|并|且|的(?:目标|水平|规模|要求|标准|速度|增速))")
_LEVELS = ("level", "level_down", "level_keep", "change_up", "change_down")


@dataclass(frozen=True, slots=True)
class Said:
    """What was read of an earlier figure: later ones lean on its phrase and its verb."""

    words: Words
    verb: Verb


@dataclass(frozen=True)
class Figure:
    """A placed quantity with the sentence around it; ``mask`` hides brackets and short quotes."""

    words: Words
    mask: str
    placed: Placed

    @property
    def one(self) -> Quantity:
        """The quantity itself."""
        return self.placed.one

    @property
    def text(self) -> str:
        """The sentence."""
        return self.words.text

    @property
    def clause_start(self) -> int:
        """Where the clause of the figure begins."""
        return self.placed.clause[0]

    @cached_property
    def left(self) -> Words:
        """The words in front that belong to this figure and to no other."""
        return self.words.cut(self.placed.left, self.one.start)

    @cached_property
    def right(self) -> Words:
        """The words behind that belong to it, comparator words skipped."""
        return self.words.cut(self.placed.after, self.placed.right)

    @property
    def before_in_clause(self) -> str:
        """The words of the clause in front; of a figure in a list only its own."""
        start = self.placed.left if self.placed.follows else self.clause_start
        return self.text[start : self.one.start]

    @cached_property
    def behind(self) -> bool:
        """Whether the thing stands behind the figure (建设N个X) and not in front (X达到N个)."""
        kind = self.one.kind
        if kind in (*WORD_NUMBERS, "double", "time") or _CONTINUES.match(self.right.text):
            return False
        verb = verb_before(self.left.text)
        head = phrase.subject(self.left)
        if kind in ("count", "bare"):
            return not (head and verb.kind in _LEVELS)
        return not head or (kind == "measure" and verb.kind in ("build", "cumulative"))

    @property
    def in_apposition(self) -> bool:
        """苏州、无锡等5个市: the number sums up what was named and promises nothing."""
        left = self.left.text
        if phrase.ends_listing(left) and not re.search(r"[，、：]$|^$", left):
            return True
        if verb_before(left).kind or self.one.kind != "count" or "、" not in left:
            return False
        return bool(phrase.subject(self.left)) and not phrase.purpose(self.left)

    def verb(self, earlier: Sequence[Said]) -> Verb:
        """The verb in front, else at the head of the clause, else carried over from the list."""
        left = phrase.without_times(self.left).text
        near = verb_before(left)
        if near.kind and (self.behind or near.kind not in ("build", "cumulative")):
            return near
        ahead = verb_ahead(left)
        if ahead.kind or near.kind:
            return ahead if ahead.kind else near
        return earlier[-1].verb if earlier else NO_VERB
