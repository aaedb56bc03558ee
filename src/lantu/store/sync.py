"""Bring the rows of a table to what they should be, touching only those that differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from lantu.values import InputError, msg

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """Rows that are new, rows whose content changed, and how many were taken away."""

    new: tuple[Row, ...] = ()
    changed: tuple[Row, ...] = ()
    gone: int = 0

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def sync(
    connection: sa.Connection,
    table: sa.Table,
    rows: Sequence[Row],
    scope: sa.ColumnElement[bool],
    *,
    prune: bool = False,
) -> Change:
    """Insert or update ``rows`` by primary key.

    scope: the rows of the table that ``rows`` may meet; read once. prune: delete those of the scope
    that ``rows`` no longer has. Raises InputError when two rows have one key and different content.
    """
    keys = [column.name for column in table.primary_key.columns]
    wanted: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        key = tuple(row[name] for name in keys)
        if wanted.setdefault(key, row) != row:
            shown = " ".join(str(part) for part in key)
            raise InputError(
                msg("编号“{key}”在一次写入里给了两次而内容不同；没有写入，请核对编号。", key=shown)
            )
    found = {
        tuple(row[key] for key in keys): dict(row)
        for row in connection.execute(sa.select(table).where(scope)).mappings()
    }
    new = [row for key, row in wanted.items() if key not in found]
    changed = [row for key, row in wanted.items() if key in found and found[key] != row]
    gone = [key for key in found if key not in wanted] if prune else []
    if gone:
        where = [table.c[key] == sa.bindparam(f"key_{key}") for key in keys]
        values = [{f"key_{key}": part for key, part in zip(keys, one, strict=True)} for one in gone]
        connection.execute(sa.delete(table).where(*where), values)
    if new:
        connection.execute(sa.insert(table), new)
    if changed:
        _update(connection, table, keys, changed)
    return Change(tuple(new), tuple(changed), len(gone))


def _update(connection: sa.Connection, table: sa.Table, keys: list[str], rows: list[Row]) -> None:
    others = [column.name for column in table.columns if column.name not in keys]
    query = (
        sa.update(table)
        .where(*[table.c[key] == sa.bindparam(f"key_{key}") for key in keys])
        .values({name: sa.bindparam(f"new_{name}") for name in others})
    )
    values = [
        {**{f"key_{key}": row[key] for key in keys}, **{f"new_{name}": row[name] for name in others}}
        for row in rows
    ]
    connection.execute(query, values)
