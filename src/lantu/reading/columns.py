"""What the columns of a main-indicator table hold, by their heads."""

import re
from dataclasses import dataclass

from lantu.reading.horizon import Horizon
from lantu.reading.words import Words

_YEAR = re.compile(r"(20\d\d)年?")
_KINDS = (
    ("growth", re.compile("年均|累计|增速|增长率")),
    ("value", re.compile(r"20\d\d|目标值?$|规划值")),
    ("binding", re.compile("属性|性质|类型$|指标类型")),
    ("number", re.compile("^(?:序号|编号)$")),
    ("unit", re.compile("^(?:计量)?单位$")),
    ("indicator", re.compile("指标")),
    ("category", re.compile("类别|领域|分类|类型")),
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; -1 for none. ``values`` are (column, year) of the year columns."""

    category: int
    number: int
    indicator: int
    unit: int
    growth: int
    binding: int
    values: tuple[tuple[int, int], ...]


def columns(header: tuple[Words, ...], plan: Horizon) -> Columns | None:
    """The meaning of the columns by their heads, None when this is no indicator table."""
    names = [re.sub(r"\s", "", cell.text) for cell in header]
    at = dict.fromkeys(("category", "number", "indicator", "unit", "growth", "binding"), -1)
    values = []
    for index, name in enumerate(names):
        key = column_kind(name)
        if key == "value":
            match = _YEAR.search(name)
            year = int(match[1]) if match else plan.end
            if year is not None:
                values.append((index, year))
        elif key and at[key] < 0:
            at[key] = index
    if at["indicator"] < 0 or not (values or at["growth"] >= 0) or (at["binding"] < 0 and len(values) < 2):
        return None
    return Columns(values=tuple(values), **at)


def column_kind(name: str) -> str:
    """What a column of this head holds, "" when the head is none."""
    return next((key for key, pattern in _KINDS if pattern.search(name)), "")
