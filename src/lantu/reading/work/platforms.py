"""Named information systems and data platforms in the object of a deed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from lantu.plan import PlatformAction
from lantu.reading.lexicon import any_of
from lantu.reading.work.deeds import Deed
from lantu.reading.work.lexicon import work
from lantu.reading.work.projects import behind_inner

_HINT = re.compile(
    r"平台|系统|库|数据中心|算力中心|智算中心|超算中心|一张网|一张图|大脑|政务云|门户|数据集|数据空间|孪生|解析体系"
)
_PART = re.compile(r"[^、和及与]+")
_LEADING = re.compile(r"^(?:一批|若干|各类|多个|全国|全省|全市|统一的?|一个|新的?|一系列)")
_UNNAMED = ("一批", "各类", "若干", "成为")
_SHORTEST = 4
_LONGEST = 36
_OWN = 2  # 服务平台 alone is no name


@dataclass(frozen=True, slots=True)
class FoundPlatform:
    """Positions of a platform's name, and what is done with it."""

    start: int
    end: int
    action: PlatformAction


@dataclass(frozen=True, slots=True)
class _Tables:
    noun: re.Pattern[str]
    never: re.Pattern[str]
    cue: re.Pattern[str]
    strong_cue: re.Pattern[str]
    sure: tuple[str, ...]
    actions: tuple[tuple[PlatformAction, tuple[str, ...]], ...]


@cache
def _tables() -> _Tables:
    words = work().platforms
    return _Tables(
        re.compile(
            any_of((*words.sure, *words.cued))
            + r"(?=$|[（“”\s]|等|建设|功能|升级|改造|互联|应用|开发|作用|的?(?:对接|整合|服务|覆盖|推广))"
        ),
        re.compile(any_of(words.never)),
        re.compile(any_of(words.cues)),
        re.compile(any_of(tuple(w for w in words.cues if w not in words.weak_cues))),
        words.sure,
        tuple(words.verbs.items()),
    )


def system_sign() -> re.Pattern[str]:
    """What the object holds of every deed that concerns a system."""
    return _HINT


def mentions(text: str) -> bool:
    """Whether a text can name a platform at all."""
    return bool(_HINT.search(text))


def platforms(text: str, found: Deed) -> Iterator[FoundPlatform]:
    """The platforms that a deed which can concern some (``acts``) builds, upgrades, merges or uses."""
    action = action_of(text[found.verb : found.object])
    if action is None:
        return
    for part in _PART.finditer(text, behind_inner(text, found), found.end):
        span = name_in(text, part.start(), part.end())
        if span:
            yield FoundPlatform(*span, action)


@lru_cache(maxsize=4096)
def action_of(verb: str) -> PlatformAction | None:
    """What a verb does with a platform, None for another verb."""
    return next((action for action, verbs in _tables().actions if verb.endswith(verbs)), None)


def name_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Positions of the platform's name in a part between 、 and 和, None when it names none."""
    tables = _tables()
    listed = text.rfind("等", start, end)  # 甲等乙平台: the name is 乙平台
    if start < listed < end - _SHORTEST:
        start = listed + 1
    while start < end and text[start] == " ":
        start += 1
    match = next(iter(tables.noun.finditer(text, start, end)), None)
    if match is None:
        return None
    stop = match.end() + (text[match.end() : match.end() + 1] == "”" and "“" in text[start : match.end()])
    name = text[start:stop]
    if match.start() - start < _OWN and match[0] in tables.sure:
        return None
    if not _SHORTEST <= len(_LEADING.sub("", name)) <= _LONGEST or name.startswith(
        ("一批", "各类", "若干", "成为")
    ):
        return None
    if any(m.end() >= len(name) - 1 for m in tables.never.finditer(name)):
        return None
    cue = tables.cue if match[0] == "平台" else tables.strong_cue
    if match[0] not in tables.sure and not cue.search(name):
        return None
    return start, stop
