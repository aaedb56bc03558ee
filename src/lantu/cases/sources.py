"""What may be said of a source: a link only to official sites and major press, a publisher as printed."""

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from lantu import packs
from lantu.indicators import shipped_regions
from lantu.indicators.phrase import plain

_BRACKETS = re.compile(r"\([^()]*\)")
_QUOTED = re.compile(
    r"\((?:引[^()]*|[^()]*(?:转|转引|转载|译|存档))\)|[,，]引[^()]*|引(?:于|自)?国家统计局[^()]*"
)


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher and the words of a title that name it."""

    words: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of document and the body that issues it; ``{place}`` is the region the title names."""

    words: str
    name: str


@dataclass(frozen=True, slots=True)
class SourcePack:
    """The content of ``sources.toml``."""

    version: str
    official: tuple[str, ...]
    press: tuple[str, ...]
    publishers: tuple[Publisher, ...]
    bodies: tuple[Body, ...]
    national: tuple[Body, ...]


@cache
def _pack() -> SourcePack:
    pack: SourcePack = packs.load("sources", SourcePack)
    return pack


def linkable(url: str) -> str:
    """The address when its host is an official site or a major press, else ""."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    allowed = (*_pack().official, *_pack().press)
    good = any(host == site or host.endswith("." + site) for site in allowed)
    clean = parts.scheme in {"http", "https"} and parts.port is None and parts.username is None
    return url if good and clean else ""


def publisher_of(title: str) -> str:
    """Who issued what a title names, "" when it does not say.

    A press name before a colon goes first, then a document of a government body, then a name outside
    brackets, then one inside. A bracket or a clause that only says whom the source quotes (引…) or who
    copied it (…转) names no publisher.
    """
    words = _QUOTED.sub("", plain(title))
    head, colon, _ = words.partition(":")
    outside = _BRACKETS.sub("", words)
    return _named(head if colon else "") or _body(outside, words) or _named(outside) or _named(words)


def _named(text: str) -> str:
    found = (p.name for p in _pack().publishers if any(plain(word) in text for word in p.words))
    return next(found, "") if text else ""


def _body(outside: str, words: str) -> str:
    names = [r.name for r in shipped_regions() if r.level != "nation"]
    place = next((name for text in (outside, words) for name in names if name in text), "")
    if place:
        return next((b.name.format(place=place) for b in _pack().bodies if b.words in words), "")
    return next((b.name for b in _pack().national if re.match(r"\d{4}年" + b.words, outside)), "")
