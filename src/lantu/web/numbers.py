"""How numbers are set: the digits as published, a true minus, a thin space before the percent sign."""

from decimal import ROUND_HALF_UP, Decimal

THIN = "\u202f"
"""Narrow space that does not break, so a number and its unit stay on one line."""
MINUS = "\u2212"
SMALL = 6  # so many digits before the point are still read as a number


def digits(value: Decimal | None) -> str:
    """Digits of a value without exponent or trailing rubbish; groups of three only where many."""
    if value is None:
        return ""
    text = format(value, "f")
    if value == value.to_integral_value() and abs(value) >= 1000:
        text = format(value.to_integral_value(), "f")
    sign, text = (MINUS, text[1:]) if text.startswith("-") else ("", text)
    whole, point, rest = text.partition(".")
    if len(whole) > SMALL:
        whole = f"{int(whole):,}".replace(",", THIN)
    return f"{sign}{whole}{point}{rest}"


def rounded(value: Decimal, places: int) -> str:
    """Digits of a value rounded half up to so many places."""
    return digits(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def with_unit(text: str, unit: str) -> str:
    """Digits and unit together: ``69 %``, ``515.6 亿斤``."""
    return f"{text}{THIN}{unit}" if unit else text


def percent(part: int, whole: int) -> str:
    """Share in whole percent, ``–`` when there is nothing to share."""
    return f"{rounded(Decimal(100 * part) / whole, 0)}{THIN}%" if whole else "–"
