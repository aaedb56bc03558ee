"""Chinese units in English: 48 万人 is 480,000 people, 515.6 亿斤 is 51.56 billion jin."""

from decimal import Decimal, InvalidOperation

from lantu.texts import Language, label
from lantu.web.numbers import MINUS, THIN

NO_BREAK = "\u00a0"
_POWERS = (("万亿", 12), ("千万", 7), ("百万", 6), ("亿", 8), ("万", 4), ("千", 3))
_WHOLE = ("千瓦", "千瓦时", "千米", "千克", "千伏")
_COUNTERS = frozenset("个项件位条种门场套列")
"""Words that only count: English says the number alone."""


def in_english(digits: str, unit: str) -> str:
    """Digits of a value and its unit as English writes them; the value stays exact."""
    value = _decimal(digits)
    base, power = _split(unit)
    if value is None or not power:
        return _with(digits, unit)
    return _with(_words(value.scaleb(power)), base)


def _with(digits: str, unit: str) -> str:
    if not unit or unit in _COUNTERS:
        return digits
    word = label("unit", unit, Language.EN)
    # A thin space is swallowed before a word; signs such as % stand close to their number.
    return f"{digits}{NO_BREAK if word[0].isalpha() else THIN}{word}"


def _split(unit: str) -> tuple[str, int]:
    if unit.startswith(_WHOLE):
        return unit, 0
    for word, power in _POWERS:
        if unit.startswith(word) and len(unit) > len(word):
            return unit[len(word) :], power
    return unit, 0


def _decimal(digits: str) -> Decimal | None:
    try:
        return Decimal(digits.replace(MINUS, "-").replace(THIN, ""))
    except InvalidOperation:
        return None


def _words(value: Decimal) -> str:
    for power, word in ((12, "\u00a0trillion"), (9, "\u00a0billion"), (6, "\u00a0million"), (0, "")):
        if abs(value) >= Decimal(10) ** power or not power:
            shown = value.scaleb(-power)
            text = f"{shown.normalize():,f}" if shown else "0"
            return text.replace("-", MINUS) + word
    raise AssertionError(value)
