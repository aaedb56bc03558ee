"""Checking the figures of a draft against all that the store knows. Nothing of the draft is kept."""

from collections.abc import Sequence
from datetime import date

from lantu.check import Knowledge, Report, check
from lantu.documents import Document
from lantu.indicators import shipped_registry
from lantu.plan import Plan, Target
from lantu.store import Reader, Store
from lantu.values import NotFound, msg


def check_draft(
    store: Store, document: Document, as_of: date, *, plans: Sequence[str] = (), region: str = ""
) -> Report:
    """Check a draft as of a day.

    plans: ids of the plans whose targets count, all when empty; region: code of the draft's own region,
    by its title when empty. Raises NotFound for a plan that is not registered.
    """
    with store.read() as reader:
        knowledge = _knowledge(reader, plans)
    return check(document, knowledge, as_of, region=region)


def _knowledge(reader: Reader, wanted: Sequence[str]) -> Knowledge:
    known = {plan.id: plan for plan in reader.plans()}
    for name in wanted:
        if name not in known:
            raise NotFound(msg("没有编号为“{id}”的规划；lantu status 列出已登记的规划。", id=name))
    plans: tuple[Plan, ...] = tuple(known[name] for name in wanted) or tuple(known.values())
    targets: tuple[Target, ...] = tuple(t for plan in plans for t in reader.targets(plan.id))
    return Knowledge(reader.observations(), plans, targets, shipped_registry())
