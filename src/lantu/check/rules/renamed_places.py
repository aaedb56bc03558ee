"""Whether an old name stands where it is one, and where it is right: told of the past, in a title, quoted."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from lantu.check.periods import Clock, times
from lantu.check.rules.renamed_pack import Entry, Level, pack
from lantu.reading.lexicon import any_of

_NEAR = 14
_TITLE_MOST = 90
_QUOTE_MOST = 400
_ENDS = "。；！？\n"


@dataclass(frozen=True, slots=True)
class Spot:
    """A name at a place of the shadow text."""

    text: str
    start: int
    end: int
    entry: Entry


def is_name(spot: Spot) -> bool:
    """Whether the characters are this name and no part of another word."""
    text, entry = spot.text, spot.entry
    bounds = pack().boundaries
    if text.startswith(tuple(bounds.behind.get(entry.name[-1], ())), spot.end):
        return False
    before = text[spot.start - 1] if spot.start else ""
    if entry.level is Level.LOCAL:
        return (before in entry.changed.places and before != "") or (
            entry.changed.listed and (before in "、（，：\n" or before == "")
        )
    return not (entry.changed.bare and "一" <= before <= "鿿" and before not in bounds.in_front)


def is_right(spot: Spot, since: date, clock: Clock) -> bool:
    """Whether the old name is right here although it has changed."""
    if _inside(spot, "《", "》", _TITLE_MOST) or _is_quoted(spot) or _is_numbered(spot):
        return True
    start = max(spot.text.rfind(mark, 0, spot.start) for mark in _ENDS) + 1
    found = [at for mark in _ENDS if (at := spot.text.find(mark, spot.end)) >= 0]
    sentence = spot.text[start : min(found, default=len(spot.text))]
    changed = spot.entry.changed
    told = (*changed.right, *(step.name for step in changed.steps))
    others = sentence.replace(spot.entry.name, "")
    if _telling().search(sentence) or any(word in others for word in told):
        return True
    clause = re.split("[，：、（]", spot.text[max(start, spot.start - _NEAR) : spot.start])[-1]
    return bool(_before().search(clause)) or _is_past(spot, start, sentence, since, clock)


def _inside(spot: Spot, opening: str, closing: str, most: int) -> bool:
    at = spot.text.rfind(opening, max(0, spot.start - most), spot.start)
    return (
        at >= 0 and closing not in spot.text[at : spot.start] and closing in spot.text[spot.end : at + most]
    )


def _is_quoted(spot: Spot) -> bool:
    """Inside a quotation that says more than the name."""
    at = spot.text.rfind("“", max(0, spot.start - _QUOTE_MOST), spot.start)
    if at < 0 or "”" in spot.text[at : spot.start]:
        return False
    end = spot.text.find("”", spot.end)
    return end >= 0 and (at + 1, end) != (spot.start, spot.end)


def _is_numbered(spot: Spot) -> bool:
    return spot.text.startswith(pack().history.documents, spot.end)


def _is_past(spot: Spot, start: int, sentence: str, since: date, clock: Clock) -> bool:
    """Whether the times of its sentence, else the last one said before in its line, lie before the change."""
    said = [t.period for t in times(sentence, clock, None) if t.period is not None]
    if not said:
        line = spot.text.rfind("\n", 0, spot.start) + 1
        said = [t.period for t in times(spot.text[line:start], clock, None) if t.period is not None][-1:]
    return bool(said) and all(period.year <= since.year for period in said)


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(any_of(pack().history.telling))


@cache
def _before() -> re.Pattern[str]:
    """A word of the past that is no part of another word."""
    history = pack().history
    return re.compile(_guarded(history.before, history.not_before))


def _guarded(listed: tuple[str, ...], others: tuple[str, ...]) -> str:
    """Each word with what makes another of it looked for in front and behind."""
    parts = []
    for word in listed:
        front = [o[: o.index(word)] for o in others if word in o and o.index(word)]
        behind = [o[o.index(word) + len(word) :] for o in others if o.startswith(word) and o != word]
        look = "".join(f"(?<!{re.escape(f)})" for f in front)
        ahead = f"(?!{any_of(tuple(behind))})" if behind else ""
        parts.append(f"{look}{re.escape(word)}{ahead}")
    return "|".join(parts)
