"""The words of the tables as a reader may see them: talk of collecting is left out by a pack of patterns."""

import re
import tomllib
from pathlib import Path

_PACK = tomllib.loads(Path(__file__).with_name("wording.toml").read_text(encoding="utf-8"))
_BRACKET = re.compile(r"\(([^()]*)\)")
COPY: str = _PACK["copy"]["note"]


def is_copy(title: str) -> bool:
    """Whether a title says that an official table was read in a public repository."""
    return re.search(_PACK["copy"]["title"], title) is not None


def title(text: str) -> str:
    """The title of a source: what was published and by whom, without the way it was found."""
    for rule in _PACK["titles"]:
        if match := re.fullmatch(rule["fits"], text):
            text = match.expand(rule["name"])
    for pattern in _PACK["drop"]["title"]:
        text = re.sub(pattern, "", text)
    return _BRACKET.sub(_bracket, text).strip()


def _bracket(match: re.Match[str]) -> str:
    parts = re.split("[,，]", match[1])
    kept = [part for part in parts if not _fits(part.strip(), "bracket")]
    if len(kept) == len(parts):
        return match[0]
    return f"({','.join(kept)})" if kept else ""


def settled(text: str) -> str:
    """A note without the collector's own reminders inside its brackets."""
    return re.sub(_PACK["drop"]["inside"], "", text)


def note(text: str) -> str:
    """A note with its parts between semicolons, without those that speak of the collecting."""
    parts = (_phrases(part.strip()) for part in re.split("[;；]", settled(text)))
    return "；".join(dict.fromkeys(part for part in parts if part))


def _phrases(part: str) -> str:
    if _fits(part, "note"):
        return ""
    return ",".join(p for p in part.split(",") if not _fits(p.strip(), "phrase"))


def _fits(text: str, kind: str) -> bool:
    return any(re.fullmatch(pattern, text) for pattern in _PACK["drop"][kind])


def joined(first: str, other: str, copy: bool) -> str:
    """The notes of one figure read twice, each part once; ``copy``: its source is a repository's copy."""
    parts = dict.fromkeys(
        part for text in (first, other) for part in text.split("；") if part and part != COPY
    )
    return "；".join((*parts, COPY) if copy else parts)
