"""A reading on paper: the summary for people."""

from collections import Counter
from io import StringIO
from shutil import get_terminal_size

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from lantu.documents import Document
from lantu.plan import SectionKind, SentenceClass
from lantu.reading import Reading
from lantu.texts import Language, label, render
from lantu.values import Binding, Message, Tier, msg

_NARROWEST, _WIDEST = 72, 120


def summary(document: Document, reading: Reading, language: Language) -> str:
    """Counts: structure, targets by chapter and tier and those without a figure, main table, problems."""
    period, outline = reading.period, reading.outline
    years = f" ({period.start}-{period.end})" if period.end else ""
    kinds = {kind.value: outline.count(kind) for kind in SectionKind}
    binding = sum(row.binding is Binding.BINDING for row in reading.indicators)
    lines = [
        f"{outline.title or document.name}{years}",
        render(
            msg(
                "结构：{part} 篇，{chapter} 章，{section} 节，{box} 个专栏，{item} 个条目，{paragraph} 段。",
                **kinds,
            ),
            language,
        ),
        shown(_chapters(reading, language)),
        render(
            msg("没有数字的目标：{n} 项，另列（--format directional.jsonl）。", n=len(reading.directional)),
            language,
        ),
        render(
            msg(
                "主要指标表：{rows} 行，其中约束性 {binding} 行。",
                rows=len(reading.indicators),
                binding=binding,
            ),
            language,
        ),
        render(_ledger(reading), language),
        render(msg("问题和提示：{n} 条，见标准错误输出。", n=len(reading.problems)), language),
    ]
    return "\n".join(lines) + "\n"


def _ledger(reading: Reading) -> Message:
    """What became of the sentences: the classes add up to all of them."""
    ledger = reading.work.ledger
    return msg(
        "句子 {n}：目标 {target}、任务 {task}、政策 {policy}、工程 {project}、"
        "背景 {context}、未判定 {unresolved}。",
        n=len(ledger.sentences),
        **{klass.value: ledger.count(klass) for klass in SentenceClass},
    )


def shown(table: Table) -> str:
    """The table as text, as wide as the terminal allows."""
    width = max(_NARROWEST, min(_WIDEST, get_terminal_size((100, 24)).columns))
    stream = StringIO()
    Console(file=stream, width=width, highlight=False, color_system=None).print(table)
    return "\n".join(line.rstrip() for line in stream.getvalue().rstrip("\n").split("\n"))


def _chapters(reading: Reading, language: Language) -> Table:
    """Targets of each chapter by tier, with the sums."""
    names = _chapter_names(reading, render(msg("（正文之前）"), language))
    counts = Counter((name, target.tier) for name, target in zip(names, reading.targets, strict=True))
    table = Table(box=SIMPLE_HEAD, show_footer=True)
    table.add_column(render(msg("章"), language), footer=render(msg("合计"), language), overflow="fold")
    for tier in Tier:
        total = sum(n for (_, of), n in counts.items() if of is tier)
        table.add_column(
            label("tier", tier.value, language), justify="right", footer=str(total), no_wrap=True
        )
    table.add_column(
        render(msg("目标数"), language), justify="right", footer=str(len(reading.targets)), no_wrap=True
    )
    for name in dict.fromkeys(names):
        numbers = [counts[name, tier] for tier in Tier]
        table.add_row(name, *(str(n) if n else "" for n in numbers), str(sum(numbers)))
    return table


def _chapter_names(reading: Reading, front: str) -> list[str]:
    """The chapter (or the outermost heading) of each target."""
    by_eid = {section.eid: section for section in reading.outline.sections}
    names = []
    for target in reading.targets:
        name, section = front, by_eid.get(target.section)
        while section is not None:
            name = f"{section.label} {section.title}".strip()
            section = None if section.kind is SectionKind.CHAPTER else by_eid.get(section.parent)
        names.append(name)
    return names
