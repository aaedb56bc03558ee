"""Corrections laid over the targets of a register, by permanent id. What was registered stays as it is."""

from collections.abc import Iterable, Sequence

from lantu.plan.correction import Change, Correction, CorrectionKind, Subject
from lantu.plan.fields import rewritten
from lantu.plan.target import Target
from lantu.values import Comparator, Direction, Mode


def standing(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Those that were not taken back, without the withdrawals, in their order."""
    every = tuple(corrections)
    taken_back = {one.withdraws for one in every if one.kind is CorrectionKind.WITHDRAW}
    return tuple(one for one in every if one.kind is not CorrectionKind.WITHDRAW and one.id not in taken_back)


def taken_back(corrections: Iterable[Correction]) -> frozenset[str]:
    """Ids of targets that were added and whose addition was withdrawn."""
    every = tuple(corrections)
    back = {one.withdraws for one in every if one.kind is CorrectionKind.WITHDRAW}
    return frozenset(one.record for one in every if one.kind is CorrectionKind.ADD and one.id in back)


def corrected_targets(targets: Iterable[Target], corrections: Sequence[Correction]) -> tuple[Target, ...]:
    """The targets of a plan as corrected, by id.

    Corrections of proposals and of other records change nothing here. A target that was added and taken
    back again, or removed, is left out.
    """
    found = {target.id: target for target in targets}
    additions = {one.record for one in corrections if one.kind is CorrectionKind.ADD}
    kept = {record: found.pop(record) for record in additions if record in found}
    for one in standing(corrections):
        if one.subject is not Subject.TARGET:
            continue
        if one.kind is CorrectionKind.ADD:
            found[one.record] = kept.get(one.record) or added(one)
        elif one.record in found:
            if one.kind is CorrectionKind.REMOVE:
                del found[one.record]
            else:
                found[one.record] = changed(found[one.record], one.changes)
    return tuple(sorted(found.values(), key=lambda target: target.id))


def changed(target: Target, changes: Iterable[Change]) -> Target:
    """The target with these fields."""
    for change in changes:
        target = rewritten(Subject.TARGET, target, change.field, change.after)
    return target


def added(correction: Correction, section: str = "") -> Target:
    """The target an ADD puts in. section: eId of the innermost heading at its place."""
    blank = Target(
        id=correction.record,
        quote=correction.quote,
        indicator="",
        comparator=Comparator.EQUAL,
        value=None,
        unit="",
        mode=Mode.LEVEL,
        direction=Direction.UP,
        section=section,
        plan=correction.plan,
        span=correction.span,
    )
    return changed(blank, correction.changes)


def struck_by(target_id: str, corrections: Sequence[Correction]) -> Correction | None:
    """What took the target out of the register: a removal, or the withdrawal of what added it."""
    for one in standing(corrections):
        if one.kind is CorrectionKind.REMOVE and one.record == target_id:
            return one
    for one in corrections:
        if one.kind is CorrectionKind.ADD and one.record == target_id:
            back = [w for w in corrections if w.withdraws == one.id]
            return back[0] if back else None
    return None
