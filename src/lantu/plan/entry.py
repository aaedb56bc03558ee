"""The lost rows of a main-indicator table: the empty form, and what people type into it from paper."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from lantu.values import Binding, Comparator, Message, msg


@dataclass(frozen=True, slots=True)
class BlankRow:
    """A row of a main-indicator table whose name is known and whose figures are not.

    plan: id of the plan; no: row number as a string, "" when the order is unknown.
    indicator: the name; unit: the usual unit, "" when unknown; indicator_code: registry code or "".
    hint: what reveals the row (a note of the text, a target of the text), for the person at the form.
    """

    plan: str
    no: str
    indicator: str
    unit: str = ""
    binding: Binding = Binding.UNKNOWN
    indicator_code: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a main-indicator table typed from paper, pending (待核) until a second person confirms it.

    baseline_year, target_year: the years of the two columns; target_max: upper end of a range.
    growth, growth_kind: the 年均/累计 cell, its kind in the words of ``MainIndicator.growth_kind``.
    page: page of the printed plan, as printed; entered_at: instant in UTC.
    """

    plan: str
    no: str
    indicator: str
    unit: str
    baseline_year: int | None
    baseline: Decimal | None
    target_year: int | None
    comparator: Comparator | None
    target: Decimal | None
    target_max: Decimal | None
    growth: Decimal | None
    growth_kind: str
    binding: Binding
    page: str
    entered_by: str
    entered_at: datetime
    state: Literal["pending", "confirmed"] = "pending"


def page_fault(text: str) -> Message | None:
    """What is wrong with a page as typed: a bare number counts from 1; words (“附表 2”) are as printed."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not re.fullmatch(r"[+−-]?\d+(\.\d+)?", plain) or (plain.isdecimal() and int(plain) >= 1):
        return None
    return msg("页码“{text}”不对；请填纸本上印的页码，从 1 起。", text=plain)
