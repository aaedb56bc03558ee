"""``lantu read FOLDER -o OUT``: every plan of a folder on all cores; continues where it stopped."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from lantu.cli.files import write_whole
from lantu.cli.folder_output import Row, summary_csv, summary_table
from lantu.cli.folder_progress import shown
from lantu.cli.folder_work import Done, Job, read_one, version_now, write_failure
from lantu.runner import Outcome, run_many
from lantu.values import InputError, LantuError, msg

if TYPE_CHECKING:
    from lantu.texts import Language

# Endings of what may be a plan; other files of a folder (pictures, archives) are passed over and counted.
_TEXT = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml")
_OFFICE = (".docx", ".doc", ".wps", ".rtf", ".odt", ".xlsx", ".xlsm", ".xls", ".et", ".ods", ".pdf")
READABLE = frozenset((*_TEXT, *_OFFICE))
SUMMARY_FILE = "summary.csv"


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, in the order of their paths; how many others; folders that could not be opened."""

    paths: tuple[Path, ...]
    others: int
    closed: tuple[str, ...] = ()


def read_folder(
    folder: Path,
    output: Path,
    formats: tuple[str, ...],
    limit: int,
    language: "Language",
    *,
    workers: int | None = None,
    cluster: str = "",
) -> None:
    """Read every readable file of ``folder`` into a folder of its own below ``output``.

    A document whose recorded source and version are those of now is kept as it is. Raises InputError after
    everything is done when a document could not be read; the others are not affected.
    """
    found = find(folder, output)
    if not found.paths:
        raise InputError(
            msg(
                "文件夹“{name}”里没有可读的文件（txt、md、html、docx、xlsx、pdf 等）；请核对路径。",
                name=folder,
            )
        )
    _make(output)
    names = [path.relative_to(folder) for path in found.paths]
    version = version_now()
    jobs = [
        Job(path.resolve(), (output / name).resolve(), formats, limit, version)
        for path, name in zip(found.paths, names, strict=True)
    ]
    outcomes = run_many(read_one, jobs, workers=workers, cluster=cluster or None, ordered=False)
    rows = [
        (outcome.index, _row(names[outcome.index], outcome))
        for outcome in shown(outcomes, len(jobs), language)
    ]
    _conclude([row for _, row in sorted(rows, key=lambda pair: pair[0])], found, output, language)


def find(folder: Path, output: Path) -> Found:
    """Files below a folder that may be plans, without hidden and temporary ones and the outputs."""
    paths: list[Path] = []
    closed: list[str] = []
    others, away = 0, output.resolve()
    for place, inner, names in os.walk(folder, onerror=lambda error: closed.append(str(error.filename))):
        here = Path(place)
        inner[:] = [name for name in inner if name[0] != "." and (here / name).resolve() != away]
        for name in names:
            if name.startswith((".", "~$")) or not (here / name).is_file():
                continue
            if Path(name).suffix.lower() in READABLE:
                paths.append(here / name)
            else:
                others += 1
    return Found(tuple(sorted(paths, key=lambda path: path.parts)), others, tuple(sorted(closed)))


def _make(output: Path) -> None:
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError(
            msg("输出文件夹“{name}”建不了（{why}）；请换一个可写的位置。", name=output, why=why)
        ) from error


def _row(name: Path, outcome: Outcome[Job, Done]) -> Row:
    """What became of a document; the problem of one that failed goes into its problem file."""
    if outcome.problem is not None:
        with suppress(OSError, LantuError):  # the table names the problem in any case
            write_failure(outcome.input, outcome.problem)
    done = outcome.value or Done({})
    shown_name = os.fsencode(name.as_posix()).decode("utf-8", "replace")
    return Row(shown_name, done.counts, kept=done.kept, problem=outcome.problem)


def _conclude(rows: list[Row], found: Found, output: Path, language: "Language") -> None:
    """Summary to file and terminal; then the failures as an error."""
    from lantu.texts import render

    write_whole(output / SUMMARY_FILE, summary_csv(rows))
    typer.echo(summary_table(rows, found.others, language), nl=False)
    for name in found.closed:
        typer.echo(render(msg("文件夹“{name}”打不开，其中的文件没有读。", name=name), language), err=True)
    failed = sum(row.failed for row in rows)
    if failed or found.closed:
        raise InputError(
            msg(
                "{n} 份文档没有读成，其余 {rest} 份已写好；原因见上表和各自的 problems.jsonl。",
                n=failed,
                rest=len(rows) - failed,
            )
        )
