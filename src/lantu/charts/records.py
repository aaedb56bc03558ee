"""What a chart is made of. Every text arrives in the reader's language; numbers are floats here only."""

from dataclasses import dataclass


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

    Two bases are two lines, so the drawing is broken where the basis changes. A line beside the
    main one (the same years on another basis) is drawn thin, with its name and without values.
    """

    label: str
    points: tuple[Point, ...]
    beside: bool = False


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
    """

    title: str
    unit: str
    lines: tuple[Line, ...]
    others: tuple[Line, ...] = ()
    target: TargetMark | None = None
    path: tuple[tuple[float, float], ...] = ()
    limit: float | None = None
