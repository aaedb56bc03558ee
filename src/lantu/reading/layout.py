"""Where the words of each figure lie in its sentence.

A figure has words to its left (``X达到N``, ``建设X N个``) or to its right (``建设N个X``), and in a
list (``A 80项、B 120项``; ``80个A、120个B``) the delimiter in front of the next figure tells which.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lantu.reading.clauses import clause_bounds
from lantu.reading.lexicon import any_of, cues, verbs
from lantu.reading.quantities import Quantity
from lantu.values import maker

_JOIN = re.compile(r"(?:、|以及|和|及|与|，|并)")
_JOIN_AT_END = re.compile(r"(?:、|以及|和|及|与|并)(?P<rest>[^、，和及与]{0,10})$")


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure with its clause and its words.

    left, right: start of the words in front and end of the words behind (positions in the
    sentence); after: where the words behind begin (comparator words skipped); clause: its bounds;
    follows: whether another figure stands before it in the same clause; lead: end of the words
    in front (of figures in a row, 13.5%、18%, all share the words before the first); row: which of
    how many such figures; row_end: end of the last of them.
    """

    one: Quantity
    clause: tuple[int, int]
    left: int
    after: int
    right: int
    follows: bool
    lead: int
    row: tuple[int, int] = (0, 1)
    row_end: int = 0


_placed = maker(Placed)


def place(mask: str, figures: tuple[Quantity, ...]) -> tuple[Placed, ...]:
    """Lay out the figures of a sentence."""
    placed: list[Placed] = []
    for index, one in enumerate(figures):
        clause = clause_bounds(mask, one.start)
        before = placed[-1] if placed and placed[-1].one.start >= clause[0] else None
        left = clause[0]
        if before is not None:
            left = _next_left(mask, before, one)
        after = one.end + len(_qualifier_behind(mask, one.end))
        right = clause[1]
        following = next((f for f in figures[index + 1 :] if f.start < clause[1]), None)
        if following is not None:
            right = after + _own_part(mask[after : following.start])
        placed.append(_placed(one, clause, left, after, max(after, right), before is not None, one.start))
    return tuple(_in_rows(mask, placed))


def _in_rows(mask: str, placed: list[Placed]) -> Iterator[Placed]:
    """Figures with nothing but a delimiter between them share the words in front of the first."""
    start = 0
    while start < len(placed):
        end = start + 1
        while end < len(placed) and _joined(mask, placed[end - 1], placed[end]):
            end += 1
        first, last = placed[start], placed[end - 1]
        for index, item in enumerate(placed[start:end]):
            yield _placed(
                item.one,
                item.clause,
                first.left,
                item.after,
                item.right,
                item.follows,
                first.lead,
                (index, end - start),
                last.one.end,
            )
        start = end


def _joined(mask: str, first: Placed, second: Placed) -> bool:
    between = mask[first.after : second.one.start]
    return first.clause == second.clause and bool(_JOIN.fullmatch(between)) and first.one.kind != "cover"


def _qualifier_behind(mask: str, end: int) -> str:
    match = _qualifier().match(mask, end)
    return match[0] if match else ""


@cache
def _qualifier() -> re.Pattern[str]:
    words = tuple(w for q in cues().comparators.after for w in q.words if w != "内")
    return re.compile(rf"[”’]?{any_of(words)}?")


@cache
def _putting_up() -> re.Pattern[str]:
    return re.compile(any_of((*verbs().build, *verbs().cumulative, "各")))


def _own_part(gap: str) -> int:
    """How much of the words between two figures belongs to the first."""
    if _JOIN.match(gap):
        return 0
    last = _last_join(gap)
    return max(last, 0)


def _last_join(gap: str) -> int:
    """Position of the delimiter in front of the second figure's words, -1 for none."""
    match = _JOIN_AT_END.search(gap)
    if match and (not match["rest"] or _putting_up().match(match["rest"])):
        return match.start()
    joins = [m.start() for m in re.finditer("、|，|以及", gap)]
    if joins:
        return joins[-1]
    joins = [m.start() for m in re.finditer("[和及与]", gap)]
    return joins[-1] if joins else -1


def _next_left(mask: str, before: Placed, one: Quantity) -> int:
    start = before.right
    join = _JOIN.match(mask[start : one.start])
    return start + (len(join[0]) if join else 0)
