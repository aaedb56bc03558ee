"""Characters of a page to lines in reading order; columns of prose are read one after the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lantu.documents.pdf_page import SEEN_BLANK, TYPED_BLANK, Char

_SAME_LINE = 0.5  # of the height of a character
_BLANK, _BLANK_LATIN, _WIDE = 0.55, 0.18, 1.6  # gaps between characters, in heights
_COLUMN_LINES = 6
# How the rows of a main-indicator table end: between the cells of one every gap counts.
_NATURES = frozenset(["约束性", "预期性", "引导性", "导向性", "約束性", "預期性", "引導性", "導向性"])
_FULL = 2.5  # a line is full when it ends less than this many characters before the margin


_APART = frozenset(" ")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its box, the size of its characters, whether it has gaps as between columns."""

    text: str
    x0: float
    x1: float
    middle: float
    size: float
    gaps: bool

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a main-indicator table: it ends with the nature of an indicator."""
        return self.text[-3:] in _NATURES and self.text[-4:-3] in _APART

    @property
    def center(self) -> float:
        """Middle of the line across the page."""
        return (self.x0 + self.x1) / 2


def lines(chars: Iterable[Char]) -> list[Line]:
    """Lines from top to bottom; two columns of prose: the left one first."""
    rows = rows_of(chars)
    gutter = _gutter(rows)
    if gutter is None:
        return [_line(row) for row in rows]
    at, first, last = gutter
    inside = [char for row in rows[first:last] for char in row]
    left = rows_of(char for char in inside if (char.x0 + char.x1) / 2 < at)
    right = rows_of(char for char in inside if (char.x0 + char.x1) / 2 >= at)
    rest = lines(char for row in rows[last:] for char in row) if last < len(rows) else []
    return [_line(row) for row in (*rows[:first], *left, *right)] + rest


def rows_of(chars: Iterable[Char]) -> list[list[Char]]:
    """Characters grouped by height on the page; raised marks stay with their line."""
    rows: list[list[Char]] = []
    middle = size = 0.0
    for char in sorted(chars, key=lambda c: (-c.middle, c.x0)):
        if rows and middle - char.middle <= _SAME_LINE * max(size, char.size):
            rows[-1].append(char)
            if char.size > 1.1 * size:  # the line is where its large characters are
                middle, size = char.middle, char.size
        else:
            rows.append([char])
            middle, size = char.middle, char.size
    for row in rows:
        row.sort(key=lambda c: c.x0)
    return rows


def _line(row: list[Char]) -> Line:
    size = median(char.size for char in row)
    if _is_spread(row, size):
        return Line("".join(c.text for c in row), row[0].x0, row[-1].x1, row[0].middle, size, gaps=False)
    made = [row[0].text]
    gaps = False
    loose = "".join(char.text for char in row[-3:]) in _NATURES
    for before, char in pairwise(row):
        gap = (char.x0 - before.x1) / max(size, 1.0)
        if gap >= _WIDE:
            made.append(" " * min(max(2, round(gap)), 8))
            gaps = True
        elif gap >= _BLANK or (gap >= _BLANK_LATIN and _parted(before, char, row=loose)):
            made.append(" ")
        made.append(char.text)
    middle = median(char.middle for char in row if char.size > 0.8 * size)
    return Line("".join(made), row[0].x0, row[-1].x1, middle, size, gaps)


def _is_spread(row: list[Char], size: float) -> bool:
    """Whether a few Chinese characters are one word spread over the line (目　录, 前　言)."""
    if not 2 <= len(row) <= 4 or any(char.text < "\u4e00" for char in row):
        return False
    gaps = [b.x0 - a.x1 for a, b in pairwise(row)]
    return min(gaps) >= _BLANK * size and max(gaps) - min(gaps) < 0.5 * size


def _parted(before: Char, char: Char, *, row: bool) -> bool:
    """Whether a small gap is a blank. Between Chinese and Latin, word processors leave one unasked."""
    latin = before.text.isascii(), char.text.isascii()
    if row and any(latin):
        return True
    return char.blank == TYPED_BLANK or all(latin) or (char.blank == SEEN_BLANK and not any(latin))


def _gutter(rows: list[list[Char]]) -> tuple[float, int, int] | None:
    """(place, first row, row behind the last) of the longest run of rows that a gutter divides."""
    if len(rows) < _COLUMN_LINES:
        return None
    left = min(row[0].x0 for row in rows)
    right = max(row[-1].x1 for row in rows)
    size = median(char.size for row in rows for char in row)
    if right - left < 20 * size:
        return None
    best: tuple[int, float, int, int] | None = None
    for step in range(9):
        at = left + (right - left) * (0.38 + 0.03 * step)
        start = 0
        for end in range(len(rows) + 1):
            if end < len(rows) and not _crosses(rows[end], at, 0.35 * size):
                continue
            run = rows[start:end]
            if (best is None or len(run) > best[0]) and _two_columns(run, at, size):
                best = (len(run), at, start, end)
            start = end + 1
    return None if best is None else best[1:]


def _has_cells(row: list[Char]) -> bool:
    """Whether a row has gaps as between the cells of a table."""
    return any(after.x0 - before.x1 >= _WIDE * max(after.size, 1.0) for before, after in pairwise(row))


def _crosses(row: list[Char], at: float, margin: float) -> bool:
    return any(char.x0 < at + margin and char.x1 > at - margin for char in row)


def _two_columns(run: list[list[Char]], at: float, size: float) -> bool:
    """Whether both sides of a place are prose: enough lines, most as long as the column and in one piece."""
    for side in (
        [[char for char in row if char.x1 <= at] for row in run],
        [[char for char in row if char.x0 >= at] for row in run],
    ):
        filled = [row for row in side if row]
        if len(filled) < _COLUMN_LINES or 2 * sum(_has_cells(row) for row in filled) > len(filled):
            return False
        edge, start = max(row[-1].x1 for row in filled), min(row[0].x0 for row in filled)
        full = sum(row[-1].x1 > edge - _FULL * size and row[0].x0 < start + _FULL * size for row in filled)
        if full < 0.5 * len(filled) or edge - start < 8 * size:
            return False
    return True
