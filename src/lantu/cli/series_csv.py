"""Yearly series in a long table (id,t,value): read with every fault named by its line, written whole."""

import csv
import gzip
import io
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from lantu.cli.files import write_whole
from lantu.values import InputError, Message, msg

COLUMNS = ("id", "t", "value")
MOST_FAULTS = 20
LARGEST = 1e150  # beyond this arithmetic on squares would overflow


@dataclass(frozen=True, slots=True)
class Series:
    """Consecutive yearly values of one id; ``last`` is the year (or number) of the last one."""

    id: str
    last: int
    values: tuple[float, ...]


def read_series(path: Path) -> list[Series]:
    """Read ``path`` (.csv or .csv.gz, UTF-8, header id,t,value); series in order of first appearance.

    The rows of a series may stand in any order. Raises InputError naming file and line of every
    fault (the first 20 with the count of all): wrong header, missing id, t not a whole number,
    value not a finite number, the same t twice, a t left out.
    """
    faults: list[tuple[int, Message]] = []
    points: dict[str, dict[int, tuple[int, float]]] = {}
    for line, row in _rows(path):
        parsed = _point(row)
        if isinstance(parsed, Message):
            faults.append((line, parsed))
            continue
        name, t, value = parsed
        known = points.setdefault(name, {})
        if t in known:
            earlier = known[t][0]
            faults.append((line, msg("序列“{id}”的 t={t} 与第 {line} 行重复", id=name, t=t, line=earlier)))
            continue
        known[t] = (line, value)
    for name, known in points.items():
        faults += _gaps(name, known)
    if faults:
        raise InputError(_all_faults(path, sorted(faults, key=lambda fault: fault[0])))
    if not points:
        raise InputError(msg("{file}：只有表头，没有数据；每行应为 id,t,value。", file=path))
    return [
        Series(name, max(known), tuple(known[t][1] for t in sorted(known))) for name, known in points.items()
    ]


def write_rows(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a CSV (gzip when the name ends in .gz) beside its place, then move it there.

    Raises InputError when the folder cannot be written; an older file then stays as it was.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    data = text.getvalue().encode()
    if path.suffix == ".gz":
        data = gzip.compress(data, mtime=0)
    write_whole(path, data)


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Data rows with their line numbers, after the header has been checked."""
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, EOFError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(msg("{file}：读不了（{why}）；请核对文件。", file=path, why=why)) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise InputError(
            msg("{file} 第 {line} 行：不是 UTF-8 编码；请另存为 UTF-8 后再用。", file=path, line=line)
        ) from error
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = tuple(cell.strip() for cell in next(reader, []))
        if header != COLUMNS:
            found = ",".join(header) or "空"
            raise InputError(
                msg("{file} 第 1 行：表头应为 id,t,value，现为 {found}；请改正表头。", file=path, found=found)
            )
        for row in reader:
            if row:
                yield reader.line_num, row
    except csv.Error as error:
        raise InputError(
            msg("{file} 第 {line} 行：不是有效的 CSV（{why}）。", file=path, line=reader.line_num, why=error)
        ) from error


def _point(row: list[str]) -> tuple[str, int, float] | Message:
    if len(row) != len(COLUMNS):
        return msg("应有 3 列，现有 {count} 列", count=len(row))
    name, t_text, value_text = (cell.strip() for cell in row)
    if not name:
        return msg("缺 id")
    if "_" in t_text + value_text:  # Python would read 1_000 as a number
        return msg("序列“{id}”的“{text}”不是数", id=name, text=f"{t_text},{value_text}")
    try:
        t = int(t_text)
    except ValueError:
        return msg("序列“{id}”的 t“{t}”不是整数", id=name, t=t_text)
    try:
        value = float(value_text)
    except ValueError:
        value = math.nan
    if not abs(value) < LARGEST:
        return msg("序列“{id}”的值“{value}”不是数", id=name, value=value_text)
    return name, t, value


def _gaps(name: str, known: dict[int, tuple[int, float]]) -> Iterator[tuple[int, Message]]:
    if max(known) - min(known) + 1 == len(known):
        return
    years = sorted(known)
    for before, after in pairwise(years):
        if after - before > 1:
            line = known[after][0]
            yield (
                line,
                msg("序列“{id}”在 t={before} 与 t={after} 之间缺数", id=name, before=before, after=after),
            )


def _all_faults(path: Path, faults: list[tuple[int, Message]]) -> Message:
    shown = "；".join(f"第 {line} 行：{fault}" for line, fault in faults[:MOST_FAULTS])
    more = "；……" if len(faults) > MOST_FAULTS else ""
    return msg(
        "{file}：{shown}{more}（共 {count} 处）。请改正后再用；未写出任何结果。",
        file=path,
        shown=shown,
        more=more,
        count=len(faults),
    )
