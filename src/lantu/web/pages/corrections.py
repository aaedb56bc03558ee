"""The list of all corrections of a plan's reading, with what became of each."""

from collections import Counter
from dataclasses import dataclass

from lantu.actions import PlanReading
from lantu.plan import CorrectionKind
from lantu.reading.corrected import Applied, CorrectionState
from lantu.web.pages.heads import PlanHead
from lantu.web.pages.notes import Note, note_of


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One correction; line: offset of its sentence in the text, None when it has none."""

    note: Note
    line: int | None
    can_withdraw: bool


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """The page record.

    rows: the last made first. states: how many in each state. confusion: sentences by the class read and
    the class in force, the most frequent first.
    """

    head: PlanHead
    rows: tuple[CorrectionRow, ...]
    states: tuple[tuple[str, int], ...]
    confusion: tuple[tuple[str, str, int], ...]


def corrections_page(head: PlanHead, state: PlanReading) -> CorrectionsPage:
    """All corrections of a plan."""
    starts = [s.span for s in state.reading.work.ledger.sentences if s.span is not None]

    def line(one: Applied) -> int | None:
        place = one.span
        if place is None:
            return None
        return next((s.start for s in starts if s.start < place.end and place.start < s.end), None)

    rows = tuple(
        CorrectionRow(note_of(one.correction, one.state), line(one), _can_withdraw(one))
        for one in reversed(state.applied)
    )
    states = Counter(
        one.state.value for one in state.applied if one.correction.kind is not CorrectionKind.WITHDRAW
    )
    confusion = sorted(state.confusion().items(), key=lambda item: (-item[1], item[0]))
    return CorrectionsPage(
        head,
        rows,
        tuple((one.value, states[one.value]) for one in CorrectionState if states[one.value]),
        tuple((read.value, given.value, number) for (read, given), number in confusion),
    )


def _can_withdraw(one: Applied) -> bool:
    return one.correction.kind is not CorrectionKind.WITHDRAW and one.state is not CorrectionState.WITHDRAWN
