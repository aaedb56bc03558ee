"""Lines of all pages to paragraphs: running heads dropped, broken lines joined by where they stand.

The printed page says what a text file has lost: a line that reaches the right margin goes on in the next one
unless that is indented, set apart or of another size.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from lantu.documents.pdf_lines import Line
from lantu.documents.pdf_tables import Ruled, joined

_MARGIN = 0.12  # of the height of a page: where running heads and page numbers stand
_PAGE_NUMBER = re.compile(
    r"[-—–―·•\s]*(?:第\s*)?[\dIVXivx]{1,5}\s*页?(?:\s*[/／共]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–―·•\s]*"
)
_LEADER = re.compile(r"(?:[.．]{4,}|[…·]{2,})\s*\d{0,4}\s*$")
_STARTER = re.compile(
    r"(?:第[〇零一二三四五六七八九十百\d]{1,5}[篇编章节]|专栏|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}[.．、](?!\d)|[①-⑳]|——|--|[注註][:：])"
)
_HEADING = re.compile(r"第[〇零一二三四五六七八九十百\d]{1,5}[篇编編章节節]")
_REFERENCE = re.compile(r"第[〇零一二三四五六七八九十百\d]{1,5}[篇编章节編節][的至和与及、，。中所]")
_FIRST_WORD = re.compile(r"[（(“‘《]?[\x21-\x7e]*")
_ENDS = "。！？；：!?;:"
_FULL = 3.2  # characters a full line may stop short of the margin
_SAME = 0.6
_SET_APART = 1.28


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as lines and tables: number from 1, width and height, blocks from top to bottom."""

    number: int
    width: float
    height: float
    blocks: tuple[Line | Ruled, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, with the page each stands on."""

    parts: tuple[tuple[int, str], ...]

    @property
    def text(self) -> str:
        """The paragraph on one line."""
        return joined([text for _, text in self.parts])


@dataclass(frozen=True, slots=True)
class _Measure:
    """How a page is set, in points: margins, size of the prose, distance of its lines.

    indents: first lines of paragraphs stand in, so that a line at the margin goes on.
    """

    left: float
    right: float
    size: float
    pitch: float
    indents: bool


def without_running_heads(sheets: list[Sheet]) -> tuple[list[Sheet], int]:
    """Drop page numbers and the lines that stand at the top or foot of many pages; how many."""
    seen: Counter[tuple[str, int]] = Counter()
    for sheet in sheets:
        seen.update({_key(line, sheet) for line in _edge_lines(sheet)})
    often = max(2, 0.3 * len(sheets))
    dropped = 0
    made = []
    for sheet in sheets:
        gone = {
            id(line)
            for line in _edge_lines(sheet)
            if _PAGE_NUMBER.fullmatch(line.text) or seen[_key(line, sheet)] >= often
        }
        dropped += len(gone)
        kept = tuple(block for block in sheet.blocks if id(block) not in gone)
        made.append(Sheet(sheet.number, sheet.width, sheet.height, kept))
    return made, dropped


def _edge_lines(sheet: Sheet) -> list[Line]:
    """Lines in the upper and lower margin."""
    edge = _MARGIN * sheet.height
    return [
        block
        for block in sheet.blocks
        if isinstance(block, Line) and not edge < block.middle < sheet.height - edge
    ]


def _key(line: Line, sheet: Sheet) -> tuple[str, int]:
    """What a running head has in common over pages: its words without numbers, and its height."""
    words = re.sub(r"\d+", "#", re.sub(r"\s", "", line.text))
    return words, round(line.middle / sheet.height * 50)


def paragraphs(sheets: list[Sheet]) -> Iterator[Paragraph | tuple[int, Ruled]]:
    """Paragraphs and (page, table), in reading order."""
    pending: list[tuple[int, Line]] = []
    for sheet in sheets:
        measure = _measure(sheet)
        for block in sheet.blocks:
            if isinstance(block, Ruled):
                yield from _made(pending)
                pending = []
                yield sheet.number, block
                continue
            if pending and not _goes_on(pending, (sheet.number, block), sheet, measure):
                yield from _made(pending)
                pending = []
            pending.append((sheet.number, block))
    yield from _made(pending)


def _made(pending: list[tuple[int, Line]]) -> Iterator[Paragraph]:
    if pending:
        yield Paragraph(tuple((page, line.text) for page, line in pending))


def _measure(sheet: Sheet) -> _Measure:
    found = [block for block in sheet.blocks if isinstance(block, Line)]
    if not found:
        return _Measure(0.0, sheet.width, 12.0, 20.0, indents=False)
    weight: Counter[float] = Counter()
    for line in found:
        weight[round(line.size * 2) / 2] += len(line.text)
    size = weight.most_common(1)[0][0] or 1.0
    prose = [line for line in found if abs(line.size - size) < 0.15 * size and not line.gaps] or found
    left = min(line.x0 for line in prose)
    right = max(line.x1 for line in prose)
    distances = sorted(
        a.middle - b.middle
        for a, b in pairwise(prose)
        if a.x1 > right - _FULL * size and 0 < a.middle - b.middle < 4 * size
    )
    pitch = distances[len(distances) // 3] if distances else 2 * size
    measure = _Measure(left, right, size, pitch, indents=False)
    indented = sum(_is_indent(line.x0 - left, measure) for line in prose)
    return replace(measure, indents=indented >= max(2, 0.1 * len(prose)))


def _goes_on(
    pending: list[tuple[int, Line]], following: tuple[int, Line], sheet: Sheet, measure: _Measure
) -> bool:
    """Whether a line belongs to the paragraph that waits."""
    (page, before), (page_now, line) = pending[-1], following
    other_size = abs(before.size - line.size) > 0.12 * max(before.size, line.size)
    if other_size or before.is_row or any(one.gaps or _LEADER.search(one.text) for one in (before, line)):
        return False
    # Across pages, and from the foot of one column to the head of the next, distance says nothing.
    distance = before.middle - line.middle if page == page_now else 0.0
    if _centered(before, sheet, measure) and _centered(line, sheet, measure):
        return _title_goes_on(before, line, distance)
    if _ended(before, line, measure) or distance > _SET_APART * measure.pitch or _is_heading(line.text):
        return False
    title = min(before.size, line.size) > 1.08 * measure.size  # its second line is centered
    if _begins(before, line, measure) and not title:
        return False
    ends = before.text[-1] in _ENDS and not measure.indents
    return not (ends and _STARTER.match(line.text))


def _ended(line: Line, following: Line, measure: _Measure) -> bool:
    """Whether a line stops so short of the margin that the first word of the next had room on it."""
    first = _FIRST_WORD.match(following.text)
    room = max(_FULL, 0.55 * len(first[0] if first else "") + 2)
    return line.x1 < measure.right - room * measure.size


def _is_heading(text: str) -> bool:
    return _HEADING.match(text) is not None and _REFERENCE.match(text) is None


def _begins(before: Line, line: Line, measure: _Measure) -> bool:
    """Whether a line stands in from the margin, and not below one that hangs as far in."""
    indent = line.x0 - measure.left
    same = abs(line.x0 - before.x0) < _SAME * measure.size
    hanging = same and not _is_indent(indent, measure) and before.text[-1] not in _ENDS
    return indent > 0.8 * measure.size and not hanging


def _is_indent(indent: float, measure: _Measure) -> bool:
    """Whether a line stands in as the first line of a paragraph does: two characters."""
    return 1.4 * measure.size < indent < 2.6 * measure.size


def _centered(line: Line, sheet: Sheet, measure: _Measure) -> bool:
    middle = (measure.left + measure.right) / 2
    near = min(abs(line.center - middle), abs(line.center - sheet.width / 2)) < line.size
    return near and line.x0 > measure.left + line.size and line.x1 < measure.right - line.size


def _title_goes_on(before: Line, line: Line, distance: float) -> bool:
    """Whether a centered line is the second line of a title."""
    if _STARTER.match(line.text) or distance > 2.6 * before.size or before.text[-1] in _ENDS:
        return False
    return bool(_HEADING.match(before.text)) or _long(before)


def _long(line: Line) -> bool:
    return line.x1 - line.x0 > 8 * line.size
