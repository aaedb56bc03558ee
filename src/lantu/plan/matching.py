"""Which target of a reading is which of the register: the same figure at an overlapping place."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from lantu.plan.target import Target
from lantu.values import Span


class ByPlace:
    """Finds the spans that overlap a place without looking at all of them."""

    def __init__(self, spans: Iterable[Span | None]) -> None:
        """Spans of one document; None is never found."""
        placed = sorted((one.start, one.end, index) for index, one in enumerate(spans) if one is not None)
        self._starts = [start for start, _, _ in placed]
        self._indices = [index for _, _, index in placed]
        self._longest = max((end - start for start, end, _ in placed), default=0)

    def near(self, place: Span) -> list[int]:
        """Indices of the spans that may overlap, by start, then end, then index."""
        low = bisect_left(self._starts, place.start - self._longest)
        return self._indices[low : bisect_left(self._starts, place.end)]


def matched(registered: Sequence[Target], found: Sequence[Target]) -> dict[int, int]:
    """Index in ``registered`` -> index in ``found``, each at most once.

    Places must lie in one document, overlap, and one quote must hold the other. Where several share a
    figure (各10家) the same indicator goes first, then the greater overlap, then the order of the text.
    """
    places = ByPlace(one.span for one in found)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for same_indicator in (True, False):
        for index, one in enumerate(registered):
            if index in pairs or one.span is None:
                continue
            best, most = None, 0
            for other in places.near(one.span):
                candidate = found[other]
                if other in taken or (same_indicator and candidate.indicator != one.indicator):
                    continue
                if (size := _agreement(one, candidate)) > most:
                    best, most = other, size
            if best is not None:
                pairs[index] = best
                taken.add(best)
    return pairs


def meets(one: Target, others: Sequence[Target]) -> bool:
    """Whether one of the others is the same figure at an overlapping place."""
    return any(_agreement(one, other) for other in others)


def overlap(one: Span, other: Span) -> int:
    """How many characters two spans share; 0 in different documents."""
    if one.document != other.document:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _agreement(one: Target, other: Target) -> int:
    if one.span is None or other.span is None:
        return 0
    if one.quote not in other.quote and other.quote not in one.quote:
        return 0
    return overlap(one.span, other.span)
