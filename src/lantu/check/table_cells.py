"""The figure of one cell of a table, named, placed and timed by the heads of its row and column."""

import re
from dataclasses import dataclass

from lantu.check.periods import Clock, times
from lantu.check.regions_of import Home, region_at
from lantu.check.statement import Move, Role, Statement
from lantu.check.table_heads import (
    RANKED,
    Column,
    is_measure_head,
    names_nothing,
    unit_of,
    without_unit,
)
from lantu.check.written import Sense, Written
from lantu.documents import Document
from lantu.indicators.phrase import key
from lantu.reading.cells import Cell, read_cell
from lantu.reading.words import Words
from lantu.values import Comparator, Period

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_GROWTH_NAME = re.compile("(?:增速|增长|增长率|增幅|涨幅)$")
_SHARE_NAME = re.compile("(?:比重|占比)$")
_PART = "其中"
_SENSES = {
    Comparator.ABOUT: Sense.ABOUT,
    Comparator.AT_LEAST: Sense.OVER,
    Comparator.ABOVE: Sense.OVER,
    Comparator.AT_MOST: Sense.UNDER,
    Comparator.BELOW: Sense.UNDER,
}

_RATE_HEAD = re.compile("增长|增速|增幅|涨幅|降幅|占比|比重|率$")


@dataclass(frozen=True, slots=True)
class Row:
    """What holds for all cells of a row.

    head: the cell that names it; unit: by its cell for units, "" for none; whole: the name of the row that
    it is a part of (其中), NONE for a row of its own.
    """

    head: Words
    unit: str
    whole: Words


@dataclass(frozen=True, slots=True)
class _Meant:
    """What the heads make of a cell: a name, a region with its words, a time."""

    name: Words
    region: str
    region_words: str
    period: Period | None


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads the cells of one table. unit, period: of the whole table."""

    document: Document
    clock: Clock
    home: Home
    unit: str
    period: Period | None

    def read(self, cell: Words, column: Column, row: Row, number: int) -> Statement | None:
        """The statement of a cell, None when it holds no figure or nothing names it."""
        read = read_cell(cell.text)
        digits = _NUMBER.match(cell.text[read.at[0] : read.at[1]])
        if read.value is None or digits is None or names_nothing(column.head.text):
            return None
        meant = self._meant(row.head, column)
        if meant is None:
            return None
        unit = self._unit(read, column, row)
        measure = _measure(column, meant.name, unit)
        negative = cell.text[max(0, read.at[0] - 1) : read.at[0]] == "-"
        start, end = cell.place(*read.at)
        start -= negative
        text = self.document.text
        phrase = _without_part(meant.name.stripped("，："))
        return Statement(
            id=number,
            span=self.document.span(start, end),
            quote=text[start:end],
            written=_written(digits[0], read.comparator, negative=negative),
            unit="" if measure is Role.RANK else unit,
            measure=measure,
            promised=column.goal or self._is_late(meant.period),
            phrase=phrase.spelt(text),
            own=row.head.spelt(text),
            key=key(phrase.text),
            region=meant.region,
            region_words=meant.region_words,
            period=meant.period,
            period_words=column.head.text if column.period else "",
            sentence=self.document.span(row.head.at[0], cell.at[-1] + 1)
            if row.head.at[0] <= cell.at[0]
            else self.document.span(start, end),
            value_max=Written.of(str(read.value_max)) if read.value_max is not None else None,
            move=Move.BY if measure is Role.GROWTH else Move.AT,
            sign=(-1 if negative else 1) if measure is Role.GROWTH else 0,
            yearly="年均" in column.head.text + row.head.text,
            basis=("累计",) if "累计" in column.head.text or read.cumulative else (),
            comparator=read.comparator or Comparator.EQUAL,
            qualifier=read.qualifier,
            address=self.document.address(start),
            table=True,
            whole=row.whole.text,
        )

    def _meant(self, head: Words, column: Column) -> _Meant | None:
        """The row's head is a name, a place or a time; None when the column has no name where it must."""
        period, home = column.period or self.period, self.home.code
        bare = without_unit(head)
        found = [t for t in times(head.text, self.clock, self.period) if t.period and not t.base]
        if found and found[0].start == 0 and found[0].end >= len(bare) - 1:
            return _Meant(column.name, home, "", found[0].period) if column.name else None
        named = region_at(bare.text, self.home)
        if named is not None and len(bare) - named.size <= 1:
            words = bare.text[: named.size]
            return _Meant(column.name, named.code, words, period) if column.name else None
        adds = column.name and not column.kind and bare and is_measure_head(column.name.text)
        return _Meant(bare + column.name if adds else bare, home, "", period)

    def _unit(self, read: Cell, column: Column, row: Row) -> str:
        """By the cell, its column, its row, the table; growth and shares are in per cent or points."""
        if column.kind in {"growth", "share"}:
            return column.unit if "百分点" in column.unit else "%"
        return (
            "%" if read.share else column.unit or unit_of(row.head.text) or row.unit or self._of_table(column)
        )

    def _of_table(self, column: Column) -> str:
        """The unit above the table; of several (亿元、%) the rate for a rate, the first for the others."""
        first, *others = self.unit.split("、")
        rates = [unit for unit in others if unit in ("%", "‰")]
        return rates[0] if rates and _RATE_HEAD.search(column.head.text) else first

    def _is_late(self, period: Period | None) -> bool:
        """Whether the time is behind the year the draft has data for."""
        return period is not None and self.clock.data_year is not None and period.year > self.clock.data_year


def _without_part(name: Words) -> Words:
    return name.cut(len(_PART)).stripped("：，") if name.text.startswith(_PART) else name


def _written(digits: str, bound: Comparator | None, *, negative: bool) -> Written:
    sense = _SENSES.get(bound or Comparator.EQUAL, Sense.EXACT)
    written = Written.of(digits, sense)
    return Written(-written.value, written.step, written.round_step, sense) if negative else written


def _measure(column: Column, name: Words, unit: str) -> Role:
    """What the figure is, by the kind of its column, the end of its name and its unit."""
    if column.kind == "rank" or RANKED.search(name.text):
        return Role.RANK
    if "百分点" in unit:
        return Role.CHANGE
    if column.kind == "growth" or _GROWTH_NAME.search(name.text):
        return Role.GROWTH if unit in ("%", "") else Role.CHANGE
    if column.kind == "share" or _SHARE_NAME.search(name.text):
        return Role.SHARE
    return Role.ACTUAL
