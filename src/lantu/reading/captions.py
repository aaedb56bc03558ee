"""Captions of tables: lines beside a table that only count its indicators (共20项指标，约束性8项)."""

import re
from collections.abc import Iterator

_COUNTS = re.compile(
    r"\d+\s*[项个]\s*(?:主要|核心|具体)?指标|指标\s*(?:共计?|合计)?\s*\d+\s*[项个]"
    r"|(?:约束|预期|引导|导向)性(?:指标)?\s*\d+\s*项"
)
# What a caption may number or count beside indicators.
_COUNTED = re.compile(r"\d+\s*[项个类大]|(?:专栏|[图表])\s*\d+|20\d\d\s*年?|第\s*\d+")


def captions(shadow: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The line before and the line behind ``shadow[start:end]`` (blank ones aside) if they are captions."""
    head = shadow[:start].rstrip()
    first = head.rfind("\n") + 1
    tail = shadow[end:]
    begin = end + len(tail) - len(tail.lstrip())
    stop = shadow.find("\n", begin)
    for a, b in ((first, len(head)), (begin, stop if stop >= 0 else len(shadow))):
        if _is_caption(shadow[a:b]):
            yield a, b


def _is_caption(line: str) -> bool:
    """Whether a line counts indicators and holds no figure of another kind."""
    return bool(_COUNTS.search(line)) and not re.search(r"\d", _COUNTED.sub("", line))
