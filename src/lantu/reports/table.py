"""A table of a report: columns, head rows, rows, with merged cells; always a full rectangle."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lantu.reports.words import Run, Words, check_text, need, shown, text_of, words
from lantu.values import InputError, msg


class Align(StrEnum):
    """Where the words of a cell stand."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    columns, rows: how many it covers, to the right and downwards; covered places are left out of their rows.
    value: the number behind the words, for a workbook; None when the cell is words only.
    align: None takes the column's.
    """

    runs: Words = ()
    columns: int = 1
    rows: int = 1
    value: Decimal | None = None
    align: Align | None = None

    @property
    def text(self) -> str:
        """The words without emphasis and notes."""
        return text_of(self.runs)


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """width: share of the table's width, in any positive unit (characters, say)."""

    width: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the place of its upper left corner, both from 0."""

    row: int
    column: int
    cell: Cell


@dataclass(frozen=True, slots=True)
class Table:
    """A table with at least one head row, which is repeated on every page.

    title: "" for a table without caption and number. unit: shown above it at the right (“亿元”).
    notes: sentences below it. wide: it gets pages of its own in landscape.
    """

    title: str
    columns: tuple[Column, ...]
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    unit: str = ""
    notes: tuple[str, ...] = ()
    wide: bool = False

    def __post_init__(self) -> None:
        for text in (self.title, self.unit, *self.notes):
            check_text(text)
        name = shown(self.title or "—")
        need(bool(self.columns), msg("表“{title}”没有列；请至少给出一列。", title=name))
        need(bool(self.header), msg("表“{title}”没有表头；请至少给出一行表头。", title=name))
        for place, column in enumerate(self.columns, 1):
            need(
                0 < column.width < float("inf"),
                msg("表“{title}”第 {column} 列的宽度应当是正数。", title=name, column=place),
            )
        placed(self.header, len(self.columns), name)
        placed(self.rows, len(self.columns), name, first=len(self.header) + 1)

    def head_cells(self) -> tuple[Placed, ...]:
        """Cells of the head rows with their places."""
        return placed(self.header, len(self.columns), self.title)

    def body_cells(self) -> tuple[Placed, ...]:
        """Cells of the rows below the head with their places, the first row being 0."""
        return placed(self.rows, len(self.columns), self.title)

    def shares(self) -> tuple[float, ...]:
        """Widths of the columns as parts of 1."""
        whole = sum(column.width for column in self.columns)
        return tuple(column.width / whole for column in self.columns)


def cell(
    *parts: str | Run,
    columns: int = 1,
    rows: int = 1,
    value: Decimal | None = None,
    align: Align | None = None,
) -> Cell:
    """Make a cell of strings and runs."""
    return Cell(words(*parts), columns, rows, value, align)


def row(*cells: str | Run | Cell) -> Row:
    """Make a row; a string or run becomes a cell of its own."""
    return tuple(one if isinstance(one, Cell) else cell(one) for one in cells)


def placed(rows: Sequence[Row], width: int, title: str, first: int = 1) -> tuple[Placed, ...]:
    """Give every cell its place.

    first: number of the first row in the whole table, for the error sentence.

    Raises:
        InputError: a row is too short or too long, or merged cells overlap or leave the table.
    """
    taken: set[tuple[int, int]] = set()
    found: list[Placed] = []
    for at, cells in enumerate(rows):
        free = iter([column for column in range(width) if (at, column) not in taken])
        for one in cells:
            column = next(free, width)
            area = [(at + down, column + right) for down in range(one.rows) for right in range(one.columns)]
            _fits(area, taken, (len(rows), width), (title, first + at))
            taken.update(area)
            found.append(Placed(at, column, one))
            for _ in range(one.columns - 1):
                next(free, None)
        filled = sum((at, column) in taken for column in range(width))
        need(
            filled == width,
            msg(
                "表“{title}”第 {row} 行只有 {found} 格，应为 {expected} 格；请补齐空格。",
                title=title,
                row=first + at,
                found=filled,
                expected=width,
            ),
        )
    return tuple(found)


def _fits(
    area: Iterable[tuple[int, int]],
    taken: set[tuple[int, int]],
    size: tuple[int, int],
    place: tuple[str, int],
) -> None:
    places = list(area)
    title, number = place
    inside = all(row < size[0] and column < size[1] for row, column in places)
    if not places or not inside or not taken.isdisjoint(places):
        raise InputError(
            msg(
                "表“{title}”第 {row} 行的格数超出表宽，或合并的单元格重叠、越界；请核对各行格数（含合并）。",
                title=title,
                row=number,
            )
        )


def by_row(cells: Iterable[Placed], count: int) -> Iterator[list[Placed]]:
    """The cells that begin in each row, in order."""
    rows: list[list[Placed]] = [[] for _ in range(count)]
    for one in cells:
        rows[one.row].append(one)
    yield from rows
