"""Sparklines: a handful of values as one small SVG path, drawn by a template macro without Vega."""

from collections.abc import Sequence
from dataclasses import dataclass

from lantu.charts.records import YEAR


@dataclass(frozen=True, slots=True)
class Spark:
    """Geometry of a sparkline in a box of ``width`` by ``height``.

    d: path data, one subpath per basis and run of years; x, y: the last value;
    target_y: level of the target or None.
    """

    width: int
    height: int
    d: str
    x: float
    y: float
    target_y: float | None = None


def spark(
    lines: Sequence[Sequence[tuple[float, float]]],
    target: float | None = None,
    *,
    width: int = 96,
    height: int = 24,
) -> Spark | None:
    """Lay out lines of (x, value), one per basis; None when fewer than two values exist in all.

    A line is broken over years without a value; a value alone is a short dash.
    """
    points = [point for line in lines for point in line]
    if len(points) < 2:
        return None
    xs = [x for x, _ in points]
    ys = [y for _, y in points] + ([target] if target is not None else [])
    margin = 3.0

    def place(x: float, y: float) -> tuple[float, float]:
        across = (x - min(xs)) / (max(xs) - min(xs) or 1.0)
        up = (y - min(ys)) / (max(ys) - min(ys)) if max(ys) > min(ys) else 0.5
        return (
            round(margin + across * (width - 2 * margin), 1),
            round(height - margin - up * (height - 2 * margin), 1),
        )

    steps: list[str] = []
    for line in lines:
        for order, point in enumerate(line):
            x, y = place(*point)
            joined = order > 0 and point[0] - line[order - 1][0] <= YEAR
            goes_on = order + 1 < len(line) and line[order + 1][0] - point[0] <= YEAR
            if joined or goes_on:
                steps.append(f"{'L' if joined else 'M'}{x:g} {y:g}")
            else:
                steps.append(f"M{x - 1:g} {y:g}h2")
    last_x, last_y = place(*max(points))
    level = None if target is None else place(max(xs), target)[1]
    return Spark(width, height, "".join(steps), last_x, last_y, level)
