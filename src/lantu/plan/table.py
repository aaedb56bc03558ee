"""Rows of a plan's main-indicator table."""

from dataclasses import dataclass, field
from decimal import Decimal

from lantu.values import Binding, Comparator, Span


@dataclass(frozen=True, slots=True)
class MainIndicator:
    """One value row of a main-indicator table, raw cells beside what they mean.

    no: row number as a string (sub-rows get letters: "10a"); category: the row group.
    baseline_year: the column's year, or the year a footnote mark gives; baseline: its value.
    target_*: the cell under the target year; growth_*: the cell under 年均/累计.
    growth_kind: ``annual_growth`` (%/yr), ``annual_level`` (held each year), ``annual_flow``,
        ``cumulative_change`` (brackets on a rate), ``cumulative_total`` (brackets on an amount),
        ``text`` (a rule in words), ``deferred`` (完成国家下达任务), "" when the cell is empty.
    A cell mark such as ``*`` is resolved through the table's own note and kept in ``marks``.
    """

    no: str
    category: str
    indicator: str
    unit: str
    baseline_year: int | None
    baseline: Decimal | None
    target_year: int | None
    target_raw: str
    target_comparator: Comparator | None
    target_value: Decimal | None
    target_value_max: Decimal | None
    growth_raw: str
    growth_kind: str
    growth_comparator: Comparator | None
    growth_value: Decimal | None
    binding: Binding
    baseline_raw: str = ""
    baseline_cumulative: bool = False
    baseline_estimated: bool = False
    marks: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False)
