"""``lantu audit``: prove that the audit trail of a database is whole."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from lantu.cli import settings
from lantu.cli.door import say
from lantu.values import msg

if TYPE_CHECKING:
    from lantu.store import ChainReport
    from lantu.texts import Language

app = typer.Typer(help="审计留痕。 The audit trail.", no_args_is_help=True)


@app.callback()
def _audit() -> None:
    """Keep ``verify`` a verb of its own, also while it is the only one."""


@app.command()
def verify(
    database: Annotated[str, typer.Option(help="数据库地址。 Database URL.")] = "",
    head: Annotated[str, typer.Option(help="以前记下的链首校验值。 Head hash noted earlier.")] = "",
) -> None:
    """逐条核验留痕链；完好退出码 0，否则 1。 Check every link; exit code 0 when whole, else 1."""
    from lantu.store import Store, verify_chain

    url = database or settings.value(settings.DATABASE, os.environ)
    language = settings.language(os.environ)
    with Store.open(url) as store:
        report = verify_chain(store, head.strip().lower() or None)
        _print(store.name, report, language)
    if not report.ok:
        raise typer.Exit(1)


def _print(name: str, report: "ChainReport", language: "Language") -> None:
    if report.ok:
        say(msg("数据库“{name}”的审计链完好：核验了 {n} 条记录。", name=name, n=report.checked), language)
    else:
        say(
            msg("数据库“{name}”的审计链断了：前 {n} 条完好。", name=name, n=report.checked),
            language,
            err=True,
        )
    if report.why is not None:
        say(report.why, language, err=True)
    if report.erased:
        numbers = ", ".join(map(str, report.erased))
        say(msg("明细已删除的记录（链不受影响）：第 {numbers} 号。", numbers=numbers), language)
    if report.noted_found:
        say(msg("记下的链首仍在链上。"), language)
    say(
        msg(
            "链首：第 {seq} 号 {hash}（请抄存在别处；以后用 --head 核验，才能看出末尾是否被截去）。",
            seq=report.head_seq,
            hash=report.head,
        ),
        language,
    )
