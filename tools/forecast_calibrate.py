"""Writes the pack ``forecast``: weights and interval widths pooled over many yearly series.

    nice .venv/bin/python tools/forecast_calibrate.py DATA.csv.gz --back 12 -o src/lantu/packs/forecast.toml

DATA has columns id,t,value. Every series is cut ``--back`` years before its end; what the six years
after the cut were is all that is learned from. With 12, the last six years of the file are never
looked at, so a test on them, or on what followed, is fair.

1. Weights per band of lengths, for steady, middling and unsteady series: least absolute error (each
   case weighed as OWA weighs it), not negative, and a straight line is not continued steeper than itself.
2. Width exponents: those with the least mean interval score (95 %), by search on a grid.
3. Error quantiles per band, horizon and level, in units of that width, times the allowance: what it took,
   one origin earlier still (``--back`` + 6), to cover the years that followed as often as promised.
"""

import argparse
import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np

from lantu.cli.series_csv import read_series
from lantu.monitoring.forecast.engine import BATCH, LONGEST
from lantu.monitoring.forecast.members import SLOPE_KEPT, Members, member_forecasts
from lantu.monitoring.forecast.pooled import Band, Scale, Width, local_width, mean_increments
from lantu.monitoring.forecast.smoothing import Array

VERSION = "2026.1"
HORIZON = 6
BANDS = ((3, 4), (5, 7), (8, 14), (15, 20), (21, 35), (36, LONGEST))
CUT = 7  # bands up to this length learn from the ends of longer series as well
LEVELS = (0.025, 0.1, 0.9, 0.975)
MOST = 12000  # cases per band for the weights: more change nothing
WORDS = ((0.8, "预计可以实现"), (0.5, "实现的可能性较大"), (0.2, "难度较大"), (0.0, "预计难以实现"))


@dataclass(frozen=True)
class Cases:
    """Many series cut at one origin: what the members said and what came."""

    members: Members
    years: Array  # points known at the cut
    came: Array  # (n, 6) over the last value, in units of the scale
    relative: Array  # scale over the size of the last value, at most 1
    mase: Array  # scale over that of the whole history
    window: Array  # whether cut short at the front too

    def of(self, chosen: Array) -> "Cases":
        members = Members(*(getattr(self.members, f.name)[chosen] for f in fields(Members)))
        return Cases(members, *(getattr(self, f.name)[chosen] for f in fields(Cases)[1:]))

    @property
    def weight(self) -> Array:
        """Weight of an error as in OWA: relative and scaled error, each over that of the last value."""
        size = np.abs(self.came).mean(axis=1)
        return self.relative / (size * self.relative).mean() + self.mase / (size * self.mase).mean()


def cases(series: Sequence[Array], back: int, *, log: bool) -> Cases:
    """Every series cut ``back`` years before its end; its last few years as short series as well."""
    groups = defaultdict(list)
    for values in series:
        years = len(values) - back
        if years < BANDS[2][0] or (log and not (values[:years] > 0).all()):
            continue
        groups[min(years, LONGEST), False].append((values[:years], values[years : years + HORIZON]))
        for window in range(BANDS[0][0], CUT + 1):
            groups[window, True].append((values[:years], values[years : years + HORIZON]))
    parts = [
        _batch(group[start : start + BATCH], years, short, log)
        for (years, short), group in sorted(groups.items())
        for start in range(0, len(group), BATCH)
    ]
    members = (np.concatenate([getattr(p.members, f.name) for p in parts]) for f in fields(Members))
    rest = (np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Cases)[1:])
    return Cases(Members(*members), *rest)


def _batch(group: Sequence[tuple[Array, Array]], years: int, short: bool, log: bool) -> Cases:
    members = member_forecasts(np.array([known[-years:] for known, _ in group]), HORIZON, log=log)
    moved = members.scale > 0
    scale = np.where(moved, members.scale, 1.0)
    history = np.array([np.abs(np.diff(known)).mean() for known, _ in group])
    came = np.array([after for _, after in group])
    return Cases(
        members,
        np.full(len(group), years),
        (came - members.last[:, None]) / scale[:, None],
        scale / np.maximum(np.abs(members.last), scale),
        scale / np.where(history > 0, history, scale),
        np.full(len(group), short),
    ).of(moved)


def of_band(all_cases: Cases, band: tuple[int, int]) -> Array:
    """Cases a band learns from: its own lengths with a margin, so that neighbours are alike."""
    low, high = band
    years = all_cases.years
    if high <= CUT:
        return all_cases.window & (years >= low) & (years <= high)
    return ~all_cases.window & (years > 0.8 * low) & (years <= 1.25 * high)


def weights(part: Cases) -> Array:
    """Least absolute error under the two rules, by reweighted least squares."""
    part = part.of(np.arange(0, len(part.years), max(1, len(part.years) // MOST)))
    x = part.members.increments.transpose(0, 2, 1).reshape(-1, len(SLOPE_KEPT))
    y = part.came.ravel()
    weight = np.repeat(part.weight, HORIZON)
    least = 0.02 * np.median(np.abs(y))
    found = np.full(len(SLOPE_KEPT), 1 / len(SLOPE_KEPT))
    for _ in range(15):
        by_error = weight / np.maximum(np.abs(y - x @ found), least)
        found = _least_squares((x * by_error[:, None]).T @ x, (x * by_error[:, None]).T @ y)
    return found


def _least_squares(square: Array, product: Array) -> Array:
    """Least squares with b >= 0 and b . SLOPE_KEPT <= 1, by trying every set of members."""
    kept = np.array(SLOPE_KEPT)
    best, least = np.zeros(len(kept)), 0.0
    for size in range(1, len(kept) + 1):
        for chosen in map(list, itertools.combinations(range(len(kept)), size)):
            part = np.linalg.inv(square[np.ix_(chosen, chosen)])
            b = part @ product[chosen]
            over = kept[chosen] @ b - 1
            if over > 0:
                b = b - part @ kept[chosen] * over / (kept[chosen] @ part @ kept[chosen])
            full = np.zeros(len(kept))
            full[chosen] = b
            loss = full @ square @ full / 2 - full @ product
            if (b >= 0).all() and loss < least:
                best, least = full, loss
    return best


def weights_by_steadiness(part: Cases) -> Band:
    """Weights fitted in the steady, the middling and the unsteady third; no widths yet."""
    error = part.members.error
    first, second = np.quantile(error, (1 / 3, 2 / 3))
    marks = np.quantile(error, (1 / 6, 1 / 2, 5 / 6))
    thirds = (error <= first, (error > first) & (error <= second), error > second)
    fitted = [tuple(np.round(weights(part.of(third)), 3).tolist()) for third in thirds]
    empty: tuple[float, ...] = ()
    return Band(0, tuple(np.round(marks, 3).tolist()), tuple(fitted), empty, empty, empty, empty)


def errors(all_cases: Cases, bands: Sequence[Band]) -> Array:
    """What came minus the weighted mean."""
    out = np.empty_like(all_cases.came)
    place = band_of(all_cases)
    for number, band in enumerate(bands):
        own = place == number
        out[own] = all_cases.came[own] - mean_increments(all_cases.of(own).members, band)
    return out


def band_of(all_cases: Cases) -> Array:
    return np.searchsorted([low for low, _ in BANDS], all_cases.years, side="right") - 1


def quantile_table(ratio: Array, all_cases: Cases, *, even: bool) -> Array:
    """(bands, horizons, levels) quantiles of error over width; ``even``: the same on both sides."""
    out = np.zeros((len(BANDS), HORIZON, len(LEVELS)))
    for place, band in enumerate(BANDS):
        own = ratio[of_band(all_cases, band)]
        if even:
            q95, q80 = np.quantile(np.abs(own), (0.95, 0.8), axis=0)
            out[place] = np.stack([-q95, -q80, q80, q95], axis=1)
        else:
            out[place] = np.quantile(own, LEVELS, axis=0).T
    return out


def interval_score(error: Array, width: Array, table: Array, all_cases: Cases) -> float:
    """Mean interval score at 95 % over whole histories, in units of their mean absolute change."""
    chosen = ~all_cases.window
    own = table[band_of(all_cases)][chosen]
    low, high = (width[chosen] * own[:, :, end] for end in (0, -1))
    e = error[chosen]
    score = high - low + 40 * np.maximum(low - e, 0) + 40 * np.maximum(e - high, 0)
    return float((score * all_cases.mase[chosen][:, None]).mean())


def best_width(error: Array, all_cases: Cases, *, even: bool) -> Width:
    """Search the exponents one after the other on a grid of 0.05."""

    def score(exponents: tuple[float, ...]) -> float:
        width = local_width(all_cases.members, Width(*exponents))
        return interval_score(error, width, quantile_table(error / width, all_cases, even=even), all_cases)

    best = (0.3, 0.4, 0.3)
    least = score(best)
    for stride in (0.1, 0.05):
        moved = True
        while moved:
            moved = False
            for place, sign in itertools.product(range(3), (-1, 1)):
                trial = tuple(round(e + sign * stride * (i == place), 2) for i, e in enumerate(best))
                if (found := score(trial)) < least:
                    best, least, moved = trial, found, True
    return Width(*best)


def allowance(error: Array, width: Array, table: Array, all_cases: Cases) -> tuple[float, float]:
    """Factors (80 %, 95 %) on the intervals of ``table`` that cover these later errors as promised."""
    chosen = ~all_cases.window
    q = table[band_of(all_cases)][chosen]
    ratio = (error / width)[chosen]
    used80, used95 = (
        np.where(ratio < 0, ratio / q[:, :, low], ratio / q[:, :, high]) for low, high in ((1, 2), (0, 3))
    )
    return max(1.0, float(np.quantile(used80, 0.8))), max(1.0, float(np.quantile(used95, 0.95)))


def calibrate(series: Sequence[Array], back: int, *, log: bool) -> Scale:
    """Everything learned from the six years after the cut."""
    now = cases(series, back, log=log)
    bands = [weights_by_steadiness(now.of(of_band(now, band))) for band in BANDS]
    error = errors(now, bands)
    width = best_width(error, now, even=not log)
    ratio = error / local_width(now.members, width)
    before = cases(series, back + HORIZON, log=log)
    earlier = errors(before, bands) / local_width(before.members, width)
    more80, more95 = allowance(
        error, local_width(now.members, width), quantile_table(earlier, before, even=not log), now
    )
    print(
        f"{'log' if log else 'plain'}: {len(now.years)} cases, {width}, allowance {more80:.3f} {more95:.3f}"
    )
    q = quantile_table(ratio, now, even=not log) * np.array([more95, more80, more80, more95])
    rounded = [tuple(tuple(level) for level in np.round(part, 2).T.tolist()) for part in q]
    done = (
        replace(band, shortest=low, lo95=levels[0], lo80=levels[1], hi80=levels[2], hi95=levels[3])
        for band, (low, _), levels in zip(bands, BANDS, rounded, strict=True)
    )
    return Scale(width, tuple(done))


def as_toml(log: Scale, plain: Scale, made_from: str) -> str:
    """The text of the pack."""
    lines = [
        "# Pooled figures of the forecaster; written by tools/forecast_calibrate.py, not by hand.",
        "# How they are used: docs/explanation/forecast.md.",
        f'version = "{VERSION}"',
        f'made_from = "{made_from}"',
        "",
        "# Words of reports by the probability of meeting the target: the first whose limit is reached.",
        "words = [",
        *(f'  {{ at_least = {limit}, text = "{text}" }},' for limit, text in WORDS),
        "]",
    ]
    for name, scale in (("log", log), ("plain", plain)):
        width = ", ".join(f"{f.name} = {getattr(scale.width, f.name)}" for f in fields(Width))
        lines += ["", f"[{name}]", f"width = {{ {width} }}"]
        for band in scale.bands:
            lines += ["", f"[[{name}.bands]]", f"shortest = {band.shortest}"]
            lines += [f"{f.name} = {_list(getattr(band, f.name))}" for f in fields(Band)[1:]]
    return "\n".join(lines) + "\n"


def _list(values: Sequence[object]) -> str:
    inner = (_list(v) if isinstance(v, tuple) else f"{v:g}" for v in values)
    return f"[{', '.join(inner)}]"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--back", type=int, default=12)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    series = [np.array(one.values) for one in read_series(options.data)]
    made_from = f"{len(series)} series of {options.data.name}, cut {options.back} years before their end"
    scales = (calibrate(series, options.back, log=log) for log in (True, False))
    options.output.write_text(as_toml(*scales, made_from), encoding="utf-8")


if __name__ == "__main__":
    main()
