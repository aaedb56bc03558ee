"""Text that knows where in its file it stood, for those who must write back to the place of a figure.

Only words that are put together need this: a ``Traced`` string is never cut, so a piece of it is a whole
leaf of the file. What ``Written`` does to words (blanks cut, pipes exchanged) leaves every visible
character in its order, which is how the text written is led back to them.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from lantu.documents.package import Element
from lantu.documents.written import Cell, Written, clean, in_cell


@dataclass(frozen=True, slots=True)
class Leaf:
    """Characters ``start`` to ``end`` of a string, all words of one element."""

    start: int
    end: int
    element: Element


@dataclass(frozen=True, slots=True)
class Origin:
    """Characters ``start`` to ``end`` of a document's text, from ``offset`` of an element's words on."""

    start: int
    end: int
    element: Element
    offset: int


class Traced(str):
    """A string and the leaves it was put together from, in order."""

    __slots__ = ("leaves",)
    leaves: tuple[Leaf, ...]

    @classmethod
    def of(cls, text: str, leaves: Iterable[Leaf]) -> "Traced":
        """A string with its leaves."""
        made = cls(text)
        made.leaves = tuple(leaves)
        return made

    def __add__(self, other: str) -> "Traced":
        return joined("", (self, other))

    def __radd__(self, other: str) -> "Traced":
        return joined("", (other, self))


def joined(gap: str, parts: Iterable[str]) -> "Traced":
    """Like ``gap.join(parts)``, the leaves kept."""
    known = list(parts)
    leaves: list[Leaf] = []
    at = 0
    for part in known:
        if isinstance(part, Traced):
            leaves += (Leaf(at + one.start, at + one.end, one.element) for one in part.leaves)
        at += len(part) + len(gap)
    return Traced.of(gap.join(known), leaves)


class TracedWritten(Written):
    """Grows the text of a document and keeps where it came from."""

    def __init__(self) -> None:
        super().__init__()
        self.origins: list[Origin] = []

    def paragraph(self, text: str, address: str = "") -> None:
        """Write a paragraph."""
        parts = len(self._parts)
        super().paragraph(text, address)
        self._trace(text, "".join(self._parts[parts:]))

    def note(self, mark: str, text: str, *, first: bool) -> None:
        """Write a foot- or endnote."""
        parts = len(self._parts)
        super().note(mark, text, first=first)
        self._trace(text, "".join(self._parts[parts:]))

    def join(self, gap: str, parts: list[str]) -> str:
        """Words put together."""
        return joined(gap, parts)

    def _cell(self, cell: Cell) -> None:
        super()._cell(cell)
        self._trace(cell.text, in_cell(cell.text))

    def _trace(self, raw: str, written: str) -> None:
        """Lead what was written last back to ``raw``; signs put before it have no origin."""
        if not isinstance(raw, Traced) or not raw.leaves:
            return
        seen = [index for index, char in enumerate(raw) if clean(char).strip()]
        shown = [index for index, char in enumerate(written) if not char.isspace()][-len(seen) :]
        if [raw[at].replace("|", "｜") for at in seen] != [written[at].replace("|", "｜") for at in shown]:
            return
        base = self._length - len(written)
        starts = [leaf.start for leaf in raw.leaves]
        pairs = ((a, b, bisect_right(starts, a) - 1) for a, b in zip(seen, shown, strict=True))
        # Characters that keep their distance in the text and in their leaf are one origin.
        for (index, _), group in groupby(pairs, key=lambda one: (one[2], one[1] - one[0])):
            run = list(group)
            leaf = raw.leaves[index]
            if index < 0 or run[0][0] >= leaf.end:
                continue  # between leaves: a number Word counts itself
            self.origins.append(
                Origin(base + run[0][1], base + run[-1][1] + 1, leaf.element, run[0][0] - leaf.start)
            )
