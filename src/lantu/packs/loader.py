"""Reads a pack: numbers become Decimal, an unknown or missing key is an error naming file and key."""

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import cattrs
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.v import transform_error

from lantu.values import InputError, msg

T = TypeVar("T")


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(str(value)))
    converter.register_structure_hook(date, lambda value, _: value)
    converter.register_structure_hook(str, _only_text)
    return converter


def _only_text(value: Any, kind: type[str]) -> str:
    """Text, or the member of a vocabulary made of text; never a number turned into text."""
    if not isinstance(value, str):
        raise TypeError(f"expected text, got {value!r}")
    return kind(value)


_CONVERTER = _converter()


def load_text(name: str, text: str, record: type[T]) -> T:
    """Structure the TOML ``text`` of the pack called ``name`` into ``record``.

    Raises InputError naming the pack and every key that is unknown, missing or of the wrong kind.
    """
    try:
        data = tomllib.loads(text, parse_float=Decimal)
        return _CONVERTER.structure(data, record)
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            msg("规则包“{name}”不是有效的 TOML：{why}；请改正该处。", name=name, why=error)
        ) from error
    except (cattrs.BaseValidationError, ForbiddenExtraKeysError) as error:
        why = "; ".join(transform_error(error))
        raise InputError(
            msg("规则包“{name}”的内容不合格式：{why}；请核对键名和取值。", name=name, why=why)
        ) from error


@cache
def load(name: str, record: type[T]) -> T:
    """Load the shipped pack ``name`` (file ``name.toml`` of this room), once per process."""
    resource = files(__name__.rpartition(".")[0]).joinpath(f"{name}.toml")
    if not resource.is_file():
        raise InputError(
            msg("没有名为“{name}”的规则包；可用的有：{known}。", name=name, known="、".join(names()))
        )
    return load_text(f"{name}.toml", resource.read_text(encoding="utf-8"), record)


def names() -> tuple[str, ...]:
    """Names of the shipped packs, sorted."""
    folder = files(__name__.rpartition(".")[0])
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml")))
