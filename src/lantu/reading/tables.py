"""Main-indicator tables: rows with baseline, target, growth and legal nature, and targets of them."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from string import ascii_lowercase

from lantu.documents import Document
from lantu.plan import Baseline, MainIndicator, Target
from lantu.reading.captions import captions
from lantu.reading.cells import Cell, read_cell
from lantu.reading.columns import Columns
from lantu.reading.columns import columns as columns_of
from lantu.reading.directional import of_cell
from lantu.reading.grid import grids, group_name
from lantu.reading.grid_record import Grid
from lantu.reading.horizon import Horizon
from lantu.reading.row_meaning import (
    MODES,
    binding_of,
    direction_of,
    for_target,
    growth_kind,
    is_deferred,
    is_growth,
    target_unit,
)
from lantu.reading.script import fold
from lantu.reading.words import NONE, Words
from lantu.values import Comparator, Mode, Period, Problem, Tier, msg

_NUMBERED = re.compile(r"^(\d{1,3})(?:[.．、]|(?=[^\d.%]))")
_UNIT = re.compile(r"[（(]([^（）()]*)[）)]$")
_MARK_YEAR = re.compile(r"带?\s*([*＊※★☆△▲#]+|[①-⑳])\s*[^。；①-⑳*＊※★☆△▲]*?(20\d\d)\s*年")
_MARK_ESTIMATED = re.compile(r"带?\s*([*＊※★☆△▲#]+|[①-⑳])\s*[^。；①-⑳*＊※★☆△▲]*?(?:预计|预测|快报|初步)")


@dataclass(frozen=True, slots=True)
class TableReading:
    """Rows and targets of the main-indicator tables of a document, and where the tables lie.

    captions: lines beside a table that only count its indicators; their figures promise nothing.
    """

    indicators: tuple[MainIndicator, ...]
    targets: tuple[Target, ...]
    problems: tuple[Problem, ...]
    covered: tuple[tuple[int, int], ...]
    captions: tuple[tuple[int, int], ...] = ()


def read_tables(document: Document, shadow: str, plan: Horizon) -> TableReading:
    """Read every main-indicator table: one that names indicators and a year, growth or nature column."""
    rows: list[MainIndicator] = []
    targets: list[Target] = []
    problems: list[Problem] = []
    covered = []
    beside: list[tuple[int, int]] = []
    for grid in grids(shadow):
        columns = columns_of(grid.header, plan)
        if columns is None:
            continue
        covered.append((grid.start, grid.end))
        beside += captions(shadow, grid.start, grid.end)
        made = _TableReader(document, grid, columns, plan)
        rows += made.rows()
        targets += made.targets
        problems += made.problems
    return TableReading(tuple(rows), tuple(targets), tuple(problems), tuple(covered), tuple(beside))


class _TableReader:
    """Reads one grid."""

    def __init__(self, document: Document, grid: Grid, columns: Columns, plan: Horizon) -> None:
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
            if group := _group_row(cells):
                category = group_name(group).spelt(self.document.text)
                continue
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
        deferred = is_deferred(target)
        copied = self.columns.growth < 0 and not deferred and is_growth(name.text, target)
        if copied:
            growth, growth_words = target, target_words
        kind = "deferred" if deferred else self._growth_kind(name.text, unit, growth, copied=copied)
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
            binding=binding_of(self._cell(cells, self.columns.binding).text),
            baseline_raw=base_words.spelt(self.document.text),
            baseline_cumulative=base.cumulative,
            baseline_estimated=self._is_estimated(name, base),
            marks=(*base.marks, *target.marks, *growth.marks),
            span=self.document.span(start, end),
        )
        targets = []
        if growth.value is not None:
            targets.append(self._target(row, growth, growth_words, MODES.get(kind, Mode.LEVEL)))
        if target.value is not None and not copied:
            targets.append(self._target(row, target, target_words, Mode.LEVEL))
        if not targets:
            cells_left = (growth_words,) if copied else (target_words, growth_words)
            targets += (t for words in cells_left for t in of_cell(self.document, words, row))
        return row, sorted(targets, key=lambda t: t.span or self.document.span(0, 0))

    def _growth_kind(self, name: str, unit: str, cell: Cell, *, copied: bool) -> str:
        """The kind by cell and name; under 年均增长 the figure of an amount is per cent a year."""
        kind = growth_kind(name, fold(unit), cell, copied=copied)
        if kind == "annual_flow" and 0 <= self.columns.growth < len(self.grid.header):
            head = self.grid.header[self.columns.growth].text
            return "annual_growth" if re.search("增长|增速", head) else kind
        return kind

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
            comparator=for_target(cell.comparator or Comparator.EQUAL),
            value=value,
            value_max=cell.value_max,
            unit=target_unit(row, cell, mode),
            mode=mode,
            direction=direction_of(fold(row.indicator), cell),
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


def _group_row(cells: tuple[Words, ...]) -> Words:
    """The text of a row over the full width: one text in all cells, or in the first alone."""
    if len(cells) <= 2 or not cells[0] or cells[0].text.isdigit():
        return NONE
    texts = {cell.text for cell in cells[1:]}
    return cells[0] if texts in ({""}, {cells[0].text}) else NONE


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
