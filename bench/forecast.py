"""Accuracy, intervals and speed of ``lantu forecast`` on 23,000 real yearly series.

    .venv-bench/bin/python bench/forecast.py [--data FILE] [--hold-out 6] [--no-reference]

Holds out the last six values of every series, forecasts them with the command users run, and prints
OWA, sMAPE and MASE, coverage by horizon, the interval score, and the time beside the AutoETS of
statsforecast on the same series in the same run (one core each).
"""

import argparse
import csv
import importlib.metadata
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", NUMBA_NUM_THREADS="1")

import numpy as np

from lantu.cli.series_csv import read_series

HORIZON = 6
SHORT = 20
ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("LANTU_SHARED", ROOT.parent / "shared"))


def owa(mean, came, last, scale):
    """OWA, sMAPE and MASE: averages over series first, each over that of the last value."""

    def both(forecast):
        smape = 200 * np.abs(came - forecast) / (np.abs(came) + np.abs(forecast))
        return smape.mean(), (np.abs(came - forecast) / scale[:, None]).mean()

    (smape, mase), (naive_smape, naive_mase) = both(mean), both(np.repeat(last[:, None], HORIZON, 1))
    return (smape / naive_smape + mase / naive_mase) / 2, smape, mase


def run_lantu(path, series, last_years):
    """Write the series, run the command on them, return seconds and the table (series, horizons, 5)."""
    known, out = path / "known.csv", path / "out.csv"
    with known.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "t", "value"))
        for one, last in zip(series, last_years, strict=True):
            writer.writerows((one[0], last - len(one[1]) + 1 + i, value) for i, value in enumerate(one[1]))
    command = [Path(sys.executable).parent / "lantu", "forecast", known, "--horizon", str(HORIZON), "-o", out]
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    seconds = time.perf_counter() - start
    table = np.loadtxt(out, delimiter=",", skiprows=1, usecols=range(2, 7))
    return seconds, table.reshape(-1, HORIZON, 5), " ".join(["lantu", *map(str, command[1:])])


def run_reference(series):
    """Seconds and point forecasts of AutoETS, after a warm-up."""
    import pandas as pd
    from statsforecast import StatsForecast
    from statsforecast.models import AutoETS

    def frame(part):
        return pd.DataFrame(
            {
                "unique_id": np.repeat(np.arange(len(part)), [len(values) for _, values in part]),
                "ds": np.concatenate([np.arange(len(values)) for _, values in part]),
                "y": np.concatenate([values for _, values in part]),
            }
        )

    engine = StatsForecast(models=[AutoETS(season_length=1)], freq=1, n_jobs=1)
    engine.forecast(df=frame(series[:20]), h=HORIZON)
    start = time.perf_counter()
    made = engine.forecast(df=frame(series), h=HORIZON).sort_values(["unique_id", "ds"])
    return time.perf_counter() - start, made["AutoETS"].to_numpy().reshape(-1, HORIZON)


def percent(values):
    return " ".join(f"{value:.3f}" for value in values)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=SHARED / "bench" / "m4-yearly-train.csv.gz")
    parser.add_argument(
        "--hold-out", type=int, default=HORIZON, help="years kept back (6, or 12 for an earlier test)"
    )
    parser.add_argument("--no-reference", action="store_true", help="without AutoETS")
    options = parser.parse_args()
    back = options.hold_out
    all_series = [one for one in read_series(options.data) if len(one.values) - back >= 3]
    series = [(one.id, np.array(one.values[:-back])) for one in all_series]
    came = np.array([one.values[len(one.values) - back :][:HORIZON] for one in all_series])
    with tempfile.TemporaryDirectory() as folder:
        seconds, table, command = run_lantu(Path(folder), series, [one.last - back for one in all_series])
    mean, lo80, hi80, lo95, hi95 = np.moveaxis(table, 2, 0)
    last = np.array([values[-1] for _, values in series])
    length = np.array([len(values) for _, values in series])
    scale = np.array([np.abs(np.diff(values)).mean() for _, values in series])
    moved = scale > 0  # MASE is not defined for a series that never changed
    print(f"input      {options.data.name}: {len(series)} series, last {back} years held out, "
          f"{int((~moved).sum())} never changed and are not scored")  # fmt: skip
    print(f"command    {command}")
    drift = last[:, None] + ((last - [values[0] for _, values in series]) / (length - 1))[:, None] * range(
        1, HORIZON + 1
    )
    rows = [("lantu", mean), ("drift line", drift)]
    if not options.no_reference:
        reference, ets = run_reference(series)
        rows.append(("AutoETS", ets))
    for name, forecast in rows:
        for label, chosen in (("all", moved), (f"n<={SHORT}", moved & (length <= SHORT))):
            value, smape, mase = owa(forecast[chosen], came[chosen], last[chosen], scale[chosen])
            count = int(chosen.sum())
            print(
                f"{name:10} {label:6} OWA {value:.4f}  sMAPE {smape:.3f}  MASE {mase:.3f}  ({count} series)"
            )
    for name, low, high in (("95 %", lo95, hi95), ("80 %", lo80, hi80)):
        for label, chosen in (("all", moved), (f"n<={SHORT}", moved & (length <= SHORT))):
            inside = ((came >= low) & (came <= high))[chosen].mean(axis=0)
            print(f"coverage {name} {label:6} by horizon {percent(inside)}  mean {inside.mean():.3f}")
    miss = np.maximum(lo95 - came, 0) + np.maximum(came - hi95, 0)
    score = ((hi95 - lo95 + 40 * miss)[moved] / scale[moved, None]).mean()
    print(f"MSIS 95 %  {score:.2f}")
    print(f"time       lantu {seconds:.1f} s (whole command: start, reading, forecasting, writing)")
    if not options.no_reference:
        version = importlib.metadata.version("statsforecast")
        print(f"           AutoETS of statsforecast {version} {reference:.1f} s (forecasting alone); "
              f"ratio {seconds / reference:.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
