"""The JSON Schema of the whole plan, made from the records themselves so that the two cannot part."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from inspect import cleandoc
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from lantu.exchange.plan_json import has_span, key
from lantu.exchange.whole_plan import FORMAT, VERSION, WholePlan
from lantu.values import Message, Period, Span

Schema = dict[str, Any]

_ID = f"urn:lantu:schema:plan:{VERSION}"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLACE: Schema = {"type": ["integer", "null"], "minimum": 0}
_SIMPLE: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"type": "number"},
    type(None): {"type": "null"},
    Period: {"type": "string", "description": "ISO period: 2025, 2025Q1, 2025-06, 2021/2025"},
    Span: {
        "type": "array",
        "description": "start and end (half open) in code points of the text as extracted",
        "items": {"type": "integer", "minimum": 0},
        "minItems": 2,
        "maxItems": 2,
    },
    Message: {
        "type": "object",
        "description": "a sentence: as written for readers, and its Chinese template with what fills it",
        "properties": {
            "text": {"type": "string"},
            "template": {"type": "string"},
            "arguments": {"type": "object", "additionalProperties": {"type": "string"}},
        },
        "required": ["template"],
        "additionalProperties": False,
    },
}


def plan_schema() -> Schema:
    """The schema of what ``dump_plan`` writes and ``load_plan`` reads (draft 2020-12)."""
    records: dict[str, Schema] = {}
    root = _record(WholePlan, records)
    root["properties"]["format"] = {"const": FORMAT}
    root["required"] += ["format", "version"]
    head = {"$schema": _DIALECT, "$id": _ID, "title": "Lantu: the whole plan as read"}
    return {**head, **root, "$defs": dict(sorted(records.items()))}


def _record(kind: type[Any], records: dict[str, Schema]) -> Schema:
    """A dataclass as an object; a field without a default is required, no other field is allowed."""
    hints = get_type_hints(kind)
    properties: dict[str, Schema] = {}
    required = []
    for field in fields(kind):
        if field.name == "span" and has_span(kind):
            properties |= {"start": _PLACE, "end": _PLACE}
            continue
        properties[key(field.name)] = _schema(hints[field.name], records)
        if field.default is MISSING and field.default_factory is MISSING:
            required.append(key(field.name))
    return {
        "type": "object",
        "description": cleandoc(kind.__doc__ or ""),
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _schema(hint: Any, records: dict[str, Schema]) -> Schema:
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in records:
            records[hint.__name__] = {}  # holds the place while the record is described
            records[hint.__name__] = _record(hint, records)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"enum": [str(member) for member in hint]}
    return _compound(hint, records)


def _compound(hint: Any, records: dict[str, Schema]) -> Schema:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in {Union, types.UnionType}:
        return {"anyOf": [_schema(argument, records) for argument in arguments]}
    if origin is tuple and arguments[1:] == (...,):
        return {"type": "array", "items": _schema(arguments[0], records)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _schema(arguments[1], records)}
    raise TypeError(hint)
