"""A figure in its sentence: the words on both sides of it, and the verb that governs it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lantu.reading import indicator_phrase as phrase
from lantu.reading.layout import Placed
from lantu.reading.lexicon import cues, prefix, suffix, verbs
from lantu.reading.modes import WORD_NUMBERS
from lantu.reading.quantities import Quantity
from lantu.reading.verbs import NO_VERB, Verb, verb_ahead, verb_before, verb_within
from lantu.reading.words import Words

_CONTINUES = re.compile(
    r"[”’]?(?:$|（[^（）]*）(?=[，。；、）]|$)|[，。；、）]|并|且|的(?:目标|水平|规模|要求|标准|速度|增速))"
)
# 以10个镇为支撑: what the plan leans on, not what it promises
_ROLE = re.compile("为(?:支撑|节点|核心|重点|骨干|主体|基础|载体|依托|引领|补充|龙头|支点|纽带|轴|带|单元)")
_SUM_OF = re.compile("(?:经费|资金|研发|财政|固定资产|总)(?:投入|投资)$")
_SIZE_OF = re.compile("总?规模(?=(?:达到?|不低于|不少于|超过?|约)?$)")
_HANDED_OUT = re.compile(
    "分解到|分解至|分解方案|纳入[^，。；]{0,10}(?:考核|管理)|分解落实|纳入考核|逐项|明确责任|明确牵头|列入考核|全面推开|落实到人|挂图作战"
)
_BENEFIT = re.compile("(?:为|给|对|向|使|让)$")
_OPEN_END = re.compile(r"[，、：]$|^$")
_LEVELS = ("level", "level_down", "level_keep", "change_up", "change_down")


@dataclass(frozen=True, slots=True)
class Said:
    """What was read of an earlier figure: later ones lean on its phrase and its verb."""

    words: Words
    verb: Verb
    unit: str = ""
    at: int = 0


def names_what_is_planned(words: str) -> bool:
    """本规划约束性指标11项: the number of the plan's own indicators or tasks."""
    return bool(suffix(words, cues().names.meta))


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
    def unit(self) -> str:
        """The unit as the shadow text writes it."""
        return self.text[self.one.unit[0] : self.one.unit[1]]

    @property
    def clause_start(self) -> int:
        """Where the clause of the figure begins."""
        return self.placed.clause[0]

    @cached_property
    def left(self) -> Words:
        """The words in front that belong to this figure and to no other."""
        return self.words.cut(self.placed.left, self.placed.lead)

    @cached_property
    def right(self) -> Words:
        """The words behind that belong to it, comparator words skipped."""
        return self.words.cut(self.placed.after, self.placed.right)

    @property
    def before_in_clause(self) -> str:
        """The words of the clause in front; of a figure in a list only its own."""
        start = self.placed.left if self.placed.follows else self.clause_start
        return self.text[start : self.placed.lead]

    @property
    def after(self) -> str:
        """The words behind; of figures in a row those behind the last, unless it has its own."""
        own = self.text[self.one.end : self.one.end + 4].lstrip("”")
        last = self.text[self.placed.row_end : self.placed.row_end + 4]
        return last if own[:1] in "、和" and self.placed.row[1] > 1 else own

    @cached_property
    def behind(self) -> bool:
        """Whether the thing stands behind the figure (建设N个X) and not in front (X达到N个)."""
        kind = self.one.kind
        if kind in (*WORD_NUMBERS, "double", "time") or _CONTINUES.match(self.right.text):
            return False
        verb = verb_before(self.left.text)
        head = phrase.subject(self.left)
        if kind in ("count", "bare"):
            return not (head and verb.kind in _LEVELS and not verb.bounds)
        return not head or (kind == "measure" and (verb.puts_up or not verb.kind))

    @property
    def in_apposition(self) -> bool:
        """甲、乙等5个市: the number sums up what was named and promises nothing.

        Nor does what the plan leans on (以10个镇为支撑). A verb that builds makes it a promise.
        """
        left = self.left.text
        if _ROLE.search(self.right.text) or self._leans_on:
            return True
        if verb_ahead(left).kind == "build":
            return False
        sums_up = phrase.ends_listing(left) and not _OPEN_END.search(left)
        if sums_up or verb_before(left).kind:
            return sums_up
        beside_names = "、" in left and bool(phrase.subject(self.left)) and not phrase.purpose(self.left)
        return self.one.kind == "measure" or (self.one.kind == "count" and beside_names)

    @property
    def _leans_on(self) -> bool:
        """围绕8条产业链, 服务某地区27个城市: an orientation, or places that are only counted."""
        names, left, right = cues().names, self.left.text, self.right.text
        rest = self.text[self.one.end : self.placed.clause[1]]
        opens = self.text[self.clause_start : self.placed.lead]
        own = self.placed.left == self.clause_start or not verb_before(left).kind
        turn, verb = prefix(opens, names.orientation), verb_before(left)
        if own and turn and not (verb.puts_up and verb.word != turn):
            return True
        if self.one.kind == "count" and (_HANDED_OUT.search(opens + rest) or prefix(right, names.meta)):
            return True  # 将18项指标分解到各部门
        places = self.one.kind == "count" and prefix(right, names.places)
        return bool(places and left and not verb_before(left).kind)

    @cached_property
    def sizes_fund(self) -> str:
        """规模 of 设立总规模50亿元的基金: the size of the one thing that is promised, "" for none."""
        match = _SIZE_OF.search(self.left.text) if self.one.kind == "measure" and self.right else None
        return match[0] if match else ""

    def verb(self, earlier: Sequence[Said]) -> Verb:
        """The verb in front, else at the head of the clause, else carried over from the list."""
        left = phrase.without_times(self.left).text
        if self.sizes_fund:
            return NO_VERB
        if self.behind and _BENEFIT.search(left) and (given := verb_within(self.right.text)).kind:
            return given
        near = verb_before(left)
        near = near if near.kind else verb_before(self.left.text)
        if self.one.kind == "percent":
            return near
        if near.bounds:
            inner = verb_before(left[: left.rfind(near.word)])
            inner = NO_VERB if _SUM_OF.search(left[: left.rfind(near.word)]) else inner
            opening = self._verb_of_clause(left, near)
            ahead = inner if inner.puts_up else opening
        elif near.kind and (self.behind or not near.puts_up):
            return near
        else:
            ahead = verb_ahead(left)
        found = ahead if ahead.kind else near
        listed = near.bounds and self.placed.follows and bool(earlier) and earlier[-1].verb.puts_up
        if (found.kind and not (listed and not ahead.kind)) or not earlier:
            return found
        carried = earlier[-1].verb
        return carried if carried.puts_up or carried.kind == "level" else NO_VERB

    def _verb_of_clause(self, left: str, near: Verb) -> Verb:
        """The verb that opens the clause of a bound; money and rates are built by none, money is spent."""
        opening = verb_ahead(left)
        money = self.one.kind == "measure" and (self.unit.endswith("元") or "/" in self.unit)
        spent = opening.kind == "cumulative" and opening.word not in verbs().causative
        return NO_VERB if opening.word == near.word or (money and not spent) else opening
