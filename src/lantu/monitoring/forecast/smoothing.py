"""Exponential smoothing of many series of one length at once, averaged over a grid of parameters.

A short series does not tell which smoothing parameters are right, so none is picked: every
point of the grid gives its forecast and counts with its likelihood (sum of squared one-step
errors to the power -n/2). Without an optimiser the run is exact, repeatable and fast, and the
average is steadier than the best single point.

Models: damped trend (Gardner and McKenzie 1985), Theta (Assimakopoulos and Nikolopoulos 2000; as
half of the linear trend plus smoothing of the line of double curvature).
Arrays: ``y`` is (series, years), already in units near one; results are (series, horizons).
"""

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

LEVELS = (0.1, 0.3, 0.5, 0.7, 0.9, 1.0)
TRENDS = (0.0, 0.05, 0.15, 0.3, 0.5, 0.8)
DAMPING = (0.8, 0.9, 0.95, 0.98)
THETA_LEVELS = tuple(float(a) for a in np.linspace(0.05, 1.0, 20))

_PERFECT = 1e-12  # a fit this much better than the worst one counts as perfect
_TINY = 1e-300


def damped(y: Array, horizon: int) -> tuple[Array, Array]:
    """Forecast by damped trend; return it with the root mean squared one-step error, (series,)."""
    years = y.shape[1]
    level_of, trend_of, damp = (g.ravel() for g in np.meshgrid(LEVELS, TRENDS, DAMPING, indexing="ij"))
    first = min(years - 1, 4)
    slope = ((y[:, first] - y[:, 0]) / first)[:, None]
    level = np.repeat(y[:, :1], damp.size, axis=1) - slope
    trend = slope / damp
    squares = np.zeros_like(level)
    for year in range(years):
        forecast = level + damp * trend
        error = y[:, year : year + 1] - forecast
        if year:
            squares += error * error
        level = forecast + level_of * error
        trend = damp * trend + level_of * trend_of * error
    weight = likelihood_weights(squares, years)
    steps = np.cumsum(np.asarray(DAMPING)[:, None] ** np.arange(1, horizon + 1), axis=1)
    trends = (weight * trend).reshape(len(y), -1, len(DAMPING)).sum(axis=1)
    mean = (weight * level).sum(axis=1)[:, None] + trends @ steps
    return mean, np.sqrt((weight * squares).sum(axis=1) / (years - 1))


def theta(y: Array, horizon: int) -> Array:
    """Forecast by Theta: half the linear trend, half the smoothed line of double curvature."""
    years = y.shape[1]
    time = np.arange(years) - (years - 1) / 2
    slope = (y @ time) / (time @ time)
    middle = y.mean(axis=1)
    curved = 2 * y - (middle[:, None] + slope[:, None] * time)
    rates = np.asarray(THETA_LEVELS)
    level = np.repeat(curved[:, :1], rates.size, axis=1)
    squares = np.zeros_like(level)
    for year in range(1, years):
        error = curved[:, year : year + 1] - level
        squares += error * error
        level = level + rates * error
    smooth = (likelihood_weights(squares, years) * level).sum(axis=1)
    ahead = time[-1] + np.arange(1, horizon + 1)
    line = middle[:, None] + slope[:, None] * ahead
    mean: Array = (smooth[:, None] + line) / 2
    return mean


def likelihood_weights(squares: Array, years: int) -> Array:
    """Weights over the grid, (series, grid) and adding to one, from sums of squared errors."""
    floor = _PERFECT * squares.max(axis=1, keepdims=True) + _TINY
    log_likelihood = -0.5 * years * np.log(np.maximum(squares, floor))
    weight: Array = np.exp(log_likelihood - log_likelihood.max(axis=1, keepdims=True))
    weight /= weight.sum(axis=1, keepdims=True)
    return weight
