"""One spelling for every value, so that a hash over it means the same on every machine and database."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256

from lantu.values import Period


def canonical(value: object) -> str:
    """Write ``value`` as JSON with sorted keys and no white space.

    Decimals become strings without exponent (1E+3 and 1000 are one number), days and instants ISO 8601
    (instants in UTC with six digits), periods their code. Raises TypeError for floats and other types.
    """
    return json.dumps(_plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def decimal_text(value: Decimal) -> str:
    """All digits of a finite Decimal, never with an exponent; raises ValueError for NaN and infinity."""
    if not value.is_finite():
        raise ValueError(value)
    return format(abs(value) if value.is_zero() else value, "f")


def instant_text(value: datetime) -> str:
    """An aware instant in UTC, always with six digits; raises ValueError for a naive one."""
    if value.tzinfo is None:
        raise ValueError(value)
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").zfill(27)


def digest(value: object) -> str:
    """SHA-256 of the canonical form."""
    return sha256(canonical(value).encode()).hexdigest()


def digest_of_rows(rows: Iterable[object]) -> str:
    """SHA-256 over the canonical form of each row, a line each, in the order given."""
    running = sha256()
    for row in rows:
        running.update(canonical(row).encode())
        running.update(b"\n")
    return running.hexdigest()


def _plain(value: object) -> object:  # noqa: PLR0911 - one line per kind of value
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Period):
        return value.code
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    raise TypeError(type(value).__name__)
