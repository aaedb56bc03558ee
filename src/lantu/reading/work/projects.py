"""Projects named in the object of a deed and in the lists of boxes, with their stages and capacity facts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from lantu.plan import Stage
from lantu.reading.lexicon import any_of
from lantu.reading.work.deeds import Deed
from lantu.reading.work.lexicon import work
from lantu.reading.work.places import Found
from lantu.reading.work.work_names import (
    SHORTEST,
    common_head,
    core,
    is_share,
    is_work,
    names_one,
    parts_of,
    plain,
)
from lantu.values import maker

_FACT = re.compile(
    r"\d+(?:\.\d+)?(?:[-~—至]\d+(?:\.\d+)?)?(?:万|亿|千)?(?:吨级?|千伏|千瓦时?|公里|平方公里|平方米|亩|公顷|立方米|吨标准煤|兆瓦|瓦时|G瓦时|床|张床位|座|万人次|人次|米|标箱|TEU|台|套|辆|架)(?:/[日年天])?"
)
_DIGIT = re.compile(r"\d")
_MADE_OF = "把将"


@dataclass(frozen=True, slots=True)
class FoundProject:
    """Positions of a project's name, the head it shares ("" for none), and its stage."""

    start: int
    end: int
    head: str
    stage: Stage
    stage_word: str


_found = maker(FoundProject)


@dataclass(frozen=True, slots=True)
class _Tables:
    hint: re.Pattern[str]
    builds: re.Pattern[str]
    inner: re.Pattern[str]
    causatives: tuple[str, ...]
    verbs: tuple[str, ...]
    stages: dict[str, Stage]
    stage: re.Pattern[str]


@cache
def _tables() -> _Tables:
    words = work().projects
    stages = {word: stage for stage, group in words.stages.items() for word in group}
    return _Tables(
        re.compile(any_of((*words.sure, *words.placed, *words.called))),
        re.compile(any_of(words.builds) + "$"),
        re.compile(any_of(words.inner)),
        words.causatives,
        words.verbs,
        stages,
        re.compile(any_of(tuple(stages))),
    )


def work_sign() -> re.Pattern[str]:
    """What the object holds of every deed that carries out a project."""
    return _tables().hint


def projects(text: str, found: Deed, places: tuple[Found, ...]) -> Iterator[FoundProject]:
    """The named projects in the object of a deed that can name some (``acts``); places: of the block."""
    tables = _tables()
    verb = text[found.verb : found.object]
    if text[found.start] in _MADE_OF:  # 把部署转化为项目 names none
        return
    inner = _inner(text, found)
    parts = parts_of(text, inner.end() if inner else found.object, found.end)
    head = common_head(text, parts)
    if not head and not any(is_work(text[begin:end]) for begin, end in parts):
        return
    word, stage = _stage_of_deed(text, found)
    doing = inner[0] if inner else verb
    built = bool(tables.builds.search(doing)) or stage is not Stage.NONE
    for begin, end in parts:
        start = begin
        if inner and (again := tables.inner.search(text, begin + 1, end - SHORTEST)):
            start = again.end()  # 支持甲建设X、乙打造Y
        name = plain(text[start:end])
        if names_one(name, any(begin <= p.start < end for p in places), built=built) or (
            head and is_share(name)
        ):
            first, last = core(text, start, end)
            yield _found(first, last, head if head and not is_work(name) else "", stage, word)


def listed(text: str, start: int, end: int, stage: tuple[str, Stage] | None) -> Iterator[FoundProject]:
    """The works of one entry of a list; entries under a label (``stage`` given) are split at 、."""
    if stage is None:
        word, own = stage_of(text, start, end)
        yield _found(start, end, "", own, word)
        return
    parts = parts_of(text, start, end)
    head = common_head(text, parts)
    works = sum(is_work(text[a:b]) for a, b in parts)
    if not head and stage[1] is Stage.NONE and 2 * works < len(parts):
        parts = [(start, end)]  # fields, not works
    for first, last in parts:
        begin, stop = core(text, first, last)
        name = text[begin:stop]
        yield _found(begin, stop, head if head and not is_work(name) else "", stage[1], stage[0])


def stage_of(text: str, start: int, end: int, *, anywhere: bool = False) -> tuple[str, Stage]:
    """The stage word that opens or ends these words and its meaning; ("", NONE) for none.

    anywhere: in a label the word may stand in the middle (拟开工项目).
    """
    for match in _tables().stage.finditer(text, start, end):
        if anywhere or match.start() == start or match.end() == end:
            return match[0], _tables().stages[match[0]]
    return "", Stage.NONE


def _stage_of_deed(text: str, found: Deed) -> tuple[str, Stage]:
    """The stage a verb (续建…) or the end of its object (…开工建设) says."""
    word, stage = stage_of(text, found.verb, found.object)
    return (word, stage) if word else stage_of(text, max(found.object, found.end - 8), found.end)


def facts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Positions of the capacity facts in these words (1000千伏, 15万吨级)."""
    if _DIGIT.search(text, start, end) is None:
        return []
    return [match.span() for match in _FACT.finditer(text, start, end)]


@lru_cache(maxsize=4096)
def carries_out(verb: str) -> bool:
    """Whether the verb carries out works."""
    return verb.endswith(_tables().verbs)


@lru_cache(maxsize=4096)
def _makes_others_act(verb: str) -> bool:
    return verb.endswith(_tables().causatives)


def behind_inner(text: str, found: Deed) -> int:
    """Where the object of the inner verb begins (支持企业建设X), the object's start when there is none."""
    match = _inner(text, found)
    return match.end() if match else found.object


def _inner(text: str, found: Deed) -> re.Match[str] | None:
    if not _makes_others_act(text[found.verb : found.object]):
        return None
    match = _tables().inner.search(text, found.object + 1, found.end - SHORTEST)
    return match if match and text[match.end()] not in "的、和与及" else None
