from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lantu.values import Unit

amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=6)
masses = st.sampled_from(["吨", "万吨", "亿吨", "亿斤", "万亿斤", "公斤"])


@given(amounts, masses, masses)
def test_there_and_back_is_the_same_amount(amount: Decimal, a: str, b: str) -> None:
    there = Unit.parse(a).convert(amount, Unit.parse(b))
    assert Unit.parse(b).convert(there, Unit.parse(a)) == amount


@given(amounts)
def test_an_amount_in_its_own_unit_is_untouched(amount: Decimal) -> None:
    unit = Unit.parse("亿元")
    assert unit.convert(amount, unit) is amount


@given(st.text())
def test_any_text_is_a_unit_of_some_measure(text: str) -> None:
    assert Unit.parse(text).factor > 0
