"""What a chart is made of. Every text arrives in the reader's language; numbers are floats here only."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

YEAR = 1.01  # points further apart than this have a year without a figure between them


@dataclass(frozen=True, slots=True)
class Point:
    """One published value.

    x: end of its period in years, so that the year 2025 stands at 2025.0 and its first half at 2024.5.
    period: as the reader should see it; text: the value as printed beside the mark, unit left out.
    note: basis and vintage in words, shown on pointing.
    bound: ``""`` for a value, ``>=`` or ``<=`` when it is only known to be at least or at most this.
    """

    x: float
    value: float
    period: str
    text: str
    note: str = ""
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Values that may be joined: one indicator and region on one basis, in order of time.

    Two bases are two lines, so the drawing is broken where the basis changes, and one line is broken
    over years without a figure. A line beside the main one (the same years on another basis) is drawn
    thin, with its name and without values.
    """

    label: str
    points: tuple[Point, ...]
    beside: bool = False

    def runs(self) -> tuple[int, ...]:
        """For each point, how many gaps lie before it: only points of one run are joined."""
        runs = [0] * len(self.points)
        for place in range(1, len(self.points)):
            gap = self.points[place].x - self.points[place - 1].x > YEAR
            runs[place] = runs[place - 1] + gap
        return tuple(runs)


@dataclass(frozen=True, slots=True)
class TargetMark:
    """The hollow ring: where the target stands; ``high`` is the upper end of a range."""

    x: float
    value: float
    text: str
    high: float | None = None


@dataclass(frozen=True, slots=True)
class PathChart:
    """Published values against the path to a target.

    title: one sentence saying what is drawn, read out by screen readers; unit: of the axis.
    lines: the series itself, one line per basis; others: series to compare with (the nation).
    path: (x, value) corners of the expected course, drawn dashed; empty when there is none.
    limit: a value to keep in every period, drawn as a dashed level.
    without: a sentence that names the years without a figure, read out behind the title.
    """

    title: str
    unit: str
    lines: tuple[Line, ...]
    others: tuple[Line, ...] = ()
    target: TargetMark | None = None
    path: tuple[tuple[float, float], ...] = ()
    limit: float | None = None
    without: str = ""


def missing_years(lines: Sequence[Line]) -> tuple[int, ...]:
    """Years between the first and the last point in which no line has one; half a year counts as its year."""
    there = {ceil(point.x) for line in lines for point in line.points}
    return tuple(year for year in range(min(there), max(there)) if year not in there) if there else ()
