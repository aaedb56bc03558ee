"""Tables with lines between rows only (三线表): columns are the empty strips that run through the body."""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from lantu.documents.pdf_lines import rows_of
from lantu.documents.pdf_page import Char, Page
from lantu.documents.pdf_rules import Rule
from lantu.documents.pdf_tables import Ruled, cell_text
from lantu.documents.table import Piece

_SHORTEST = 120.0  # points
_SAME = 4.0
_STRIP = 0.9  # of the size of a character
_COLUMNS_LEAST = 3
_LINES_MOST = 60


def lined_tables(
    page: Page, chars: tuple[Char, ...], address: str
) -> tuple[tuple[Ruled, ...], tuple[Char, ...]]:
    """The tables of a page without upright lines, and the characters outside them."""
    tables = []
    for group in _stacks(page.rules):
        for heights in _runs(group, chars):
            table, chars = _table(group[0], heights, chars, address)
            tables.append(table)
    return tuple(tables), chars


def _stacks(rules: tuple[Rule, ...]) -> Iterator[list[Rule]]:
    """Groups of three or more level lines of one length above each other, from the top."""
    level: list[Rule] = []
    for rule in sorted((r for r in rules if not r.upright), key=lambda r: (-round(r.at), r.start)):
        last = level[-1] if level else None
        if last is not None and abs(last.at - rule.at) < 1.5 and rule.start - last.end < _SAME:
            level[-1] = Rule(False, last.at, last.start, max(last.end, rule.end))
        else:
            level.append(rule)
    groups: dict[tuple[int, int], list[Rule]] = {}
    for rule in level:
        if rule.end - rule.start >= _SHORTEST:
            groups.setdefault((round(rule.start / _SAME), round(rule.end / _SAME)), []).append(rule)
    for group in groups.values():
        if 3 <= len(group) <= _LINES_MOST:
            yield group


def _runs(group: list[Rule], chars: tuple[Char, ...]) -> Iterator[list[float]]:
    """Heights of lines that have a table between them: the longest runs with columns in common."""
    heights = [rule.at for rule in group]
    first = 0
    while first + 2 < len(heights):
        for last in range(len(heights) - 1, first + 1, -1):
            body = _between(chars, group[0], heights[first + 1], heights[last])
            head = _between(chars, group[0], heights[first], heights[first + 1])
            if head and body and len(_strips(body)) + 1 >= _COLUMNS_LEAST:
                yield heights[first : last + 1]
                first = last - 1
                break
        first += 1


def _between(chars: tuple[Char, ...], rule: Rule, top: float, bottom: float) -> list[Char]:
    return [
        c
        for c in chars
        if bottom < c.middle < top and rule.start - _SAME <= c.x0 and c.x1 <= rule.end + _SAME
    ]


def _strips(chars: list[Char]) -> list[float]:
    """Middles of the strips that no character stands in."""
    size = median(char.size for char in chars)
    found, reach = [], None
    for char in sorted(chars, key=lambda c: c.x0):
        if reach is not None and char.x0 - reach >= _STRIP * size:
            found.append((reach + char.x0) / 2)
        reach = char.x1 if reach is None else max(reach, char.x1)
    return found


def _table(
    rule: Rule, heights: list[float], chars: tuple[Char, ...], address: str
) -> tuple[Ruled, tuple[Char, ...]]:
    inside = _between(chars, rule, heights[0], heights[-1])
    strips = _strips(_between(chars, rule, heights[1], heights[-1]))
    edges = [rule.start - _SAME, *strips, rule.end + _SAME]
    pieces = [
        Piece(0, first, cell_text(run), 1, last - first + 1, address)
        for first, last, run in _header(_between(chars, rule, heights[0], heights[1]), edges)
    ]
    number = 1
    for top, bottom in pairwise(heights[1:]):
        for row in _rows(_between(chars, rule, top, bottom), edges):
            pieces += [
                Piece(number, column, cell_text(cell), address=address) for column, cell in row.items()
            ]
            number += 1
    taken = set(map(id, inside))
    table = Ruled(edges[0], heights[-1], edges[-1], heights[0], tuple(edges), tuple(pieces))
    return table, tuple(c for c in chars if id(c) not in taken)


def _header(chars: list[Char], edges: list[float]) -> Iterator[tuple[int, int, list[Char]]]:
    """(first column, last column, characters) of the heads; one over several columns spans them."""
    runs: list[list[Char]] = []
    for char in sorted(chars, key=lambda c: c.x0):
        reach = max((c.x1 for c in runs[-1]), default=0.0) if runs else 0.0
        if runs and char.x0 - reach < _STRIP * char.size:
            runs[-1].append(char)
        else:
            runs.append([char])
    heads: dict[tuple[int, int], list[Char]] = {}
    for run in runs:
        columns = [_column(char, edges) for char in run]
        heads.setdefault((min(columns), max(columns)), []).extend(run)
    for (first, last), run in sorted(heads.items()):
        yield first, last, run


def _column(char: Char, edges: list[float]) -> int:
    middle = (char.x0 + char.x1) / 2
    return next((i for i, edge in enumerate(edges[1:]) if middle <= edge), len(edges) - 2)


def _rows(chars: list[Char], edges: list[float]) -> Iterator[dict[int, list[Char]]]:
    """Rows of a band: one for each line with words in most columns; other lines go to the nearest."""
    lines = rows_of(chars)
    filled = [len({_column(char, edges) for char in line}) for line in lines]
    full = [i for i, count in enumerate(filled) if 2 * count >= len(edges) - 1]
    middles = [median(char.middle for char in line) for line in lines]
    homes: dict[int, dict[int, list[Char]]] = {}
    for index, line in enumerate(lines):
        home = min(full, key=lambda i: abs(middles[i] - middles[index])) if full else 0
        for char in line:
            homes.setdefault(home, {}).setdefault(_column(char, edges), []).append(char)
    yield from (homes[home] for home in sorted(homes))
