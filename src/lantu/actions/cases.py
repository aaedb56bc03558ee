"""Loading the shipped cases: facts go into the store once, and again only when they changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from lantu import cases
from lantu.store import Store


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

    Raises NotFound for a name that is no case.
    """
    case = cases.load_case(name)
    with store.read() as reader:
        if reader.loaded(name) == case.digest:
            return Loaded(name, changed=False)
    with store.write(actor, "load-case", at) as writer:
        for plan in case.plans:
            writer.put_plan(plan)
        for plan_id, sections in case.sections:
            writer.put_sections(plan_id, sections)
        writer.put_targets(case.targets)
        for plan_id in {row.plan for row in case.blanks}:
            writer.put_blanks(plan_id, tuple(row for row in case.blanks if row.plan == plan_id))
        new = writer.put_observations(case.observations)
        writer.mark_loaded(name, case.digest)
    return Loaded(name, len(case.plans), len(case.targets), new)
