"""Loading the shipped cases: facts go into the store once, and again only when they changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lantu import cases
from lantu.actions.readings import reading_of
from lantu.documents import Document
from lantu.plan import Plan, Target
from lantu.reading.moved import moved
from lantu.store import Reader, Store
from lantu.values import NotFound


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading one case did: ``observations`` counts the figures that were not there before."""

    name: str
    plans: int = 0
    targets: int = 0
    observations: int = 0
    changed: bool = True


def prepare(
    store: Store, actor: str, at: datetime, announce: Callable[[str], None] = lambda _: None
) -> tuple[Loaded, ...]:
    """Bring the database to the present form and load every shipped case that is missing or changed.

    announce: called with the name of each case before it is loaded (for a progress line).
    """
    store.migrate()
    done = []
    for name in cases.names():
        announce(name)
        done.append(load_case(store, name, actor, at))
    return tuple(done)


def load_case(store: Store, name: str, actor: str, at: datetime) -> Loaded:
    """Load one case in one transaction with one audit record; nothing is written when it is there already.

    A plan whose text a person replaced keeps that text and its structure: the facts of the case come in, and
    its targets are placed in the text that is there. Raises NotFound for a name that is no case.
    """
    case = cases.load_case(name)
    with store.read() as reader:
        if reader.loaded(name) == case.digest:
            return Loaded(name, changed=False)
        for plan in case.plans:  # read the texts before others have to wait for this write
            if text := _own_text(reader, plan):
                reading_of(text)
    with store.write(actor, "load-case", at) as writer:
        texts = {plan.id: text for plan in case.plans if (text := _own_text(writer, plan))}
        for plan in case.plans:
            own = texts.get(plan.id)
            writer.put_plan(replace(plan, document=own.sha256) if own else plan)
        for plan_id, sections in case.sections:
            own = texts.get(plan_id)
            writer.put_sections(plan_id, reading_of(own).outline.sections if own else sections)
        targets = list(case.targets)
        for plan in case.plans:
            if text := texts.get(plan.id):
                mine = [one for one in targets if one.plan == plan.id]
                others = [one for one in targets if one.plan != plan.id]
                old = writer.document(plan.document) if plan.document else None
                targets = others + _placed(mine, writer.registered(plan.id), old, text)
        writer.put_targets(targets)
        for plan_id in {row.plan for row in case.blanks}:
            writer.put_blanks(plan_id, tuple(row for row in case.blanks if row.plan == plan_id))
        new = writer.put_observations(case.observations)
        writer.mark_loaded(name, case.digest)
    return Loaded(name, len(case.plans), len(case.targets), new)


def _own_text(reader: Reader, plan: Plan) -> Document | None:
    """The text a person put in place of the one a case names, if there is one."""
    try:
        there = reader.plan(plan.id).document
    except NotFound:
        return None
    return reader.document(there) if there and there != plan.document else None


def _placed(
    targets: Sequence[Target], before: Sequence[Target], old: Document | None, text: Document
) -> list[Target]:
    """The targets of a case at their places in another text; one whose facts are the same stays put."""
    known = {one.id: one for one in before}
    done = []
    for one in moved(targets, old, text, reading_of(text)).targets:
        there = known.get(one.id)
        same = there and replace(one, span=there.span, quote=there.quote, section=there.section) == there
        done.append(there if there and same else one)
    return done
