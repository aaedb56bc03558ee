"""Tables with merged cells, made whole.

A merged cell says its words in every row and column it covers, a header of two rows becomes one, and
rows that are one single cell (a box title above, a note below) become paragraphs around the table.
"""

from dataclasses import dataclass, replace

from lantu.documents.written import Cell, Written

_CELLS_MOST = 2_000_000
_HEADER_MOST = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell as a format has it: place in the grid counted from 0, rows and columns it covers."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    address: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of a table; header: how many rows the format itself marks as header, 0 for unknown."""

    pieces: tuple[Piece, ...]
    header: int = 0


_Grid = list[list[Piece | None]]


def write_table(written: Written, table: Table) -> None:
    """Write a table as paragraphs and a pipe table."""
    grid = _without_empty(_filled(table.pieces))
    if not grid:
        return
    width = len(grid[0])
    top, bottom = 0, len(grid)
    while top < bottom and _single(grid[top]) is not None:
        top += 1
    while bottom > top and _single(grid[bottom - 1]) is not None:
        bottom -= 1
    if bottom - top < 2 or width < 2:
        top, bottom = len(grid), len(grid)
    _paragraphs(written, grid[:top])
    if bottom > top:
        depth = _header_depth(grid[top:bottom], max(0, table.header - top))
        header = _joined(written, grid[top : top + depth])
        rows = [header, *([_cell(piece) for piece in row] for row in grid[top + depth : bottom])]
        written.table(rows)
    _paragraphs(written, grid[bottom:])


def _filled(pieces: tuple[Piece, ...]) -> _Grid:
    """Rows of equal width with every merged cell repeated; None where the table has no cell."""
    height, width = _size(pieces)
    covered = sum(min(p.rows, height - p.row) * p.columns for p in pieces)
    if max(height * width, covered) > _CELLS_MOST:  # spans of thousands of rows and columns are not meant
        pieces = tuple(replace(p, columns=1, rows=1) for p in pieces)
        height, width = _size(pieces)
    if height * width > _CELLS_MOST:
        return _packed(pieces)
    grid: _Grid = [[None] * width for _ in range(height)]
    for piece in pieces:
        for row in range(piece.row, min(piece.row + piece.rows, height)):
            for column in range(piece.column, piece.column + piece.columns):
                if grid[row][column] is None or piece.text:
                    grid[row][column] = piece
    return grid


def _size(pieces: tuple[Piece, ...]) -> tuple[int, int]:
    """Rows and columns of a table; a span may not reach below the last row that begins a cell."""
    height = max((p.row + 1 for p in pieces), default=0)
    return height, max((p.column + p.columns for p in pieces), default=0)


def _packed(pieces: tuple[Piece, ...]) -> _Grid:
    """Rows side by side without their gaps, for a sheet with a few cells far apart."""
    rows: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.text:
            rows.setdefault(piece.row, []).append(piece)
    width = max((len(row) for row in rows.values()), default=0)
    return [[*row, *([None] * (width - len(row)))] for _, row in sorted(rows.items())]


def _without_empty(grid: _Grid) -> _Grid:
    """Leave out rows and columns without any words."""
    rows = [row for row in grid if any(p and p.text.strip() for p in row)]
    if not rows:
        return []
    keep = [
        column
        for column in range(len(rows[0]))
        if any((p := row[column]) and p.text.strip() and _own(row, column) for row in rows)
    ]
    return [[row[column] for column in keep] for row in rows]


def _own(row: list[Piece | None], column: int) -> bool:
    """Whether a cell is more than the continuation of the merged cell to its left."""
    return column == 0 or row[column] is not row[column - 1]


def _single(row: list[Piece | None]) -> Piece | None:
    """The one cell with words a row has, None when it has more or when the cell covers other rows."""
    worded: list[Piece] = []
    for piece in row:
        if piece is not None and piece.text.strip() and not any(piece is one for one in worded):
            worded.append(piece)
    return worded[0] if len(worded) == 1 and worded[0].rows == 1 else None


def _paragraphs(written: Written, rows: _Grid) -> None:
    done: list[Piece] = []
    for row in rows:
        for piece in row:
            if piece is not None and not any(piece is one for one in done[-len(row) :]):
                written.paragraph(piece.text, piece.address)
                done.append(piece)


def _header_depth(grid: _Grid, marked: int) -> int:
    """Rows of the header.

    The format may mark them; else, when the first row has a cell over several columns and one over
    several rows, the header is as deep as the latter.
    """
    if 1 < marked < min(len(grid), _HEADER_MOST + 1):
        return marked
    first = [piece for piece in grid[0] if piece is not None]
    wide = any(a is b for a, b in zip(grid[0], grid[0][1:], strict=False) if a is not None)
    deep = max((piece.rows for piece in first), default=1)
    return deep if wide and 1 < deep < min(len(grid), _HEADER_MOST + 1) else 1


def _joined(written: Written, rows: _Grid) -> list[Cell]:
    """One header of several rows: for each column its different words from top to bottom."""
    header = []
    for column in zip(*rows, strict=True):
        words: list[str] = []
        for piece in column:
            if piece is not None and piece.text.strip() and piece.text not in words:
                words.append(piece.text)
        address = next((piece.address for piece in reversed(column) if piece is not None), "")
        header.append(Cell(written.join(" ", words), address))
    return header


def _cell(piece: Piece | None) -> Cell:
    return Cell("") if piece is None else Cell(piece.text, piece.address)
