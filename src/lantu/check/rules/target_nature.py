"""Whether a draft calls a target binding (约束性) or expected (预期性)."""

import re
from functools import cache

from lantu.check.dossier import Dossier
from lantu.check.rules.target_words import words
from lantu.check.statement import Statement
from lantu.reading.lexicon import any_of
from lantu.reading.script import fold
from lantu.values import Binding

_STOPS = "。；"


def nature_said(dossier: Dossier, one: Statement) -> Binding:
    """What the words of this figure alone call it: its own clause, what stands right behind, or its row.

    UNKNOWN when they say neither, or both.
    """
    text = dossier.document.text
    if one.table:
        return _only(fold(_line(text, one.span.start)))
    before = max((s.span.end for s in _beside(dossier, one) if s.span.end <= one.span.start), default=0)
    start = max(before, one.sentence.start)
    front = re.split(f"[{_STOPS}]", fold(text[start : one.span.start]))[-1]
    said = _only(front)
    if said is not Binding.UNKNOWN and (not before or "，" not in front.strip("，")):
        return said
    return _only((_behind().match(fold(text[one.span.end : one.span.end + 24])) or [""])[0])


def _beside(dossier: Dossier, one: Statement) -> tuple[Statement, ...]:
    """The statements right in front of it and behind it."""
    every = dossier.draft.statements
    return tuple(every[max(0, one.id - 1) : one.id] + every[one.id + 1 : one.id + 2])


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


def _only(text: str) -> Binding:
    pack = words()
    said = [
        nature
        for nature, listed in ((Binding.BINDING, pack.binding), (Binding.EXPECTED, pack.expected))
        if any(word in text for word in listed)
    ]
    return said[0] if len(said) == 1 else Binding.UNKNOWN


@cache
def _behind() -> re.Pattern[str]:
    """65%以上的约束性目标, 65%（约束性）, 65%，为约束性指标."""
    pack = words()
    natures = any_of((*pack.binding, *pack.expected))
    return re.compile(
        rf"(?:以上|以下|左右|以内)?(?:的?|（|，?(?:这)?(?:是|为|属|属于|作为|均为|系)(?:一项)?)(?:{natures})"
    )
