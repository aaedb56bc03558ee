"""The averaged smoothing against the same models written as plain loops."""

import itertools
import math

import numpy as np
import pytest

from lantu.monitoring.forecast import smoothing

SERIES = (3.0, 3.4, 3.1, 4.2, 4.9, 4.4, 5.6, 6.0, 5.7)


def loop_damped(y, horizon):
    runs = []
    for alpha, beta, phi in itertools.product(smoothing.LEVELS, smoothing.TRENDS, smoothing.DAMPING):
        slope = (y[4] - y[0]) / 4
        level, trend, squares = y[0] - slope, slope / phi, 0.0
        for year, value in enumerate(y):
            error = value - (level + phi * trend)
            squares += error**2 if year else 0.0
            level, trend = level + phi * trend + alpha * error, phi * trend + alpha * beta * error
        path = [level + trend * sum(phi**j for j in range(1, h + 1)) for h in range(1, horizon + 1)]
        runs.append((squares ** (-len(y) / 2), squares, path))
    total = sum(weight for weight, _, _ in runs)
    mean = [sum(weight * path[h] for weight, _, path in runs) / total for h in range(horizon)]
    error = math.sqrt(sum(weight * squares for weight, squares, _ in runs) / total / (len(y) - 1))
    return mean, error


def test_damped_trend_equals_the_loop():
    mean, error = smoothing.damped(np.array([SERIES]), 6)
    expected, expected_error = loop_damped(SERIES, 6)
    assert mean[0] == pytest.approx(expected, rel=1e-12)
    assert error[0] == pytest.approx(expected_error, rel=1e-12)


def test_theta_equals_the_loop():
    n = len(SERIES)
    slope, start = np.polyfit(range(n), SERIES, 1)
    curved = [2 * v - (start + slope * t) for t, v in enumerate(SERIES)]
    runs = []
    for alpha in smoothing.THETA_LEVELS:
        level, squares = curved[0], 0.0
        for value in curved[1:]:
            squares += (value - level) ** 2
            level += alpha * (value - level)
        runs.append((squares ** (-n / 2), level))
    level = sum(w * v for w, v in runs) / sum(w for w, _ in runs)
    expected = [(level + start + slope * (n - 1 + h)) / 2 for h in range(1, 5)]
    assert smoothing.theta(np.array([SERIES]), 4)[0] == pytest.approx(expected, rel=1e-9)


def test_series_of_one_batch_do_not_touch_each_other():
    together, _ = smoothing.damped(np.array([SERIES, SERIES[::-1]]), 3)
    alone, _ = smoothing.damped(np.array([SERIES[::-1]]), 3)
    assert together[1] == pytest.approx(alone[0], rel=1e-12)


def test_a_perfect_fit_takes_all_the_weight():
    weight = smoothing.likelihood_weights(np.array([[0.0, 1.0, 2.0]]), 8)
    assert weight[0] == pytest.approx([1, 0, 0], abs=1e-12)


def test_no_error_anywhere_weighs_all_alike():
    assert smoothing.likelihood_weights(np.zeros((1, 4)), 8)[0] == pytest.approx([0.25] * 4)
