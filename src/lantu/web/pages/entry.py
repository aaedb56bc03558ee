"""The entry form of a lost main-indicator table: rows to fill, what was typed, what is wrong with it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from lantu.plan import BlankRow, Entry, Plan, page_fault
from lantu.values import Binding, Comparator, Message, msg
from lantu.web.numbers import digits
from lantu.web.pages.heads import PlanHead

FIELDS = (
    "no",
    "indicator",
    "unit",
    "baseline_year",
    "baseline",
    "target_year",
    "comparator",
    "target",
    "target_max",
    "growth",
    "growth_kind",
    "binding",
    "page",
)
FIGURES = ("baseline", "target", "target_max", "growth")
GROWTH_KINDS = ("annual_growth", "annual_level", "annual_flow", "cumulative_change", "cumulative_total")
IN_WORDS = ("text", "deferred")
"""Kinds of the 年均/累计 cell that carry no number."""
SPARE = 4
MOST = 200
"""Rows a form may hold: far more than any main table has."""
LONGEST = 120
_NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d{1,8})?")
_PLAIN = str.maketrans("０１２３４５６７８９．－−％，", "0123456789.--%,")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a row: its value as typed and what is wrong with it, if anything."""

    value: str = ""
    error: Message | None = None


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of the form; known: its name is known from the text (hint says how), so it is not typed.

    replaces: the row kept already that this one would take the place of, when that must be agreed to;
    mark: names that row as it stands, sent back with the agreement.
    """

    number: int
    fields: Mapping[str, Field]
    known: bool
    hint: str
    errors: tuple[tuple[str, Message], ...]
    replaces: Entry | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class EntryPage:
    """The page record; saved: rows kept by the request just made; entries: all rows kept so far.

    registered: main indicators the plan has already, when no row of its table is known to be missing.
    """

    head: PlanHead
    rows: tuple[FormRow, ...]
    entries: tuple[Entry, ...]
    saved: int
    error_count: int
    problems: tuple[Message, ...]
    registered: int = 0


def blank_rows(plan: Plan, blanks: Sequence[BlankRow], entries: Sequence[Entry]) -> tuple[FormRow, ...]:
    """Known names first, then spare rows; a row typed already is not asked for again."""
    done = {entry.indicator for entry in entries}
    rows: list[FormRow] = []
    for blank in blanks:
        if blank.indicator in done:
            continue
        values = {"no": blank.no, "indicator": blank.indicator, "unit": blank.unit, "binding": blank.binding}
        rows.append(_row(len(rows), values | _years(plan), known=True, hint=blank.hint))
    for _ in range(SPARE):
        rows.append(_row(len(rows), {"binding": "unknown", **_years(plan)}, known=False, hint=""))
    return tuple(rows)


def _years(plan: Plan) -> dict[str, str]:
    return {"baseline_year": str(plan.period.first.year - 1), "target_year": str(plan.period.year)}


def _row(
    number: int,
    values: Mapping[str, str],
    *,
    known: bool,
    hint: str,
    errors: Mapping[str, Message] | None = None,
) -> FormRow:
    found = errors or {}
    fields = {name: Field(str(values.get(name, "")), found.get(name)) for name in FIELDS}
    return FormRow(number, fields, known, hint, tuple(found.items()))


def read_form(
    plan: Plan, form: Mapping[str, str], actor: str, at: datetime
) -> tuple[tuple[Entry, ...], tuple[FormRow, ...]]:
    """Read what was typed: entries of the rows that hold a figure, and every row with its errors.

    A row without any figure is left for later and is no error. With an error in any row the
    caller keeps nothing; the rows returned carry everything that was typed.
    """
    entries, rows = [], []
    for number in range(MOST):
        prefix = f"r{number}_"
        if f"{prefix}indicator" not in form:
            break
        values = {name: form.get(prefix + name, "").strip() for name in FIELDS}
        hint, known = form.get(prefix + "hint", ""), form.get(prefix + "known", "") == "1"
        if not any(values[name] for name in (*FIGURES, "growth_kind")):
            rows.append(_row(number, values, known=known, hint=hint))
            continue
        entry, errors = _read_row(plan, values, actor, at)
        rows.append(_row(number, values, known=known, hint=hint, errors=errors))
        if entry is not None:
            entries.append(entry)
    return tuple(entries), tuple(rows)


def agreed_in(form: Mapping[str, str]) -> frozenset[str]:
    """Marks of the kept rows whose replacement was agreed to."""
    return frozenset(form[name] for number in range(MOST) if (name := f"r{number}_replace") in form)


def asking(
    rows: Sequence[FormRow], asked: Mapping[tuple[str, str], tuple[Entry, str]]
) -> tuple[FormRow, ...]:
    """The rows as typed; those in ``asked`` (by number and name) carry the row they would replace."""
    found = []
    for row in rows:
        old, mark = asked.get((row.fields["no"].value, row.fields["indicator"].value), (None, ""))
        typed = any(row.fields[name].value for name in (*FIGURES, "growth_kind"))
        found.append(replace(row, replaces=old, mark=mark) if old and typed else row)
    return tuple(found)


def _read_row(
    plan: Plan, values: Mapping[str, str], actor: str, at: datetime
) -> tuple[Entry | None, dict[str, Message]]:
    errors: dict[str, Message] = {}
    figures = {name: _figure(name, values[name], errors) for name in FIGURES}
    years = {name: _year(name, values[name], errors) for name in ("baseline_year", "target_year")}
    for name in ("indicator", "unit", "page"):
        if not values[name]:
            errors[name] = _LACKING[name]
        elif len(values[name]) > LONGEST:
            errors[name] = msg(
                "太长：最多 {most} 字，现有 {count} 字。", most=LONGEST, count=len(values[name])
            )
    if fault := page_fault(values["page"]):
        errors["page"] = fault
    in_words = values["growth_kind"] in IN_WORDS
    if figures["target"] is None and figures["growth"] is None and not in_words and not errors:
        errors["target"] = msg("目标值和年均（累计）至少填一项；纸本上都空着的行请不要录入。")
    _check_range(values, figures, errors)
    _check_growth(values, figures, errors)
    comparator = _choice(Comparator, "comparator", values["comparator"] or "=", errors)
    binding = _choice(Binding, "binding", values["binding"] or "unknown", errors)
    if errors:
        return None, errors
    return Entry(
        plan.id,
        values["no"],
        values["indicator"],
        values["unit"],
        years["baseline_year"] if figures["baseline"] is not None else None,
        figures["baseline"],
        years["target_year"] if figures["target"] is not None else None,
        Comparator(comparator) if figures["target"] is not None else None,
        figures["target"],
        figures["target_max"],
        figures["growth"],
        values["growth_kind"],
        Binding(binding),
        values["page"],
        actor,
        at,
    ), errors


_LACKING = {
    "indicator": msg("请填指标名称。"),
    "unit": msg("请填计量单位，如 % 或 万人。"),
    "page": msg("请填纸本上的页码，好让第二个人核对。"),
}


def _check_range(
    values: Mapping[str, str], figures: Mapping[str, Decimal | None], errors: dict[str, Message]
) -> None:
    low, high = figures["target"], figures["target_max"]
    if values["comparator"] == "range" and high is None and "target_max" not in errors:
        errors["target_max"] = msg("限定是“区间”，请填上限。")
    if high is not None and values["comparator"] != "range":
        errors["comparator"] = msg("填了上限，限定请选“区间”。")
    if low is not None and high is not None and low >= high:
        errors["target_max"] = msg("上限 {high} 应大于下限 {low}。", high=digits(high), low=digits(low))


def _check_growth(
    values: Mapping[str, str], figures: Mapping[str, Decimal | None], errors: dict[str, Message]
) -> None:
    kind = values["growth_kind"]
    if kind not in ("", *GROWTH_KINDS, *IN_WORDS):
        errors["growth_kind"] = msg("“{text}”不在可选的写法里；请从列表里选。", text=kind[:20])
    elif figures["growth"] is not None and kind not in GROWTH_KINDS:
        errors["growth_kind"] = msg("填了年均（累计）的数，请选它是哪一种。")
    elif figures["growth"] is None and kind in GROWTH_KINDS and not values["growth"]:
        errors["growth"] = msg("选了年均（累计）的种类，请填它的数。")


def _figure(name: str, text: str, errors: dict[str, Message]) -> Decimal | None:
    if not text:
        return None
    plain = text.translate(_PLAIN).replace(",", "").rstrip("%").strip().strip("[]［］")
    if not _NUMBER.fullmatch(plain):
        errors[name] = msg(
            "“{text}”不是数；请只填数字，如 68.11 或 -14.5，单位写在单位一栏。", text=text[:40]
        )
        return None
    return Decimal(plain)


def _year(name: str, text: str, errors: dict[str, Message]) -> int | None:
    if not text:
        return None
    plain = text.translate(_PLAIN)
    if not plain.isdecimal() or not 1949 <= int(plain[:5]) <= 2100:
        errors[name] = msg("“{text}”不是年份；请填四位数，如 2025。", text=text[:20])
        return None
    return int(plain)


def _choice(kind: type[Comparator] | type[Binding], name: str, text: str, errors: dict[str, Message]) -> str:
    if text not in set(kind):
        errors[name] = msg("“{text}”不在可选的写法里；请从列表里选。", text=text[:20])
        return next(iter(kind)).value
    return text
