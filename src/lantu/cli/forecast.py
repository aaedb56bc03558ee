"""``lantu forecast``: yearly series in, forecasts with intervals out; needs no plan and no database."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lantu.cli.series_csv import Series, read_series, write_rows
from lantu.values import InputError, msg

if TYPE_CHECKING:
    from lantu.monitoring.forecast import Forecast

HEADER = ("id", "h", "mean", "lo80", "hi80", "lo95", "hi95")
FURTHEST = 30
DIGITS = 10  # significant digits written: far more than a forecast has, and the same on every machine
AT_ONCE = 2000  # series between two steps of the progress bar
FEW = 500  # below this a run takes well under two seconds and shows no bar
SHARE = (0.0, 100.0)


def forecast(
    series: Annotated[Path, typer.Argument(help="序列文件，列 id,t,value。 CSV or CSV.GZ.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="结果文件。 CSV or CSV.GZ to write.")],
    horizon: Annotated[int, typer.Option(min=1, max=FURTHEST, help="向前预测几年。 Years ahead.")] = 6,
    share: Annotated[
        bool, typer.Option("--share", help="都是 0—100 的占比，结果不越界。 Shares from 0 to 100.")
    ] = False,
) -> None:
    """预测年度序列，给出 80% 和 95% 区间。 Forecast yearly series with intervals."""
    read = read_series(series)
    if share:
        _check_shares(series, read)
    results = _forecast_all(read, horizon, share=share)
    write_rows(output, HEADER, _rows(read, results))
    _report(output, read, results)


def _check_shares(path: Path, read: list[Series]) -> None:
    outside = [one.id for one in read if min(one.values) < SHARE[0] or max(one.values) > SHARE[1]]
    if outside:
        raise InputError(
            msg(
                "{file}：{count} 个序列有 0—100 以外的值，不是占比（如“{id}”）；请去掉 --share 或改正数据。",
                file=path,
                count=len(outside),
                id=outside[0],
            )
        )


def _forecast_all(read: list[Series], horizon: int, *, share: bool) -> "list[Forecast]":
    from rich.console import Console
    from rich.progress import track

    from lantu.monitoring.forecast import forecast_many

    # Series of like length stand together, so that every step of the bar is a few large batches.
    order = sorted(range(len(read)), key=lambda place: len(read[place].values))
    starts = range(0, len(order), AT_ONCE)
    results: dict[int, Forecast] = {}
    console = Console(stderr=True)
    hide = len(read) < FEW or not console.is_terminal
    for start in track(starts, description="预测 forecast", console=console, transient=True, disable=hide):
        places = order[start : start + AT_ONCE]
        values = [read[place].values for place in places]
        made = forecast_many(values, horizon, bounds=SHARE if share else None)
        results.update(zip(places, made, strict=True))
    return [results[place] for place in range(len(read))]


def _rows(read: list[Series], results: "list[Forecast]") -> Iterator[tuple[object, ...]]:
    for one, result in zip(read, results, strict=True):
        for step in result.steps:
            numbers = (step.mean, step.lo80, step.hi80, step.lo95, step.hi95)
            yield (one.id, step.horizon, *(f"{number:.{DIGITS}g}" for number in numbers))


def _report(output: Path, read: list[Series], results: "list[Forecast]") -> None:
    for one, result in zip(read, results, strict=True):
        if result.note:
            typer.echo(str(msg("序列“{id}”：{note}", id=one.id, note=result.note)), err=True)
    done = sum(bool(result.steps) for result in results)
    typer.echo(
        str(
            msg(
                "已预测 {done} 个序列，写入 {file}；数据不足的 {few} 个。",
                done=done,
                file=output,
                few=len(results) - done,
            )
        ),
        err=True,
    )
