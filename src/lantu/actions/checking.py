"""Whether a correction may be made: the text, the record and its fields are as the person saw them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lantu.documents import Document
from lantu.indicators import shipped_registry
from lantu.plan import FIELDS, Change, CorrectionKind, Plan, Sentence, Subject, Target
from lantu.plan.fields import check_target, check_value, rewritten, written
from lantu.plan.matching import overlap
from lantu.reading import Reading
from lantu.reading.corrected import body_at
from lantu.values import Comparator, Conflict, Direction, InputError, Mode, NotFound, Span, msg


@dataclass(frozen=True, slots=True)
class Asked:
    """A correction as a person asks for it.

    span, quote: the place and its text as the person saw it; of a target of the register its own. changes:
    each field with its value as seen and as wanted, as written by ``lantu.plan.fields``. record: id of
    the record as seen, "" for a sentence and for a target to be added.
    """

    kind: CorrectionKind
    subject: Subject
    span: Span
    quote: str
    changes: tuple[Change, ...] = ()
    record: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is in force now.

    targets: of the register; document, reading: None when the plan's text was not loaded.
    """

    plan: Plan
    targets: Sequence[Target]
    document: Document | None = None
    reading: Reading | None = None

    def sentence(self, span: Span) -> Sentence | None:
        """The sentence that overlaps most with a place."""
        every = self.reading.work.ledger.sentences if self.reading else ()
        best = max(every, key=lambda one: overlap(one.span, span) if one.span else 0, default=None)
        return best if best and best.span and overlap(best.span, span) else None


def checked(asked: Asked, scene: Scene) -> tuple[Change, ...]:
    """The changes as they are kept: values in their one spelling, with the fields that follow from them.

    Raises Conflict when the text, the record or a field is no longer as the person saw it, InputError
    for what is not allowed (saying what is), NotFound when there is no such record.
    """
    _check_kind(asked)
    _check_place(asked, scene)
    if asked.kind is CorrectionKind.ADD:
        return _addition(asked, scene)
    record = _record(asked, scene)
    body = body_at(record, asked.span, asked.subject, asked.changes)
    if asked.kind is CorrectionKind.REMOVE:
        said = ((name, written(asked.subject, record, name, body)) for name in FIELDS[asked.subject])
        return tuple(Change(name, before, "") for name, before in said if before)
    changes = tuple(
        change
        for change in (_change(asked.subject, record, one, body) for one in _named(asked))
        if change.before != change.after
    )
    if not changes:
        raise InputError(msg("没有改动：各项都和现在的一样；请改了再保存。"))
    if isinstance(record, Target):
        after = record
        for change in changes:
            after = rewritten(asked.subject, after, change.field, change.after)
        if record.value is not None or after.value_max is not None:
            check_value(after)
        check_target(after)
        changes += _following(record, after, {change.field for change in changes}, scene)
    return changes


def _check_kind(asked: Asked) -> None:
    of_sentence = asked.subject is Subject.SENTENCE
    fits = {
        CorrectionKind.CLASS: of_sentence,
        CorrectionKind.FIELD: not of_sentence,
        CorrectionKind.REMOVE: not of_sentence,
        CorrectionKind.ADD: asked.subject is Subject.TARGET,
        CorrectionKind.WITHDRAW: False,
    }
    if not fits[asked.kind]:
        raise InputError(
            msg(
                "“{kind}”这种更正不能用于“{subject}”；句子只能改类别（class），只有目标可以补录（add）。",
                kind=asked.kind.value,
                subject=asked.subject.value,
            )
        )


def _check_place(asked: Asked, scene: Scene) -> None:
    if asked.subject is Subject.TARGET and asked.record:
        kept = next((one for one in scene.targets if one.id == asked.record), None)
        if kept is not None and kept.quote == asked.quote and kept.span in (asked.span, None):
            return
    if scene.document is None:
        raise InputError(
            msg("规划“{plan}”的原文还没有载入，不能更正；请先用 lantu load 载入原文。", plan=scene.plan.id)
        )
    if asked.span.document != scene.document.sha256 or asked.span.quote(scene.document.text) != asked.quote:
        raise Conflict(
            msg("规划“{plan}”的原文已经换过，更正没有保存；请刷新页面后再改。", plan=scene.plan.id)
        )
    if not asked.quote.strip():
        raise InputError(msg("没有选中原文里的文字；请选中要更正的句子或数字。"))


def _record(asked: Asked, scene: Scene) -> Any:
    """The record as it is in force now."""
    if asked.subject is Subject.SENTENCE:
        found: Any = scene.sentence(asked.span)
    elif asked.subject is Subject.TARGET:
        reading = scene.reading
        read = (*reading.targets, *reading.directional) if reading else ()
        every = (*scene.targets, *read)
        found = next((one for one in every if one.id == asked.record), None)
    else:
        found = next((one for one in _others(asked.subject, scene) if one.id == asked.record), None)
    if found is None:
        raise NotFound(
            msg(
                "规划“{plan}”里没有记录“{record}”，或已删去；请刷新页面后再改。",
                plan=scene.plan.id,
                record=asked.record or asked.quote[:20],
            )
        )
    return found


def _others(subject: Subject, scene: Scene) -> tuple[Any, ...]:
    if scene.reading is None:
        return ()
    work = scene.reading.work
    return {
        Subject.TASK: work.tasks,
        Subject.POLICY: work.policies,
        Subject.PROJECT: work.projects,
        Subject.PLATFORM: work.platforms,
        Subject.RESPONSIBILITY: work.responsibilities,
    }[subject]


def _named(asked: Asked) -> tuple[Change, ...]:
    """The changes, each of a field that may be corrected, none twice."""
    known = FIELDS[asked.subject]
    for number, one in enumerate(asked.changes):
        if one.field not in known:
            raise InputError(
                msg(
                    "“{field}”不能更正；可以更正的有：{known}。", field=one.field[:40], known="、".join(known)
                )
            )
        if one.field in (other.field for other in asked.changes[:number]):
            raise InputError(msg("“{field}”在一条更正里给了两次；请只留一次。", field=one.field))
    return asked.changes


def _change(subject: Subject, record: Any, one: Change, body: int) -> Change:
    """A change in the one spelling of its values, its ``before`` being what is in force."""
    now = written(subject, record, one.field, body)
    try:
        seen = written(subject, rewritten(subject, record, one.field, one.before, body), one.field, body)
    except InputError:
        seen = one.before
    if now not in (seen, one.before):
        raise Conflict(
            msg(
                "“{field}”现在是“{now}”，不再是“{seen}”：有人先改过了；请刷新页面后再改。",
                field=one.field,
                now=now,
                seen=one.before[:40],
            )
        )
    return Change(
        one.field,
        now,
        written(subject, rewritten(subject, record, one.field, one.after, body), one.field, body),
    )


def _addition(asked: Asked, scene: Scene) -> tuple[Change, ...]:
    """The fields of a target to be added; indicator and value must be among them."""
    blank = Target("", asked.quote, "", *_DEFAULTS)
    given = {one.field: one for one in _named(asked)}
    after = blank
    for one in given.values():
        after = rewritten(Subject.TARGET, after, one.field, one.after)
    if not after.indicator:
        raise InputError(msg("“{field}”不能为空；请填写。", field="indicator"))
    check_value(after)
    check_target(after)
    for other in scene.targets:
        same_place = other.span is not None and overlap(other.span, asked.span) and other.quote in asked.quote
        if same_place and other.indicator == after.indicator:
            raise Conflict(msg("这个数字已登记为目标“{id}”；请更正那个目标，不必补录。", id=other.id))
    changes = tuple(
        Change(name, "", written(Subject.TARGET, after, name))
        for name in FIELDS[Subject.TARGET]
        if name in given
    )
    return changes + _following(blank, after, {"indicator", "deadline", "scope"}, scene)


_DEFAULTS = (Comparator.EQUAL, None, "", Mode.LEVEL, Direction.UP)


def _following(before: Target, after: Target, changed: set[str], scene: Scene) -> tuple[Change, ...]:
    """What follows: the registry code of another phrase, the inferred year, the region without a scope.

    Written down even when it stays as it is, so that taking back an earlier correction of the same field
    does not bring back what followed from that one alone.
    """
    values: dict[str, str] = {}
    if changed & {"indicator", "unit", "mode"}:
        code = shipped_registry().match(after.indicator, after.unit, after.mode)
        if "indicator" in changed or (code and code != before.indicator_code):
            values["indicator_code"] = code
    if "deadline" in changed:
        values["deadline_inferred"] = "" if after.deadline else str(scene.plan.period.year)
    if "scope" in changed:
        values["region"] = "" if after.scope else scene.plan.region
    return tuple(Change(name, written(Subject.TARGET, before, name), text) for name, text in values.items())
