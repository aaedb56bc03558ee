"""Reads the case files: made-up passages in the official style with the records they must give.

A case is a second-level heading, a quoted passage (``> ``), and a table of records with the keys
of targets.jsonl; an empty cell is an empty value. A case without a table must give no record. A
line ``title: …`` between heading and passage puts another plan's title in front of the passage.
"""

import re
from dataclasses import dataclass
from pathlib import Path

TITLE = "青原省国民经济和社会发展第十五个五年规划纲要"
HEAD = "第三章 主要任务"


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    rows: tuple[dict[str, str], ...]


def cases(folder: Path) -> list[Case]:
    found = []
    for path in sorted(folder.glob("*.md")):
        blocks = re.split(r"(?m)^## ", path.read_text(encoding="utf-8"))[1:]
        found += [_case(path.stem, block) for block in blocks]
    return found


def _case(file: str, block: str) -> Case:
    lines = block.split("\n")
    title = next((line[7:] for line in lines if line.startswith("title: ")), TITLE)
    passage = "\n".join(line[1:].removeprefix(" ") for line in lines if line.startswith(">"))
    assert passage, f"{file}: the case {lines[0]!r} has no passage"
    table = [line for line in lines if line.startswith("|")]
    rows = [_cells(line) for line in table]
    keys, records = (rows[0], rows[2:]) if rows else ([], [])
    head = "" if re.match("第.{1,3}[篇章]", passage) else f"{HEAD}\n\n"
    text = f"{title}\n\n{head}{passage}\n"
    return Case(f"{file}: {lines[0]}", text, tuple(dict(zip(keys, row, strict=True)) for row in records))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
