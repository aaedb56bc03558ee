"""Numbers with their units, before anything is known of promises."""

from decimal import Decimal

import pytest

from lantu.reading.quantities import quantities


def found(text):
    return [
        (text[q.start : q.end], q.value, q.value_max, text[q.unit[0] : q.unit[1]], q.kind)
        for q in quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "span", "value", "unit", "kind"),
    [
        ("6000亿元", "6000亿元", "6000", "亿元", "measure"),
        ("3.37万亿元", "3.37万亿元", "3.37", "万亿元", "measure"),
        ("1.45万亿斤", "1.45万亿斤", "1.45", "万亿斤", "measure"),
        ("3000万千瓦", "3000万千瓦", "3000", "万千瓦", "measure"),
        ("500千伏安", "500千伏安", "500", "千伏安", "measure"),
        ("26微克/立方米", "26微克/立方米", "26", "微克/立方米", "measure"),
        ("58亿吨标准煤", "58亿吨标准煤", "58", "亿吨标准煤", "measure"),
        ("12/10万", "12/10万", "12", "/10万", "measure"),
        ("1.5万家", "1.5万家", "15000", "家", "count"),
        ("150万人次", "150万人次", "1500000", "人次", "count"),
        ("2000万人次/年", "2000万人次/年", "20000000", "人次/年", "count"),
        ("11.1个百分点", "11.1个百分点", "11.1", "个百分点", "percent"),
        ("97.5%", "97.5%", "97.5", "%", "percent"),
        ("90个工作日", "90个工作日", "90", "个工作日", "time"),
        ("百分之五十", "百分之五十", "50", "", "percent"),
        ("百分之九十九点五", "百分之九十九点五", "99.5", "", "percent"),
        ("五成以上", "五成", "50", "", "percent"),
        ("一千亿元", "一千亿元", "1000", "亿元", "measure"),
        ("三万人", "三万人", "30000", "人", "count"),
        ("0.593", "0.593", "0.593", "", "bare"),
        ("70EFLOPS", "70EFLOPS", "70", "EFLOPS", "measure"),
    ],
)
def test_one_quantity(text, span, value, unit, kind):
    assert found(text) == [(span, Decimal(value), None, unit, kind)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("1-2所", "1", "2", "所"),
        ("8%—10%", "8", "10", "%"),
        ("68%~70%", "68", "70", "%"),
        ("5至10个", "5", "10", "个"),
        ("5-10万人", "50000", "100000", "人"),
        ("1.5-2万亿元", "1.5", "2", "万亿元"),
    ],
)
def test_range(text, low, high, unit):
    assert [(q[1], q[2], q[3]) for q in found(text)] == [(Decimal(low), Decimal(high), unit)]


def test_a_range_down_to_nothing_is_none():
    assert [one.value_max for one in quantities("由5至0家，5—0.0万人")] == [None] * 4


def test_from_a_to_b_is_no_range():
    assert len(found("从52%到55%")) == 2


def test_more_than_is_a_lower_bound():
    (one,) = quantities("190多亿美元")
    assert (one.value, one.more) == (190, True)


@pytest.mark.parametrize("text", ["100部门", "20人才", "3项目"])
def test_a_counting_word_is_no_part_of_a_longer_word(text):
    (one,) = quantities(text)
    assert one.kind == "bare"
