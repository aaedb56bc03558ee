"""The members of the combination: three simple forecasts of many series of one length.

- ``drift``: the line with the median yearly change;
- ``theta`` and ``damped``: see ``smoothing``; on the log scale for series positive throughout
  (growth is then a rate), on the plain scale otherwise.

Every member gives increments over the last value in units of the series' own mean absolute
yearly change, so that stretching a series stretches its forecast with it; on the plain scale
shifting does too.
"""

from dataclasses import dataclass

import numpy as np

from lantu.monitoring.forecast.smoothing import Array, damped, theta

NAMES = ("drift", "theta", "damped")
# What each member makes of the slope of a straight line; Theta keeps half of it by construction.
SLOPE_KEPT = (1.0, 0.5, 1.0)

RECENT = 5
# No member may move further in a year than this many times the largest yearly change on record.
STRIDE = 2.0


@dataclass(frozen=True, slots=True)
class Members:
    """What the members say about a batch of n series of one length.

    increments: (n, members, horizons) over the last value, in units of ``scale``.
    last: (n,) last value; scale: (n,) mean absolute yearly change, 0 where nothing ever changed.
    recent: (n,) mean absolute change of the last years, in units of ``scale``.
    error: (n,) one-step error of the damped trend, in units of ``scale``.
    """

    increments: Array
    last: Array
    scale: Array
    recent: Array
    error: Array


def member_forecasts(values: Array, horizon: int, *, log: bool) -> Members:
    """Forecast ``values`` (series, years; at least 3 years) by every member.

    ``log`` puts theta and damped on the log scale; all values must then be above zero.
    """
    y, last, scale = standardised(values)
    change = np.diff(y, axis=1)
    steps = np.arange(1, horizon + 1)
    if log:
        z, _, stretch = standardised(np.log(values))
        line, trend, error = _on_log_scale(z, stretch, last / np.where(scale > 0, scale, 1.0), horizon)
    else:
        line, (trend, error) = theta(y, horizon), damped(y, horizon)
    drift = np.median(change, axis=1)[:, None] * steps
    bound = STRIDE * np.abs(change).max(axis=1)[:, None, None] * steps
    increments = np.clip(np.stack([drift, line, trend], axis=1), -bound, bound)
    recent = np.abs(change[:, -RECENT:]).mean(axis=1)
    return Members(increments, last, scale, recent, error)


def standardised(values: Array) -> tuple[Array, Array, Array]:
    """Return the series as (value - last) / scale, with last and scale (0 for a constant series)."""
    last = values[:, -1]
    scale = np.abs(np.diff(values, axis=1)).mean(axis=1)
    return (values - last[:, None]) / np.where(scale > 0, scale, 1.0)[:, None], last, scale


def _on_log_scale(z: Array, stretch: Array, unit: Array, horizon: int) -> tuple[Array, Array, Array]:
    """Theta and damped trend of standardised logs ``z``, as increments on the plain scale."""
    trend, error = damped(z, horizon)
    # exp(50) is far beyond the bound put on every member; it only keeps the arithmetic finite.
    plain = [
        unit[:, None] * np.expm1(np.minimum(stretch[:, None] * forecast, 50.0))
        for forecast in (theta(z, horizon), trend)
    ]
    return plain[0], plain[1], error * stretch * unit
