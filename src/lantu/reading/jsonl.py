"""Records of a reading as JSON lines: the keys that docs/reference/records.md explains.

Numbers are written with all their digits and no exponent (1.45, 150000), straight from Decimal.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from lantu.plan import MainIndicator, Section, Target
from lantu.values import Comparator, Problem

_GROWTH = {
    "annual_growth": "annual",
    "annual_level": "annual",
    "annual_flow": "annual",
    "cumulative_change": "cumulative",
    "cumulative_total": "cumulative",
    "deferred": "",
}
"""``growth_kind`` of a row in the words of the cell; ``value_kind`` says what kind of number it is."""

Value = str | int | bool | Decimal | None


def target_row(target: Target) -> dict[str, Value]:
    """The record of a target; start and end are code points of the document as extracted."""
    return {
        **_where(target),
        "comparator": target.comparator.value,
        "qualifier": target.qualifier,
        "value": target.value,
        "value_max": target.value_max,
        "unit": target.unit,
        **_terms(target),
    }


def directional_row(target: Target) -> dict[str, Value]:
    """The record of a target without a figure: what it is measured against, and which way it goes."""
    reference = target.reference
    return {
        **_where(target),
        "relation": "" if reference is None else reference.relation,
        "qualifier": target.qualifier,
        "reference_indicator": "" if reference is None else reference.indicator,
        "reference_region": "" if reference is None else reference.region,
        "margin": None if reference is None else reference.margin,
        **_terms(target),
    }


def _where(target: Target) -> dict[str, Value]:
    span = target.span
    return {
        "id": target.id,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "quote": target.quote,
        "indicator": target.indicator,
        "scope": target.scope,
    }


def _terms(target: Target) -> dict[str, Value]:
    return {
        "mode": target.mode.value,
        "direction": target.direction.value,
        "deadline": target.deadline,
        "deadline_inferred": target.deadline_inferred,
        "base": target.base,
        "strength": target.strength.value,
        "binding": target.binding.value,
        "tier": target.tier.value,
        "section": target.section,
    }


def indicator_row(row: MainIndicator) -> dict[str, Value]:
    """The record of a row of the main-indicator table, raw cells beside what they mean."""
    return {
        "no": row.no,
        "category": row.category,
        "indicator": row.indicator,
        "unit": row.unit,
        "baseline_year": row.baseline_year,
        "baseline": row.baseline,
        "baseline_raw": row.baseline_raw,
        "baseline_cumulative": row.baseline_cumulative,
        "baseline_estimated": row.baseline_estimated,
        "target_year": row.target_year,
        "target_raw": row.target_raw,
        "target_comparator": _comparator(row.target_comparator, row.target_raw),
        "target_value": row.target_value,
        "target_value_max": row.target_value_max,
        "growth_raw": row.growth_raw,
        "growth_kind": _GROWTH.get(row.growth_kind, row.growth_kind),
        "growth_comparator": _comparator(row.growth_comparator, row.growth_raw if row.growth_kind else ""),
        "growth_value": row.growth_value,
        "value_kind": row.growth_kind or ("level" if row.target_value is not None else "text"),
        "binding": row.binding.value,
        "start": None if row.span is None else row.span.start,
        "end": None if row.span is None else row.span.end,
    }


def _comparator(comparator: Comparator | None, raw: str) -> str:
    """The comparator of a cell; ``text`` for a rule in words, "" for an empty cell."""
    if comparator is not None:
        return comparator.value
    return "text" if any(char.isalnum() for char in raw) else ""


def section_row(section: Section) -> dict[str, Value]:
    """The record of a node of the structure."""
    return {
        "eid": section.eid,
        "kind": section.kind.value,
        "number": section.number,
        "label": section.label,
        "title": section.title,
        "parent": section.parent,
        "start": None if section.span is None else section.span.start,
        "end": None if section.span is None else section.span.end,
    }


def problem_row(problem: Problem) -> dict[str, Value]:
    """The record of a problem, its sentence in Chinese."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "line": problem.line,
        "column": problem.column,
        "message": str(problem.message),
    }


def lines(rows: Iterable[Mapping[str, Value]]) -> Iterator[str]:
    """One JSON object a line, each with its line end."""
    for row in rows:
        yield json_object(row) + "\n"


def json_object(row: Mapping[str, Value]) -> str:
    """One JSON object with the keys in order."""
    return "{" + ", ".join(f"{json.dumps(key)}: {_json(value)}" for key, value in row.items()) + "}"


def json_list(rows: Iterable[Mapping[str, Value]], indent: str = "  ") -> str:
    """A JSON list of objects, one a line."""
    body = (",\n").join(indent + json_object(row) for row in rows)
    return f"[\n{body}\n]" if body else "[]"


def _json(value: Value) -> str:
    if isinstance(value, Decimal):
        return plain(value)
    return json.dumps(value, ensure_ascii=False)


def plain(number: Decimal) -> str:
    """A number with all its digits, without exponent and without idle zeros behind the point."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
