"""Formats by name: CSV that opens well and runs nothing, lines and tables that agree."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.documents import Document
from lantu.exchange.csv_columns import columns
from lantu.exchange.csv_table import csv_table, guarded
from lantu.exchange.formats import FORMATS, TABLES, USUAL, file_name, written
from lantu.reading import read_plan

PLAN = """青原省国民经济和社会发展第十五个五年规划纲要

第一章 目标

到2030年，粮食产量达到2500万吨以上，单位能耗降低13.5%。@甲市，建成孵化器10家。

| 序号 | 指标 | 2025年 | 2030年 | 年均/累计 | 属性 |
|---|---|---|---|---|---|
| 1 | 粮食综合生产能力（万吨） | 2400 | 2500 | — | 约束性 |

第二章 工作

完善治理。健全数据管理机制，制定数据管理办法，建设省级大数据平台，由省数据局负责。
"""


@pytest.fixture(scope="module")
def made():
    document = Document.of_text("a.txt", PLAN)
    return document, read_plan(document)


def rows_of(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_the_same_bytes_again(made, name):
    data = written(name, *made)
    assert data or name.endswith(".jsonl")  # a plan may have no record of a kind
    assert data == written(name, *made)
    assert "/" not in file_name(name)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_name_that_is_no_utf_8_harms_no_format(name):
    document = Document.of_text("\udcff.txt", PLAN.split("\n", 1)[1])
    data = written(name, document, read_plan(document))
    if not name.endswith(".xlsx"):
        assert data.decode() is not None
    if name == "json":
        assert json.loads(data)["document"]["name"] == "\udcff.txt"


def test_the_usual_set_is_the_plan_and_its_lines():
    assert USUAL[0] == "json"
    assert set(USUAL) <= set(FORMATS)


@pytest.mark.parametrize("table", TABLES)
def test_csv_says_what_the_lines_say(made, table):
    lines = [json.loads(line) for line in written(f"{table}.jsonl", *made).decode().splitlines()]
    data = written(f"{table}.csv", *made)
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in data.replace(b"\r\n", b"")
    rows = rows_of(data)
    assert len(rows) == len(lines)
    assert data.decode("utf-8-sig").split("\r\n")[0] == ",".join(columns(table))
    for row, line in zip(rows, lines, strict=True):
        assert list(row) == list(line)
        for name, value in line.items():
            if isinstance(value, str):
                assert row[name].removeprefix("'") == value.removeprefix("'")
            elif isinstance(value, bool):
                assert row[name] == str(value).lower()
            elif value is None:
                assert row[name] == ""
            elif isinstance(value, int | float):
                assert float(row[name]) == value


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+2", "'=1+2"),
        ("+86", "'+86"),
        ("-甲", "'-甲"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠甲", "'＠甲"),
        ("=", "="),
        (">=", ">="),
        ("甲=乙", "甲=乙"),
        ("", ""),
    ],
)
def test_what_would_be_a_formula_is_guarded(text, cell):
    assert guarded(text) == cell
    assert rows_of(csv_table([{"a": text, "b": 1}], ["a", "b"]))[0]["a"] == cell


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_no_cell_of_any_words_starts_a_formula(words):
    data = csv_table([{"a": word, "b": 0} for word in words], ["a", "b"])
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        assert row[0] == "=" or not row[0].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_numbers_stay_numbers():
    from decimal import Decimal

    row = {"a": Decimal("-2.70"), "b": -3, "c": Decimal("1E+3"), "d": True, "e": None, "f": ["甲", "乙"]}
    (back,) = rows_of(csv_table([row], row))
    assert back == {"a": "-2.7", "b": "-3", "c": "1000", "d": "true", "e": "", "f": "甲、乙"}
