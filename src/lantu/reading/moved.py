"""Where the targets of a register stand in another text of their plan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from lantu.documents import Document
from lantu.plan import Target
from lantu.reading.found_again import Letters, Wanted, around, find_again
from lantu.reading.reading import Reading
from lantu.reading.script import fold
from lantu.values import Span

_ALIKE = 0.6  # share of letters two phrases have in common when one figure is said with other words


@dataclass(frozen=True, slots=True)
class Moved:
    """Targets in the order given, with their places in the new text; lost: ids of those not found there."""

    targets: tuple[Target, ...]
    lost: frozenset[str]


def moved(targets: Sequence[Target], old: Document | None, new: Document, reading: Reading) -> Moved:
    """Find each target in the new text and give it its new place, quote and section.

    First by the sentence it stood in (needs the old text), then among the figures of the new reading by
    quote and indicator in the order of the text, then between the neighbours found by quote and an
    indicator much alike. A target that is not found, or whose sentence says another figure now, keeps
    its record without a place. One that had no place gets the figure left over that alone has its
    quote and indicator, if there is one.
    """
    search = _Search(targets, new, reading)
    if old is not None:
        search.by_sentence(old)
    search.in_order()
    search.between_neighbours()
    search.without_place()
    done = tuple(search.placed(index, target) for index, target in enumerate(targets))
    lost = (one.id for one, was in zip(done, targets, strict=True) if was.span and not one.span)
    return Moved(done, frozenset(lost))


class _Search:
    """What is found so far: index of a target -> its place; figures of the reading that are taken."""

    def __init__(self, targets: Sequence[Target], new: Document, reading: Reading) -> None:
        self._new = new
        self._sections = {one.eid for one in reading.outline.sections}
        self._sentences = [one for one in reading.work.ledger.sentences if one.span]
        self._targets = targets
        order = [(one.span.start, index) for index, one in enumerate(targets) if one.span is not None]
        self._order = [index for _, index in sorted(order)]
        self._figures = [one for one in (*reading.targets, *reading.directional) if one.span is not None]
        self._figures.sort(key=lambda one: one.span.start if one.span else 0)
        self._places: dict[int, Span] = {}
        self._taken: set[int] = set()

    def by_sentence(self, old: Document) -> None:
        """Targets whose sentence is in the new text as it was."""
        letters = Letters(self._new.text)
        for index in self._order:
            target = self._targets[index]
            span = target.span
            if span is None or span.document != old.sha256 or span.quote(old.text) != target.quote:
                continue
            before, behind = around(old.text, span.start, span.end)
            found = find_again(letters, Wanted(target.quote, before, behind, span.start))
            if found is not None:
                self._take(index, self._new.span(*found), self._figure_at(index, found))

    def in_order(self) -> None:
        """The longest runs of figures with the same quote and indicator in both."""
        left = [index for index in self._order if index not in self._places]
        free = [number for number in range(len(self._figures)) if number not in self._taken]
        ours = [_key(self._targets[index]) for index in left]
        theirs = [_key(self._figures[number]) for number in free]
        for a, b, size in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
            for step in range(size):
                self._pair(left[a + step], free[b + step])

    def between_neighbours(self) -> None:
        """Figures between those of the targets around, with the same quote and a phrase much alike."""
        for index in self._order:
            if index in self._places:
                continue
            low, high = self._bounds(index)
            target = self._targets[index]
            best, most = None, _ALIKE
            for number, figure in enumerate(self._figures):
                inside = figure.span is not None and low <= figure.span.start < high
                if not inside or number in self._taken or not _same_figure(target, figure):
                    continue
                alike = _alike(target, figure)
                if alike > most or (best is None and alike == most):
                    best, most = number, alike
            if best is not None:
                self._pair(index, best)

    def without_place(self) -> None:
        """Targets that had no place, where one figure and no other target says the same."""
        free = [number for number in range(len(self._figures)) if number not in self._taken]
        theirs = [_key(self._figures[number]) for number in free]
        homeless = [index for index, one in enumerate(self._targets) if one.span is None]
        ours = [_key(self._targets[index]) for index in homeless]
        for index, key in zip(homeless, ours, strict=True):
            if ours.count(key) == theirs.count(key) == 1:
                number = free[theirs.index(key)]
                if (span := self._figures[number].span) is not None:
                    self._take(index, span, (number,))

    def placed(self, index: int, target: Target) -> Target:
        """The target at its place in the new text, or without one."""
        span = self._places.get(index)
        if span is None and target.span is None:
            return target
        if span is None:
            return replace(
                target, span=None, section=target.section if target.section in self._sections else ""
            )
        return replace(target, span=span, quote=span.quote(self._new.text), section=self._home(span))

    def _pair(self, index: int, number: int) -> None:
        """Take a figure of the reading for a target, if it lies between the neighbours found."""
        span = self._figures[number].span
        low, high = self._bounds(index)
        if span is not None and low <= span.start < high:
            self._take(index, span, (number,))

    def _take(self, index: int, span: Span, numbers: Iterable[int]) -> None:
        self._places[index] = span
        self._taken.update(numbers)

    def _figure_at(self, index: int, found: tuple[int, int]) -> tuple[int, ...]:
        """The figure of the reading at a place: of several with one figure the one of that indicator."""
        here = [
            number
            for number, one in enumerate(self._figures)
            if one.span
            and one.span.start < found[1]
            and found[0] < one.span.end
            and number not in self._taken
        ]
        here.sort(key=lambda number: self._figures[number].indicator != self._targets[index].indicator)
        return tuple(here[:1])

    def _bounds(self, index: int) -> tuple[int, int]:
        """From the place of the last target before that is found to that of the next one behind."""
        at = self._order.index(index)
        before = (self._places[one].start for one in reversed(self._order[:at]) if one in self._places)
        behind = (self._places[one].start + 1 for one in self._order[at + 1 :] if one in self._places)
        return next(before, 0), next(behind, len(self._new.text) + 1)

    def _home(self, span: Span) -> str:
        for one in self._sentences:
            if one.span and one.span.start <= span.start < one.span.end:
                return one.section
        same = (one.section for one in self._figures if one.span == span)
        return next(same, "")


def _key(target: Target) -> tuple[str, str]:
    return _plain(target.quote), _plain(target.indicator)


def _plain(text: str) -> str:
    return "".join(fold(text).split())


def _alike(one: Target, other: Target) -> float:
    """Share of letters two indicators have in common, 1 for the same."""
    return SequenceMatcher(None, _plain(one.indicator), _plain(other.indicator), autojunk=False).ratio()


def _same_figure(one: Target, other: Target) -> bool:
    mine, its = _plain(one.quote), _plain(other.quote)
    return mine in its or its in mine
