"""Chinese and Arabic numerals as exact numbers."""

from decimal import Decimal, InvalidOperation

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "○": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}


def chinese_number(text: str) -> int | None:
    """Value of a Chinese numeral below one hundred million (十九, 一百二十, 二〇三五); None if it is none."""
    if not text:
        return None
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = digit = 0
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _TENS:
            section += (digit or 1) * _TENS[c]
            digit = 0
        elif c == "万":
            total = (total + section + digit) * 10000
            section = digit = 0
        else:
            return None
    return total + section + digit


def number(text: str) -> Decimal | None:
    """Exact value of a numeral with its own multipliers: 1,200, 3.37万, 一百二十; None if it is none."""
    factor = Decimal(1)
    body = text.replace("，", "").replace(",", "").replace(" ", "").replace("\n", "")
    while body and body[-1] in _MYRIADS and not all(c in _DIGITS or c in _TENS for c in body[:-1]):
        factor *= _MYRIADS[body[-1]]
        body = body[:-1]
    try:
        return Decimal(body) * factor
    except InvalidOperation:
        pass
    if body and body[-1] in _MYRIADS:
        inner = chinese_number(body[:-1])
        return None if inner is None else Decimal(inner) * _MYRIADS[body[-1]] * factor
    value = chinese_number(body)
    return None if value is None else Decimal(value) * factor
