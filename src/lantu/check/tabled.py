"""The figures of a table: each cell by the heads of its row and column.

The name of a figure is in the head of its row (指标 2024年 增长), or in the head of its column when the
rows are
places or years. Heads also say the time, the unit and whether the column holds growth, shares, ranks or
goals.
"""

import re
from dataclasses import dataclass, replace

from lantu.check.periods import Clock, times
from lantu.check.regions_of import Home, region_at
from lantu.check.statement import Link, Move, Role, Statement, Tie
from lantu.check.words import words
from lantu.check.written import Sense, Written
from lantu.documents import Document
from lantu.indicators.phrase import key
from lantu.reading.cells import read_cell
from lantu.reading.grid import grids
from lantu.reading.grid_record import Grid
from lantu.reading.lexicon import units
from lantu.reading.words import NONE, Words
from lantu.values import Comparator, Period

_UNIT_IN = re.compile(r"（(?:单位：)?(?P<unit>[^（）]{1,12})）$")
_CAPTION_UNIT = re.compile(r"单位：(?P<unit>[^\s，。；）|]{1,10})")
_GROWTH = re.compile(r"增长|增速|增幅|同比|涨跌|涨幅|±")
_SHARE = re.compile("比重|占比|份额")
_RANK = re.compile("位次|排名|名次")
_GOAL = re.compile("目标|规划值|计划|预期|预算数")
_NOT_NAMED = re.compile(
    r"^(?:序号|编号|单位|计量单位|类别|属性|指标属性|备注|说明|牵头单位|责任单位|完成时限|\d{1,3}|[一二三四五六七八九十]{1,3}|（[一二三四五六七八九十]{1,3}）|-*)$"
)
_NAME_HEAD = re.compile("指标|项目|名称|地区|区域|城市|市县|行业|产业|品种|内容|年份|年度|时间|月份")
_HEADS = re.compile(r"^(?:单位|计量单位)$")
_PLAIN_NUMBER = re.compile(r"^(?:[+\-])?\d+(?:\.\d+)?$")
_CAPTION = 160


@dataclass(frozen=True, slots=True)
class _Column:
    """What a head says of its column."""

    head: Words
    period: Period | None
    goal: bool
    kind: str  # growth, share, rank or ""
    unit: str
    name: Words


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


def _inherited(columns: list[_Column]) -> list[_Column]:
    """A column headed 增速 or 位次 alone is of what the column in front of it measures."""
    made: list[_Column] = []
    measured = NONE
    for column in columns:
        if column.kind and (not column.name or column.name.text in words().attributes.words):
            made.append(replace(column, name=measured))
            continue
        if not column.kind and column.name:
            measured = column.name
        made.append(column)
    return made


class _Table:
    """One table."""

    def __init__(self, document: Document, shadow: str, grid: Grid, clock: Clock, home: Home) -> None:
        self.document, self.grid, self.clock, self.home = document, grid, clock, home
        caption = shadow[max(0, grid.start - _CAPTION) : grid.start]
        self.caption = " ".join(
            line for line in caption.split("\n") if line.strip() and not line.startswith("|")
        )
        unit = _CAPTION_UNIT.search(self.caption)
        self.unit = unit["unit"] if unit else ""
        said = [t.period for t in times(self.caption, clock, clock.default) if t.period and not t.base]
        self.period = said[-1] if said else clock.default
        self.columns = _inherited([self._column(cell) for cell in grid.header])

    def _column(self, head: Words) -> _Column:
        text = head.text
        unit = _unit_of(text)
        found = [t for t in times(text, self.clock, self.period) if t.period and not t.base]
        kind = (
            "growth"
            if _GROWTH.search(text)
            else "share"
            if _SHARE.search(text)
            else "rank"
            if _RANK.search(text)
            else ""
        )
        bare = _bare_head(head, [(t.start, t.end) for t in found])
        return _Column(head, found[-1].period if found else None, bool(_GOAL.search(text)), kind, unit, bare)

    def statements(self, first: int) -> list[Statement]:
        """All figures of the table."""
        made: list[Statement] = []
        unit_at = next((i for i, c in enumerate(self.columns) if _HEADS.match(c.head.text)), -1)
        before: Words = NONE
        for row in self.grid.rows:
            name_at = self._name_at(row)
            if name_at < 0:
                continue
            head = row[name_at]
            unit = row[unit_at].text if 0 <= unit_at < len(row) else ""
            begin = len(made)
            part = head.text.startswith("其中") or head.text == "其中："
            for index in range(name_at + 1, min(len(row), len(self.columns))):
                one = self._cell(
                    row[index], self.columns[index], head, unit, before if part else NONE, first + len(made)
                )
                if one is not None and index != unit_at:
                    made.append(_tied(one, made[begin:]))
            if not part:
                before = head
        return made

    def _name_at(self, row: tuple[Words, ...]) -> int:
        """The column that names the row: the last with words in front of its first number."""
        number = next(
            (
                i
                for i, c in enumerate(row)
                if i > 0 and read_cell(c.text).value is not None and not _NOT_NAMED.match(self._head(i))
            ),
            len(row),
        )
        named = [
            i
            for i in range(min(number, len(row)))
            if row[i].text
            and not _NOT_NAMED.match(row[i].text)
            and not re.match("单位|属性|备注", self._head(i))
            and not prefix_unit(row[i].text)
        ]
        return named[-1] if named else -1

    def _head(self, index: int) -> str:
        return self.columns[index].head.text if index < len(self.columns) else ""

    def _cell(
        self, cell: Words, column: _Column, head: Words, unit: str, whole: Words, number: int
    ) -> Statement | None:
        read = read_cell(cell.text)
        if read.value is None or _NOT_NAMED.match(column.head.text):
            return None
        start, end = cell.place(*read.at)
        digits = cell.text[read.at[0] : read.at[1]]
        first = re.match(r"\d+(?:\.\d+)?", digits)
        if first is None:
            return None
        region, name, period = self._row(head, column)
        if name is None:
            return None
        negative = cell.text[max(0, read.at[0] - 1) : read.at[0]] == "-"
        own_unit = "%" if read.share else column.unit or _unit_of(head.text) or unit or self.unit
        if column.kind in {"growth", "share"}:
            own_unit = column.unit if "百分点" in column.unit else "%"
        measure = self._measure(column, name, own_unit)
        own_unit = "" if measure is Role.RANK else own_unit
        sense = {
            Comparator.ABOUT: Sense.ABOUT,
            Comparator.AT_LEAST: Sense.OVER,
            Comparator.ABOVE: Sense.OVER,
        }.get(
            read.comparator or Comparator.EQUAL,
            Sense.UNDER if read.comparator in (Comparator.AT_MOST, Comparator.BELOW) else Sense.EXACT,
        )
        written = Written.of(first[0], sense)
        if negative:
            written = Written(-written.value, written.step, written.round_step, sense)
            start -= 1
        text = self.document.text
        phrase = name.stripped("，：")
        phrase = phrase.cut(len("其中")).stripped("：，") if phrase.text.startswith("其中") else phrase
        late = period is not None and self.clock.data_year is not None and period.year > self.clock.data_year
        return Statement(
            id=number,
            span=self.document.span(start, end),
            quote=text[start:end],
            written=written,
            unit=own_unit,
            measure=measure,
            promised=column.goal or late,
            phrase=phrase.spelt(text),
            own=head.spelt(text),
            key=key(phrase.text),
            region=region[0],
            region_words=region[1],
            period=period,
            period_words=column.head.text if column.period else "",
            sentence=self.document.span(head.at[0], cell.at[-1] + 1)
            if head.at[0] <= cell.at[0]
            else self.document.span(start, end),
            value_max=Written.of(str(read.value_max)) if read.value_max is not None else None,
            move=Move.AT if measure is not Role.GROWTH else Move.BY,
            sign=(-1 if negative else 1) if measure is Role.GROWTH else 0,
            basis=("累计",) if "累计" in column.head.text or read.cumulative else (),
            comparator=read.comparator or Comparator.EQUAL,
            qualifier=read.qualifier,
            address=self.document.address(start),
            table=True,
            whole=whole.text,
        )

    def _row(self, head: Words, column: _Column) -> tuple[tuple[str, str], Words | None, Period | None]:
        """Region, name and time of a cell: the row's head is a name, a place or a time."""
        period = column.period or self.period
        bare = _without_unit(head)
        found = [t for t in times(head.text, self.clock, self.period) if t.period and not t.base]
        if found and found[0].start == 0 and found[0].end >= len(bare) - 1:
            return (self.home.code, ""), column.name or None, found[0].period
        named = region_at(bare.text, self.home)
        if named is not None and len(bare) - named.size <= 1:
            return (named.code, bare.text[: named.size]), column.name or None, period
        name = bare
        if column.name and not column.kind and bare and _is_measure_head(column.name.text):
            name = bare + column.name
        return (self.home.code, ""), name, period

    @staticmethod
    def _measure(column: _Column, name: Words, unit: str) -> Role:
        text = name.text
        if column.kind == "rank" or _RANK.search(text):
            return Role.RANK
        if "百分点" in unit:
            return Role.CHANGE
        if column.kind == "growth" or re.search("(?:增速|增长|增长率|增幅|涨幅)$", text):
            return Role.GROWTH if unit in ("%", "") else Role.CHANGE
        if column.kind == "share" or re.search("(?:比重|占比)$", text):
            return Role.SHARE
        return Role.ACTUAL


def _tied(one: Statement, row: list[Statement]) -> Statement:
    """A growth, share or rank with its level in the same row, of the same time when there are several."""
    if one.measure not in (Role.GROWTH, Role.SHARE, Role.RANK, Role.CHANGE):
        return one
    levels = [s for s in row if s.measure is Role.ACTUAL and s.region == one.region]
    same = [s for s in levels if s.period == one.period] or levels
    return replace(one, ties=(Tie(Link.LEVEL, same[-1].id),)) if same else one


def prefix_unit(text: str) -> bool:
    """Whether a cell is a unit alone (亿元, %)."""
    pack = units()
    body = text.removeprefix("万").removeprefix("亿").removeprefix("千")
    return body in (*pack.measures, *pack.percent, *pack.classifiers, *pack.times)


def _unit_of(text: str) -> str:
    """A unit in brackets at the end of a head: 增加值（亿元）, （%）."""
    match = _UNIT_IN.search(text)
    if match is None:
        return ""
    return (
        match["unit"]
        if prefix_unit(match["unit"].split("/")[0]) or "%" in match["unit"] or "百分点" in match["unit"]
        else ""
    )


def _without_unit(head: Words) -> Words:
    match = _UNIT_IN.search(head.text) if _unit_of(head.text) else None
    return head.cut(0, match.start()) if match else head


def _bare_head(head: Words, spans: list[tuple[int, int]]) -> Words:
    """The head without its times and unit: what is measured, "" when it says nothing else."""
    head = _without_unit(head)
    if not head.at:
        return NONE
    keep = [i for i in range(len(head)) if not any(a <= i < b for a, b in spans)]
    bare = Words("".join(head.text[i] for i in keep), tuple(head.at[i] for i in keep)).stripped("，、：的年")
    return NONE if bare.text in _EMPTY_HEADS else bare


_EMPTY_HEADS = (
    "",
    "指标",
    "实际",
    "实际值",
    "完成",
    "完成值",
    "目标",
    "目标值",
    "规划目标",
    "计划",
    "数值",
    "绝对数",
    "绝对值",
    "增长",
    "增速",
    "同比增长",
    "比上年增长",
    "预计",
    "本期",
    "总量",
    "值",
    "累计",
    "年",
    "基期值",
)


def _is_measure_head(text: str) -> bool:
    return text in words().attributes.words and text not in ("增速", "增幅")
