"""Civil days as people and addresses write them: one form, one earliest day, for every door."""

import re
from datetime import date

from lantu.values.errors import InputError
from lantu.values.message import msg

EARLIEST = date(1949, 10, 1)
"""Before this day there is no plan and no figure to ask for."""
_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def civil_day(text: str) -> date:
    """Read ``YYYY-MM-DD``; raises InputError for any other form and for a day before 1949-10-01."""
    plain = text.strip()
    try:
        day = date.fromisoformat(plain) if _FORM.fullmatch(plain) else None
    except ValueError:
        day = None
    if day is None:
        raise InputError(msg("“{text}”不是日期；请写成 年-月-日，如 2025-12-31。", text=text[:40]))
    if day < EARLIEST:
        raise InputError(msg("日期 {day} 早于 {first}，没有可以查的；请另选一天。", day=day, first=EARLIEST))
    return day
