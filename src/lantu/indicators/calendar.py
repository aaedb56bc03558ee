"""The release calendar: the day a value without a printed day was public at the latest (推定)."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from lantu import packs
from lantu.indicators.regions import region
from lantu.values import Period, Vintage

# only these may be dated by a calendar: a revised value nobody had must not enter a replay
DATED_BY_CALENDAR = frozenset({Vintage.FORECAST, Vintage.FLASH, Vintage.PRELIMINARY})


@dataclass(frozen=True, slots=True)
class Document:
    """A document whose day of publication is known, by words of its title."""

    words: str
    day: date


@dataclass(frozen=True, slots=True)
class Lag:
    """Days from the end of a period to its release, for regions of a level.

    whole_year: whether the period ends with a year; why: the release this follows.
    """

    level: str
    whole_year: bool
    vintages: tuple[Vintage, ...]
    days: int
    why: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """The content of ``calendar.toml``."""

    version: str
    documents: tuple[Document, ...]
    lags: tuple[Lag, ...]

    def day(self, title: str, region_code: str, period: Period, vintage: Vintage) -> date | None:
        """The day inferred for a value, None when the calendar may not or cannot say."""
        if vintage not in DATED_BY_CALENDAR:
            return None
        for document in self.documents:
            if document.words in title:
                return document.day
        place = region(region_code)
        whole = (period.last.month, period.last.day) == (12, 31)
        for lag in self.lags:
            if place and lag.level == place.level and lag.whole_year == whole and vintage in lag.vintages:
                return period.last + timedelta(days=lag.days)
        return None


@cache
def shipped_calendar() -> Calendar:
    """The calendar of the pack ``calendar.toml``."""
    calendar: Calendar = packs.load("calendar", Calendar)
    return calendar
