"""Main-indicator tables: rows with baseline, target, growth and legal nature, and targets of them."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from string import ascii_lowercase

from lantu.documents import Document
from lantu.plan import Baseline, MainIndicator, Target
from lantu.reading.cells import Cell, read_cell
from lantu.reading.grid import Grid, grids
from lantu.reading.horizon import Horizon
from lantu.reading.words import NONE, Words
from lantu.values import Binding, Comparator, Direction, Mode, Period, Problem, Tier, msg

_YEAR = re.compile(r"(20\d\d)年?")
_NUMBERED = re.compile(r"^(\d{1,3})(?:[.．、]|(?=[^\d.%]))")
_UNIT = re.compile(r"[（(]([^（）()]*)[）)]$")
_DEFERRED = re.compile(
    r"完成.{0,6}(?:下达|省定|国家|上级|核定)|(?:国家|省|上级).{0,4}下达|以.{2,8}为准|待.{0,6}(?:下达|确定)"
)
_MARK_YEAR = re.compile(r"带?\s*([*＊※★☆△▲#]+)\s*[^。；①-⑳]*?(20\d\d)\s*年")
_MARK_ESTIMATED = re.compile(r"带?\s*([*＊※★☆△▲#]+)\s*[^。；①-⑳]*?(?:预计|预测|快报|初步)")
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


@dataclass(frozen=True, slots=True)
class TableReading:
    """Rows and targets of the main-indicator tables of a document, and where the tables lie."""

    indicators: tuple[MainIndicator, ...]
    targets: tuple[Target, ...]
    problems: tuple[Problem, ...]
    covered: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what; -1 for none. ``values`` are (column, year) of the year columns."""

    category: int
    number: int
    indicator: int
    unit: int
    growth: int
    binding: int
    values: tuple[tuple[int, int], ...]


def read_tables(document: Document, shadow: str, plan: Horizon) -> TableReading:
    """Read every main-indicator table: one that names indicators and a year, growth or nature column."""
    rows: list[MainIndicator] = []
    targets: list[Target] = []
    problems: list[Problem] = []
    covered = []
    for grid in grids(document, shadow):
        columns = _columns(grid.header, plan)
        if columns is None:
            continue
        covered.append((grid.start, grid.end))
        made = _TableReader(document, grid, columns, plan)
        rows += made.rows()
        targets += made.targets
        problems += made.problems
    return TableReading(tuple(rows), tuple(targets), tuple(problems), tuple(covered))


def _columns(header: tuple[Words, ...], plan: Horizon) -> _Columns | None:
    """The meaning of the columns by their heads, None when this is no indicator table."""
    names = [re.sub(r"\s", "", cell.text) for cell in header]
    at = dict.fromkeys(("category", "number", "indicator", "unit", "growth", "binding"), -1)
    values = []
    for index, name in enumerate(names):
        key = _column_kind(name)
        if key == "value":
            match = _YEAR.search(name)
            year = int(match[1]) if match else plan.end
            if year is not None:
                values.append((index, year))
        elif key and at[key] < 0:
            at[key] = index
    if at["indicator"] < 0 or not (values or at["growth"] >= 0) or (at["binding"] < 0 and len(values) < 2):
        return None
    return _Columns(values=tuple(values), **at)


def _column_kind(name: str) -> str:
    for key, pattern in (
        ("growth", r"年均|累计|增速|增长率"),
        ("value", r"20\d\d|目标值?$|规划值"),
        ("binding", r"属性|性质|类型$|指标类型"),
        ("number", r"^序号$|^编号$"),
        ("unit", r"^(?:计量)?单位$"),
        ("indicator", r"指标"),
        ("category", r"类别|领域|分类|类型"),
    ):
        if re.search(pattern, name):
            return key
    return ""


class _TableReader:
    """Reads one grid."""

    def __init__(self, document: Document, grid: Grid, columns: _Columns, plan: Horizon) -> None:
        self.document = document
        self.grid = grid
        self.columns = columns
        self.plan = plan
        self.targets: list[Target] = []
        self.problems: list[Problem] = []
        self.years = {m[1]: int(m[2]) for m in _MARK_YEAR.finditer(grid.notes)}
        self.estimated = {m[1] for m in _MARK_ESTIMATED.finditer(grid.notes)}

    def rows(self) -> list[MainIndicator]:
        """The value rows of the grid; a row without an indicator is reported."""
        made: list[MainIndicator] = []
        category = ""
        for cells in self.grid.rows:
            name = self._cell(cells, self.columns.indicator)
            category = self._cell(cells, self.columns.category).spelt(self.document.text) or category
            if not name:
                self._report(cells)
                continue
            row, targets = self._row(cells, name, category)
            if row is None:
                continue
            made.append(row)
            self.targets += targets
        for offset, _ in self.grid.unread:
            self._problem(offset)
        return _numbered(made)

    def _cell(self, cells: tuple[Words, ...], column: int) -> Words:
        return cells[column] if 0 <= column < len(cells) else NONE

    def _row(
        self, cells: tuple[Words, ...], name: Words, category: str
    ) -> tuple[MainIndicator | None, list[Target]]:
        no, name, unit = self._name(cells, name)
        base_column, target_column = self._value_columns()
        base_words = self._cell(cells, base_column[0])
        target_words = self._cell(cells, target_column[0])
        growth_words = self._cell(cells, self.columns.growth)
        base, target, growth = (read_cell(w.text) for w in (base_words, target_words, growth_words))
        deferred = target.words and _DEFERRED.search(target.raw)
        copied = self.columns.growth < 0 and not deferred and _is_growth(name.text, target)
        if copied:
            growth, growth_words = target, target_words
        kind = "deferred" if deferred else _growth_kind(name.text, unit, growth, copied=copied)
        start = min(w.at[0] for w in cells if w.at)
        end = max(w.at[-1] for w in cells if w.at) + 1
        row = MainIndicator(
            no=no,
            category=category,
            indicator=name.spelt(self.document.text),
            unit=unit,
            baseline_year=self._base_year(base, base_column[1]),
            baseline=base.value,
            target_year=target_column[1] or self.plan.end,
            target_raw=_shown(target_words, self.document.text),
            target_comparator=target.comparator,
            target_value=target.value,
            target_value_max=target.value_max,
            growth_raw=_shown(growth_words, self.document.text),
            growth_kind=kind,
            growth_comparator=growth.comparator,
            growth_value=growth.value,
            binding=_binding(self._cell(cells, self.columns.binding).text),
            baseline_raw=base_words.spelt(self.document.text),
            baseline_cumulative=base.cumulative,
            baseline_estimated=self._is_estimated(name, base),
            marks=(*base.marks, *target.marks, *growth.marks),
            span=self.document.span(start, end),
        )
        targets = []
        if growth.value is not None:
            targets.append(self._target(row, growth, growth_words, _MODES.get(kind, Mode.LEVEL)))
        if target.value is not None and not copied:
            targets.append(self._target(row, target, target_words, Mode.LEVEL))
        return row, sorted(targets, key=lambda t: t.span or self.document.span(0, 0))

    def _name(self, cells: tuple[Words, ...], name: Words) -> tuple[str, Words, str]:
        """Row number, indicator and unit."""
        no = self._cell(cells, self.columns.number).text
        if not no and (match := _NUMBERED.match(name.text)) and len(name.text) > match.end():
            no, name = match[1], name.cut(match.end())
        unit = self._cell(cells, self.columns.unit).spelt(self.document.text)
        if self.columns.unit < 0 and (match := _UNIT.search(name.text)):
            unit = name.cut(*match.span(1)).spelt(self.document.text)
            name = name.cut(0, match.start())
        return no, name, unit

    def _value_columns(self) -> tuple[tuple[int, int | None], tuple[int, int | None]]:
        """(column, year) of the baseline and of the target; column -1 for none."""
        values = sorted(self.columns.values, key=lambda v: v[1])
        none: tuple[int, int | None] = (-1, None)
        if not values:
            return none, none
        if len(values) == 1:
            only = values[0]
            is_base = self.plan.start is not None and only[1] < self.plan.start
            return (only, none) if is_base else (none, only)
        ends = [v for v in values if v[1] == self.plan.end]
        return values[0], ends[0] if ends and ends[0] != values[0] else values[-1]

    def _base_year(self, base: Cell, column_year: int | None) -> int | None:
        if base.value is None or base.cumulative:
            return None
        return next((self.years[mark] for mark in base.marks if mark in self.years), column_year)

    def _is_estimated(self, name: Words, base: Cell) -> bool:
        """预计数 by a mark, or by a note that names the indicator."""
        if any(mark in self.estimated and mark not in self.years for mark in base.marks):
            return True
        return any(name.text in note and "预计数" in note for note in re.split(r"[①-⑳。]", self.grid.notes))

    def _target(self, row: MainIndicator, cell: Cell, words: Words, mode: Mode) -> Target:
        """A target of the tier of main indicators; the figure span is the number of the cell."""
        start, end = words.place(*cell.at)
        value = cell.value
        baseline = None
        if row.baseline is not None and row.baseline_year is not None and mode is Mode.LEVEL:
            baseline = Baseline(Period.of_year(row.baseline_year), row.baseline, (), row.baseline_estimated)
        return Target(
            id="",
            quote=self.document.text[start:end],
            indicator=row.indicator,
            comparator=_for_target(cell.comparator or Comparator.EQUAL),
            value=value,
            value_max=cell.value_max,
            unit="个百分点"
            if cell.change and cell.raw.find("百分点") >= 0
            else ("%" if cell.share else row.unit),
            mode=mode,
            direction=_direction(row.indicator, cell),
            qualifier=cell.qualifier,
            deadline=row.target_year,
            binding=row.binding,
            tier=Tier.MAIN,
            baseline=baseline,
            span=self.document.span(start, end),
        )

    def _report(self, cells: tuple[Words, ...]) -> None:
        at = next((w.at[0] for w in cells if w.at), self.grid.start)
        self._problem(at)

    def _problem(self, offset: int) -> None:
        line, column = self.document.place(offset)
        self.problems.append(
            Problem(
                "table-row-unread",
                msg("主要指标表的这一行没有读懂（列数或指标名称不合表头），请对照原件核对后补录。"),
                "warning",
                line,
                column,
                self.document.span(offset, offset),
            )
        )


_MODES = {
    "annual_growth": Mode.GROWTH_PER_YEAR,
    "annual_level": Mode.LEVEL,
    "annual_flow": Mode.FLOW_PER_YEAR,
    "cumulative_change": Mode.CHANGE,
    "cumulative_total": Mode.CUMULATIVE,
}


def _shown(words: Words, document_text: str) -> str:
    """A cell as the document shows it, blanks inside kept."""
    if not words:
        return ""
    return (
        re.sub(r"\s+", " ", document_text[words.at[0] : words.at[-1] + 1])
        if _one_line(words)
        else words.spelt(document_text)
    )


def _one_line(words: Words) -> bool:
    return words.at[-1] - words.at[0] < 2 * len(words) + 4


def _is_growth(name: str, cell: Cell) -> bool:
    """Whether a value under the target year is a growth or a total by the indicator's own name."""
    return bool(_GROWS.search(name) or _ADDS.match(name) or "新增" in name) or cell.change


def _growth_kind(name: str, unit: str, cell: Cell, *, copied: bool) -> str:
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


def _binding(text: str) -> Binding:
    if "约束" in text:
        return Binding.BINDING
    return Binding.EXPECTED if re.search("预期|引导|导向", text) else Binding.UNKNOWN


def _for_target(comparator: Comparator) -> Comparator:
    """In targets > reads >= and < reads <= (guideline rule 9); the table row keeps the sign."""
    return {Comparator.ABOVE: Comparator.AT_LEAST, Comparator.BELOW: Comparator.AT_MOST}.get(
        comparator, comparator
    )


def _direction(name: str, cell: Cell) -> Direction:
    if _CEILING.search(name):
        return Direction.KEEP
    if _FALLS.search(name) or cell.comparator in (Comparator.BELOW, Comparator.AT_MOST):
        return Direction.DOWN
    return Direction.UP


def _numbered(rows: list[MainIndicator]) -> list[MainIndicator]:
    """Give rows that share a number, or have none under one, letters: 10a, 10b."""
    filled: list[MainIndicator] = []
    last = ""
    for row in rows:
        last = row.no or last
        filled.append(replace(row, no=last))
    counts = Counter(row.no for row in filled)
    seen: Counter[str] = Counter()
    result = []
    for row in filled:
        if counts[row.no] > 1 and row.no:
            seen[row.no] += 1
            result.append(replace(row, no=f"{row.no}{ascii_lowercase[(seen[row.no] - 1) % 26]}"))
        else:
            result.append(row)
    return result
