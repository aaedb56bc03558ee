"""Tables drawn with ruling lines: the cells between the lines, merged ones where a line is missing."""

import re
from dataclasses import dataclass
from itertools import pairwise

from lantu.documents.pdf_lines import lines
from lantu.documents.pdf_page import Char, Page
from lantu.documents.pdf_rules import Rule
from lantu.documents.table import Piece

_TOUCH = 3.0  # points
_RULES_MOST = 5000
_GRID_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruled table: its box, the places of its column lines, its cells."""

    x0: float
    y0: float
    x1: float
    y1: float
    columns: tuple[float, ...]
    pieces: tuple[Piece, ...]


def ruled_tables(page: Page, address: str) -> tuple[tuple[Ruled, ...], tuple[Char, ...]]:
    """The tables of a page and the characters outside them. A frame of one column is no table."""
    tables: list[Ruled] = []
    chars = page.chars
    for rules in sorted(_connected(page.rules[:_RULES_MOST]), key=len, reverse=True):
        table, chars = _table(rules, chars, address)
        if table is not None:
            tables.append(table)
    return tuple(sorted(tables, key=lambda t: -t.y1)), chars


def _connected(rules: tuple[Rule, ...]) -> list[list[Rule]]:
    """Groups of lines that touch."""
    flat = sorted((r for r in rules if not r.upright), key=lambda r: r.at)
    home = {id(rule): index for index, rule in enumerate(rules)}
    parents = list(range(len(rules)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    for rule in (r for r in rules if r.upright):
        for other in flat:
            if other.at > rule.end + _TOUCH:
                break
            if other.at >= rule.start - _TOUCH and other.start - _TOUCH <= rule.at <= other.end + _TOUCH:
                parents[root(home[id(rule)])] = root(home[id(other)])
    groups: dict[int, list[Rule]] = {}
    for index, rule in enumerate(rules):
        groups.setdefault(root(index), []).append(rule)
    return [group for group in groups.values() if len(group) >= 4]


def _table(rules: list[Rule], chars: tuple[Char, ...], address: str) -> tuple[Ruled | None, tuple[Char, ...]]:
    upright = [rule for rule in rules if rule.upright]
    flat = [rule for rule in rules if not rule.upright]
    if not upright or not flat:
        return None, chars
    columns = _places([r.at for r in upright] + [e for r in flat for e in (r.start, r.end)])
    rows = _places([r.at for r in flat] + [e for r in upright for e in (r.start, r.end)])[::-1]
    if len(columns) < 3 or len(rows) < 3 or len(columns) * len(rows) > _GRID_MOST:
        return None, chars
    inside = [
        c for c in chars if columns[0] < (c.x0 + c.x1) / 2 < columns[-1] and rows[-1] < c.middle < rows[0]
    ]
    grid = _merged(columns, rows, upright, flat)
    texts = _texts(inside, columns, rows, grid)
    pieces = tuple(
        Piece(row, column, texts.get((row, column), ""), height, width, address)
        for (row, column), (height, width) in sorted(_sizes(grid).items())
    )
    worded = {piece.row for piece in pieces if piece.text}
    if len(worded) < 2 or not any(sum(bool(p.text) for p in pieces if p.row == r) > 1 for r in worded):
        return None, chars
    taken = set(map(id, inside))
    box = (columns[0], rows[-1], columns[-1], rows[0])
    return Ruled(*box, tuple(columns), pieces), tuple(c for c in chars if id(c) not in taken)


def _places(values: list[float]) -> list[float]:
    """Positions, those nearer than a touch made one."""
    places: list[list[float]] = []
    for value in sorted(values):
        if places and value - places[-1][-1] <= _TOUCH:
            places[-1].append(value)
        else:
            places.append([value])
    return [sum(group) / len(group) for group in places]


def _merged(
    columns: list[float], rows: list[float], upright: list[Rule], flat: list[Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """(row, column) -> top left (row, column) of the cell it belongs to."""
    homes = {(r, c): (r, c) for r in range(len(rows) - 1) for c in range(len(columns) - 1)}
    beside = [[rule for rule in upright if abs(rule.at - place) <= _TOUCH] for place in columns]
    above = [[rule for rule in flat if abs(rule.at - place) <= _TOUCH] for place in rows]
    for r, c in homes:
        if c and not _drawn(beside[c], (rows[r] + rows[r + 1]) / 2):
            homes[r, c] = homes[r, c - 1]
    for r in range(1, len(rows) - 1):
        c = 0
        while c < len(columns) - 1:
            width = _run(homes, r, c, len(columns) - 1)
            centers = [(columns[c + k] + columns[c + k + 1]) / 2 for k in range(width)]
            home = homes[r - 1, c]
            same = home[1] == c and _run(homes, r - 1, c, len(columns) - 1) == width
            if same and not any(_drawn(above[r], center) for center in centers):
                homes.update({(r, c + k): home for k in range(width)})
            c += width
    return homes


def _run(homes: dict[tuple[int, int], tuple[int, int]], row: int, column: int, most: int) -> int:
    """How many columns the cell that begins here covers."""
    width = 1
    while column + width < most and homes[row, column + width] == homes[row, column]:
        width += 1
    return width


def _drawn(rules: list[Rule], along: float) -> bool:
    return any(rule.start <= along <= rule.end for rule in rules)


def _sizes(homes: dict[tuple[int, int], tuple[int, int]]) -> dict[tuple[int, int], tuple[int, int]]:
    sizes: dict[tuple[int, int], tuple[int, int]] = {}
    for (row, column), home in homes.items():
        height, width = sizes.get(home, (1, 1))
        sizes[home] = (max(height, row - home[0] + 1), max(width, column - home[1] + 1))
    return sizes


def _texts(
    chars: list[Char],
    columns: list[float],
    rows: list[float],
    homes: dict[tuple[int, int], tuple[int, int]],
) -> dict[tuple[int, int], str]:
    """The words of each cell, its lines joined."""
    by_home: dict[tuple[int, int], list[Char]] = {}
    for char in chars:
        x = (char.x0 + char.x1) / 2
        column = next(i for i, (a, b) in enumerate(pairwise(columns)) if x <= b)
        row = next(i for i, (a, b) in enumerate(pairwise(rows)) if char.middle >= b)
        by_home.setdefault(homes[row, column], []).append(char)
    return {home: cell_text(inner) for home, inner in by_home.items()}


def cell_text(chars: list[Char]) -> str:
    """The words of a cell, its lines joined."""
    return joined([_tight(line.text) for line in lines(chars)])


def _tight(text: str) -> str:
    """Words of a cell without the blanks that spread Chinese characters over its width."""
    return re.sub(r"(?<=[\u2e80-\u9fff]) +(?=[\u2e80-\u9fff])", "", text)


def joined(texts: list[str]) -> str:
    """Lines made one: a blank only where a Latin word or number would run into the next."""
    made = ""
    for text in texts:
        tight = not made or not (made[-1].isascii() and text[:1].isascii()) or made[-1] in "(-/"
        made += text if tight else f" {text}"
    return made
