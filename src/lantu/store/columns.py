"""Column types that mean the same on SQLite and PostgreSQL."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator, TypeEngine

from lantu.store.canonical import canonical, decimal_text, instant_text
from lantu.values import InputError, Period, msg

# Byte order on both databases, so that ids sort alike whatever the server's locale is.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

parse_period = lru_cache(maxsize=4096)(Period.parse)


def storable(text: str) -> str:
    """``text`` as a plain string; InputError for NUL and half characters, which a database cannot hold."""
    if "\x00" in text or not _encodes(text):
        shown = text.encode("utf-8", "backslashreplace").decode()[:60].replace("\x00", "\\x00")
        raise InputError(
            msg("文字“{text}”里有不能存储的字符（空字符或残缺字符）；请删去后再存。", text=shown)
        )
    return str(text)


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class Word(TypeDecorator[str]):
    """Text of any length, compared by code point; a member of a StrEnum is kept as its value."""

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:  # noqa: ARG002
        """Refuse what one of the databases would refuse or change."""
        return None if value is None else storable(value)


class Exact(TypeDecorator[Decimal]):
    """A Decimal with every digit it was given: NUMERIC in PostgreSQL, text in SQLite.

    ``sa.Numeric`` on SQLite goes through a float and loses digits.
    """

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> TypeEngine[Any]:
        """NUMERIC without limits where the database has it."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(sa.Numeric(asdecimal=True))
        return dialect.type_descriptor(sa.Text())

    def process_bind_param(self, value: Decimal | None, dialect: sa.Dialect) -> Any:
        """The number for PostgreSQL, its digits for SQLite."""
        if value is None:
            return None
        text = decimal_text(value)
        return Decimal(text) if dialect.name == "postgresql" else text

    def process_result_value(self, value: Any | None, dialect: sa.Dialect) -> Decimal | None:  # noqa: ARG002
        """The same Decimal on both."""
        return None if value is None else Decimal(value)


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC to the microsecond: TIMESTAMPTZ in PostgreSQL, ISO text in SQLite."""

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> TypeEngine[Any]:
        """A time-zone aware column where the database has one."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(sa.DateTime(timezone=True))
        return dialect.type_descriptor(sa.Text())

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> Any:
        """Raise ValueError for a naive instant."""
        if value is None:
            return None
        text = instant_text(value)
        return value.astimezone(UTC) if dialect.name == "postgresql" else text

    def process_result_value(self, value: Any | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        """UTC on both."""
        if value is None:
            return None
        return (value if isinstance(value, datetime) else datetime.fromisoformat(value)).astimezone(UTC)


class Words(TypeDecorator[tuple[str, ...]]):
    """A short list of words (basis tags, ids of parents) as a JSON array in one text column."""

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: sa.Dialect) -> str | None:  # noqa: ARG002
        """The array, written canonically so that equal lists are equal text."""
        return None if value is None else canonical([storable(word) for word in value])

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> tuple[str, ...] | None:  # noqa: ARG002
        """The words in their order."""
        return None if value is None else _words(value)


class PeriodCode(TypeDecorator[Period]):
    """A period by its ISO code."""

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: Period | None, dialect: sa.Dialect) -> str | None:  # noqa: ARG002
        """The code."""
        return None if value is None else value.code

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Period | None:  # noqa: ARG002
        """The period the code names."""
        return None if value is None else parse_period(value)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))
