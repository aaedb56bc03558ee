"""Periods in ISO form: a year, half, quarter, month, day, or a range of them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from lantu.values.errors import InputError
from lantu.values.message import msg

_FORMS = re.compile(
    r"(?P<year>\d{4})(?:(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)|Q(?P<quarter>[1-4])|H(?P<half>[12]))?"
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From ``first`` to ``last`` day inclusive; ``code`` is the canonical ISO text.

    Codes: ``2025``, ``2025H1``, ``2025Q1``, ``2025-06``, ``2025-11-01`` and ranges with a
    slash (``2021/2025``, ``2025-01/2025-08``). Ordered by first day, then last day.
    """

    first: date
    last: date
    code: str

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read a period code; raise InputError naming the text and the forms accepted."""
        ends = text.strip().split("/")
        bounds = [bound for end in ends if (bound := _bounds(end)) is not None]
        if len(ends) > 2 or len(bounds) != len(ends):
            raise InputError(
                msg("时期“{text}”写法不对；请写成 2025、2025H1、2025Q1、2025-06 或 2021/2025。", text=text)
            )
        first, last = bounds[0], bounds[-1]
        if first[0] > last[1]:
            raise InputError(msg("时期“{text}”的起点晚于终点；请核对前后两端。", text=text))
        return cls(first[0], last[1], "/".join(end.strip() for end in ends))

    @classmethod
    def of_year(cls, year: int) -> "Period":
        """The calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), str(year))

    @property
    def year(self) -> int:
        """The year the period ends in."""
        return self.last.year

    @property
    def is_year(self) -> bool:
        """Whether this is one whole calendar year."""
        return (self.first, self.last) == (date(self.year, 1, 1), date(self.year, 12, 31))

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years the period touches, in order."""
        return tuple(range(self.first.year, self.last.year + 1))

    def __str__(self) -> str:
        return self.code


def _bounds(text: str) -> tuple[date, date] | None:
    match = _FORMS.fullmatch(text.strip())
    if match is None:
        return None
    year = int(match["year"])
    first_month, last_month = 1, 12
    if match["quarter"]:
        last_month = 3 * int(match["quarter"])
        first_month = last_month - 2
    elif match["half"]:
        last_month = 6 * int(match["half"])
        first_month = last_month - 5
    elif match["month"]:
        first_month = last_month = int(match["month"])
    if year < 1 or not 1 <= first_month <= 12:
        return None
    if match["day"]:
        try:
            day = date(year, first_month, int(match["day"]))
        except ValueError:
            return None
        return day, day
    return date(year, first_month, 1), date(year, last_month, monthrange(year, last_month)[1])
