"""Names of works: what a name ends in, its parts between 、, the head that several share."""

import re
from dataclasses import dataclass
from functools import cache

from lantu.reading.lexicon import any_of
from lantu.reading.work.lexicon import work

_PART = re.compile(r"[^、]+")
_JOINT = re.compile(r"[和及与]")
_COMMON = re.compile(r"等(?P<head>[^、，；等]{2,16})$")
_BRACKET = re.compile(r"（[^（）]*）")
_BUILT = re.compile(r"(?:建设|改造|扩建|新建)$|(?:建设|改造)(?:项目|工程)$")
_FEW = 2  # an own name has at least so many characters
_LONGEST_SHARE = 12
SHORTEST = 4
_LONGEST = 48


@dataclass(frozen=True, slots=True)
class _Tables:
    work: re.Pattern[str]
    sure: re.Pattern[str]
    placed: re.Pattern[str]
    called: re.Pattern[str]
    general: re.Pattern[str]
    unnamed: tuple[str, ...]
    foreign: re.Pattern[str]
    documents: tuple[str, ...]
    fields: frozenset[str]
    action: re.Pattern[str]


@cache
def _tables() -> _Tables:
    words = work().projects
    tail = rf"(?:{any_of(words.tails)}){{0,3}}$"
    return _Tables(
        re.compile(any_of((*words.sure, *words.placed, *words.called)) + tail),
        re.compile(any_of(words.sure) + tail),
        re.compile(any_of(words.placed) + tail),
        re.compile(any_of(words.called) + tail),
        re.compile(rf"(?:{any_of(words.general)}|[的和与及、])*"),
        words.unnamed,
        re.compile(any_of(words.foreign)),
        words.documents,
        frozenset(words.sure),
        re.compile(any_of(words.actions) + "$"),
    )


def plain(name: str) -> str:
    """The name without what stands in brackets."""
    return _BRACKET.sub("", name) if "（" in name else name


def is_work(name: str) -> bool:
    """Whether a name ends like a work, programme or facility."""
    return _tables().work.search(plain(name)) is not None


def is_document(name: str) -> bool:
    """Whether a listed name is a document to be drawn up (…规划), not a work."""
    return name.endswith(_tables().documents)


def is_field(title: str) -> bool:
    """Whether a title names a field of works (公路, 机场) under which the works themselves are named."""
    return title in _tables().fields or bool(_tables().general.fullmatch(title))


def parts_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts between 、 with brackets whole; 和, 及 part the last two when both end like works."""
    parts = [match.span() for match in _PART.finditer(text, start, end)]
    if not parts:
        return []
    first, last = parts[-1]
    for joint in _JOINT.finditer(text, first, last):
        at = joint.start()
        if is_work(text[first:at]) and at + 1 < last:
            return [*parts[:-1], (first, at), (at + 1, last)]
    return parts


def common_head(text: str, parts: list[tuple[int, int]]) -> str:
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
    return "" if _tables().general.fullmatch(head) or not is_work(head) else head


def core(text: str, start: int, end: int) -> tuple[int, int]:
    """The name without 等… and what is done with the work behind it, and without blanks around it."""
    match = _COMMON.search(text[start:end]) if "等" in text[start:end] else None
    if match and match.start() >= _FEW:
        end = start + match.start()
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] in " 等。；":
        end -= 1
    while (action := _tables().action.search(text, start, end)) and action.start() > start:
        if not is_work(text[start : action.start()]):
            break
        end = action.start()
    return start, end


def names_one(name: str, has_place: bool, *, built: bool) -> bool:
    """Whether a part names a work: a sure ending, or another with an own name or a place in front."""
    tables = _tables()
    if not SHORTEST <= len(name) <= _LONGEST or not tables.work.search(name):
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


def is_share(name: str) -> bool:
    """Whether a part can be one of several that share a head (甲 of 甲、乙等水电站)."""
    return (
        _FEW <= len(name) <= _LONGEST_SHARE
        and not is_work(name)
        and "”" not in name
        and not name.startswith(_tables().unnamed)
    )
