"""Loading the text of a plan: attached to the plan it belongs to, or registered as a new one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from lantu.actions.corrections import plan_reading
from lantu.actions.readings import reading_of
from lantu.documents import Document
from lantu.indicators import Registry, division_named, shipped_registry
from lantu.plan import Correction, Plan, Target
from lantu.plan.matching import meets
from lantu.reading import Reading, resolved
from lantu.reading.corrected import CorrectionState
from lantu.reading.moved import moved
from lantu.reading.script import fold
from lantu.reading.title import title_facts
from lantu.store import Store
from lantu.values import Conflict, InputError, NotFound, Period, PlanKind, Rank, msg


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the user says of a plan; None or "" leaves it to the title."""

    id: str = ""
    title: str = ""
    kind: PlanKind | None = None
    rank: Rank | None = None
    region: str = ""
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """What loading a text did.

    new: whether the plan was not known before; matched: targets of the register whose figure was
    found again at its place; proposals: figures found that the register does not have (for a
    person to look at; empty for a new plan, whose targets all come from the reading).
    placed: targets of the register that have a place in the text;
    replaced: whether the text took the place of another; then lost: targets of the register that are not
    in it and keep their record without a place; missed: corrections whose sentence is not in it.
    namesake: of a new plan, a plan of the same title and period that was registered before, or "".
    """

    plan: Plan
    new: bool
    targets: int
    matched: int
    proposals: tuple[Target, ...]
    reading: Reading
    placed: int = 0
    replaced: bool = False
    lost: tuple[Target, ...] = ()
    missed: tuple[Correction, ...] = ()
    namesake: str = ""


def load_plan(
    store: Store,
    document: Document,
    facts: PlanFacts,
    actor: str,
    at: datetime,
    *,
    replace_text: bool = False,
) -> Registered:
    """Keep a plan's text, and register the plan when its text is not known yet.

    A text whose checksum a registered plan names is attached to that plan: its targets stay, the
    reading is matched to them by place and quote. replace_text: another text takes the place of the one
    the plan ``facts.id`` was registered with; see ``_replaced``. Raises Conflict when the id asked for
    belongs to another text and this was not asked for, InputError when title or period cannot be told,
    NotFound when the text of a plan is to be replaced that is not there.
    """
    reading = reading_of(document)
    with store.read() as reader:
        known = {plan.id: plan for plan in reader.plans()}
        same = next((plan for plan in known.values() if plan.document == document.sha256), None)
        registered = reader.targets(same.id) if same else ()
    if same and facts.id in ("", same.id):
        with store.write(actor, "attach-text", at) as writer:
            writer.put_document(document)
        return _matched(same, registered, reading)
    if same:
        raise Conflict(
            msg("这份文本已登记为规划“{id}”；请不写标识，或写这个标识。", id=same.id),
        )
    if facts.id in known:
        if replace_text:
            return _replaced(store, facts.id, document, reading, actor, at)
        raise Conflict(
            msg(
                "规划“{id}”登记的是另一份文本；如要用这份替换，请加 --replace-text，否则请换一个标识。",
                id=facts.id,
            )
        )
    if replace_text:
        raise NotFound(
            msg("没有编号为“{id}”的规划可以替换文本；请用 --id 写明要替换哪个规划的文本。", id=facts.id)
        )
    plan = _plan(document, reading, facts)
    targets = _targets(plan, reading, shipped_registry())
    with store.write(actor, "load-plan", at) as writer:
        writer.put_document(document)
        writer.put_plan(plan)
        writer.put_sections(plan.id, reading.outline.sections)
        writer.put_targets(targets)
    return Registered(
        plan, True, len(targets), len(targets), (), reading, len(targets), namesake=_namesake(plan, known)
    )


def _namesake(plan: Plan, known: Mapping[str, Plan]) -> str:
    def name(one: Plan) -> tuple[str, str]:
        return "".join(fold(one.title).split()), one.period.code

    return next((one.id for one in known.values() if name(one) == name(plan)), "")


def _replaced(
    store: Store, plan_id: str, document: Document, reading: Reading, actor: str, at: datetime
) -> Registered:
    """Put another text of a registered plan in place of the one it has.

    Targets keep their permanent ids and move to their places in the new text; the structure becomes the
    new one's; figures that the register does not have become proposals; corrections stay on record
    and in force where they find their sentence.
    """
    with store.write(actor, "replace-text", at) as writer:
        plan = replace(writer.plan(plan_id), document=document.sha256)
        old = writer.document(writer.plan(plan_id).document)
        done = moved(writer.registered(plan_id), old, document, reading)
        writer.put_document(document)
        writer.put_plan(plan)
        writer.put_sections(plan_id, reading.outline.sections)
        writer.put_targets(done.targets)
        now = writer.targets(plan_id)
        state = plan_reading(writer, plan_id)
    applied = state.applied if state else ()
    return replace(
        _matched(plan, now, reading),
        placed=sum(one.span is not None and one.span.document == document.sha256 for one in now),
        replaced=True,
        lost=tuple(one for one in now if one.id in done.lost),
        missed=tuple(one.correction for one in applied if one.state is CorrectionState.NOT_FOUND),
    )


def _matched(plan: Plan, registered: tuple[Target, ...], reading: Reading) -> Registered:
    """Match a reading to the register: same figure at an overlapping place."""
    found = (*reading.targets, *reading.directional)
    seen = sum(meets(one, found) for one in registered)
    proposals = tuple(one for one in found if one.span and not meets(one, registered))
    return Registered(plan, False, len(registered), seen, proposals, reading)


def _plan(document: Document, reading: Reading, facts: PlanFacts) -> Plan:
    title = facts.title or reading.outline.title
    if not title:
        raise InputError(
            msg("文件“{name}”里找不到规划的标题；请用 --title 写明规划全称。", name=document.name)
        )
    said = title_facts(title)
    period = facts.period or said.period
    if period is None:
        raise InputError(msg("从标题“{title}”看不出规划期；请用 --period 写明，如 2026/2030。", title=title))
    return Plan(
        id=facts.id or f"plan-{document.sha256[:10]}",
        title=title,
        kind=facts.kind or said.kind,
        rank=facts.rank or said.rank,
        region=facts.region or _region_code(said.place),
        period=period,
        vision_year=said.vision_year,
        document=document.sha256,
    )


def _region_code(place: str) -> str:
    """Code of a division named in a title; "" when none, or several, are called so."""
    found = division_named(place)
    return found.code if found else ""


def _targets(plan: Plan, reading: Reading, registry: Registry) -> tuple[Target, ...]:
    """The reading's proposals with permanent ids: figures in text order, then targets without a figure."""
    return tuple(
        replace(
            resolved(target, plan.region),
            id=f"{plan.id}.{number:04d}",
            plan=plan.id,
            region=plan.region if not target.scope else target.region,
            deadline_inferred=None if target.deadline else plan.period.year,
            indicator_code=registry.match(target.indicator, target.unit, target.mode),
        )
        for number, target in enumerate((*reading.targets, *reading.directional), 1)
    )
