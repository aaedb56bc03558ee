"""Where a figure comes from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """A publication a figure was read in.

    title: title of the publication as printed; publisher: who issued it ("" when unknown).
    url: a link only when it leads to an official site or a major press; else "".
    seen_on: the day the figure was read there, so it was public on that day at the latest.
    """

    title: str
    publisher: str = ""
    url: str = ""
    seen_on: date | None = None
