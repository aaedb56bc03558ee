"""The probability of meeting a target, and the word reports use for it.

Between the five figures of a step the distribution is read off on the normal scale: the ends of
the 95 % and 80 % intervals and the mean stand at ±1.96, ±1.28 and 0, straight lines join them and
the outer lines go on. The probability is for the analyst; reports use the words of the pack.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import NormalDist

from lantu.monitoring.forecast.pooled import Word, shipped
from lantu.monitoring.forecast.result import Step
from lantu.values import Direction

_NORMAL = NormalDist()
_SCORES = tuple(_NORMAL.inv_cdf(level) for level in (0.025, 0.1, 0.5, 0.9, 0.975))


def chance_of(step: Step, target: float, direction: Direction) -> float:
    """Probability that the value reaches ``target``: at least it (up), at most it (down).

    A step without width gives 1 or 0. Raises ValueError for ``Direction.KEEP``: a bound to hold
    every year is not decided by one year.
    """
    if direction is Direction.KEEP:
        raise ValueError("a bound to hold every year has no single probability")
    below = _share_below(step, target)
    if below is None:
        met = target <= step.mean if direction is Direction.UP else target >= step.mean
        return float(met)
    return 1 - below if direction is Direction.UP else below


def compounded(known: Sequence[float], steps: Sequence[Step]) -> Step:
    """Average growth over a plan period, in per cent a year, of known and forecast growth rates.

    known: growth in per cent of the years already published; steps: the years still to come.
    The years to come are taken to miss together, all at the same quantile: the widest intervals
    their own widths allow, because one shock usually moves all years after it.
    """
    years = len(known) + len(steps)
    if not steps or min(known, default=0.0) <= -100:
        raise ValueError("needs a year to come, and growth above -100 %")

    def average(name: str) -> float:
        level = 1.0
        for rate in (*known, *(float(getattr(step, name)) for step in steps)):
            level *= 1 + max(rate, -100.0) / 100
        return float((level ** (1 / years) - 1) * 100)

    return Step(steps[-1].horizon, *(average(name) for name in ("mean", "lo80", "hi80", "lo95", "hi95")))


def word_for(chance: float, words: Sequence[Word] | None = None) -> str:
    """The published word for a probability: the first of the pack whose limit it reaches."""
    return next(word.text for word in words or shipped().words if chance >= word.at_least)


def _share_below(step: Step, value: float) -> float | None:
    """Share of the distribution below ``value``; None when the step has no width."""
    points = (step.lo95, step.lo80, step.mean, step.hi80, step.hi95)
    knots = [
        (point, score)
        for point, score, after in zip(points, _SCORES, (*points[1:], None), strict=True)
        if point != after  # where ends fall together (floor at zero) the upper score stands
    ]
    if len(knots) < 2:
        return None
    place = bisect_right([point for point, _ in knots], value)
    (x0, z0), (x1, z1) = list(pairwise(knots))[min(max(place - 1, 0), len(knots) - 2)]
    return _NORMAL.cdf(z0 + (value - x0) / (x1 - x0) * (z1 - z0))
