"""Records to lines of the case files and back; what has its default value is not written."""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from lantu.plan import Baseline, BlankRow, Plan, Reference, Target
from lantu.values import Period, Source, Span

T = TypeVar("T")
_RECORDS = (Baseline, Reference, Source, BlankRow, Plan, Target)  # inner records first


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    converter.register_unstructure_hook(Decimal, lambda value: format(value, "f"))
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_unstructure_hook(date, lambda value: value.isoformat())
    converter.register_structure_hook(Period, lambda value, _: Period.parse(value))
    converter.register_unstructure_hook(Period, lambda value: value.code)
    converter.register_structure_hook(Span, lambda value, _: Span(*value))
    converter.register_unstructure_hook(Span, lambda value: [value.document, value.start, value.end])
    for record in _RECORDS:
        write = make_dict_unstructure_fn(record, converter, _cattrs_omit_if_default=True)
        converter.register_unstructure_hook(record, write)
        read = make_dict_structure_fn(record, converter, _cattrs_forbid_extra_keys=True)
        converter.register_structure_hook(record, read)
    return converter


def to_plain(record: Any) -> dict[str, Any]:
    """A record as JSON can hold it."""
    plain: dict[str, Any] = _converter().unstructure(record)
    return plain


def from_plain(plain: Any, kind: type[T]) -> T:
    """The record again; raises when a key is unknown or a value of the wrong kind."""
    return _converter().structure(plain, kind)
