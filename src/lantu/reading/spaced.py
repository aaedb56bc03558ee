"""Tables whose cells stand apart by blanks or tabs, and tables with one cell on a line.

Both are what is left of a table that was copied out of a page. A row is taken only when its cells
are as many as the heads (or one fewer under a category that goes on); when one row does not fit, the
whole table is left to the reader of rows in prose.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lantu.reading.columns import column_kind
from lantu.reading.grid_record import squeezed
from lantu.reading.words import NONE, Words

Lines = tuple[tuple[int, str], ...]
_KIND = re.compile(r"^(?:约束性|预期性|引导性|导向性)(?:指标)?$")
_NATURE = re.compile(r"^(?:指标)?(?:属性|性质|类型)$")
_NUMBER = re.compile(r"^\d{1,3}$")
_NUMBERED = re.compile(r"^\d{1,3}[.．、](?!\d)")
_INDICATOR = re.compile(r"^(?:主要|具体|核心|发展)?指标(?:名称|内容)?(?:[（(]单位[）)])?$")
_TARGET = re.compile(r"^(?:规划|发展)?目标(?:值)?$")
_TAIL = re.compile(r"^(?:左右|以上|以下|以内)$")
# Tabs keep empty cells; wide blanks and single ones do not.
_BETWEEN = (re.compile(r"\t"), re.compile(r"[ \u00a0]{2,}|\u3000[\s\u3000]*"), re.compile(r"\s+"))
_MOST_HEADS = 12
_MOST_LINES = 3
_LONGEST_HEAD = 16
_LONGEST_CELL = 60
_FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Loose:
    """A table found: heads, rows, where it begins, and the index of the line behind its last row."""

    header: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    start: int
    behind: int


def spaced_rows(lines: Lines, first: int, stops: Callable[[str], bool]) -> Loose | None:
    """The table under the header line ``lines[first]``, None when its rows do not all fit the heads."""
    for between in _BETWEEN:
        if between.search(lines[first][1].strip()) is None:
            continue
        heads = _split(between, *lines[first])
        if len(heads) < 4 or not _are_heads(heads):
            continue
        heads, index = _second_row(between, lines, heads, first + 1)
        rows, behind = _rows(between, lines, heads, index, stops)
        if len(rows) >= _FEWEST_ROWS:
            return Loose(heads, rows, lines[first][0], behind)
    return None


def cell_rows(lines: Lines, nature: int, stops: Callable[[str], bool]) -> Loose | None:
    """The table with one cell on a line whose head 属性 is ``lines[nature]``."""
    if not _NATURE.match(re.sub(r"\s", "", lines[nature][1])):
        return None
    heads: list[Words] = []
    index = nature
    while index >= 0 and len(heads) < _MOST_HEADS:
        cell = squeezed(lines[index][1], lines[index][0])
        if cell and not _is_head(cell):
            break
        heads[:0] = [cell] if cell else []
        index -= 1
    header = tuple(heads)
    if len(header) < 3 or not _are_heads(header):
        return None
    start = nature + 1
    cells = [squeezed(line, offset) for offset, line in lines[start : start + 8]]
    below = [at for at, cell in enumerate(cells) if cell]
    under: list[Words] = []
    for at in below:
        if not _is_value_head(cells[at]):
            break
        under.append(cells[at])
        start = nature + 2 + at
    header = _under_target(header, tuple(under))
    rows, behind = _cells(lines, header, start, stops)
    return Loose(header, rows, header[0].at[0], behind) if len(rows) >= _FEWEST_ROWS else None


def _split(between: re.Pattern[str], offset: int, line: str) -> tuple[Words, ...]:
    """The cells of a line; empty ones only where tabs part them."""
    lead = (
        len(line) - len(line.lstrip(" \u3000\r"))
        if between.pattern == "\t"
        else len(line) - len(line.lstrip())
    )
    body = line.rstrip("\r\n ") if between.pattern == "\t" else line.rstrip()
    cells, position = [], lead
    for match in between.finditer(body, lead):
        cells.append(squeezed(body[position : match.start()], offset + position))
        position = match.end()
    cells.append(squeezed(body[position:], offset + position))
    return tuple(cells)


def _is_head(cell: Words) -> bool:
    kind = column_kind(cell.text)
    if kind == "indicator":
        return _INDICATOR.match(cell.text) is not None
    if kind == "category" and len(cell.text) > 6:
        return False
    return bool(kind) and len(cell.text) <= _LONGEST_HEAD and not _KIND.match(cell.text)


def _is_value_head(cell: Words) -> bool:
    """Whether this is the head of a year's or a growth column: 2030年, 年均增长, 五年累计."""
    return bool(
        re.match(r"^(?:20\d\d年?(?:目标|实际|预计|基期|完成|规划)?值?|(?:年均|五年|累计).{0,12})$", cell.text)
        or (_TARGET.match(cell.text))
    )


def _are_heads(heads: tuple[Words, ...]) -> bool:
    """Whether the cells name an indicator column and a nature column at the end."""
    names = [head.text for head in heads if head]
    return (
        all(_is_head(head) for head in heads if head)
        and any("指标" in name and not _NATURE.match(name) for name in names)
        and any(_NATURE.match(name) for name in names)
    )


def _second_row(
    between: re.Pattern[str], lines: Lines, heads: tuple[Words, ...], index: int
) -> tuple[tuple[Words, ...], int]:
    """Heads with those of a second row under 目标值, and the index of the first row."""
    while index < len(lines) and not lines[index][1].strip():
        index += 1
    if index == len(lines):
        return heads, index
    under = _split(between, *lines[index])
    named = tuple(cell for cell in under if cell)
    if both := both_rows(heads, under):
        return both, index + 1
    if not named or not all(_is_value_head(cell) for cell in named):
        return heads, index
    return _under_target(heads, named), index + 1


def both_rows(heads: tuple[Words, ...], under: tuple[Words, ...]) -> tuple[Words, ...]:
    """The heads of two rows cell by cell; none when the second row is no row of heads."""
    if len(under) != len(heads):
        return ()
    lower = [low if low.text != high.text else NONE for low, high in zip(under, heads, strict=True)]
    named = [low for low in lower if low]
    if not named or len(named) > len(lower) - 2 or not all(_is_value_head(low) for low in named):
        return ()
    return tuple(low or high for low, high in zip(lower, heads, strict=True))


def _under_target(heads: tuple[Words, ...], under: tuple[Words, ...]) -> tuple[Words, ...]:
    """Heads in which those of a second row stand for the one they divide."""
    if not under:
        return heads
    made: list[Words] = []
    for head in heads:
        made += under if _TARGET.match(head.text) else (head,)
    return tuple(made)


def _rows(
    between: re.Pattern[str],
    lines: Lines,
    heads: tuple[Words, ...],
    index: int,
    stops: Callable[[str], bool],
) -> tuple[tuple[tuple[Words, ...], ...], int]:
    """Rows and the index behind the last; no rows when one does not fit."""
    rows: list[tuple[Words, ...]] = []
    pending: tuple[Words, ...] = ()
    waited, behind = 0, index
    while index < len(lines):
        body = re.sub(r"\s", "", lines[index][1])
        if body and (stops(body) or len(body) > 4 * _LONGEST_CELL):
            break
        here = _split(between, *lines[index])
        index += 1
        if not body or tuple(c.text for c in here) == tuple(h.text for h in heads):
            continue
        cells = _tails_joined(_joined(pending, here) if waited else here)
        row = _fitted(cells, heads)
        if row is not None:
            rows.append(row)
            pending, waited, behind = (), 0, index
        elif not waited and len(cells) == 1 and not _NUMBERED.match(cells[0].text):
            rows.append((cells[0], *(NONE for _ in heads[1:])))
        else:
            pending, waited = cells, waited + 1
            if waited > _MOST_LINES or len(cells) > len(heads):
                break
    while rows and not any(rows[-1][1:]):  # a line behind the last row is no group of rows
        rows.pop()
    return (tuple(rows) if not waited or _is_prose(pending) else ()), behind


def _is_prose(pending: tuple[Words, ...]) -> bool:
    """Whether what did not fit is prose behind the table: it has no nature at its end."""
    return bool(pending) and not _KIND.match(pending[-1].text)


def _joined(pending: tuple[Words, ...], here: tuple[Words, ...]) -> tuple[Words, ...]:
    """The cells of a row broken over lines: the last of one and the first of the next are one cell."""
    a, b = pending[-1], here[0]
    return (*pending[:-1], Words(a.text + b.text, (*a.at, *b.at)), *here[1:])


def _tails_joined(cells: tuple[Words, ...]) -> tuple[Words, ...]:
    made: list[Words] = []
    for cell in cells:
        if made and _TAIL.match(cell.text):
            made[-1] = Words(made[-1].text + cell.text, (*made[-1].at, *cell.at))
        else:
            made.append(cell)
    return tuple(made)


def _fitted(cells: tuple[Words, ...], heads: tuple[Words, ...]) -> tuple[Words, ...] | None:
    """The cells under their heads, None when they do not fit."""
    nature = max(i for i, head in enumerate(heads) if _NATURE.match(head.text))
    missing = len(heads) - len(cells)
    if missing == 1 and column_kind(heads[0].text) == "category":
        cells = (NONE, *cells)
    elif missing:
        return None
    return cells if _KIND.match(cells[nature].text) else None


def _cells(
    lines: Lines, heads: tuple[Words, ...], index: int, stops: Callable[[str], bool]
) -> tuple[tuple[tuple[Words, ...], ...], int]:
    """Rows of a table with one cell on a line: each ends with its nature."""
    rows: list[tuple[Words, ...]] = []
    gathered: list[Words] = []
    behind = index
    while index < len(lines) and len(gathered) <= len(heads) + _MOST_LINES:
        cell = squeezed(lines[index][1], lines[index][0])
        index += 1
        if not cell:
            continue
        if len(cell.text) > _LONGEST_CELL or (not gathered and stops(cell.text)):
            break
        gathered.append(cell)
        if _KIND.match(cell.text):
            found = _row_of_cells(gathered, heads)
            if not found:
                break
            rows += found
            gathered, behind = [], index
    return tuple(rows), behind


def _row_of_cells(cells: list[Words], heads: tuple[Words, ...]) -> list[tuple[Words, ...]]:
    """One row, with the row of its group before it where the heads name no category; none if unfit."""
    kinds = [column_kind(head.text) for head in heads]
    name = kinds.index("indicator")
    values = len(heads) - name - 1
    front, behind = cells[: len(cells) - values], cells[len(cells) - values :]
    if not front or values == 0:
        return []
    number = NONE
    at = next((i for i, c in enumerate(front) if _NUMBER.match(c.text)), None) if "number" in kinds else None
    if at is not None:
        group, number, words = front[:at], front[at], front[at + 1 :]
    else:
        at = next((i for i, c in enumerate(front) if _NUMBERED.match(c.text)), min(1, len(front) - 1))
        group, words = front[:at], front[at:]
    if not words or len(group) > 1:
        return []
    title = Words("".join(w.text for w in words), tuple(i for w in words for i in w.at))
    made = [title, *behind]
    for kind in reversed(kinds[:name]):
        made.insert(0, number if kind == "number" else group[0] if group and kind == "category" else NONE)
    row = tuple(made)
    if group and "category" not in kinds[:name]:
        return [(group[0], *(NONE for _ in heads[1:])), row]
    return [row]
