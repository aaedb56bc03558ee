"""What the head of a column says: time, unit, what is measured, whether it holds growth or goals."""

import re
from dataclasses import dataclass, replace

from lantu.check.periods import Clock, times
from lantu.check.words import words
from lantu.reading.lexicon import units
from lantu.reading.words import NONE, Words
from lantu.values import Period

_UNIT_IN = re.compile(r"（(?:单位：)?(?P<unit>[^（）]{1,12})）$")
_GROWTH = re.compile(r"增长|增速|增幅|同比|涨跌|涨幅|±")
_SHARE = re.compile("比重|占比|份额")
RANKED = re.compile("位次|排名|名次")
"""Words of a place in a ranking, in the head of a column or of a row."""
_GOAL = re.compile("目标|规划值|计划|预期|预算数")
_NATURE = re.compile("属性|^性质$|指标性质")
_OVER_YEARS = re.compile("年均|累计")
_REPORTS = re.compile("完成|进展|实际|评估|状态|预计")
_NOT_NAMED = re.compile(
    r"^(?:序号|编号|单位|计量单位|类别|属性|指标属性|备注|说明|牵头单位|责任单位|完成时限|\d{1,3}|[一二三四五六七八九十]{1,3}|（[一二三四五六七八九十]{1,3}）|-*)$"
)
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


@dataclass(frozen=True, slots=True)
class Column:
    """What a head says of its column.

    period: None when it names none; kind: ``growth``, ``share``, ``rank`` or ""; name: what is measured,
    NONE when the head does not say.
    """

    head: Words
    period: Period | None
    goal: bool
    kind: str
    unit: str
    name: Words


def columns_of(header: tuple[Words, ...], clock: Clock, period: Period | None) -> tuple[Column, ...]:
    """The columns of a table; period: of the whole table, where its words tell.

    A column headed 增速 or 位次 alone is of what the column in front of it measures.
    """
    made: list[Column] = []
    measured = NONE
    for column in (_column(head, clock, period) for head in header):
        if column.kind and (not column.name or column.name.text in words().attributes.words):
            made.append(replace(column, name=measured))
            continue
        if not column.kind and column.name:
            measured = column.name
        made.append(column)
    return _with_goals(tuple(made))


def _with_goals(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Of a plan's main table (2020年, 2025年, 年均/累计, 属性) the last year and 年均/累计 are goals."""
    heads = [column.head.text for column in columns]
    plan = any(_NATURE.search(head) for head in heads) and any(_OVER_YEARS.search(head) for head in heads)
    if not plan or any(column.goal or _REPORTS.search(column.head.text) for column in columns):
        return columns
    years = [column.period.year for column in columns if column.period is not None and column.period.is_year]
    if len(set(years)) < 2:
        return columns
    late = max(years)
    return tuple(
        replace(column, goal=_OVER_YEARS.search(column.head.text) is not None or _is_of(column, late))
        for column in columns
    )


def _is_of(column: Column, year: int) -> bool:
    return column.period is not None and column.period.is_year and column.period.year == year


def _column(head: Words, clock: Clock, period: Period | None) -> Column:
    text = head.text
    found = [t for t in times(text, clock, period) if t.period and not t.base]
    bare = _bare_head(head, [(t.start, t.end) for t in found])
    said = found[-1].period if found else None
    return Column(head, said, bool(_GOAL.search(text)), _kind(text), unit_of(text), bare)


def _kind(text: str) -> str:
    if _GROWTH.search(text):
        return "growth"
    if _SHARE.search(text):
        return "share"
    return "rank" if RANKED.search(text) else ""


def names_nothing(text: str) -> bool:
    """Whether a head or a cell is empty, a number of a row, or of a column that describes (单位, 备注)."""
    return _NOT_NAMED.match(text) is not None


def is_unit(text: str) -> bool:
    """Whether a cell is a unit alone (亿元, %)."""
    pack = units()
    body = text.removeprefix("万").removeprefix("亿").removeprefix("千")
    return body in (*pack.measures, *pack.percent, *pack.classifiers, *pack.times)


def unit_of(text: str) -> str:
    """A unit in brackets at the end of a head: 增加值（亿元）, （%）."""
    match = _UNIT_IN.search(text)
    if match is None:
        return ""
    unit = match["unit"]
    return unit if is_unit(unit.split("/")[0]) or "%" in unit or "百分点" in unit else ""


def without_unit(head: Words) -> Words:
    """The head without the unit in brackets at its end."""
    match = _UNIT_IN.search(head.text) if unit_of(head.text) else None
    return head.cut(0, match.start()) if match else head


def _bare_head(head: Words, spans: list[tuple[int, int]]) -> Words:
    """The head without its times and unit: what is measured, "" when it says nothing else."""
    head = without_unit(head)
    if not head.at:
        return NONE
    keep = [i for i in range(len(head)) if not any(a <= i < b for a, b in spans)]
    bare = Words("".join(head.text[i] for i in keep), tuple(head.at[i] for i in keep)).stripped("，、：的年")
    return NONE if bare.text in _EMPTY_HEADS else bare


def is_measure_head(text: str) -> bool:
    """Whether a head says how the thing of a row is measured (产量, 占比), not what it is."""
    return text in words().attributes.words and text not in ("增速", "增幅")
