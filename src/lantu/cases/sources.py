"""What may be said of a source: a link only to official sites and major press, a publisher as printed."""

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from lantu import packs


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher and the words of a title that name it."""

    words: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class SourcePack:
    """The content of ``sources.toml``."""

    version: str
    official: tuple[str, ...]
    press: tuple[str, ...]
    publishers: tuple[Publisher, ...]


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
    return url if good and parts.scheme in {"http", "https"} and parts.port is None else ""


def publisher_of(title: str) -> str:
    """Who issued what a title names: the name before a colon, else the first that stands in it, else ""."""
    head = title.split(":", 1)[0].split("：", 1)[0]
    for text in (head, title) if head != title else (title,):
        for publisher in _pack().publishers:
            if any(word in text for word in publisher.words):
                return publisher.name
    return ""
