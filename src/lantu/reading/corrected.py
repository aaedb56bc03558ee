"""A reading with a person's corrections laid over it. The reading itself stays as it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lantu.plan import Correction, CorrectionKind, Target
from lantu.plan.overlay import standing
from lantu.reading.correction_desk import CorrectionState, Desk, body_at
from lantu.reading.reading import Reading
from lantu.values import Problem, Span, msg

__all__ = ["Applied", "Corrected", "CorrectionState", "apply", "body_at", "corrected"]


@dataclass(frozen=True, slots=True)
class Applied:
    """A correction and what became of it; span: its place in this text, None when it has none."""

    correction: Correction
    state: CorrectionState
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading as corrected, and what became of each correction, in their order."""

    reading: Reading
    applied: tuple[Applied, ...]


def apply(
    reading: Reading, text: str, corrections: Sequence[Correction], aside: Sequence[Target] = ()
) -> Corrected:
    """Lay corrections over the reading of ``text``, the first made first.

    A correction whose record is named by its permanent id is laid on the record of that id; any other
    finds its place, by its span in the same text or else by its words in their sentence, and the record
    there. One that finds nothing changes nothing. aside: targets of the register that have no place in
    this text; corrections of them count, they do not come into the reading.
    """
    if not corrections:
        return Corrected(reading, ())
    additions = {one.record for one in corrections if one.kind is CorrectionKind.ADD}
    desk = Desk(reading, text, aside, additions)
    in_force = standing(corrections)
    for correction in in_force:
        desk.lay(correction)
    states = desk.states(in_force)
    applied = tuple(Applied(one, _state(one, states), desk.place(one)) for one in corrections)
    return Corrected(desk.reading(), applied)


def corrected(
    reading: Reading, text: str, corrections: Sequence[Correction]
) -> tuple[Reading, tuple[Problem, ...]]:
    """The reading as corrected, and a problem for each correction whose place is not in the text."""
    done = apply(reading, text, corrections)
    missed = (one.correction for one in done.applied if one.state is CorrectionState.NOT_FOUND)
    return done.reading, tuple(_missed(one) for one in missed)


def _missed(one: Correction) -> Problem:
    return Problem(
        "correction-not-found",
        msg(
            "更正 {id}（“{quote}”）在这份文本里找不到原句，没有用上；请对照文本重新更正。",
            id=one.id,
            quote=" ".join(one.quote.split())[:20],
        ),
    )


def _state(one: Correction, states: Mapping[str, CorrectionState]) -> CorrectionState:
    if one.kind is CorrectionKind.WITHDRAW:
        return CorrectionState.IN_FORCE
    return states.get(one.id, CorrectionState.WITHDRAWN)
