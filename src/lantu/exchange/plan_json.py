"""The JSON of the whole plan, written and read back: the same plan comes back, its spans included.

Numbers keep all their digits; the span of a record is its ``start`` and ``end`` in the document of the head,
as in the JSON lines, any other span ``[start, end]``. The form is published as ``docs/schema/plan-1.json``.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from json.encoder import encode_basestring
from typing import Any

import cattrs
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.v import transform_error

from lantu.exchange.whole_plan import FORMAT, VERSION, WholePlan
from lantu.values import InputError, Message, Period, Span, msg

_DOCUMENT: ContextVar[str] = ContextVar("document")
_HALF = re.compile("[\ud800-\udfff]")  # half characters (in file names that are no UTF-8) are escaped
_SHOWN = 5  # faults named in one sentence


def dump_plan(plan: WholePlan) -> bytes:
    """The plan as UTF-8 JSON, one record a line.

    Raises ValueError when a span lies in another document than the plan's.
    """
    head = ("format", "version")
    order = (*head, *(field.name for field in fields(plan) if field.name not in head))
    with _within(plan.document.sha256):
        values = {name: _converter().unstructure(getattr(plan, name)) for name in order}
    parts = (f"{encode_basestring(name)}: {_lines(value)}" for name, value in values.items())
    text = "{\n" + ",\n".join(parts) + "\n}\n"
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text).encode()


def load_plan(data: bytes, name: str = "plan.json") -> WholePlan:
    """The plan that ``dump_plan`` wrote.

    Raises InputError naming the file and what is wrong: no JSON, another format, a version not known here,
    a key that is unknown or missing, a value of the wrong kind.
    """
    try:
        plain = json.loads(data.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise InputError(
            msg("文件“{name}”不是完整的 JSON（{why}）；请重新导出。", name=name, why=error)
        ) from error
    head = plain if isinstance(plain, dict) else {}
    if head.get("format") != FORMAT:
        raise InputError(
            msg("文件“{name}”不是规划的 JSON；请用 lantu read 规划文件 --format json 导出。", name=name)
        )
    if head.get("version") != VERSION:
        raise InputError(
            msg(
                "文件“{name}”的格式版本是 {version}，本程序只认 {known}；请用与其相配的版本。",
                name=name,
                version=head.get("version"),
                known=VERSION,
            )
        )
    paper = head.get("document")
    document = str(paper.get("sha256", "")) if isinstance(paper, dict) else ""
    try:
        with _within(document):
            return _converter().structure(head, WholePlan)
    except (cattrs.BaseValidationError, ForbiddenExtraKeysError) as error:
        faults = transform_error(error)
        why = "; ".join(faults[:_SHOWN]) + ("; …" if len(faults) > _SHOWN else "")
        raise InputError(
            msg("文件“{name}”的内容不合格式：{why}；请重新导出，或对照格式说明改正。", name=name, why=why)
        ) from error


@contextmanager
def _within(document: str) -> Iterator[None]:
    """Spans written or read inside lie in this document."""
    token = _DOCUMENT.set(document)
    try:
        yield
    finally:
        _DOCUMENT.reset(token)


def _ends(span: Span) -> list[int]:
    if span.document != _DOCUMENT.get():
        raise ValueError(span)
    return [span.start, span.end]


def _span(ends: Any, _: type[Span]) -> Span:
    if not (isinstance(ends, list) and len(ends) == 2 and all(type(end) is int for end in ends)):
        raise TypeError(f"expected [start, end], got {ends!r}")
    return Span(_DOCUMENT.get(), *ends)


def has_span(kind: Any) -> bool:
    """Whether records of this class have a place of their own in the text."""
    return is_dataclass(kind) and any(field.name == "span" for field in fields(kind))


def key(name: str) -> str:
    """The key of a field: ``klass`` is ``class``, a word that Python keeps to itself."""
    return "class" if name == "klass" else name


def _keys(kind: type[Any]) -> Any:
    return {field.name: override(rename=key(field.name)) for field in fields(kind)}


def _write_placed(kind: type[Any]) -> Callable[[Any], dict[str, Any]]:
    write = make_dict_unstructure_fn(kind, _converter(), **_keys(kind))

    def flat(record: Any) -> dict[str, Any]:
        row = write(record)
        row["start"], row["end"] = row.pop("span") or (None, None)
        return row

    return flat


def _read_placed(kind: type[Any]) -> Callable[[Any, Any], Any]:
    read = make_dict_structure_fn(kind, _converter(), _cattrs_forbid_extra_keys=True, **_keys(kind))

    def deep(row: Any, _: Any) -> Any:
        if not isinstance(row, Mapping) or "span" in row:
            raise TypeError(f"expected a record with start and end, got {row!r}")
        ends = [row.get("start"), row.get("end")]
        rest = {key: value for key, value in row.items() if key not in {"start", "end"}}
        return read({**rest, "span": None if ends == [None, None] else ends}, kind)

    return deep


def _message(value: Any, _: type[Message]) -> Message:
    """The sentence is written for readers; template and arguments carry it."""
    if not isinstance(value, Mapping) or set(value) - {"text", "template", "arguments"}:
        raise TypeError(f"expected template and arguments, got {value!r}")
    template, arguments = value["template"], value.get("arguments", {})
    if not isinstance(template, str) or not all(isinstance(word, str) for word in arguments.values()):
        raise TypeError(f"expected text, got {value!r}")
    return Message(template, dict(arguments))


def _exactly(value: Any, kind: type[Any]) -> Any:
    """A value of the kind itself: no text made of a number, no number made of a truth value."""
    base = str if issubclass(kind, str) else kind
    if type(value) is not base:
        raise TypeError(f"expected {base.__name__}, got {value!r}")
    return value if kind is base else kind(value)


def _decimal(value: Any, _: type[Decimal]) -> Decimal:
    if type(value) is not int and not isinstance(value, Decimal):
        raise TypeError(f"expected a number, got {value!r}")
    return Decimal(value)


def _no_number(word: str) -> Any:
    raise ValueError(word)


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly)
    converter.register_structure_hook(Decimal, _decimal)
    converter.register_structure_hook(Message, _message)
    converter.register_structure_hook(Span, _span)
    converter.register_unstructure_hook(Span, _ends)
    converter.register_structure_hook(Period, lambda code, _: Period.parse(_exactly(code, str)))
    converter.register_unstructure_hook(Decimal, lambda number: number)
    converter.register_unstructure_hook(Period, lambda period: period.code)
    converter.register_unstructure_hook(
        Message, lambda m: {"text": str(m), "template": m.template, "arguments": dict(m.arguments)}
    )
    converter.register_unstructure_hook_factory(has_span, _write_placed)
    converter.register_structure_hook_factory(has_span, _read_placed)
    return converter


def _lines(value: Any) -> str:
    """Lists of records one a line, all else in one line."""
    if isinstance(value, list | tuple) and value:
        return "[\n  " + ",\n  ".join(map(_json, value)) + "\n]"
    return _json(value)


def _json(value: Any) -> str:
    """JSON with exact numbers, without exponents."""
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{encode_basestring(key)}: {_json(v)}" for key, v in value.items()) + "}"
    return "[" + ", ".join(map(_json, value)) + "]"
