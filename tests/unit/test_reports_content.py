"""The content record refuses what no document can show, in one sentence that says where."""

from datetime import date
from itertools import pairwise

import pytest
from tests.made_reports import SVG, full_report

from lantu.reports import (
    Attachment,
    Cell,
    Column,
    Figure,
    Heading,
    Report,
    Run,
    Table,
    cell,
    items,
    note,
    para,
    row,
    words,
)
from lantu.reports.numbering import Numbering, chinese, day_text, heading_label, table_notes
from lantu.reports.signing import placed
from lantu.reports.title_lines import title_lines, wide
from lantu.texts import Language, render
from lantu.values import InputError

DAY = date(2026, 11, 5)
TWO = (Column(), Column())


def report(*body: object, **changes: object) -> Report:
    given = {
        "title": "评估报告",
        "issuer": "海州省发展和改革委员会",
        "day": DAY,
        "body": body or (para("正文。"),),
    }
    return Report(**{**given, **changes})  # type: ignore[arg-type]


BAD = {
    "heading jumps": (lambda: report(Heading(1, "甲"), Heading(3, "乙")), "“乙”是 3 级", "level 3"),
    "first heading is not the highest": (lambda: report(Heading(2, "乙")), "前面的标题是 0 级", "of level 0"),
    "jump in an attachment": (lambda: Attachment("附表", (Heading(2, "乙"),)), "“附表”", "must not jump"),
    "level 5": (lambda: Heading(5, "甲"), "只能是 1 至 4 级", "from 1 to 4"),
    "empty heading": (lambda: Heading(1, " "), "标题是空的", "heading is empty"),
    "empty paragraph": (lambda: para(""), "段落是空的", "paragraph is empty"),
    "empty list": (items, "列表没有条目", "no items"),
    "empty item": (lambda: items("甲", ""), "空的条目", "empty item"),
    "empty note": (lambda: note(""), "注是空的", "note is empty"),
    "short row": (
        lambda: Table("表甲", TWO, (row("a", "b"),), (row("1", "2"), row("1"))),
        "表“表甲”第 3 行只有 1 格，应为 2 格",
        "row 3 has 1 cells where 2",
    ),
    "long row": (
        lambda: Table("表甲", TWO, (row("a", "b", "c"),), ()),
        "第 1 行的格数超出",
        "too many cells",
    ),
    "merged too wide": (
        lambda: Table("表甲", TWO, (row("a", "b"),), (row(cell("x", columns=3)),)),
        "越界",
        "leave the table",
    ),
    "merged below the head": (
        lambda: Table("表甲", TWO, (row(cell("a", rows=2), "b"),), (row("1", "2"),)),
        "第 1 行",
        "row 1",
    ),
    "merged over another": (
        lambda: Table(
            "表甲", TWO, (row("a", "b"),), (row("1", cell("2", rows=2)), row(cell("3", columns=2)))
        ),
        "重叠",
        "overlap",
    ),
    "cell of no size": (lambda: Table("表甲", TWO, (row("a", Cell(rows=0)),), ()), "第 1 行", "row 1"),
    "no head": (lambda: Table("表甲", TWO, (), (row("1", "2"),)), "没有表头", "no head"),
    "no columns": (lambda: Table("表甲", (), (row(),), ()), "没有列", "no columns"),
    "width": (
        lambda: Table("表甲", (Column(0), Column()), (row("a", "b"),), ()),
        "第 1 列的宽度",
        "column 1",
    ),
    "control character": (lambda: Run("甲\x07乙"), "控制字符 U+0007", "U+0007"),
    "half a character": (lambda: Run("甲\ud800"), "U+D800", "U+D800"),
    "line end in a heading": (lambda: Heading(1, "甲\n乙"), "U+000A", "U+000A"),
    "figure of another kind": (
        lambda: Figure(b"GIF89a", "图"),
        "既不是 PNG 也不是 SVG",
        "neither PNG nor SVG",
    ),
    "figure without words": (lambda: Figure(SVG, ""), "没有替代文字", "no alternative text"),
    "figure too wide": (lambda: Figure(SVG, "图", width=1.5), "不超过 1", "at most 1"),
    "no title": (lambda: report(title=" "), "没有标题", "has no title"),
    "no body": (lambda: report(body=()), "没有正文", "has no body"),
    "no issuer": (lambda: report(issuer=""), "没有发文机关", "names no issuer"),
    "nameless attachment": (lambda: Attachment(""), "附件没有名称", "no name"),
    "round brackets": (lambda: report(number="海发改（2026）12号"), "六角括号", "official form"),
    "leading zero": (lambda: report(number="海发改〔2026〕012号"), "不编虚位", "leading zeros"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_content_is_refused_in_both_languages(case):
    make, chinese_part, english_part = BAD[case]
    with pytest.raises(InputError) as refused:
        make()
    message = refused.value.message
    assert chinese_part in render(message, Language.ZH)
    english = render(message, Language.EN)
    assert english_part in english
    assert "；" not in english


def test_good_content_is_taken():
    report(Heading(1, "甲"), Heading(2, "乙"), Heading(3, "丙"), Heading(4, "丁"), Heading(1, "戊"))
    for number in ("", "海发改规划〔2026〕12号", "内部资料"):
        report(number=number)
    report(number="HZ (2026) 012", language=Language.EN)
    Table("表甲", TWO, (row(cell("a", rows=2), "b"), row("c")), ())
    assert words("", Run(""), "甲") == (Run("甲"),)


def test_merged_cells_have_their_places():
    table = Table(
        "表甲",
        (Column(), Column(), Column()),
        (row(cell("甲", rows=2), cell("乙", columns=2)), row("丙", "丁")),
        (row("1", cell("2", columns=2, rows=2)), row("3")),
    )
    assert [(one.row, one.column, one.cell.text) for one in table.head_cells()] == [
        (0, 0, "甲"),
        (0, 1, "乙"),
        (1, 1, "丙"),
        (1, 2, "丁"),
    ]
    assert [(one.row, one.column) for one in table.body_cells()] == [(0, 0), (0, 1), (1, 0)]
    assert sum(table.shares()) == pytest.approx(1)


def test_headings_and_captions_are_numbered():
    labels = [one.label for one in Numbering(Language.ZH).over(full_report().body) if one.label]
    assert labels == ["一、", "（一）", "1.", "（1）", "表1", "图1", "二、", "（一）", "表2", "三、"]
    assert heading_label([2, 1, 3], Language.EN) == "2.1.3"
    numbering = Numbering(Language.ZH)
    blocks = (
        Heading(1, "甲"),
        Heading(2, "乙"),
        Heading(2, "丙"),
        Heading(1, "前言", numbered=False),
        Heading(1, "丁"),
    )
    assert [one.label for one in numbering.over(blocks)] == ["一、", "（一）", "（二）", "", "二、"]
    assert [one.label for one in numbering.over(blocks[:1])] == ["一、"], "each part begins anew"


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五"), (99, "九十九")]
)
def test_chinese_numbers(number, text):
    assert chinese(number) == text


def test_days_have_no_leading_zeros():
    assert day_text(report(day=date(2026, 3, 5))) == "2026年3月5日"
    assert day_text(report(day=date(2026, 3, 5), language=Language.EN)) == "5 March 2026"


def test_notes_of_a_table():
    table = Table("表甲", TWO, (row("a", "b"),), (), notes=("甲。", "乙。"))
    assert table_notes(table, Language.ZH) == ["注：1. 甲。", "2. 乙。"]
    assert table_notes(table, Language.EN)[0] == "Note: 1. 甲。"


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("评估报告", ["评估报告"]),
        (
            "关于海州省国民经济和社会发展第十四个五年规划纲要实施情况的总结评估报告",
            ["关于海州省国民经济和社会发展", "第十四个五年规划纲要", "实施情况的总结评估报告"],
        ),
        ("海州省2025年国民经济和社会发展计划执行情况与2026年计划草案的报告", None),
        ("关于印发《海州省数字经济发展行动方案（2026—2028年）》的通知", None),
        ("甲\n乙丙", ["甲", "乙丙"]),
        ("Report on the Implementation of the Fourteenth Five-Year Plan of Haizhou Province", None),
    ],
)
def test_titles_break_between_words(title, lines):
    found = title_lines(title, 20)
    if lines is not None:
        assert found == lines
    if wide(title) > 20 and "\n" not in title and not title.isascii():
        assert all(wide(line) <= 20 for line in found)
        assert "".join(found) == title
        for before, after in pairwise(found):
            assert not (before[-1].isascii() and after[0].isascii()), "a figure is cut"
            assert after[0] not in "的和与及、，）》年月"


def test_where_issuer_and_day_stand():
    """GB/T 9704-2012 7.3.5: without a seal the day begins two characters after the name's beginning."""
    (_, name), (_, day) = placed(report(issuer="海州省发展和改革委员会"))
    assert (name, day) == (28 - 2 - 11, 28 - 2 - 11 + 2)
    (_, name), (text, day) = placed(report(issuer="某局"))
    assert day == -2
    assert -name == 2 + wide(text) + 2 - 2, "the name moves left of a longer day"
    (_, name), (text, day) = placed(report(issuer="海州省发展和改革委员会", sealed=True))
    assert day == -4
    assert -name + 11 / 2 == pytest.approx(4 + wide(text) / 2), "one middle"
