"""``lantu read``: a plan in, its structure, targets and main indicators out; needs no database."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lantu.cli import settings
from lantu.cli.files import read_document, read_file, write_whole
from lantu.values import InputError, msg

if TYPE_CHECKING:
    from lantu.plan import Correction
    from lantu.texts import Language
    from lantu.values import Problem

SUMMARY = "summary"


def read(
    file: Annotated[
        Path, typer.Argument(help="规划文件，或装有规划文件的文件夹。 A plan, or a folder of plans.")
    ],
    form: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            help="输出格式，如 summary、json、targets.jsonl、targets.csv。 What to write.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="写入文件（或文件夹），不写则为标准输出。 File or folder to write."
        ),
    ] = None,
    limit: Annotated[
        float | None, typer.Option(min=0.001, help="文件大小上限（MB）。 Largest size, in MB.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="读文件夹的进程数，默认为全部核。 Processes, default all cores.")
    ] = None,
    corrections: Annotated[
        Path | None,
        typer.Option(help="更正文件（JSONL），盖在读出的结果上。 Corrections to lay over what is read."),
    ] = None,
    cluster: Annotated[
        str, typer.Option(help="读文件夹用的 Dask 调度器地址。 Address of a Dask scheduler, for a folder.")
    ] = "",
) -> None:
    """读规划：结构、目标值、主要指标表。 Read a plan: structure, targets, main indicators."""
    language = settings.language(os.environ)
    most = settings.size_limit(os.environ) if limit is None else int(limit * 1024 * 1024)
    if file.is_dir():
        if corrections is not None:
            raise InputError(msg("更正文件只能用于读一个文件；请逐个文件读，或去掉 --corrections。"))
        _folder(file, output, form, most, language, workers, cluster)
        return
    wanted = _one(form)
    made = _corrections(corrections, most) if corrections is not None else ()
    document, notes = read_document(file, most)
    from lantu.cli import read_output
    from lantu.exchange import formats
    from lantu.reading import read_plan
    from lantu.reading.corrected import corrected

    reading = read_plan(document)
    if made:
        reading, missed = corrected(reading, document.text, made)
        notes = (*notes, *missed)
    if wanted == SUMMARY:
        data = read_output.summary(document, reading, language).encode()
    else:
        data = formats.written(wanted, document, reading)
    if output is None:
        if wanted.endswith(".xlsx") and sys.stdout.isatty():
            raise InputError(msg("表格文件不能显示在终端上；请用 -o 写明要写入的文件。"))
        typer.echo(data, nl=False)
    else:
        write_whole(output, data)
    _report(file, (*notes, *reading.problems), language)


def _folder(
    folder: Path,
    output: Path | None,
    names: list[str] | None,
    limit: int,
    language: "Language",
    workers: int | None,
    cluster: str,
) -> None:
    from lantu.cli.read_folder import read_folder
    from lantu.exchange.formats import USUAL

    if output is None:
        raise InputError(msg("“{name}”是文件夹；读整个文件夹，请用 -o 写明输出文件夹。", name=folder))
    formats = tuple(dict.fromkeys(known_format(name) for name in names or USUAL))
    read_folder(folder, output, formats, limit, language, workers=workers, cluster=cluster)


def _corrections(path: Path, limit: int) -> "tuple[Correction, ...]":
    from lantu.exchange.corrections import read_corrections

    return read_corrections(read_file(path, limit), path.name)


def _one(names: list[str] | None) -> str:
    """The one format of a single file. Raises InputError for several or an unknown one."""
    if not names:
        return SUMMARY
    if len(names) > 1:
        raise InputError(msg("读一个文件只能写一种格式；要多种格式，请分几次读，或读文件夹。"))
    return known_format(names[0], (SUMMARY,))


def known_format(name: str, others: tuple[str, ...] = ()) -> str:
    """The format of this name; raises InputError naming those there are."""
    from lantu.exchange import formats

    name = "json" if name == "plan.json" else name
    known = (*others, *formats.FORMATS)
    if name not in known:
        raise InputError(
            msg("没有“{name}”这种输出格式；可以是：{known}。", name=name, known="、".join(known))
        )
    return name


def _report(file: Path, problems: "tuple[Problem, ...]", language: "Language") -> None:
    """Problems to standard error, each with file, line and column."""
    from lantu.texts import render

    for problem in problems:
        place = f"{file}:{max(problem.line, 1)}:{max(problem.column, 1)}"
        typer.echo(f"{place}: {render(problem.message, language)} [{problem.code}]", err=True)
