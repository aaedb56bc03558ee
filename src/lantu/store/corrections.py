"""Corrections of readings, added one by one and never changed."""

import json
from typing import Any

import sqlalchemy as sa

from lantu.plan import Change, Correction, CorrectionKind, Subject
from lantu.store.canonical import canonical
from lantu.store.schema import corrections
from lantu.values import Span


def number_after(connection: sa.Connection, plan_id: str) -> int:
    """The number of the next correction of a plan, from 1."""
    query = sa.select(sa.func.max(corrections.c.number)).where(corrections.c.plan == plan_id)
    return (connection.scalar(query) or 0) + 1


def put(connection: sa.Connection, correction: Correction, number: int, seq: int) -> None:
    """Add a correction under its number; the database refuses a number that is taken."""
    row = {
        "id": correction.id,
        "plan": correction.plan,
        "number": number,
        "seq": seq,
        "kind": correction.kind.value,
        "subject": correction.subject.value,
        "record": correction.record,
        "span_document": correction.span.document,
        "span_start": correction.span.start,
        "span_end": correction.span.end,
        "quote": correction.quote,
        "before": correction.before,
        "behind": correction.behind,
        "changes": canonical([[one.field, one.before, one.after] for one in correction.changes]),
        "by": correction.by,
        "at": correction.at,
        "reason": correction.reason,
        "withdraws": correction.withdraws,
    }
    connection.execute(sa.insert(corrections), [row])


def of_plan(connection: sa.Connection, plan_id: str) -> tuple[Correction, ...]:
    """The corrections of a plan in the order they were made."""
    return _select(connection, corrections.c.plan == plan_id)


def all_of(connection: sa.Connection) -> tuple[Correction, ...]:
    """The corrections of all plans, by plan and number."""
    return _select(connection, sa.true())


def of_targets(connection: sa.Connection) -> dict[str, tuple[Correction, ...]]:
    """The corrections of targets by plan, for the plans that have any; a withdrawal has its subject too."""
    found: dict[str, list[Correction]] = {}
    for one in _select(connection, corrections.c.subject == Subject.TARGET.value):
        found.setdefault(one.plan, []).append(one)
    return {plan: tuple(ones) for plan, ones in found.items()}


def _select(connection: sa.Connection, where: sa.ColumnElement[bool]) -> tuple[Correction, ...]:
    query = sa.select(corrections).where(where).order_by(corrections.c.plan, corrections.c.number)
    return tuple(_correction_of(row) for row in connection.execute(query))


def _correction_of(row: sa.Row[Any]) -> Correction:
    return Correction(
        id=row.id,
        plan=row.plan,
        kind=CorrectionKind(row.kind),
        subject=Subject(row.subject),
        span=Span(row.span_document, row.span_start, row.span_end),
        quote=row.quote,
        changes=tuple(Change(*one) for one in json.loads(row.changes)),
        by=row.by,
        at=row.at,
        record=row.record,
        before=row.before,
        behind=row.behind,
        reason=row.reason,
        withdraws=row.withdraws,
    )
