"""Bounded shares: forecasts on the logit scale, so that 98 % never becomes 103 %."""

import numpy as np

from lantu.monitoring.forecast.smoothing import Array

# A value on a bound has no logit; it counts as this part of the range away from it (0.05 points of 100).
NEAREST = 0.0005


def to_logit(values: Array, bounds: tuple[float, float]) -> Array:
    """Logit of the position between the bounds."""
    low, high = bounds
    part = np.clip((values - low) / (high - low), NEAREST, 1 - NEAREST)
    logit: Array = np.log(part / (1 - part))
    return logit


def from_logit(logits: Array, bounds: tuple[float, float]) -> Array:
    """Inverse of ``to_logit``; always inside the bounds."""
    low, high = bounds
    values: Array = low + (high - low) / (1 + np.exp(-np.clip(logits, -500, 500)))
    return values
