"""A figure as the office confirmed it: cells of a returned row, or fields of a form, made a record."""

import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from lantu.check import Statement, Verified
from lantu.values import Message, Unit, civil_day, msg
from lantu.values.errors import InputError


class WrongCell(Exception):
    """What was filled in cannot be used; name: of the cell (verified, unit, by, on, note)."""

    def __init__(self, name: str, message: Message) -> None:
        super().__init__(str(message))
        self.name = name
        self.message = message


def confirmed_figure(said: Statement, code: str, cells: Mapping[str, Any], today: date) -> Verified:
    """The record of a confirmed figure of a draft.

    code: of the indicator its phrase names for certain, or ""; cells: by name (verified, unit, by, on, note)
    as they were filled in, an empty ``verified`` confirms the draft's own figure. today: the day when none
    is given. Raises WrongCell.
    """
    if said.period is None:
        raise WrongCell("verified", msg("这个数没有写明时期，核定数无从比对；请先在文稿里写明时期。"))
    by = cell_text(cells, "by")
    if not by:
        raise WrongCell("by", msg("填了核定数，必须写明核定人。"))
    text = cell_text(cells, "verified")
    value = said.written.value if _agrees(text) else _number(text)
    return Verified(
        key=said.key,
        code=code,
        region=said.region,
        period=said.period.code,
        measure=said.measure.value,
        value=-value if said.sign < 0 and value > 0 else value,
        unit=_unit(cell_text(cells, "unit"), said.unit),
        by=by,
        on=_day(cells, today),
        note=cell_text(cells, "note"),
    )


def cell_text(cells: Mapping[str, Any], name: str) -> str:
    """The words of a cell in their plain form, "" when nothing was filled in."""
    value = cells.get(name)
    return "" if value is None else unicodedata.normalize("NFKC", str(value)).strip()


def _agrees(text: str) -> bool:
    """一致, 无误, √: the figure of the draft is confirmed as it stands."""
    return text in ("", "一致", "无误", "正确", "同意", "√", "✓", "对", "是")


def _number(text: str) -> Decimal:
    digits = text.replace(",", "").replace("−", "-").rstrip("%").strip()
    try:
        value = Decimal(digits)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        told = msg("不是数；请只填数，不带单位，单位写在旁边一栏；无误的可填“一致”。")
        raise WrongCell("verified", told)
    return value


def _unit(given: str, mine: str) -> str:
    if given and mine and not Unit.parse(given).converts_to(Unit.parse(mine)):
        raise WrongCell("unit", msg("与文稿的单位“{unit}”不能换算；请核对。", unit=mine))
    return given or mine


def _day(cells: Mapping[str, Any], today: date) -> date:
    value, text = cells.get("on"), cell_text(cells, "on")
    if isinstance(value, datetime):
        day = value.date()
    elif isinstance(value, date):
        day = value
    elif not text:
        return today
    else:
        parts = text.replace("年", "-").replace("月", "-").replace("日", "").replace("/", "-")
        try:
            day = civil_day("-".join(part.zfill(2) for part in parts.replace(".", "-").split("-")))
        except InputError as error:
            raise WrongCell("on", error.message) from error
    if day > today:
        raise WrongCell("on", msg("核定日期晚于今天；请核对。"))
    return day
