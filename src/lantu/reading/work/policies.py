"""Which deeds are policy measures: what the object ends in and whether the verb makes or changes it."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from lantu.plan import PolicyKind
from lantu.reading.lexicon import any_of
from lantu.reading.work.deeds import Deed
from lantu.reading.work.lexicon import work

# What may stand behind the noun that is made: 标准体系, 试点工作, 税收抵扣比例.
_BEHIND = "改革|体系|建设|管理|试点|比例|力度|抵扣|水平|范围"
_ENDING = re.compile(rf"[”》]*(?:等|工作|{_BEHIND}|（[^（）]*）|[”》 ])*")
_WEAK = ("推动", "推进", "探索", "强化", "研究", "实施", "争取")
_BECOMES = re.compile("成为|达到|走向")
_TITLE = re.compile(r"《([^《》]+)》")


@dataclass(frozen=True, slots=True)
class Measure:
    """The kind of a measure and the positions of the title it names, (0, 0) for none."""

    kind: PolicyKind
    title: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Tables:
    kinds: dict[str, tuple[PolicyKind, ...]]
    verbs: dict[PolicyKind, tuple[str, ...]]
    noun: re.Pattern[str]
    never: tuple[str, ...]


def _heads(text: str, match: re.Match[str], end: int, verb: str) -> bool:
    """Whether the noun is what is made: it ends the object, or a part that is not one of a mere list.

    法律、会计等机构 lists kinds of bodies, 政策和项目的单位 is about the 单位; behind a weak verb (推动)
    only the last noun counts.
    """
    if text.endswith(_tables().never, 0, match.end()):
        return False
    rest = text[match.end() : end]
    if _ENDING.fullmatch(rest):
        return True
    return "等" not in rest and "的" not in rest and not verb.endswith(_WEAK)


@cache
def _tables() -> _Tables:
    kinds: dict[str, tuple[PolicyKind, ...]] = {}
    for words in work().policies:
        for noun in words.nouns:
            kinds[noun] = (*kinds.get(noun, ()), words.kind)
    verbs = {words.kind: words.verbs for words in work().policies}
    # The noun must end the object or one of its parts: 税收优惠政策和…, 标准化 is no 标准.
    ends = rf"(?=$|[、（和与及等》]|{_BEHIND})"
    return _Tables(
        kinds,
        verbs,
        re.compile(any_of(tuple(kinds)) + ends),
        tuple(word for words in work().policies for word in words.never),
    )


@lru_cache(maxsize=4096)
def kinds_of(verb: str) -> frozenset[PolicyKind]:
    """The kinds of measure a verb can make."""
    return frozenset(kind for kind, verbs in _tables().verbs.items() if verb.endswith(verbs))


def rule_sign() -> re.Pattern[str]:
    """What the object of every measure holds."""
    return _tables().noun


def measure(text: str, found: Deed) -> Measure | None:
    """The policy measure a deed is, None for any other deed."""
    tables = _tables()
    verb = text[found.verb : found.object]
    able = kinds_of(verb)
    if not able:
        return None
    best: PolicyKind | None = None
    if verb.endswith(_WEAK) and _BECOMES.search(text, found.object, found.end):
        return None
    for match in tables.noun.finditer(text, found.object, found.end):
        if not _heads(text, match, found.end, verb):
            continue
        for kind in tables.kinds[match[0]]:
            if kind in able:
                best = kind
                break
    if best is None:
        return None
    title = _TITLE.search(text, found.object, found.end)
    return Measure(best, title.span(1) if title else (0, 0))
