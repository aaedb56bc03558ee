"""Records to plain data and back, exactly; used where a whole record is stored as one JSON text."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import cattrs

from lantu.store.canonical import canonical, instant_text
from lantu.store.columns import parse_period
from lantu.values import Period

T = TypeVar("T")


@cache
def converter() -> cattrs.Converter:
    """The converter for all records: a key it does not know is an error, decimals and days are strings."""
    made = cattrs.Converter(forbid_extra_keys=True, detailed_validation=False)
    made.register_unstructure_hook(Decimal, str)
    made.register_structure_hook(Decimal, lambda text, _: Decimal(text))
    made.register_unstructure_hook(datetime, instant_text)
    made.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text).astimezone(UTC))
    made.register_unstructure_hook(date, date.isoformat)
    made.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    made.register_unstructure_hook(Period, lambda period: period.code)
    made.register_structure_hook(Period, lambda code, _: parse_period(code))
    return made


def plain(record: object) -> Any:
    """A record as dicts, lists, strings, numbers and booleans."""
    return converter().unstructure(record)


def encode(record: object) -> str:
    """A record as canonical JSON."""
    return canonical(plain(record))


class Unreadable(Exception):
    """The text was written for another form of the record, by an older or newer program."""


def decode(text: str, kind: type[T]) -> T:
    """The record of ``kind`` that ``encode`` wrote; raises Unreadable when its fields are others by now."""
    try:
        return converter().structure(json.loads(text), kind)
    except Exception as error:  # whatever a missing key, an unknown word or a changed type leads to
        raise Unreadable(kind.__name__) from error
