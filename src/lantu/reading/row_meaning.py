"""What the cells of a main-indicator row mean by their words: kind of growth, nature, unit, direction."""

import re

from lantu.plan import MainIndicator
from lantu.reading.cells import Cell
from lantu.reading.script import fold
from lantu.values import Binding, Comparator, Direction, Mode

_DEFERRED = re.compile(
    r"完成.{0,6}(?:下达|省定|国家|上级|核定)|(?:国家|省|上级).{0,4}下达|以.{2,8}为准|待.{0,6}(?:下达|确定)"
)
_GROWS = re.compile(
    r"(?:增长|增速|增长率|增幅)(?:率|速度)?$|年均(?:增长|增速|提高|下降|降低)|(?:降低|下降|提高|增加|减少)率?$"
)
_YEARLY_NAME = re.compile(r"年均|(?:增长|增速|增幅)(?:率|速度)?$")
_ADDS = re.compile(r"新增|累计|五年|5年")
_FALLS = re.compile(
    r"(?:降低|下降|减少|降幅)率?$|死亡率|发生率|浓度|损失率|排放|能耗|强度降低|人均综合用水|用水量$|负担率|不良率|违法率"
)
_CEILING = re.compile(r"失业率|价格|赤字率|负债率|债务率|总量控制|规模控制|用水总量|能源消费总量|建设用地")
_RATES = ("%", "‰", "百分点", "个百分点", "岁", "年", "个千分点")


MODES = {
    "annual_growth": Mode.GROWTH_PER_YEAR,
    "annual_level": Mode.LEVEL,
    "annual_flow": Mode.FLOW_PER_YEAR,
    "cumulative_change": Mode.CHANGE,
    "cumulative_total": Mode.CUMULATIVE,
}


def is_growth(name: str, cell: Cell) -> bool:
    """Whether a value under the target year is a growth or a total by the indicator's own name."""
    return bool(_GROWS.search(name) or _ADDS.match(name) or "新增" in name) or cell.change


def growth_kind(name: str, unit: str, cell: Cell, *, copied: bool) -> str:
    """The kind of the growth cell; see MainIndicator."""
    if cell.empty or not cell.raw:
        return ""
    if cell.value is None:
        return "deferred" if _DEFERRED.search(cell.raw) else "text"
    rate = unit in _RATES
    total = "cumulative_change" if rate and not _ADDS.search(name) else "cumulative_total"
    if cell.cumulative or cell.change:
        return total
    if copied:
        return "annual_growth" if _YEARLY_NAME.search(name) else total
    if cell.share or _GROWS.search(name):
        return "annual_growth"
    return "annual_level" if rate else "annual_flow"


def binding_of(text: str) -> Binding:
    """The legal nature a cell names."""
    if "约束" in text:
        return Binding.BINDING
    return Binding.EXPECTED if re.search("预期|引导|导向", text) else Binding.UNKNOWN


def target_unit(row: MainIndicator, cell: Cell, mode: Mode) -> str:
    """The cell's own unit, per cent for growth of an amount, else the row's."""
    if cell.change and "百分点" in cell.raw:
        return "个百分点"
    growth = mode is Mode.GROWTH_PER_YEAR and fold(row.unit) not in _RATES
    return "%" if cell.share or growth else row.unit


def for_target(comparator: Comparator) -> Comparator:
    """In targets > reads >= and < reads <= (guideline rule 9); the table row keeps the sign."""
    return {Comparator.ABOVE: Comparator.AT_LEAST, Comparator.BELOW: Comparator.AT_MOST}.get(
        comparator, comparator
    )


def direction_of(name: str, cell: Cell) -> Direction:
    """Which way is better, by the name and the bound."""
    if _CEILING.search(name):
        return Direction.KEEP
    if _FALLS.search(name) or cell.comparator in (Comparator.BELOW, Comparator.AT_MOST):
        return Direction.DOWN
    return Direction.UP


def is_deferred(cell: Cell) -> bool:
    """Whether the value is handed to a level above (完成国家下达任务)."""
    return bool(cell.words and _DEFERRED.search(cell.raw))
