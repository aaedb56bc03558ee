"""Fields of a record as a person writes them, and the record with a field written anew.

Numbers are plain decimals without idle zeros, years four digits, vocabulary words their codes, "" is none.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from lantu.plan.correction import DERIVED, FIELDS, Subject
from lantu.plan.ledger import Sentence, SentenceClass
from lantu.plan.policy import PolicyKind
from lantu.plan.project import PlatformAction, ProjectForm, Stage
from lantu.plan.responsibility import BodyRole, Responsibility
from lantu.plan.target import Target
from lantu.values import (
    Binding,
    Comparator,
    Direction,
    InputError,
    Mode,
    Strength,
    Tier,
    msg,
)

LONGEST = 200
_NUMBER = re.compile(r"[+-]?\d{1,18}(\.\d{1,18})?")
_YEAR = re.compile(r"(19|20|21)\d\d")
R = TypeVar("R")

WORDS: Mapping[tuple[Subject, str], type[StrEnum]] = MappingProxyType(
    {
        (Subject.SENTENCE, "class"): SentenceClass,
        (Subject.TARGET, "comparator"): Comparator,
        (Subject.TARGET, "mode"): Mode,
        (Subject.TARGET, "direction"): Direction,
        (Subject.TARGET, "strength"): Strength,
        (Subject.TARGET, "binding"): Binding,
        (Subject.TARGET, "tier"): Tier,
        (Subject.POLICY, "kind"): PolicyKind,
        (Subject.PROJECT, "stage"): Stage,
        (Subject.PROJECT, "form"): ProjectForm,
        (Subject.PLATFORM, "action"): PlatformAction,
        (Subject.RESPONSIBILITY, "role"): BodyRole,
    }
)
"""Fields that take one word of a list."""
_NUMBERS = ("value", "value_max")
_YEARS = ("deadline", "deadline_inferred")
_HIDDEN = ("Cc", "Cf", "Co", "Cs")
"""Unicode categories nobody means to write in a field: controls, marks that turn the reading direction …"""
_NEEDED = ("indicator", "name", "body")
_RANGE = {"field": "comparator", "text": "range", "high": "value_max"}
"""A message says by its arguments which fields it speaks of, so that a page can name them in its words."""
_ATTRIBUTES = {(Subject.SENTENCE, "class"): "klass"}


def written(subject: Subject, record: Any, field: str, body: int = 0) -> str:
    """The field as it stands. body: of a responsibility, which of its bodies. KeyError for another field."""
    _check_known(subject, field)
    if isinstance(record, Responsibility):
        one = record.bodies[body]
        return one.role.value if field == "role" else one.name
    value = getattr(record, _ATTRIBUTES.get((subject, field), field))
    if isinstance(value, Decimal):
        return number_text(value)
    return "" if value is None else str(value)


def rewritten(subject: Subject, record: R, field: str, text: str, body: int = 0) -> R:
    """The record with this field. Raises InputError saying what is allowed; KeyError for another field."""
    value = parsed(subject, field, text)
    if isinstance(record, Responsibility):
        bodies = list(record.bodies)
        bodies[body] = replace(bodies[body], **{"role" if field == "role" else "name": value})
        return replace(record, bodies=tuple(bodies))
    name = _ATTRIBUTES.get((subject, field), field)
    if isinstance(record, Sentence):
        return replace(record, klass=SentenceClass(value), why="corrected")
    return replace(record, **{name: value})  # type: ignore[type-var]  # any dataclass of a Subject


def parsed(subject: Subject, field: str, text: str) -> Any:
    """The value a text stands for; raises InputError saying what is allowed, KeyError for another field."""
    _check_known(subject, field)
    text = text.strip()
    words = WORDS.get((subject, field))
    if words is not None:
        return _word(field, text, words)
    if subject is Subject.TARGET and field in _NUMBERS:
        return _number(field, text)
    if subject is Subject.TARGET and field in _YEARS:
        return _year(field, text)
    text = " ".join(text.split())
    if any(unicodedata.category(one) in _HIDDEN for one in text):
        raise InputError(msg("“{field}”里有看不见的控制字符；请删去后再保存。", field=field))
    if not text and field in _NEEDED:
        raise InputError(msg("“{field}”不能为空；请填写。", field=field))
    if len(text) > LONGEST:
        raise InputError(msg("“{field}”超过 {n} 个字；请写短些。", field=field, n=LONGEST))
    return text


def check_target(target: Target) -> None:
    """Raise InputError when the numbers of a target do not fit its comparator."""
    if target.comparator is Comparator.RANGE and (
        target.value is None or target.value_max is None or target.value_max < target.value
    ):
        raise InputError(
            msg("“{field}”是“{text}”时，“{low}”和“{high}”都要填，后者不小于前者。", **_RANGE, low="value")
        )
    if target.value_max is not None and target.comparator is not Comparator.RANGE:
        raise InputError(
            msg("“{field}”是“{text}”时才有“{high}”；请改“{field}”，或把“{high}”清空。", **_RANGE)
        )


def check_value(target: Target) -> None:
    """Raise InputError when a target that should have a figure has none."""
    if target.value is None:
        raise InputError(msg("目标要有数值；请填写“{field}”，如 7.5。", field="value"))


def number_text(value: Decimal) -> str:
    """A number with all its digits, without exponent and without idle zeros behind the point."""
    text = format(abs(value) if value.is_zero() else value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _check_known(subject: Subject, field: str) -> None:
    if field not in FIELDS[subject] and not (subject is Subject.TARGET and field in DERIVED):
        raise KeyError(field)


def _word(field: str, text: str, words: type[StrEnum]) -> StrEnum:
    try:
        return words(text)
    except ValueError as error:
        known = "、".join(word.value or '""' for word in words)
        raise InputError(
            msg("“{field}”不能是“{text}”；可以是：{known}。", field=field, text=text[:40], known=known)
        ) from error


def _number(field: str, text: str) -> Decimal | None:
    plain = unicodedata.normalize("NFKC", text).replace("−", "-")
    if not plain:
        return None
    if not _NUMBER.fullmatch(plain):
        raise InputError(
            msg("“{field}”不能是“{text}”；请填普通数字，如 7.5 或 1200。", field=field, text=text[:40])
        )
    return Decimal(plain)


def _year(field: str, text: str) -> int | None:
    plain = unicodedata.normalize("NFKC", text)
    if not plain:
        return None
    if not _YEAR.fullmatch(plain):
        raise InputError(msg("“{field}”不能是“{text}”；请填四位年份，如 2030。", field=field, text=text[:40]))
    return int(plain)
