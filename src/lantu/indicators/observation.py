"""A published value, with both of its clocks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lantu.values import Comparator, Period, Source, Vintage


@dataclass(frozen=True, slots=True)
class Observation:
    """The value of an indicator for a region and period, on a basis, at a vintage.

    indicator: registry code; region: GB/T 2260 code.
    basis: tags of the statistical definition the value rests on, sorted (现价, 不变价, 七普前, …).
    bound: ``=`` for a point value, ``>=`` for 突破/以上, ``<=`` for 以内, ``~`` for 约.
    published_on: day of publication; published_inferred: taken from the release calendar (推定),
        allowed for forecast, flash and preliminary values only.
    """

    indicator: str
    region: str
    period: Period
    value: Decimal
    unit: str
    vintage: Vintage
    source: Source
    basis: tuple[str, ...] = ()
    bound: Comparator = Comparator.EQUAL
    published_on: date | None = None
    published_inferred: bool = False
    note: str = ""

    @property
    def known_from(self) -> date | None:
        """First day this value takes part in a verdict: publication, else the day it was seen.

        A revised value without a publication date thus takes no part in replays of days before
        it was seen; it was certainly public on that day.
        """
        return self.published_on or self.source.seen_on


def known(observations: Iterable[Observation], as_of: date) -> tuple[Observation, ...]:
    """Those the world knew on that day: ``known_from`` on or before it; one without a day is left out."""
    return tuple(o for o in observations if (day := o.known_from) is not None and day <= as_of)
