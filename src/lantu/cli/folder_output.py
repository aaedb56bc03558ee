"""What a run over a folder came to: a table for people, a CSV for programs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lantu.values import Message, Problem, msg

if TYPE_CHECKING:
    from lantu.texts import Language

_MOST = 60  # documents listed on the terminal; the CSV has them all
_SHOWN = ("targets", "indicators", "problems")


@dataclass(frozen=True, slots=True)
class Row:
    """One document: its path below the folder, whether it was kept from an earlier run, counts or problem."""

    name: str
    counts: dict[str, int]
    kept: bool = False
    problem: Problem | None = None

    @property
    def failed(self) -> bool:
        """Whether the document could not be read."""
        return self.problem is not None

    @property
    def state(self) -> str:
        """``read``, ``kept`` or ``failed``."""
        return "failed" if self.failed else "kept" if self.kept else "read"


def summary_csv(rows: Sequence[Row]) -> bytes:
    """A line per document: file, state, a column per count, the problem of one that failed."""
    from lantu.exchange.csv_table import csv_table

    counted = dict.fromkeys(name for row in rows for name in row.counts)
    plain = [
        {
            "file": row.name,
            "state": row.state,
            **row.counts,
            "problem": str(row.problem.message) if row.problem else "",
        }
        for row in rows
    ]
    return csv_table(plain, ("file", "state", *counted, "problem"))


def summary_table(rows: Sequence[Row], others: int, language: "Language") -> str:
    """The documents (of very many those that failed alone), sums, and what was passed over."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from lantu.cli.read_output import shown
    from lantu.texts import render

    def say(message: Message) -> str:
        return render(message, language)

    states = {"read": say(msg("已读")), "kept": say(msg("未变，沿用")), "failed": say(msg("失败"))}
    listed = rows if len(rows) <= _MOST else [row for row in rows if row.failed]
    table = Table(box=SIMPLE_HEAD, show_footer=True)
    table.add_column(say(msg("文档")), footer=say(msg("合计 {n}", n=len(rows))), overflow="fold")
    for name, head in zip(_SHOWN, (msg("目标数"), msg("指标行")), strict=False):
        table.add_column(say(head), footer=_total(rows, name), justify="right", no_wrap=True)
    table.add_column(say(msg("问题数")), footer=_total(rows, "problems"), justify="right", no_wrap=True)
    table.add_column(say(msg("状态")), footer=_states(rows, states), overflow="fold")
    for row in listed:
        why = f"{states[row.state]}: {say(row.problem.message)}" if row.problem else states[row.state]
        table.add_row(row.name, *(str(row.counts.get(name, "")) for name in _SHOWN), why)
    lines = [shown(table)]
    if len(listed) < len(rows):
        lines.append(say(msg("文档很多，上表只列失败的；全部见输出文件夹中的 summary.csv。")))
    if others:
        lines.append(say(msg("另有 {n} 个文件不是可读的格式，没有读。", n=others)))
    return "\n".join(lines) + "\n"


def _total(rows: Iterable[Row], name: str) -> str:
    return str(sum(row.counts.get(name, 0) for row in rows))


def _states(rows: Sequence[Row], words: dict[str, str]) -> str:
    counts = {state: sum(row.state == state for row in rows) for state in words}
    return ", ".join(f"{words[state]} {n}" for state, n in counts.items() if n)
