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
from lantu.values import maker

_PART = re.compile(r"[^、]+")
_JOINT = re.compile(r"[和及与]")
_COMMON = re.compile(r"等(?P<head>[^、，；等]{2,16})$")
_FACT = re.compile(
    r"\d+(?:\.\d+)?(?:[-~—至]\d+(?:\.\d+)?)?(?:万|亿|千)?(?:吨级?|千伏|千瓦时?|公里|平方公里|平方米|亩|公顷|立方米|吨标准煤|兆瓦|瓦时|G瓦时|床|张床位|座|万人次|人次|米|标箱|TEU|台|套|辆|架)(?:/[日年天])?"
)
_DIGIT = re.compile(r"\d")
_BRACKET = re.compile(r"（[^（）]*）")
_BUILT = re.compile(r"(?:建设|改造|扩建|新建)$|(?:建设|改造)(?:项目|工程)$")
_FEW = 2  # an own name has at least so many characters
_LONGEST_SHARE = 12
_SHORTEST = 4
_MADE_OF = "把将"
_LONGEST = 48


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
    work: re.Pattern[str]
    sure: re.Pattern[str]
    placed: re.Pattern[str]
    called: re.Pattern[str]
    general: re.Pattern[str]
    unnamed: tuple[str, ...]
    foreign: re.Pattern[str]
    verbs: tuple[str, ...]
    documents: tuple[str, ...]
    stages: dict[str, Stage]
    fields: frozenset[str]
    stage: re.Pattern[str]
    action: re.Pattern[str]


@cache
def _tables() -> _Tables:
    words = work().projects
    tail = rf"(?:{any_of(words.tails)}){{0,3}}$"
    pairs = sorted(((w, s) for s, ws in words.stages.items() for w in ws), key=lambda p: (-len(p[0]), p[0]))
    return _Tables(
        re.compile(any_of((*words.sure, *words.placed, *words.called))),
        re.compile(any_of(words.builds) + "$"),
        re.compile(any_of(words.inner)),
        words.causatives,
        re.compile(any_of((*words.sure, *words.placed, *words.called)) + tail),
        re.compile(any_of(words.sure) + tail),
        re.compile(any_of(words.placed) + tail),
        re.compile(any_of(words.called) + tail),
        re.compile(rf"(?:{any_of(words.general)}|[的和与及、])*"),
        words.unnamed,
        re.compile(any_of(words.foreign)),
        words.verbs,
        words.documents,
        dict(pairs),
        frozenset(words.sure),
        re.compile(any_of(tuple(w for w, _ in pairs))),
        re.compile(any_of(words.actions) + "$"),
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
    parts = _parts(text, inner.end() if inner else found.object, found.end)
    head = _common_head(text, parts)
    if not head and not any(_ends_as_work(text[begin:end]) for begin, end in parts):
        return
    word, stage = _stage_of_deed(text, found)
    doing = inner[0] if inner else verb
    built = bool(tables.builds.search(doing)) or stage is not Stage.NONE
    for begin, end in parts:
        start = begin
        if inner and (again := tables.inner.search(text, begin + 1, end - _SHORTEST)):
            start = again.end()  # 支持甲建设X、乙打造Y
        name = _plain(text[start:end])
        if _names_one(name, any(begin <= p.start < end for p in places), built=built) or (
            head and _is_share(name)
        ):
            first, last = _core(text, start, end)
            yield _found(first, last, head if head and not _ends_as_work(name) else "", stage, word)


def _plain(name: str) -> str:
    """The name without what stands in brackets."""
    return _BRACKET.sub("", name) if "（" in name else name


def listed(text: str, start: int, end: int, stage: tuple[str, Stage] | None) -> Iterator[FoundProject]:
    """The works of one entry of a list; entries under a label (``stage`` given) are split at 、."""
    if stage is None:
        word, own = stage_of(text, start, end)
        yield _found(start, end, "", own, word)
        return
    parts = _parts(text, start, end)
    head = _common_head(text, parts)
    works = sum(_ends_as_work(text[a:b]) for a, b in parts)
    if not head and stage[1] is Stage.NONE and 2 * works < len(parts):
        parts = [(start, end)]  # fields, not works
    for first, last in parts:
        begin, stop = _core(text, first, last)
        name = text[begin:stop]
        yield _found(begin, stop, head if head and not _ends_as_work(name) else "", stage[1], stage[0])


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


def is_field(title: str) -> bool:
    """Whether a title names a field of works (公路, 机场) under which the works themselves are named."""
    return title in _tables().fields or bool(_tables().general.fullmatch(title))


def facts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Positions of the capacity facts in these words (1000千伏, 15万吨级)."""
    if _DIGIT.search(text, start, end) is None:
        return []
    return [match.span() for match in _FACT.finditer(text, start, end)]


def is_document(name: str) -> bool:
    """Whether a listed name is a document to be drawn up (…规划), not a work."""
    return name.endswith(_tables().documents)


def is_work(name: str) -> bool:
    """Whether a name ends like a work, programme or facility."""
    return _ends_as_work(name)


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts between 、 with brackets whole; 和, 及 part the last two when both end like works."""
    parts = [match.span() for match in _PART.finditer(text, start, end)]
    if not parts:
        return []
    first, last = parts[-1]
    for joint in _JOINT.finditer(text, first, last):
        at = joint.start()
        if _ends_as_work(text[first:at]) and at + 1 < last:
            return [*parts[:-1], (first, at), (at + 1, last)]
    return parts


def _common_head(text: str, parts: list[tuple[int, int]]) -> str:
    """The head several parts share: 甲、乙等抽水蓄能电站."""
    if len(parts) < 2:
        return ""
    start, end = parts[-1]
    if "等" not in text[start:end]:
        return ""
    match = _COMMON.search(text[start:end])
    if match is None:
        return ""
    head = match["head"]
    return "" if _tables().general.fullmatch(head) or not _ends_as_work(head) else head


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """The name without 等… and what is done with the work behind it, and without blanks around it."""
    match = _COMMON.search(text[start:end]) if "等" in text[start:end] else None
    if match and match.start() >= _FEW:
        end = start + match.start()
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] in " 等。；":
        end -= 1
    while (action := _tables().action.search(text, start, end)) and action.start() > start:
        if not _ends_as_work(text[start : action.start()]):
            break
        end = action.start()
    return start, end


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
    match = _tables().inner.search(text, found.object + 1, found.end - _SHORTEST)
    return match if match and text[match.end()] not in "的、和与及" else None


def _names_one(name: str, has_place: bool, *, built: bool) -> bool:
    """Whether a part names a work: a sure ending, or another with an own name or a place in front."""
    tables = _tables()
    if not _SHORTEST <= len(name) <= _LONGEST or not tables.work.search(name):
        return False
    if name.startswith(tables.unnamed) or tables.foreign.search(name):
        return False
    for pattern, needs_place in (
        (tables.sure, False),
        (tables.called, False),
        (tables.placed, True),
    ):
        match = pattern.search(name)
        if match and (not needs_place or (has_place and (built or _BUILT.search(name)))):
            own = name[: match.start()]
            return len(own) >= _FEW and not tables.general.fullmatch(own) and own[-1] != "的"
    return False


def _ends_as_work(name: str) -> bool:
    return _tables().work.search(_plain(name)) is not None


def _is_share(name: str) -> bool:
    return (
        _FEW <= len(name) <= _LONGEST_SHARE
        and not _ends_as_work(name)
        and "”" not in name
        and not name.startswith(_tables().unnamed)
    )
