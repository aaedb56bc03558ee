"""Checking the figures of a draft against all that the store knows. Nothing of the draft is kept."""

from collections.abc import Sequence
from datetime import date, datetime

from lantu.check import Answered, Dismissal, Knowledge, Report, Verified, check
from lantu.documents import Document
from lantu.indicators import Confirmation, Confirmed, shipped_registry
from lantu.plan import Plan, Target
from lantu.store import Reader, Store
from lantu.values import InputError, NotFound, msg


def check_draft(
    store: Store, document: Document, as_of: date, *, plans: Sequence[str] = (), region: str = ""
) -> Report:
    """Check a draft as of a day.

    plans: ids of the plans whose targets count, all when empty; region: code of the draft's own region,
    by its title when empty. Raises NotFound for a plan that is not registered.
    """
    with store.read() as reader:
        knowledge = _knowledge(reader, plans)
        confirmed = Confirmed(reader.confirmations())
        answered = Answered(reader.verified(), reader.dismissals())
    return check(document, knowledge, as_of, region=region, confirmed=confirmed, answered=answered)


def answer_draft(
    store: Store, answers: Sequence[Confirmation | Verified | Dismissal], actor: str, at: datetime
) -> None:
    """Keep what people said of phrases, figures and findings, for this draft and the next.

    Raises InputError for an answer without a word: by whom a figure was confirmed, why a finding was
    dismissed.
    """
    for one in answers:
        if not one.by.strip():
            raise InputError(msg("没有写明由谁核定；请填写核定单位或核定人。"))
        if isinstance(one, Dismissal) and not one.again and not one.reason.strip():
            raise InputError(msg("没有写明不采纳的理由；请写一句，下一稿会用到。"))
    with store.write(actor, "answer-draft", at) as writer:
        writer.put_answers(answers)


def _knowledge(reader: Reader, wanted: Sequence[str]) -> Knowledge:
    known = {plan.id: plan for plan in reader.plans()}
    for name in wanted:
        if name not in known:
            raise NotFound(msg("没有编号为“{id}”的规划；lantu status 列出已登记的规划。", id=name))
    plans: tuple[Plan, ...] = tuple(known[name] for name in wanted) or tuple(known.values())
    targets: tuple[Target, ...] = tuple(t for plan in plans for t in reader.targets(plan.id))
    return Knowledge(reader.observations(), plans, targets, shipped_registry())
