"""Reads ``work_cases/*.md`` and shows a reading in the same lines.

A case is a second-level heading, a quoted passage and lines ``- kind: fields``; a kind that is named
must have these records and no others (``- kind:`` alone: none at all).
"""

import re
from dataclasses import dataclass
from pathlib import Path

from lantu.documents import Document
from lantu.reading import read_plan

TITLE = "青原省国民经济和社会发展第十五个五年规划纲要"
HEAD = "第三章 主要任务"


@dataclass(frozen=True)
class WorkCase:
    name: str
    text: str
    lines: tuple[tuple[str, str], ...]


def work_cases(folder: Path) -> list[WorkCase]:
    found = []
    for path in sorted(folder.glob("*.md")):
        blocks = re.split(r"(?m)^## ", path.read_text(encoding="utf-8"))[1:]
        found += [_case(path.stem, block) for block in blocks]
    return found


def _case(file: str, block: str) -> WorkCase:
    lines = block.split("\n")
    passage = "\n".join(line[1:].removeprefix(" ") for line in lines if line.startswith(">"))
    assert passage, f"{file}: the case {lines[0]!r} has no passage"
    expected = [re.fullmatch(r"- (\w+): ?(.*)", line) for line in lines if line.startswith("- ")]
    text = f"{TITLE}\n\n{HEAD}\n\n{passage}\n"
    return WorkCase(f"{file}: {lines[0]}", text, tuple((m[1], m[2].strip()) for m in expected))


def shown(text: str) -> dict[str, list[str]]:
    """Every kind of record of a reading as lines."""
    work = read_plan(Document.of_text("case", text)).work
    klass = [s.klass.value + (f"({s.why})" if s.why else "") for s in work.ledger.sentences]
    return {
        "class": [", ".join(klass)],
        "lead": [t.lead for t in work.tasks],
        "clause": [
            _row(c.verb, c.object, " ".join(c.places), "、".join(c.bodies), c.deadline)
            for t in work.tasks
            for c in t.clauses
        ],
        "policy": [_row(p.kind.value, p.verb, p.object, p.title, p.deadline) for p in work.policies],
        "project": [
            _row(
                p.form.value,
                p.name,
                p.stage.value,
                p.group,
                p.number or "",
                " ".join(p.places),
                "、".join(f.words for f in p.facts),
            )
            for p in work.projects
        ],
        "platform": [_row(p.action.value, p.name) for p in work.platforms],
        "bodies": [
            _row(
                "、".join(f"{b.name}={b.role.value}" for b in r.bodies),
                "joint" if r.joint else "",
                "more" if r.more else "",
            )
            for r in work.responsibilities
        ],
        "words": [r.words for r in work.responsibilities],
        "place": [_row(m.name, " ".join(m.codes)) for m in work.places],
        "group": [_row(g.name, " ".join(g.codes)) for g in work.groups],
    }


def _row(*fields) -> str:
    text = " | ".join("" if f is None else str(f) for f in fields)
    return re.sub(r"(?: \| *)+$", "", text).strip()
