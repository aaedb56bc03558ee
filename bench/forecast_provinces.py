"""Rolling back-test of the forecaster on Chinese provincial annual series.

    .venv-bench/bin/python bench/forecast_provinces.py [--data FILE]

For every series (indicator, province, basis, vintage) and every origin with at least three years known,
forecasts all later years that have a figure. Prints error against the drift line (points for growth
rates, per cent of the figure for levels) and coverage by indicator and target year. No bar: few years,
and one common shock.
"""

import argparse
import csv
import os
from collections import defaultdict
from pathlib import Path

import numpy as np

from lantu.monitoring.forecast import forecast_many

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("LANTU_SHARED", ROOT.parent / "shared"))
FEWEST = 3
# Population before and since the census is one revised series under two labels in the yearbooks.
SAME_BASIS = {"七普修订口径": "七普口径"}


def read(path):
    """Consecutive yearly series: {(indicator, kind, basis, vintage, province): (first year, values)}."""
    found = defaultdict(dict)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            basis = SAME_BASIS.get(row["basis"], row["basis"])
            key = (row["indicator_zh"], row["kind"], basis, row["vintage"], row["region"])
            found[key][int(row["period"][:4])] = float(row["value"])
    return {
        key: (min(years), [years[y] for y in sorted(years)])
        for key, years in found.items()
        if len(years) > FEWEST and max(years) - min(years) + 1 == len(years)
    }


def cases(series):
    """One row per origin and later year: indicator, kind, year, horizon, truth, drift, forecast step."""
    jobs = [
        (key, first + origin, values[:origin], values[origin:])
        for key, (first, values) in series.items()
        for origin in range(FEWEST, len(values))
    ]
    furthest = max(len(later) for *_, later in jobs)
    results = forecast_many([known for _, _, known, _ in jobs], furthest)
    for (key, year, known, later), result in zip(jobs, results, strict=True):
        slope = (known[-1] - known[0]) / (len(known) - 1)
        for step, truth in zip(result.steps, later, strict=False):
            drift = known[-1] + slope * step.horizon
            yield (key[0], key[2]), key[1], year + step.horizon - 1, step.horizon, truth, drift, step


def line(label, rows):
    def error(value, truth, kind):
        return abs(value - truth) if kind == "growth_pct" else 100 * abs(value - truth) / abs(truth)

    own = np.mean([error(step.mean, truth, kind) for _, kind, _, _, truth, _, step in rows])
    drift = np.mean([error(drift, truth, kind) for _, kind, _, _, truth, drift, _ in rows])
    in80 = np.mean([step.lo80 <= truth <= step.hi80 for *_, truth, _, step in rows])
    in95 = np.mean([step.lo95 <= truth <= step.hi95 for *_, truth, _, step in rows])
    print(f"{label:8} {len(rows):5} {own:9.2f} {drift:9.2f} {own / drift:7.2f} {in80:7.2f} {in95:7.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=SHARED / "data" / "provinces.csv")
    options = parser.parse_args()
    series = read(options.data)
    rows = list(cases(series))
    print(f"input {options.data.name}: {len(series)} series, {len(rows)} forecasts")
    by_indicator = defaultdict(list)
    for row in rows:
        by_indicator[row[0], row[1]].append(row)
    for ((name, basis), kind), part in by_indicator.items():
        unit = "points" if kind == "growth_pct" else "% of the figure"
        print(
            f"\n{name} {basis} (error in {unit})\ntarget       n       own     drift   ratio  in 80%  in 95%"
        )
        for place, label in ((2, ""), (3, "h=")):
            for value in sorted({row[place] for row in part}):
                line(f"{label}{value}", [row for row in part if row[place] == value])
        line("all", part)
    print("\nall indicators, by horizon and by target year")
    for place, label in ((3, "h="), (2, "")):
        for value in sorted({row[place] for row in rows}):
            in80, in95 = (
                np.mean(
                    [getattr(r[6], low) <= r[4] <= getattr(r[6], high) for r in rows if r[place] == value]
                )
                for low, high in (("lo80", "hi80"), ("lo95", "hi95"))
            )
            print(f"{label}{value:<6} {sum(r[place] == value for r in rows):5} {in80:7.2f} {in95:7.2f}")


if __name__ == "__main__":
    main()
