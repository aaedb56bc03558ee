"""Correcting a reading: what is in force, a correction made, a correction taken back."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from lantu import cases
from lantu.actions.checking import Asked, Scene, checked
from lantu.actions.readings import reading_of
from lantu.documents import Document
from lantu.plan import (
    Correction,
    CorrectionKind,
    Plan,
    SentenceClass,
    Subject,
    Target,
)
from lantu.plan.fields import check_target
from lantu.plan.matching import ByPlace, overlap
from lantu.plan.overlay import added, corrected_targets, taken_back
from lantu.reading import Reading
from lantu.reading.corrected import Applied, CorrectionState, apply
from lantu.reading.found_again import around
from lantu.reading.registered import registered
from lantu.store import Reader, Store
from lantu.values import Conflict, InputError, NotFound, msg

__all__ = ["Asked", "PlanReading", "correct", "corrected_reading", "plan_reading", "withdraw_correction"]
REASON_LONGEST = 500
BEHIND_CASES = 9000


@dataclass(frozen=True, slots=True)
class PlanReading:
    """The reading of a plan's text with what is in force.

    as_read: what the reader says, with the ids of its proposals. reading: with the targets of the register
    under their permanent ids, and with the corrections. targets: all of the register with corrections,
    those without a place in the text too.
    """

    plan: Plan
    document: Document
    as_read: Reading
    reading: Reading
    applied: tuple[Applied, ...]
    targets: tuple[Target, ...]

    def counts(self) -> Mapping[tuple[CorrectionKind, Subject], int]:
        """Corrections in force by what they do and what they are about, withdrawals left out."""
        return Counter(
            (one.correction.kind, one.correction.subject)
            for one in self.applied
            if one.state is CorrectionState.IN_FORCE and one.correction.kind is not CorrectionKind.WITHDRAW
        )

    def confusion(self) -> Mapping[tuple[SentenceClass, SentenceClass], int]:
        """Sentences by the class the reader gave and the one in force, where a person says another."""
        sentences = self.as_read.work.ledger.sentences
        places = ByPlace(sentence.span for sentence in sentences)
        counts: Counter[tuple[SentenceClass, SentenceClass]] = Counter()
        for one in self.applied:
            in_force = one.state is CorrectionState.IN_FORCE
            if not in_force or one.span is None or one.correction.kind is not CorrectionKind.CLASS:
                continue
            place = one.span
            near = (sentences[index] for index in places.near(place))
            read = max(near, key=lambda s: overlap(s.span, place) if s.span else 0)
            given = SentenceClass(one.correction.changes[0].after)
            if read.klass is not given:
                counts[read.klass, given] += 1
        return counts


def corrected_reading(store: Store, plan_id: str) -> PlanReading | None:
    """The reading of a plan as corrected; None when its text was not loaded. Raises NotFound."""
    with store.read() as reader:
        return plan_reading(reader, plan_id)


def plan_reading(reader: Reader, plan_id: str) -> PlanReading | None:
    """As ``corrected_reading``, inside a block of the store."""
    plan = reader.plan(plan_id)
    document = reader.document(plan.document) if plan.document else None
    if document is None:
        return None
    as_read = reading_of(document)
    corrections = reader.corrections(plan_id)
    away = taken_back(corrections)
    base = [one for one in reader.registered(plan_id) if one.id not in away]
    aside = [one for one in base if one.span is None or one.span.document != document.sha256]
    known = registered(as_read, base, document.sha256)
    done = apply(known, document.text, corrections, aside)
    return PlanReading(plan, document, as_read, done.reading, done.applied, reader.targets(plan_id))


def correct(store: Store, plan_id: str, asked: Asked, by: str, at: datetime) -> Correction:
    """Keep a correction, after checking it against what is in force now.

    Raises Conflict when the text or a field is no longer as the person saw it, InputError when a field or
    value is not allowed, NotFound for a plan or record that is not there. Nothing is written then.
    """
    corrected_reading(store, plan_id)  # read the text before others have to wait for this write
    with store.read() as reader:
        verb = _verb(reader, asked.subject, asked.kind, asked.record, plan_id)
    with store.write(by, verb, at) as writer:
        if verb == "correct" and asked.record:
            writer.target(asked.record)  # one that was struck out says so
        scene = _scene(writer, plan_id)
        made = _made(asked, scene, writer.next_correction(plan_id), by, at)
        if asked.kind is CorrectionKind.ADD:
            made = replace(made, record=_next_target(writer, plan_id))
            home = scene.sentence(made.span)
            writer.put_targets([added(made, home.section if home else "")])
        writer.put_correction(made)
    return made


def withdraw_correction(store: Store, plan_id: str, correction_id: str, by: str, at: datetime) -> Correction:
    """Take a correction back; what was before it is in force again.

    Raises NotFound for an id that is not there, Conflict when it was taken back before or when what is
    left would not fit together, InputError for a withdrawal.
    """
    with store.read() as reader:
        old = _correction(reader, plan_id, correction_id)
        verb = _verb(reader, old.subject, old.kind, old.record, plan_id)
    with store.write(by, verb, at) as writer:
        every = writer.corrections(plan_id)
        if any(one.withdraws == correction_id for one in every):
            raise Conflict(msg("更正“{id}”已经撤回过了。", id=correction_id))
        made = replace(
            old,
            id=writer.next_correction(plan_id),
            kind=CorrectionKind.WITHDRAW,
            changes=(),
            by=by,
            at=at,
            reason="",
            withdraws=correction_id,
        )
        for target in corrected_targets(writer.registered(plan_id), (*every, made)):
            if target.id == old.record:
                _check_left(target, correction_id)
        writer.put_correction(made)
    return made


def _verb(reader: Reader, subject: Subject, kind: CorrectionKind, record: str, plan_id: str) -> str:
    """A correction of the register ages verdicts, one of the text does not."""
    if subject is not Subject.TARGET:
        return "correct-text"
    registered_ids = {one.id for one in reader.registered(plan_id)}
    return "correct" if kind is CorrectionKind.ADD or record in registered_ids else "correct-text"


def _scene(reader: Reader, plan_id: str) -> Scene:
    state = plan_reading(reader, plan_id)
    if state is None:
        return Scene(reader.plan(plan_id), reader.targets(plan_id))
    return Scene(state.plan, state.targets, state.document, state.reading)


def _made(asked: Asked, scene: Scene, number: str, by: str, at: datetime) -> Correction:
    changes = checked(asked, scene)
    here = scene.document is not None and asked.span.document == scene.document.sha256
    text = scene.document.text if scene.document and here else ""
    before, behind = around(text, asked.span.start, asked.span.end) if here else ("", "")
    return Correction(
        id=number,
        plan=scene.plan.id,
        kind=asked.kind,
        subject=asked.subject,
        span=asked.span,
        quote=asked.quote,
        changes=changes,
        by=by,
        at=at,
        record=asked.record,
        before=before,
        behind=behind,
        reason=_reason(asked),
    )


def _reason(asked: Asked) -> str:
    reason = " ".join(asked.reason.split())
    if len(reason) > REASON_LONGEST:
        raise InputError(msg("“{field}”超过 {n} 个字；请写短些。", field="reason", n=REASON_LONGEST))
    return reason


def _next_target(reader: Reader, plan_id: str) -> str:
    """The id behind all that the plan ever had; rows of targets taken back stay, so none is used twice.

    A shipped plan may get more targets with a later version of its case: what people add to one counts
    from a number that no case reaches.
    """
    numbers = [one.id.rpartition(".")[2] for one in reader.registered(plan_id)]
    last = max((int(one) for one in numbers if one.isdecimal()), default=0)
    if any(plan_id == plan.id for name in cases.names() for plan in cases.load_case(name).plans):
        last = max(last, BEHIND_CASES)
    return f"{plan_id}.{last + 1:04d}"


def _correction(reader: Reader, plan_id: str, correction_id: str) -> Correction:
    for one in reader.corrections(plan_id):
        if one.id == correction_id:
            if one.kind is CorrectionKind.WITHDRAW:
                raise InputError(msg("“{id}”本身是一次撤回，不能再撤回；请重新更正。", id=correction_id))
            return one
    raise NotFound(msg("规划“{plan}”没有更正“{id}”；请核对编号。", plan=plan_id, id=correction_id))


def _check_left(target: Target, correction_id: str) -> None:
    try:
        check_target(target)
    except InputError as error:
        raise Conflict(
            msg("更正“{id}”不能撤回：后来的更正是接着它做的；请先撤回后来的更正。", id=correction_id)
        ) from error
