"""``lantu check``: the figures of a draft held against each other and all that is known (核数)."""

import os
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lantu.cli import settings
from lantu.cli.door import Door, day, open_door, say
from lantu.cli.files import read_document, read_file, write_whole
from lantu.values import InputError, msg

if TYPE_CHECKING:
    from lantu.check import Report
    from lantu.texts import Language


class CheckFormat(StrEnum):
    """Ways to print a check."""

    TABLE = "table"
    JSON = "json"


def check(
    draft: Annotated[Path, typer.Argument(help="文稿：docx、xlsx、txt、md、html、pdf。 The draft to check.")],
    as_of: Annotated[
        str, typer.Option(help="以哪一天为准，默认今天。 Day the draft speaks at, YYYY-MM-DD.")
    ] = "",
    plan: Annotated[
        list[str] | None,
        typer.Option(help="只对照这些规划的目标，默认全部。 Plans whose targets count, default all."),
    ] = None,
    region: Annotated[
        str, typer.Option(help="文稿所说地区的代码，默认看标题。 Code of the draft's own region.")
    ] = "",
    output: Annotated[
        list[Path] | None,
        typer.Option("--output", "-o", help="写入文件，按后缀定格式。 Files to write, by their ending."),
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option(help="统计部门填回的核数表（XLSX），并入后再核。 A returned table, merged first."),
    ] = None,
    form: Annotated[
        CheckFormat, typer.Option("--format", "-f", help="标准输出的格式。 What to print.")
    ] = CheckFormat.TABLE,
    limit: Annotated[
        float | None, typer.Option(min=0.001, help="文件大小上限（MB）。 Largest size, in MB.")
    ] = None,
    database: Annotated[str, typer.Option(help="数据库地址。 Database URL.")] = "",
) -> None:
    """核数：逐个核对文稿里的数字，文稿不留存。 Check every figure of a draft; nothing of it is kept."""
    from lantu.cli import check_output

    most = settings.size_limit(os.environ) if limit is None else int(limit * 1024 * 1024)
    writers = [(path, check_output.writer(path, draft)) for path in output or ()]
    data = read_file(draft, most)
    document, notes = read_document(draft, most)
    from lantu.actions import check_draft
    from lantu.documents.secrecy import refuse_classified

    refuse_classified(draft.name, data, document)
    door = open_door(database)
    wanted = partial(check_draft, plans=plan or (), region=region)
    report = wanted(door.store, document, day(as_of, door.today))
    if answers is not None:
        _merge(answers, report, door, most)
        report = wanted(door.store, document, report.as_of)
    for path, write in writers:
        write_whole(path, write(report, data, door.now, door.language))
    _print(report, form, door.language)
    check_output.problems(draft, notes, door.language)


def _merge(path: Path, report: "Report", door: "Door", limit: int) -> None:
    """Keep the figures confirmed in a returned table; one error in it lets nothing through."""
    from lantu.actions import answer_draft
    from lantu.cli import check_output
    from lantu.exchange.check_returned import read_check_table

    verified, problems = read_check_table(report, read_file(path, limit), door.today)
    check_output.problems(path, problems, door.language)
    if any(one.severity == "error" for one in problems):
        raise InputError(msg("核数表“{name}”有错，一行也没有并入；请改正后再来。", name=path.name))
    answer_draft(door.store, verified, door.actor, door.now)
    say(msg("已并入核定数 {n} 个。", n=len(verified)), door.language, err=True)


def _print(report: "Report", form: CheckFormat, language: "Language") -> None:
    from lantu.cli import check_output
    from lantu.exchange.check_json import dump_check

    if form is CheckFormat.JSON:
        typer.echo(dump_check(report, language), nl=False)
    else:
        check_output.table(report, language)
