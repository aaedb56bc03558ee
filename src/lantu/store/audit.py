"""The audit trail: one record per write, each sealing the one before it.

A record's hash is taken over its number, the hash before, actor, verb, instant, algorithm and payload
hash; the payload hash over a random salt and the canonical payload. The payload stands in a table of
its own, so that erasing it (personal data, a right to be forgotten) leaves the chain whole, and the salt
goes with it, so that nobody can guess an erased payload from its hash.
"""

import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from lantu.store.canonical import canonical
from lantu.store.schema import audit, audit_payloads

ALGORITHM = "sha256"
GENESIS = "0" * 64
JUDGE = "judge"
BESIDE_FIGURES = (
    JUDGE,
    "attach-text",
    "replace-text",
    "correct-text",
    "enter-row",
    "enter-form",
    "answer-draft",
)
"""Verbs that change no figure and no target in force: verdicts stay as good as they were."""
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """Who did what, when. ``payload`` is what was written (counts and digests), None when it was erased."""

    seq: int
    previous: str
    actor: str
    verb: str
    at: datetime
    algorithm: str
    payload_hash: str
    hash: str
    payload: Any = None


def payload_hash(salt: str, payload: str) -> str:
    """SHA-256 over the salt's bytes (hexadecimal text) and the payload in UTF-8."""
    return sha256(bytes.fromhex(salt) + payload.encode()).hexdigest()


def link_hash(
    seq: int, previous: str, actor: str, verb: str, at: datetime, algorithm: str, sealed: str
) -> str:
    """SHA-256 over the canonical JSON array of a record's fields, ``sealed`` being its payload hash."""
    return sha256(canonical([seq, previous, actor, verb, at, algorithm, sealed]).encode()).hexdigest()


def head(connection: sa.Connection) -> tuple[int, str]:
    """Number and hash of the last record; 0 and 64 zeros before the first."""
    row = connection.execute(
        sa.select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)
    ).first()
    return (row.seq, row.hash) if row else (0, GENESIS)


def append(connection: sa.Connection, actor: str, verb: str, at: datetime, payload: object) -> AuditRecord:
    """Add the record of this transaction. The caller holds the write lock, so numbers have no gap."""
    last, previous = head(connection)
    at = at.astimezone(UTC)
    text, salt = canonical(payload), secrets.token_hex(SALT_BYTES)
    sealed = payload_hash(salt, text)
    link = link_hash(last + 1, previous, actor, verb, at, ALGORITHM, sealed)
    record = AuditRecord(last + 1, previous, actor, verb, at, ALGORITHM, sealed, link, json.loads(text))
    row = {column.name: getattr(record, column.name) for column in audit.columns}
    connection.execute(sa.insert(audit), [row])
    connection.execute(sa.insert(audit_payloads), [{"seq": record.seq, "salt": salt, "payload": text}])
    return record


def latest(connection: sa.Connection, limit: int) -> tuple[AuditRecord, ...]:
    """The last records, newest first."""
    query = (
        sa.select(audit, audit_payloads.c.payload)
        .outerjoin(audit_payloads)
        .order_by(audit.c.seq.desc())
        .limit(limit)
    )
    return tuple(_record_of(row) for row in connection.execute(query))


def data_version(connection: sa.Connection) -> int:
    """Number of the last record that changed figures or targets; 0 before the first."""
    query = (
        sa.select(audit.c.seq)
        .where(audit.c.verb.not_in(BESIDE_FIGURES))
        .order_by(audit.c.seq.desc())
        .limit(1)
    )
    return connection.scalar(query) or 0


def erase_payload(connection: sa.Connection, seq: int) -> bool:
    """Delete what a record wrote down, with its salt; the record stays. False when nothing was there."""
    found = connection.execute(sa.delete(audit_payloads).where(audit_payloads.c.seq == seq))
    return found.rowcount > 0


def _record_of(row: sa.Row[Any]) -> AuditRecord:
    payload = None if row.payload is None else json.loads(row.payload)
    return AuditRecord(
        seq=row.seq,
        previous=row.previous,
        actor=row.actor,
        verb=row.verb,
        at=row.at,
        algorithm=row.algorithm,
        payload_hash=row.payload_hash,
        hash=row.hash,
        payload=payload,
    )
