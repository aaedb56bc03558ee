"""Corrections against the audit trail: the table holds what the trail says was written, and nothing else."""

from collections import defaultdict
from typing import Any

import sqlalchemy as sa

from lantu.store import corrections as table
from lantu.store.canonical import canonical
from lantu.store.codec import plain
from lantu.store.schema import corrections
from lantu.values import Message, msg


class SealedCorrections:
    """Collects what the audit records say of corrections, and compares it with the table."""

    def __init__(self) -> None:
        self._written: dict[int, dict[str, str]] = defaultdict(dict)
        self._erased: set[int] = set()

    def see(self, seq: int, payload: Any) -> None:
        """Take in an audit record; payload: as written down, None when it was erased."""
        if payload is None:
            self._erased.add(seq)
            return
        done = payload.get("done", ()) if isinstance(payload, dict) else ()
        for note in done:
            if note.get("put") == "correction":
                self._written[seq] |= {one["id"]: canonical(one) for one in note["records"]}

    def fault(self, connection: sa.Connection) -> tuple[int, Message] | None:
        """The first record whose corrections are not in the table as written; a row no record brought."""
        held: dict[int, dict[str, str]] = defaultdict(dict)
        rows = connection.execute(sa.select(corrections.c.id, corrections.c.seq))
        numbers = {row.id: row.seq for row in rows}
        for one in table.all_of(connection):
            held[numbers[one.id]][one.id] = canonical(plain(one))
        for seq in sorted({*self._written, *held} - self._erased):
            for name in sorted({*self._written[seq], *held[seq]}):
                if self._written[seq].get(name) != held[seq].get(name):
                    return seq, _difference(seq, name, name in self._written[seq], name in held[seq])
        return None


def _difference(seq: int, name: str, written: bool, held: bool) -> Message:
    if not held:
        return msg("更正 {id} 在第 {seq} 号记录里写着，表里却没有；它被删去了。", id=name, seq=seq)
    if not written:
        return msg("更正 {id} 自称由第 {seq} 号记录写入，记录里却没有；它是另外加进去的。", id=name, seq=seq)
    return msg("更正 {id} 与第 {seq} 号记录里写的不同；它被改过。", id=name, seq=seq)
