"""Tables set by places alone in a PDF: their rows are lines, and a cell broken over lines breaks its row.

Nothing on the page says where such a row begins and ends, so its lines are not put together but counted,
for a person to look.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from math import inf
from statistics import median

from lantu.documents.pdf_lines import Line

_BETWEEN = re.compile(r" {2,}")
_CELLS_LEAST = 4
_ROWS_LEAST = 4  # the heads among them
_LEAP = 3  # lines of broken cells between two rows, at most
_NEARER = 0.9  # of the distance of whole rows: the lines of one row stand closer
_OTHER = re.compile(r"^(?:[注註]|资料来源|資料來源|专栏|專欄|表\s*\d|第.{1,4}[章节節])|[。；：]$")


def broken_lines(found: Sequence[Line]) -> int:
    """Lines that hold a part of a row, in all tables of a page. found: its lines from top to bottom."""
    rows = [at for at, line in enumerate(found) if len(_BETWEEN.split(line.text)) >= _CELLS_LEAST]
    runs = [rows[:1]]
    for before, at in pairwise(rows):
        if found[before].middle - found[at].middle > 0 and at - before <= _LEAP + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return sum(_broken(found, run) for run in runs if len(run) >= _ROWS_LEAST)


def _broken(found: Sequence[Line], run: list[int]) -> int:
    """Lines between two rows, or close behind the last, that are parts of one.

    A line of its own, as a category above its rows, begins where the table does and keeps the distance of
    rows. Lines between the heads and the first row may belong to the heads.
    """
    left = min(found[at].x0 for at in run)
    steps = [found[a].middle - found[b].middle for a, b in pairwise(run) if b == a + 1]
    pitch = median(steps) if steps else inf
    between = [at for a, b in pairwise(run[1:]) for at in range(a + 1, b)]
    behind = [at for at in (run[-1] + 1,) if at < len(found) and found[at].middle < found[run[-1]].middle]

    def near(at: int) -> bool:
        above = found[at - 1].middle - found[at].middle
        below = found[at].middle - found[at + 1].middle if at + 1 < len(found) else inf
        return min(above, below) < _NEARER * pitch

    def inside(at: int) -> bool:
        return found[at].x0 > left + found[at].size

    parts = [at for at in between if near(at) or inside(at) or _cut(found[at - 1].text, found[at].text)]
    parts += [at for at in behind if near(at) and inside(at)]
    return sum(_OTHER.search(found[at].text) is None for at in parts)


def _cut(above: str, text: str) -> bool:
    """Whether the first cell of a row goes on in this line: a bracket is open, or begins here."""
    first = _BETWEEN.split(above)[0].replace("(", "（").replace(")", "）")
    return first.count("（") > first.count("）") or text.startswith(("（", "(", "）", ")"))
