"""Answers people give when a draft is checked, added one by one and never changed."""

from collections.abc import Sequence
from typing import TypeVar

import sqlalchemy as sa

from lantu.check.answers import Dismissal, Verified
from lantu.indicators import Confirmation
from lantu.store.codec import decode, encode
from lantu.store.schema import answers

Answer = Confirmation | Verified | Dismissal
T = TypeVar("T", Confirmation, Verified, Dismissal)
_KINDS: dict[type, str] = {Confirmation: "confirmation", Verified: "verified", Dismissal: "dismissal"}


def put(connection: sa.Connection, wanted: Sequence[Answer], seq: int) -> None:
    """Add answers in this order; ``seq`` is the audit record that brings them."""
    last = connection.scalar(sa.select(sa.func.max(answers.c.number))) or 0
    for number, one in enumerate(wanted, last + 1):
        row = {"number": number, "seq": seq, "kind": _KINDS[type(one)], "payload": encode(one)}
        connection.execute(sa.insert(answers), [row])


def of_kind(connection: sa.Connection, kind: type[T]) -> tuple[T, ...]:
    """The answers of one kind in the order they were given."""
    query = sa.select(answers.c.payload).where(answers.c.kind == _KINDS[kind]).order_by(answers.c.number)
    return tuple(decode(payload, kind) for payload in connection.scalars(query))
