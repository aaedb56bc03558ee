"""One name of several things, shared out over as many figures: 城镇和农村居民收入分别增长5%、6%."""

import re

from lantu.check.words import words
from lantu.reading.completion import halves
from lantu.reading.lexicon import suffix
from lantu.reading.words import Words

_AND = "(?<![总饱共])和(?!平|谐)|(?<![普涉以])及(?!其|时|以)|(?<!参)与(?!会)"
_BREAK = re.compile(f"、|以及|{_AND}")


def spread(name: Words, count: int) -> tuple[Words, ...]:
    """The name of each figure; the same one for all when the name does not list as many things."""
    parts = _parts(name, count)
    if parts is None:
        return (name,) * count
    last, others = parts[-1], parts[:-1]
    lengths = {len(part) for part in others}
    measured = words().attributes.measured
    if all(suffix(part.text, measured) and len(part) > 2 for part in parts):
        return tuple(_with_head(parts))
    own = min(lengths)
    shared_end = others[0].text[-2:]
    if len(others[0]) > 2 and shared_end in last.text[:-1]:
        tail = last.cut(last.text.index(shared_end) + 2)
        return (*(part + tail for part in others), last)
    if len(last) > own:
        tail = last.cut(own)
        shared = [part + tail for part in others]
        head = others[0].cut(0, len(others[0]) - own)
        return tuple(_headed(head, [*shared, last], own))
    apart = tuple(_with_head(parts))
    if apart == tuple(parts) and count == 2 and len(others[0]) > len(last):
        both = halves(name)
        return both if len(both) == 2 else apart
    return apart


def listed(name: Words) -> tuple[Words, ...]:
    """The things a name lists, as written."""
    parts, at = [], 0
    for match in _BREAK.finditer(name.text):
        parts.append(name.cut(at, match.start()))
        at = match.end()
    return tuple(part for part in (*parts, name.cut(at)) if part)


def _parts(name: Words, count: int) -> list[Words] | None:
    """The list in as many parts as there are figures; 、 parts before 和, so that 公路和水路 may stay one."""
    for mark in (_BREAK.pattern, "、|以及", "、"):
        cuts = list(re.finditer(mark, name.text))
        if len(cuts) == count - 1:
            edges = [0, *(c.end() for c in cuts)], [*(c.start() for c in cuts), len(name)]
            parts = [name.cut(a, b) for a, b in zip(*edges, strict=True)]
            return parts if all(parts) else None
    return None


def _headed(head: Words, parts: list[Words], own: int) -> list[Words]:
    """第一、二、三产业: what the first has more in front belongs to all."""
    if not head or len(head) > own + 2:
        return parts
    return [
        part if index == 0 or part.text.startswith(head.text) else head + part
        for index, part in enumerate(parts)
    ]


def _with_head(parts: list[Words]) -> list[Words]:
    """一般公共预算收入、支出: a short part behind a longer one shares the beginning of the first."""
    first = parts[0]
    made = [first]
    for part in parts[1:]:
        tail = suffix(first.text, words().attributes.measured)
        short = len(part) <= len(tail) and len(first) > len(part) + 1
        made.append(first.cut(0, len(first) - len(tail)) + part if short and tail else part)
    return made
