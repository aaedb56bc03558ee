"""Verdicts as computed, per target, day, state of the store and packs in force. Pages only read them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from lantu.monitoring import Verdict
from lantu.store.codec import Unreadable, decode, encode
from lantu.store.schema import targets, verdicts
from lantu.store.sync import Change, sync
from lantu.values import NotFound, msg


def put(
    connection: sa.Connection,
    plan_id: str,
    as_of: date,
    data_version: int,
    scheme: str,
    wanted: Sequence[Verdict],
) -> Change:
    """Keep the verdicts of one plan for a day; raises NotFound when one is of no target of this plan."""
    query = sa.select(targets.c.id, targets.c.tier).where(targets.c.plan == plan_id)
    tiers = {row.id: row.tier for row in connection.execute(query)}
    for verdict in wanted:
        if verdict.target not in tiers:
            raise NotFound(
                msg(
                    "规划“{plan}”里没有目标“{target}”，它的结论没有存；请核对编号。",
                    plan=plan_id,
                    target=verdict.target,
                )
            )
    rows = [
        {
            "target": verdict.target,
            "as_of": as_of,
            "data_version": data_version,
            "scheme": scheme,
            "plan": plan_id,
            "status": verdict.status.value,
            "tier": tiers[verdict.target],
            "payload": encode(verdict),
        }
        for verdict in wanted
    ]
    return sync(connection, verdicts, rows, _key(plan_id, as_of, data_version, scheme))


def of_plan(
    connection: sa.Connection, plan_id: str, as_of: date, data_version: int, scheme: str
) -> tuple[Verdict, ...]:
    """The verdicts of a plan, by target id; empty when that day was not judged in this state."""
    query = sa.select(verdicts.c.payload).where(_key(plan_id, as_of, data_version, scheme))
    return _read(connection, query)


def of_target(
    connection: sa.Connection, target_id: str, as_of: date, data_version: int, scheme: str
) -> Verdict | None:
    """The verdict of one target."""
    query = sa.select(verdicts.c.payload).where(
        verdicts.c.target == target_id,
        verdicts.c.as_of == as_of,
        verdicts.c.data_version == data_version,
        verdicts.c.scheme == scheme,
    )
    return next(iter(_read(connection, query)), None)


def days(connection: sa.Connection, plan_id: str, data_version: int, scheme: str | None) -> tuple[date, ...]:
    """The days a plan was judged for in this state of the store, earliest first."""
    query = sa.select(verdicts.c.as_of).where(
        verdicts.c.plan == plan_id, verdicts.c.data_version == data_version
    )
    if scheme is not None:
        query = query.where(verdicts.c.scheme == scheme)
    return tuple(connection.scalars(query.distinct().order_by(verdicts.c.as_of)))


def _key(plan_id: str, as_of: date, data_version: int, scheme: str) -> sa.ColumnElement[bool]:
    return sa.and_(
        verdicts.c.plan == plan_id,
        verdicts.c.as_of == as_of,
        verdicts.c.data_version == data_version,
        verdicts.c.scheme == scheme,
    )


def _read(connection: sa.Connection, query: sa.Select[Any]) -> tuple[Verdict, ...]:
    payloads = connection.scalars(query.order_by(verdicts.c.target))
    try:
        return tuple(decode(payload, Verdict) for payload in payloads)
    except Unreadable:  # left by another version of the program: as good as not judged, and judged anew
        return ()
