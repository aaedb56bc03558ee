"""机构或提法已变: names that no longer hold, each with the one that does and the document that changed it."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Evidence, Finding, Rule
from lantu.check.rules.renamed_pack import Entry, Level, Step, by_start, pack
from lantu.check.rules.renamed_places import Spot, is_name, is_right
from lantu.check.rules.spoken import speaks_on
from lantu.reading.script import fold
from lantu.values import Message, Source, msg


def check_renamed(dossier: Dossier) -> Iterator[Finding]:
    """Every old name of a body and every replaced phrase, unless it is right where it stands.

    A draft of before the change is not held to it: it speaks on the day ``as_of``, and not later than the
    year of its own clock.
    """
    day = speaks_on(dossier)
    for spot in spots(fold(dossier.document.text)):
        step = spot.entry.now(day)
        if step is None:
            continue
        if not is_right(spot, spot.entry.changed.steps[0].since, dossier.draft.clock):
            yield _finding(dossier, spot, step)


def spots(text: str) -> Iterator[Spot]:
    """The names in a shadow text, in order and without overlap, the longest at each place."""
    starts, done = by_start(), 0
    for match in _firsts().finditer(text):
        at = match.start()
        if at < done or (group := starts.get(text[at : at + 2])) is None:
            continue
        entry = next((e for e in group if text.startswith(e.name, at)), None)
        if entry is None:
            continue
        spot = Spot(text, at, at + len(entry.name), entry)
        if is_name(spot):
            done = spot.end
            yield spot


@cache
def _firsts() -> re.Pattern[str]:
    return re.compile("[" + "".join(sorted({start[0] for start in by_start()})) + "]")


def _finding(dossier: Dossier, spot: Spot, step: Step) -> Finding:
    source = pack().sources.get(step.source, step.source)
    old = dossier.document.text[spot.start : spot.end]
    return Finding(
        Rule.RENAMED,
        dossier.document.span(spot.start, spot.end),
        old,
        _message(spot.entry, old, step, source),
        Confidence.SURE if spot.entry.level is Level.NATIONAL else Confidence.LIKELY,
        expected=step.name,
        evidence=(Evidence(step.name, Source(source), published_on=step.since),),
    )


def _message(entry: Entry, old: str, step: Step, source: str) -> Message:
    facts = {"old": old, "new": step.name, "source": source, "since": _day(entry.changed.steps[0].since)}
    if entry.level is Level.TERM:
        return msg(
            "“{old}”的提法自{since}起不再使用，现为“{new}”（依据：{source}）；说的如是此前的事，可以保留。",
            **facts,
        )
    if entry.level is Level.LOCAL:
        return msg(
            "各地“{old}”在{since}前已改，现一般为“{new}”（依据：{source}）；请按本地现行名称写，"
            "说的如是此前的事，请在名称前加“原”字。",
            **facts,
        )
    return msg(
        "“{old}”自{since}起已不用，现为“{new}”（依据：{source}）；说的如是此前的事，请在名称前加“原”字。",
        **facts,
    )


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
