"""Cells of a main-indicator table."""

from decimal import Decimal

import pytest

from lantu.reading.cells import read_cell
from lantu.reading.script import fold
from lantu.values import Comparator


@pytest.mark.parametrize(
    ("text", "value", "comparator", "cumulative"),
    [
        ("65", "65", Comparator.EQUAL, False),
        ("＞7", "7", Comparator.ABOVE, False),
        (">22", "22", Comparator.ABOVE, False),
        ("≥1500", "1500", Comparator.AT_LEAST, False),
        ("＜5.5", "5.5", Comparator.BELOW, False),
        ("≤0.4", "0.4", Comparator.AT_MOST, False),
        ("5左右", "5", Comparator.ABOUT, False),
        ("8以上", "8", Comparator.AT_LEAST, False),
        ("5.5以内", "5.5", Comparator.AT_MOST, False),
        ("〔17〕", "17", Comparator.EQUAL, True),
        ("[18]", "18", Comparator.EQUAL, True),
        ("【5】", "5", Comparator.EQUAL, True),
        ("［13.5］", "13.5", Comparator.EQUAL, True),
        ("〔>60〕", "60", Comparator.ABOVE, True),
        ("60.6*", "60.6", Comparator.EQUAL, False),
        ("提高1个百分点以上", "1", Comparator.AT_LEAST, False),
        ("＞7、力争更高", "7", Comparator.ABOVE, False),
    ],
)
def test_number(text, value, comparator, cumulative):
    text = fold(text)
    cell = read_cell(text)
    assert (cell.value, cell.comparator, cell.cumulative) == (Decimal(value), comparator, cumulative)
    start, end = cell.at
    assert text[start:end] == value


def test_range():
    cell = read_cell("5-6")
    assert (cell.value, cell.value_max, cell.comparator) == (5, 6, Comparator.RANGE)


@pytest.mark.parametrize("text", ["—", "-", "", "——", "/"])
def test_empty(text):
    assert read_cell(fold(text)).empty


@pytest.mark.parametrize(
    "text", ["高于GDP增长", "保持在合理区间、各年度视情提出", "完成省定目标", "稳中有升"]
)
def test_words(text):
    cell = read_cell(text)
    assert cell.words
    assert cell.value is None


def test_marks():
    assert read_cell("10.5*").marks == ("*",)
    assert read_cell("23.2②").marks == ("②",)
