"""Printing the check of a draft: what asks for a look as a short table, counts, files by their ending."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from lantu.check import Finding, Report, Rule
from lantu.exchange.check_json import dump_check
from lantu.exchange.check_table import check_table
from lantu.texts import Language, label, render
from lantu.values import InputError, Message, Problem, msg

Writer = Callable[[Report, bytes, datetime, Language], bytes]
"""Report, the draft's own bytes, now, language: the bytes of a file."""


def writer(path: Path, draft: Path) -> Writer:
    """What writes a file of this ending. Raises InputError for the draft itself and unknown endings."""
    if path.resolve() == draft.resolve():
        raise InputError(msg("“{name}”是文稿本身；请另写一个文件名，原稿不改动。", name=path))
    known = _WRITERS.get(path.suffix.lower())
    if known is None:
        raise InputError(msg("不能写“{name}”；可以写：{known}。", name=path, known="、".join(_WRITERS)))
    return known


def _commented(report: Report, data: bytes, now: datetime, language: Language) -> bytes:
    from lantu.exchange.docx_comments import commented

    return commented(report, data, now, language)


_WRITERS: dict[str, Writer] = {
    ".xlsx": lambda report, _data, _now, language: check_table(report, language),
    ".docx": _commented,
    ".json": lambda report, _data, _now, language: dump_check(report, language),
}


def table(report: Report, language: Language) -> None:
    """Print every finding that asks for a look, then how many figures were judged."""
    console = Console(soft_wrap=False, highlight=False)
    if report.wrong:
        console.print(_table(report, language))
    for line in _counts(report):
        console.print(render(line, language))


def _table(report: Report, language: Language) -> Table:
    heads = (msg("位置"), msg("文稿中"), msg("发现"), msg("应为"), msg("说明"))
    made = Table(box=None, header_style="bold", pad_edge=False)
    for index, head in enumerate(heads):
        made.add_column(render(head, language), overflow="fold", no_wrap=index == 0)
    for one in report.wrong:
        line, column = report.document.place(one.span.start)
        made.add_row(
            f"{line}:{column}", one.quote, _rule(one, language), one.expected, render(one.message, language)
        )
    return made


def _rule(one: Finding, language: Language) -> str:
    sure = label("check_confidence", one.confidence, language)
    return f"{label('check_rule', one.rule, language)}（{sure}）"


def _counts(report: Report) -> tuple[Message, ...]:
    counted = report.counted()
    return (
        msg(
            "数字 {figures} 处，判断了 {judged} 处：一致 {agree}，需要看的 {wrong}；"
            "无依据 {open}（请有关部门核定）。",
            figures=len(report.draft.statements),
            judged=report.judged,
            agree=counted.get(Rule.AGREES, 0),
            wrong=len(report.wrong),
            open=counted.get(Rule.UNSUPPORTED, 0),
        ),
        msg("以 {day} 为准；文稿没有留存。", day=report.as_of),
    )


def problems(draft: Path, notes: tuple[Problem, ...], language: Language) -> None:
    """Print what was noticed on reading the draft, to standard error."""
    for note in notes:
        typer.echo(f"{draft}: {render(note.message, language)} [{note.code}]", err=True)
