"""Sentences, years and their roles, periods; titles that look back; words with places."""

import pytest

from lantu.reading.blocks import Block
from lantu.reading.clauses import masked, period_end, sentences, years
from lantu.reading.horizon import Horizon, horizon
from lantu.reading.numerals import chinese_number, number
from lantu.reading.tense import looks_back
from lantu.reading.words import Words, compact


def words(text):
    return compact(Block(text, ((0, 0),), len(text)), text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年，", [(2025, "due")]),
        ("2027年底前完成", [(2027, "due")]),
        ("较2020年下降", [(2020, "base")]),
        ("由2025年的5%提高到6%", [(2025, "base")]),
        ("“十四五”末达到", [(2025, "due")]),
        ("第十五个五年期间", [(2030, "due")]),
        ("比“十三五”末提高", [(2020, "base")]),
        ("二〇三五年，", [(2035, "due")]),
        ("落实“十四五”规划", []),
        ("2026—2030年，", [(2030, "due")]),
        ("达到2025年的1.8倍", [(2025, "base")]),
    ],
)
def test_years(text, expected):
    assert [(year.year, year.role) for year in years(text)] == expected


def test_period_names():
    assert [period_end(name) for name in ("十三五", "十四五", "第十五个五年")] == [2020, 2025, 2030]


def test_sentences_end_at_stops_outside_brackets_and_quotes():
    text = "建成甲（含乙；丙。）。新建“丁。”戊；己"
    assert [text[a:b] for a, b in sentences(text)] == ["建成甲（含乙；丙。）。", "新建“丁。”戊；", "己"]


def test_mask_keeps_length():
    text = "甲（乙，丙），“丁，戊”己，庚"
    assert len(masked(text)) == len(text)
    assert masked(text).count("，") == 2


def test_blanks_and_separators_are_dropped_with_places_kept():
    text = "达 1,200 亿元，GDP per head"
    made = words(text.replace(",", "，"))  # the shadow writes every comma the Chinese way
    assert made.text == "达1，200亿元，GDP per head"
    made = compact(Block(text.replace(",", "，"), ((0, 0),), len(text)), text)
    assert made.text == "达1200亿元，GDP per head"
    start = made.text.index("1200")
    assert text[slice(*made.place(start, start + 6))] == "1,200 亿元"


def test_words_show_the_documents_own_spelling():
    made = Words("万亩", (3, 4))
    assert made.spelt("新建5萬畝") == "萬畝"


@pytest.mark.parametrize(
    ("titles", "end", "expected"),
    [
        (("发展基础",), 2025, True),
        (("面临形势和机遇挑战",), 2030, True),
        (("“十四五”时期我国发展取得重大成就",), 2030, True),
        (("“十五五”时期主要目标",), 2030, False),
        (("优化民营企业发展环境",), 2030, False),
        (("共享振兴成果",), 2025, False),
        (("发展基础", "总体目标"), 2025, False),
        (("名词解释",), 2025, True),
        ((), None, False),
    ],
)
def test_headings_that_look_back(titles, end, expected):
    assert looks_back(titles, end) is expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("某省国民经济和社会发展第十四个五年规划纲要", "", (2021, 2025)),
        ("某市“十五五”养老服务规划", "", (2026, 2030)),
        ("某县数字经济行动计划（2023—2025年）", "", (2023, 2025)),
        ("", "“十五五”时期……“十五五”末……“十四五”以来", (2026, 2030)),
        ("关于发展的意见", "到2030年建成", (None, None)),
    ],
)
def test_horizon(title, text, expected):
    assert horizon(title, text) == Horizon(*expected)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十九", 19),
        ("一百二十", 120),
        ("二〇三五", 2035),
        ("两", 2),
        ("三千五百", 3500),
        ("五万", 50000),
        ("很多", None),
        ("", None),
    ],
)
def test_chinese_numbers(text, value):
    assert chinese_number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,200", 1200), ("3.37万", 33700), ("一百二十", 120), ("五亿", 500000000), ("约", None)],
)
def test_numbers(text, value):
    assert number(text) == value
