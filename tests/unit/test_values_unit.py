from decimal import Decimal

import pytest

from lantu.values import InputError, Unit


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        ("515.6", "亿斤", "万吨", "2578"),
        ("1.39", "万亿斤", "亿吨", "6.95"),
        ("3000", "万千瓦", "吉瓦", "30"),
        ("30", "万人", "人", "300000"),
        ("2", "万公顷", "万亩", "30"),
        ("7.5", "‰", "%", "0.75"),
        ("6000", "亿元", "万亿元", "0.6"),
        ("5", "吨", "千克", "5000"),
    ],
)
def test_conversion_is_exact(value: str, unit: str, to: str, expected: str) -> None:
    assert Unit.parse(unit).convert(Decimal(value), Unit.parse(to)) == Decimal(expected)


@pytest.mark.parametrize(
    ("a", "b"),
    [("%", "个百分点"), ("个", "家"), ("元", "美元"), ("人", "人次"), ("吨", "吨标准煤"), ("千瓦", "千瓦时")],
)
def test_what_measures_different_things_never_converts(a: str, b: str) -> None:
    with pytest.raises(InputError, match=f"“{a}”与“{b}”"):
        Unit.parse(a).convert(Decimal(1), Unit.parse(b))


def test_thousand_belongs_to_the_kilowatt() -> None:
    assert Unit.parse("千瓦").factor == 1
    assert Unit.parse("万千瓦").factor == 10_000
