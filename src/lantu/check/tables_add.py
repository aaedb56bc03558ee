"""Totals of tables: the row or column 合计 against the figures it adds up."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from lantu.check import arithmetic
from lantu.check.amount import unit_of
from lantu.check.counting import counted
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.interval import Interval
from lantu.check.said import Said
from lantu.check.shown import as_written, mention, middle
from lantu.check.statement import Role, Statement
from lantu.check.within import within_words
from lantu.reading.grid import grids
from lantu.reading.lexicon import any_of
from lantu.values import Message, msg

_FEWEST = 2
_NUMBERED = re.compile(r"^[\d一二三四五六七八九十（）、.\s]+$")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Line:
    """Cells of one row or column: the total, its parts in order, the name of the total."""

    total: Statement
    parts: tuple[Statement, ...]
    name: str
    column: bool


def table_totals(said: Said) -> Iterator[Finding]:
    """Totals that their parts cannot add up to, in tables where the others do."""
    at = {one.span.start: one for one in said.dossier.draft.statements if one.table}
    if not at or not _total().search(said.shadow):
        return
    for grid in grids(said.shadow):
        table = [[(c.text, _figure(at, c.at)) for c in row] for row in grid.rows]
        heads = [c.text for c in grid.header]
        for lines in (_by_rows(table), _by_columns(table, heads)):
            yield from _wrong(lines)


@cache
def _total() -> re.Pattern[str]:
    return re.compile(any_of(within_words().sums.total_rows))


def _figure(at: dict[int, Statement], places: Sequence[int]) -> Statement | None:
    return next((at[i] for i in places if i in at), None)


_Cell = tuple[str, Statement | None]


def _head(row: list[_Cell]) -> str:
    """The words that name a row."""
    return next((text for text, one in row if text and one is None and not _NUMBERED.match(text)), "")


def _is_total(head: str) -> bool:
    return bool(_total().fullmatch(head.strip("：（）()")))


def _by_rows(table: list[list[_Cell]]) -> list[_Line]:
    """Lines down the columns, for each row that is a total: the rows above back to the last one, or below."""
    heads = [_head(row) for row in table]
    if any(head.startswith(within_words().sums.part_rows) for head in heads):
        return []
    totals = [i for i, head in enumerate(heads) if _is_total(head)]
    lines = []
    for order, index in enumerate(totals):
        first = totals[order - 1] + 1 if order else 0
        last = totals[order + 1] if order + 1 < len(totals) else len(table)
        block = range(first, index) if index > first else range(index + 1, last)
        for column in range(len(table[index])):
            line = _line([table[i][column] for i in block if column < len(table[i])], table[index][column])
            if line is not None:
                lines.append(_Line(line[0], line[1], heads[index], column=False))
    return lines if len(totals) == 1 or not _grand(heads) else _nested(table, heads, totals, lines)


def _grand(heads: list[str]) -> bool:
    """Whether totals stand on totals: 小计 rows below a 合计."""
    return len({head for head in heads if _is_total(head)}) > 1


def _nested(table: list[list[_Cell]], heads: list[str], totals: list[int], lines: list[_Line]) -> list[_Line]:
    """With 小计 rows: these against their own rows, and the one total of another name against them."""
    names = Counter(heads[i] for i in totals)
    grand = [i for i in totals if names[heads[i]] == 1]
    small = [i for i in totals if names[heads[i]] > 1]
    if len(grand) != 1 or not small:
        return []
    kept = [line for line in lines if line.name in {heads[i] for i in small}]
    for column in range(len(table[grand[0]])):
        line = _line([table[i][column] for i in small if column < len(table[i])], table[grand[0]][column])
        if line is not None:
            kept.append(_Line(line[0], line[1], heads[grand[0]], column=False))
    return kept


def _by_columns(table: list[list[_Cell]], heads: list[str]) -> list[_Line]:
    """Lines along the rows for the column that is a total."""
    totals = [i for i, head in enumerate(heads) if _is_total(head)]
    if len(totals) != 1 or any(head.startswith(within_words().sums.part_rows) for head in heads):
        return []
    lines = []
    for row in table:
        if totals[0] >= len(row):
            continue
        others = [cell for i, cell in enumerate(row) if i != totals[0] and cell[1] is not None]
        line = _line(others, row[totals[0]])
        if line is not None:
            lines.append(_Line(line[0], line[1], heads[totals[0]], column=True))
    return lines


def _line(cells: list[_Cell], total: _Cell) -> tuple[Statement, tuple[Statement, ...]] | None:
    """The total with its parts when all are amounts in one unit, an empty cell (—) nothing."""
    whole = total[1]
    if whole is None or whole.measure not in (Role.ACTUAL, Role.SHARE, Role.COUNT):
        return None
    if any(one is None and text.strip("-—–－/ ") for text, one in cells):
        return None
    parts = tuple(one for _, one in cells if one is not None)
    alike = all(one.measure is whole.measure and one.unit == whole.unit for one in parts)
    if len(parts) < _FEWEST or not alike or any(one.value_max for one in (*parts, whole)):
        return None
    if unit_of(whole).measure == "%" and whole.written.value != _HUNDRED:
        return None
    return whole, parts


def _wrong(lines: list[_Line]) -> Iterator[Finding]:
    """The lines that do not add up, where others of the table do or the total is above every part."""
    sums = [(line, total) for line in lines if (total := _sum(line)) is not None]
    bad = [(line, total) for line, total in sums if not _fits(line, total)]
    good = len(sums) - len(bad)
    for line, total in bad:
        values = [part.written.value for part in line.parts]
        if min(values) <= line.total.written.value <= max(values):
            continue  # an average, or what is no sum
        if good > 0 or len(sums) == 1:
            yield _finding(line, total, Confidence.SURE if good >= len(bad) else Confidence.LIKELY)


def _sum(line: _Line) -> Interval | None:
    values = [counted(part) for part in line.parts]
    known = [value for value in values if value is not None]
    return arithmetic.total(known) if len(known) == len(values) else None


def _fits(line: _Line, total: Interval) -> bool:
    stated = counted(line.total)
    return stated is None or stated.meets(total)


def _finding(line: _Line, total: Interval, confidence: Confidence) -> Finding:
    one = line.total
    expected = as_written(middle(total), one)
    return Finding(
        Rule.SUM,
        one.span,
        one.quote,
        _told(line, expected),
        confidence,
        statement=one.id,
        expected=expected,
        evidence=tuple(mention(part) for part in line.parts),
    )


def _told(line: _Line, expected: str) -> Message:
    given = {"row": line.name, "quote": line.total.quote, "total": expected or "——"}
    if line.column:
        return msg("表中“{row}”一列写“{quote}”，各分项相加为{total}；请核对合计和各分项。", **given)
    return msg("表中“{row}”一行写“{quote}”，各分项相加为{total}；请核对合计和各分项。", **given)
