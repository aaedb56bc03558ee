"""The numbers of a sentence that say how much: quantities, places in a ranking, parts of a ratio.

Dates, ordinals, names, size classes and conditions are left out.
"""

import re
from decimal import Decimal

from lantu.check.no_figure import is_other
from lantu.check.number import Number
from lantu.check.shapes import shaped
from lantu.check.written import Written
from lantu.reading.quantities import Quantity, quantities

_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def numbers(text: str, mask: str) -> tuple[Number, ...]:
    """The numbers of a sentence in order."""
    special = shaped(text)
    taken = [(one.start, one.end) for one in special]
    found = [
        _number(text, one)
        for one in quantities(text)
        if not any(start < one.end and one.start < end for start, end in taken)
        and not is_other(text, mask, one)
    ]
    return tuple(sorted((*special, *found), key=lambda n: n.start))


def _number(text: str, one: Quantity) -> Number:
    """The quantity with its number as written: 1.5 of 万家."""
    start = one.start
    negative = text[start - 1 : start] == "-" and not re.match(
        r"[\dA-Za-z一-鿿）]", text[start - 2 : start - 1] or "，"
    )
    negative = negative or (
        text[start - 1 : start] == "-"
        and bool(re.search(r"(?:为|增长|达|长|速|幅|率|是|下降)-$", text[:start]))
    )
    kind = one.kind
    written, unit, top = _written(text, one)
    if kind == "percent" and unit.endswith("点"):
        kind = "point"
    small = one.numeral and kind == "count" and one.value < 100
    if negative:
        written = Written(-written.value, written.step, written.round_step)
        start -= 1
    return Number(start, one.end, written, unit, kind, top, one.more, small)


def _written(text: str, one: Quantity) -> tuple[Written, str, Written | None]:
    """Written number, unit and the upper end of a range."""
    body = text[one.start : one.end]
    found = list(_DIGITS.finditer(body))
    unit = text[one.unit[0] : one.unit[1]]
    if "分之" in body or not found:
        step = Decimal(10 if "成" in body else 1)
        value = Decimal(int(one.value)) if "成" in body else one.value
        return Written(value, step, step), unit or ("%" if one.kind == "percent" else ""), None
    if body.startswith("1：") or body.endswith("：1"):
        return Written.of(found[-1 if body.startswith("1：") else 0][0]), "", None
    if "/" in unit and unit[0].isdigit():
        return Written.of(found[0][0]), unit, None
    last = found[-1] if one.value_max is not None and len(found) > 1 else found[0]
    whole = body[last.end() :].replace("多", "").replace("余", "") if one.kind != "percent" else unit
    if last is found[0]:
        return Written.of(found[0][0]), whole, None
    return Written.of(found[0][0]), whole, Written.of(last[0])
