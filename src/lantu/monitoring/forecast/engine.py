"""Forecast many yearly series: members, their pooled weighted mean, intervals of pooled width."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from lantu.monitoring.forecast.members import member_forecasts
from lantu.monitoring.forecast.pooled import (
    Band,
    ForecastPack,
    Scale,
    local_width,
    mean_increments,
    quantiles,
    shipped,
)
from lantu.monitoring.forecast.result import Forecast, Step
from lantu.monitoring.forecast.shares import from_logit, to_logit
from lantu.monitoring.forecast.smoothing import Array
from lantu.values import msg

FEWEST = 3
LONGEST = 60  # older years say nothing about the next ones
BATCH = 2000  # bounds memory: a batch needs about 150 numbers per series at once

TOO_FEW = msg("数据不足：少于三个年份，不作预测。")
UNCHANGED = msg("历年数值相同，看不出波动；区间宽度为零，不表示没有不确定性。")


def forecast(
    values: Sequence[float],
    horizon: int,
    *,
    bounds: tuple[float, float] | None = None,
    pack: ForecastPack | None = None,
) -> Forecast:
    """Forecast one series; see ``forecast_many``."""
    return forecast_many([values], horizon, bounds=bounds, pack=pack)[0]


def forecast_many(
    series: Sequence[Sequence[float]],
    horizon: int,
    *,
    bounds: tuple[float, float] | None = None,
    pack: ForecastPack | None = None,
) -> list[Forecast]:
    """Forecast each series 1 to ``horizon`` years ahead, in the order given.

    series: consecutive yearly values, oldest first, all finite.
    bounds: (lowest, highest) for shares: the forecast is made on the logit scale and stays inside.
    A series of fewer than three values gives a Forecast without steps and a note.
    Raises ValueError for a horizon below 1, a value that is not finite or lies outside ``bounds``.
    """
    if horizon < 1:
        raise ValueError("horizon must be at least 1")
    pack = pack or shipped()
    out: list[Forecast | None] = [None] * len(series)
    for log, places, values in _batches(series, bounds):
        method, table = _table(values, horizon, log, bounds, pack)
        for place, rows in zip(places, table, strict=True):
            out[place] = _forecast(method, rows, _known(series[place]))
    return [
        done or Forecast((), f"{pack.version}/none", _known(series[place]), TOO_FEW)
        for place, done in enumerate(out)
    ]


def _known(values: Sequence[float]) -> tuple[float, ...]:
    return tuple(float(value) for value in values)


def _batches(
    series: Sequence[Sequence[float]], bounds: tuple[float, float] | None
) -> Iterator[tuple[bool, list[int], Array]]:
    """Series of one length and scale together: (log scale?, places, values as (series, years))."""
    groups: dict[tuple[int, bool], list[int]] = defaultdict(list)
    arrays = [np.asarray(values, dtype=np.float64) for values in series]
    for place, values in enumerate(arrays):
        if not np.isfinite(values).all():
            raise ValueError("values must be finite")
        if bounds and values.size and not bounds[0] <= values.min() <= values.max() <= bounds[1]:
            raise ValueError("values must lie inside the bounds")
        if values.size >= FEWEST:
            groups[min(values.size, LONGEST), bounds is None and bool((values > 0).all())].append(place)
    for (years, log), places in groups.items():
        for start in range(0, len(places), BATCH):
            chosen = places[start : start + BATCH]
            yield log, chosen, np.array([arrays[place][-years:] for place in chosen])


def _table(
    values: Array, horizon: int, log: bool, bounds: tuple[float, float] | None, pack: ForecastPack
) -> tuple[str, Array]:
    """Method name and forecasts as (series, horizons, 5): lo95, lo80, mean, hi80, hi95."""
    scale, name = (pack.log, "log") if log else (pack.plain, "plain")
    band = scale.band(values.shape[1])
    method = f"{pack.version}/{'share' if bounds else name}/{band.shortest}"
    if bounds:
        table = from_logit(_combine(to_logit(values, bounds), horizon, scale, band, log=False), bounds)
        still = np.ptp(values, axis=1) == 0
        table[still] = values[still, -1, None, None]  # 100 stays 100, though the logit has no 100
        return method, table
    # Working in units of the largest value keeps sums of huge numbers finite.
    unit = np.abs(values).max(axis=1, keepdims=True)
    unit = np.where(unit > 0, unit, 1.0)
    table = _combine(values / unit, horizon, scale, band, log=log) * unit[:, :, None]
    return method, np.maximum(table, 0.0) if log else table


def _combine(values: Array, horizon: int, scale: Scale, band: Band, *, log: bool) -> Array:
    members = member_forecasts(values, horizon, log=log)
    mean = mean_increments(members, band)
    errors = local_width(members, scale.width)[:, :, None] * quantiles(band, horizon).T
    spread = np.insert(errors, 2, 0.0, axis=2)
    table: Array = members.last[:, None, None] + (mean[:, :, None] + spread) * members.scale[:, None, None]
    return table


def _forecast(method: str, rows: Array, known: tuple[float, ...]) -> Forecast:
    steps = tuple(
        Step(horizon, mean, lo80, hi80, lo95, hi95)
        for horizon, (lo95, lo80, mean, hi80, hi95) in enumerate(rows.tolist(), start=1)
    )
    still = all(value == known[0] for value in known)
    return Forecast(steps, method, known, UNCHANGED if still else None)
