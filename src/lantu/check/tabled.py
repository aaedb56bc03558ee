"""The figures of the tables of a draft, row by row.

The name of a figure is in the head of its row (指标 2024年 增长), or in the head of its column when the
rows are places or years. Heads also say the time, the unit and whether the column holds growth, shares,
ranks or goals.
"""

import re
from dataclasses import replace

from lantu.check.periods import Clock, times
from lantu.check.regions_of import Home
from lantu.check.statement import Link, Role, Statement, Tie
from lantu.check.table_cells import CellReader, Row
from lantu.check.table_heads import columns_of, is_unit, names_nothing
from lantu.documents import Document
from lantu.reading.cells import read_cell
from lantu.reading.grid import grids
from lantu.reading.grid_record import Grid
from lantu.reading.words import NONE, Words

_CAPTION = 160
_CAPTION_UNIT = re.compile(r"单位：(?P<unit>[^\s，。；）|]{1,10})")
_UNIT_HEAD = re.compile("^(?:单位|计量单位)$")
_NO_NAME_HEAD = re.compile("单位|属性|备注")


def read_tables(
    document: Document, shadow: str, clock: Clock, home: Home
) -> tuple[list[Statement], tuple[tuple[int, int], ...]]:
    """The statements of all tables, numbered on their own, and the parts of the text the tables fill."""
    found: list[Statement] = []
    covered = []
    for grid in grids(shadow):
        covered.append((grid.start, grid.end))
        found += _Table(document, shadow, grid, clock, home).statements(len(found))
    return found, tuple(covered)


class _Table:
    """One table."""

    def __init__(self, document: Document, shadow: str, grid: Grid, clock: Clock, home: Home) -> None:
        self.rows = grid.rows
        caption = _caption(shadow, grid.start)
        unit = _CAPTION_UNIT.search(caption)
        said = [t.period for t in times(caption, clock, clock.default) if t.period and not t.base]
        period = said[-1] if said else clock.default
        self.columns = columns_of(grid.header, clock, period)
        self.reader = CellReader(document, clock, home, unit["unit"] if unit else "", period)

    def statements(self, first: int) -> list[Statement]:
        """All figures of the table, numbered from ``first``."""
        made: list[Statement] = []
        unit_at = next((i for i, c in enumerate(self.columns) if _UNIT_HEAD.match(c.head.text)), -1)
        whole = NONE
        for cells in self.rows:
            name_at = self._name_at(cells)
            if name_at < 0:
                continue
            head = cells[name_at]
            part = head.text.startswith("其中")
            unit = cells[unit_at].text if 0 <= unit_at < len(cells) else ""
            row = Row(head, unit, whole if part else NONE)
            begin = len(made)
            for index in range(name_at + 1, min(len(cells), len(self.columns))):
                if index == unit_at:
                    continue
                one = self.reader.read(cells[index], self.columns[index], row, first + len(made))
                if one is not None:
                    made.append(_tied(one, made[begin:]))
            whole = whole if part else head
        return made

    def _name_at(self, cells: tuple[Words, ...]) -> int:
        """The column that names the row: the last with words in front of its first number, -1 for none."""
        number = next(
            (
                i
                for i, cell in enumerate(cells)
                if i > 0 and read_cell(cell.text).value is not None and not names_nothing(self._head(i))
            ),
            len(cells),
        )
        named = [
            i
            for i, cell in enumerate(cells[:number])
            if not names_nothing(cell.text)
            and not _NO_NAME_HEAD.match(self._head(i))
            and not is_unit(cell.text)
        ]
        return named[-1] if named else -1

    def _head(self, index: int) -> str:
        return self.columns[index].head.text if index < len(self.columns) else ""


def _caption(shadow: str, start: int) -> str:
    """The lines in front of a table that are no table and no sentence."""
    lines = shadow[max(0, start - _CAPTION) : start].split("\n")
    return " ".join(line for line in lines if line.strip() and not line.startswith("|") and "。" not in line)


def _tied(one: Statement, row: list[Statement]) -> Statement:
    """A growth, share or rank with its level in the same row, of the same time when there are several."""
    if one.measure not in (Role.GROWTH, Role.SHARE, Role.RANK, Role.CHANGE):
        return one
    levels = [s for s in row if s.measure is Role.ACTUAL and s.region == one.region]
    same = [s for s in levels if s.period == one.period] or levels
    return replace(one, ties=(Tie(Link.LEVEL, same[-1].id),)) if same else one
