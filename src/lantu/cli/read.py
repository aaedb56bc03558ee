"""``lantu read``: a plan's text in, its structure, targets and main indicators out; needs no database."""

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lantu.cli import settings
from lantu.cli.files import read_document, write_whole

if TYPE_CHECKING:
    from lantu.documents import Document
    from lantu.reading import Reading
    from lantu.texts import Language
    from lantu.values import Problem


class Format(StrEnum):
    """What is written."""

    SUMMARY = "summary"
    JSON = "json"
    TARGETS = "targets.jsonl"
    INDICATORS = "indicators.jsonl"


def read(
    file: Annotated[Path, typer.Argument(help="规划文本，UTF-8 或 GB18030。 The plan's text.")],
    form: Annotated[
        Format, typer.Option("--format", "-f", help="输出格式。 What to write.")
    ] = Format.SUMMARY,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="写入文件，不写则为标准输出。 File to write.")
    ] = None,
    limit: Annotated[
        float | None, typer.Option(min=0.001, help="文件大小上限（MB）。 Largest size, in MB.")
    ] = None,
) -> None:
    """读规划文本：结构、目标值、主要指标表。 Read a plan: structure, targets, main indicators."""
    from lantu.reading import read_plan

    language = settings.language(os.environ)
    most = settings.size_limit(os.environ) if limit is None else int(limit * 1024 * 1024)
    document, notes = read_document(file, most)
    reading = read_plan(document)
    text = _written(form, document, reading, language)
    if output is None:
        typer.echo(text, nl=False)
    else:
        write_whole(output, text.encode())
    _report(file, (*notes, *reading.problems), language)


def _written(form: Format, document: "Document", reading: "Reading", language: "Language") -> str:
    from lantu.cli import read_output
    from lantu.reading import jsonl

    if form is Format.TARGETS:
        return "".join(jsonl.lines(jsonl.target_row(target) for target in reading.targets))
    if form is Format.INDICATORS:
        return "".join(jsonl.lines(jsonl.indicator_row(row) for row in reading.indicators))
    if form is Format.JSON:
        return read_output.as_json(document, reading)
    return read_output.summary(document, reading, language)


def _report(file: Path, problems: "tuple[Problem, ...]", language: "Language") -> None:
    """Problems to standard error, each with file, line and column."""
    from lantu.texts import render

    for problem in problems:
        place = f"{file}:{max(problem.line, 1)}:{max(problem.column, 1)}"
        typer.echo(f"{place}: {render(problem.message, language)} [{problem.code}]", err=True)
