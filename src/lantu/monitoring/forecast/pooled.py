"""What is pooled over many series, because one short series cannot tell it: weights and widths.

The figures live in the pack ``forecast`` with the account of how they were obtained;
``tools/forecast_calibrate.py`` writes it.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from lantu import packs
from lantu.monitoring.forecast.members import Members
from lantu.monitoring.forecast.smoothing import Array

LEVELS = ("lo95", "lo80", "hi80", "hi95")
_LEAST_ERROR = 1e-9
_FLOOR = 0.1  # keeps a width factor from vanishing; in units of the mean absolute change


@dataclass(frozen=True, slots=True)
class Band:
    """Pooled figures for series of ``shortest`` points up to the next band.

    steadiness: one-step errors (in units of the mean absolute change) of a steady, a middling and
        an unsteady series; weights: of the members at these three, none negative, never continuing
        a straight line steeper than itself. Between them weights are joined by straight lines.
    lo95 … hi95: error quantiles by horizon, in units of the local width.
    """

    shortest: int
    steadiness: tuple[float, ...]
    weights: tuple[tuple[float, ...], ...]
    lo95: tuple[float, ...]
    lo80: tuple[float, ...]
    hi80: tuple[float, ...]
    hi95: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Width:
    """Exponents of the local width: recent change, one-step error, disagreement of the members."""

    recent: float
    error: float
    spread: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Pooled figures for one scale (``log`` for positive series, ``plain`` for the others)."""

    width: Width
    bands: tuple[Band, ...]

    def band(self, years: int) -> Band:
        """The band for series of that many points (at least 3)."""
        return [band for band in self.bands if band.shortest <= years][-1]


@dataclass(frozen=True, slots=True)
class Word:
    """The word used in reports when the probability is at least ``at_least``."""

    at_least: float
    text: str


@dataclass(frozen=True, slots=True)
class ForecastPack:
    """The whole pack: method version, the account of its making, both scales, the words."""

    version: str
    made_from: str
    log: Scale
    plain: Scale
    words: tuple[Word, ...]


@cache
def shipped() -> ForecastPack:
    """The pack of this release."""
    pack: ForecastPack = packs.load("forecast", ForecastPack)
    return pack


def mean_increments(members: Members, band: Band) -> Array:
    """Weighted mean of the members, (series, horizons), in units of the mean absolute change."""
    place = np.log(np.maximum(members.error, _LEAST_ERROR))
    marks = np.log(np.array(band.steadiness))
    table = np.array(band.weights)
    weights = np.stack([np.interp(place, marks, column) for column in table.T], axis=1)
    mean: Array = np.einsum("nk,nkh->nh", weights, members.increments)
    return mean


def local_width(members: Members, width: Width) -> Array:
    """Width of the error to be expected, (series, horizons), in units of the mean absolute change.

    A product of powers, so one exponent each says how much the recent change, the one-step
    error and the members' disagreement (per year) count.
    """
    steps = np.arange(1, members.increments.shape[2] + 1)
    spread = _FLOOR + members.increments.std(axis=1) / steps
    series = np.maximum(members.recent, _FLOOR) ** width.recent
    series = series * np.maximum(members.error, _FLOOR) ** width.error
    product: Array = series[:, None] * spread**width.spread
    return product


def quantiles(band: Band, horizon: int) -> Array:
    """Error quantiles, (4 levels, horizons); beyond the table the last yearly step is repeated."""
    table = np.array([getattr(band, level) for level in LEVELS])
    known = table.shape[1]
    if horizon <= known:
        return table[:, :horizon]
    further = np.arange(1, horizon - known + 1)
    step = table[:, -1] - table[:, -2]
    return np.hstack([table, table[:, -1:] + step[:, None] * further])
