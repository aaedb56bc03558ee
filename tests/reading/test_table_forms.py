"""One made-up main-indicator table in every form a text can hold it: each cell is read the same."""

import html
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.made_files import as_docx

from lantu.documents import read_bytes
from lantu.reading import read_plan
from lantu.values import Binding, Comparator

HEADS = ["类别", "指标", "单位", "2025年", "2030年", "年均增长[累计]", "属性"]
ROWS = [
    ["经济发展", "地区生产总值", "亿元", "830左右", "—", "5.5左右", "预期性"],
    ["经济发展", "全员劳动生产率", "万元/人", "11.2", "15.1", "—", "预期性"],
    ["经济发展", "常住人口城镇化率", "%", "58.3", "62", "—", "预期性"],
    ["创新驱动", "全社会研发经费投入增长", "%", "—", "—", ">7", "预期性"],
    ["创新驱动", "每万人口高价值发明专利拥有量", "件", "3.1*", "≥5", "—", "预期性"],
    ["创新驱动", "数字经济核心产业增加值占地区生产总值比重", "%", "4.5", "8左右", "—", "预期性"],
    ["民生福祉", "居民人均可支配收入增长", "%", "5.6", "—", "与经济增长同步", "预期性"],
    ["民生福祉", "城镇调查失业率", "%", "5.2", "—", "≤5.5", "预期性"],
    ["民生福祉", "劳动年龄人口平均受教育年限", "年", "10.4", "11.0", "—", "约束性"],
    ["绿色生态", "单位地区生产总值能源消耗降低", "%", "—", "—", "[14.5]", "约束性"],
    ["绿色生态", "单位地区生产总值二氧化碳排放降低", "%", "〔12.1〕", "—", "完成国家下达任务", "约束性"],
    ["安全保障", "粮食综合生产能力", "万吨", "41", "≥42", "—", "约束性"],
]
READ_AS = [
    # baseline, target with comparator, growth with comparator and kind, binding
    ("830", None, ("~", "5.5", "annual_growth"), "expected"),
    ("11.2", ("=", "15.1"), None, "expected"),
    ("58.3", ("=", "62"), None, "expected"),
    (None, None, (">", "7", "annual_growth"), "expected"),
    ("3.1", (">=", "5"), None, "expected"),
    ("4.5", ("~", "8"), None, "expected"),
    ("5.6", None, ("text", None, "text"), "expected"),
    ("5.2", None, ("<=", "5.5", "annual_level"), "expected"),
    ("10.4", ("=", "11.0"), None, "binding"),
    (None, None, ("=", "14.5", "cumulative_change"), "binding"),
    ("12.1", None, ("text", None, "deferred"), "binding"),
    ("41", (">=", "42"), None, "binding"),
]
FRONT = "临江县国民经济和社会发展第十五个五年规划纲要\n\n第一章 主要目标\n\n专栏1 “十五五”时期主要指标\n\n"
BACK = "\n\n注：带*的为2024年数据；[ ]内为五年累计数。\n\n第二章 重点任务\n\n新建园区3个，培育企业200家。\n"

Table = list[list[str]]


def numbered(rows: Table) -> Table:
    return [rows[0], *([r[0], f"{i}.{r[1]}", *r[2:]] for i, r in enumerate(rows[1:], 1))]


def unit_in_name(rows: Table) -> Table:
    return [[r[0], f"{r[1]}（{r[2]}）" if i else r[1], *r[3:]] for i, r in enumerate(rows)]


def groups_as_rows(rows: Table) -> Table:
    made, last = [rows[0][1:]], ""
    for row in rows[1:]:
        made += [[row[0]]] if row[0] != last else []
        made.append(row[1:])
        last = row[0]
    return made


def said_once(rows: Table) -> Table:
    pairs = pairwise(rows)
    return [rows[0], *(["" if row[0] == above[0] else row[0], *row[1:]] for above, row in pairs)]


def two_heads(rows: Table) -> Table:
    upper = ["目标值" if head in ("2030年", HEADS[5]) else head for head in rows[0]]
    return [upper, rows[0], *rows[1:]]


def tabbed_heads(rows: Table) -> Table:
    upper = ["" if head == HEADS[5] else "目标值" if head == "2030年" else head for head in rows[0]]
    lower = [head if head in ("2030年", HEADS[5]) else "" for head in rows[0]]
    return [upper, lower, *rows[1:]]


def short_heads(rows: Table) -> Table:
    upper = ["目标值" if head == "2030年" else head for head in rows[0] if head != HEADS[5]]
    return [upper, ["2030年", HEADS[5]], *rows[1:]]


def pipes(rows: Table) -> str:
    rule = "|".join("---" for _ in rows[0])
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], f"|{rule}|", *lines[1:]])


def apart(by: str):
    return lambda rows: "\n".join(by.join(row) for row in rows)


def one_a_line(rows: Table) -> str:
    return "\n".join(cell for row in rows for cell in row)


def broken_cells(rows: Table) -> str:
    """Wide blanks, long names broken after eleven characters."""
    lines = []
    for row in rows:
        name = next(i for i, cell in enumerate(row) if cell == max(row, key=len))
        cut = row[name]
        if len(cut) > 14:
            lines.append("  ".join([*row[:name], cut[:11]]))
            lines.append("  ".join([cut[11:], *row[name + 1 :]]))
        else:
            lines.append("  ".join(row))
    return "\n".join(lines)


def page(rows: Table) -> str:
    """HTML with the categories and the heads of two rows merged."""
    heads = "".join(
        '<th colspan="2">目标值</th>' if head == "2030年" else f'<th rowspan="2">{head}</th>'
        for head in rows[0]
        if head != HEADS[5]
    )
    made = [heads, f"<th>2030年</th><th>{HEADS[5]}</th>"]
    for index, row in enumerate(rows[1:], 1):
        first = ""
        if row[0] != rows[index - 1][0]:
            size = sum(other[0] == row[0] for other in rows[1:])
            first = f'<td rowspan="{size}">{row[0]}</td>'
        made.append(first + "".join(f"<td>{html.escape(cell)}</td>" for cell in row[1:]))
    table = "<table>" + "".join(f"<tr>{row}</tr>" for row in made) + "</table>"
    around = ["".join(f"<p>{line}</p>" for line in part.split("\n") if line) for part in (FRONT, BACK)]
    return f'<html><head><meta charset="utf-8"></head><body>{around[0]}{table}{around[1]}</body></html>'


TEXTS = {
    "pipes": pipes,
    "pipes, numbered": lambda t: pipes(numbered(t)),
    "pipes, unit in the name": lambda t: pipes(numbered(unit_in_name(t))),
    "pipes, category once": lambda t: pipes(said_once(t)),
    "pipes, two rows of heads": lambda t: pipes(two_heads(t)),
    "wide blanks": apart("    "),
    "two blanks, broken names": broken_cells,
    "tabs": apart("\t"),
    "tabs, category once": lambda t: apart("\t")(said_once(t)),
    "tabs, two rows of heads": lambda t: apart("\t")(tabbed_heads(t)),
    "wide blanks, two rows of heads": lambda t: apart("   ")(short_heads(t)),
    "full-width blanks": apart("　"),
    "single blanks": apart(" "),
    "single blanks, numbered": lambda t: apart(" ")(numbered(unit_in_name(t))),
    "groups as rows": lambda t: apart("  ")(groups_as_rows(t)),
    "groups as rows, numbered": lambda t: apart(" ")(groups_as_rows(numbered(unit_in_name(t)))),
    "one cell a line": one_a_line,
    "one cell a line, unit in the name": lambda t: one_a_line(unit_in_name(t)),
    "one cell a line, numbered": lambda t: one_a_line(numbered(unit_in_name(t))),
    "one cell a line, two rows of heads": lambda t: one_a_line(short_heads(t)),
    "one cell a line, groups as rows": lambda t: one_a_line(groups_as_rows(numbered(t))),
    "one cell a line, blank lines between": lambda t: one_a_line(t).replace("\n", "\n\n"),
}
FILES = {
    **{
        name: lambda t, make=make: ("a.txt", (FRONT + make(t) + BACK).encode())
        for name, make in TEXTS.items()
    },
    "html": lambda t: ("a.html", page(t).encode()),
    "docx": lambda t: ("a.docx", as_docx(FRONT + pipes(t) + BACK)),
}


def rows_of(name: str, data: bytes):
    document, _ = read_bytes(name, data)
    reading = read_plan(document)
    for target in reading.targets:
        assert document.text[target.span.start : target.span.end] == target.quote
    return reading


def cells(row):
    target = growth = None
    if row.target_value is not None:
        target = (row.target_comparator, row.target_value)
    if row.growth_kind:
        comparator = "text" if row.growth_comparator is None else row.growth_comparator.value
        growth = (comparator, row.growth_value, row.growth_kind)
    return row.category, row.indicator, row.unit, row.baseline, target, growth, row.binding


def decimal(text):
    return None if text is None else Decimal(text)


@pytest.mark.parametrize("form", FILES)
def test_every_cell_in_every_form(form):
    reading = rows_of(*FILES[form]([HEADS, *ROWS]))
    wanted = [
        (
            *raw[:3],
            decimal(base),
            target and (Comparator(target[0]), decimal(target[1])),
            growth and (growth[0], decimal(growth[1]), growth[2]),
            Binding(binding),
        )
        for raw, (base, target, growth, binding) in zip(ROWS, READ_AS, strict=True)
    ]
    assert [cells(row) for row in reading.indicators] == wanted
    assert reading.indicators[4].baseline_year == 2024  # by the note of the mark
    assert [row.baseline_cumulative for row in reading.indicators].index(True) == 10
    assert [t.quote for t in reading.targets if t.tier.value != "main"] == ["3个", "200家"]
    assert [s.title for s in reading.outline.sections if s.kind.value == "chapter"] == [
        "主要目标",
        "重点任务",
    ]


def drawn_number(low: int, high: int):
    return st.integers(low, high).map(lambda n: f"{n / 10:g}")


_NAMES = ["常住人口城镇化率", "森林覆盖率", "人均预期寿命", "粮食综合生产能力", "养老机构护理型床位占比"]
_SIGNS = st.sampled_from(["", ">", "≥", "≤", "＜"])
_CELL = st.one_of(
    st.just("—"),
    st.builds(str.__add__, _SIGNS, drawn_number(10, 9999)),
    drawn_number(10, 9999).map(lambda n: f"{n}左右"),
)
_ROW = st.tuples(
    st.sampled_from(_NAMES), st.sampled_from(["%", "万吨", "岁", "微克/立方米"]), drawn_number(10, 9999), _CELL, _CELL,
    st.sampled_from(["约束性", "预期性"]),
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(_ROW, min_size=4, max_size=9), st.integers(1, 4))
def test_any_table_reads_the_same_in_every_text_form(made, size):
    names = ["经济发展", "民生福祉", "绿色低碳", "安全保障", "文化", "开放", "城乡", "改革", "数字"]
    table = [HEADS, *([names[i // size], *row] for i, row in enumerate(made))]
    want = [cells(row) for row in rows_of("a.md", (FRONT + pipes(table) + BACK).encode()).indicators]
    assert len(want) == len(made)
    for form in TEXTS:
        got = [cells(row) for row in rows_of(*FILES[form](table)).indicators]
        assert got == want, form
