"""A draft laid out for reading: paragraphs and tables with the marks in them, in sheets of bounded length."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from lantu.documents import Document
from lantu.plan import Section, SectionKind
from lantu.web.pages.chapters import HEADINGS
from lantu.web.pages.check_marks import Mark

ENOUGH, MOST = 3_000, 7_000
"""Characters of a sheet: from the first on it ends before a heading, at the second in any case."""
_HEADING_MOST = 60

Piece = str | Mark
"""A run of the text as it stands, or a marked figure in it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading or table.

    pieces: of a paragraph; rows: of a table, each cell in pieces, the first row its head; heading: whether
    it is one; main: whether the contents name it; marks: all in it; address: page of the file where it
    begins, "" when as before.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]
    heading: bool
    main: bool
    marks: tuple[Mark, ...]
    address: str

    @property
    def pressing(self) -> tuple[Mark, ...]:
        """Marks that show beside the text; the others are told together."""
        return tuple(one for one in self.marks if one.level not in ("agree", "open"))

    @property
    def quiet(self) -> tuple[Mark, ...]:
        """Marks that ask for nothing at once."""
        return tuple(one for one in self.marks if one.level in ("agree", "open"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paragraphs that are shown together; number: from 1."""

    number: int
    paragraphs: tuple[Paragraph, ...]

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.paragraphs[0].start


def sheets_of(document: Document, sections: Sequence[Section], marks: Sequence[Mark]) -> tuple[Sheet, ...]:
    """The whole draft in sheets; every mark stands in exactly one paragraph."""
    heads = _heads(sections, HEADINGS), _heads(sections, _main(sections))
    made: list[Sheet] = []
    held: list[Paragraph] = []
    for one in _paragraphs(document, heads, marks):
        size = one.start - held[0].start if held else 0
        if held and (size >= MOST or (one.heading and size >= ENOUGH)):
            made.append(Sheet(len(made) + 1, tuple(held)))
            held = []
        held.append(one)
    if held:
        made.append(Sheet(len(made) + 1, tuple(held)))
    return tuple(made)


def sheet_at(sheets: Sequence[Sheet], offset: int) -> Sheet:
    """The sheet that holds an offset; there is at least one sheet."""
    return sheets[max(0, bisect_right(sheets, offset, key=lambda sheet: sheet.start) - 1)]


def _paragraphs(
    document: Document, heads: tuple[list[int], list[int]], marks: Sequence[Mark]
) -> Iterator[Paragraph]:
    text, page = document.text, ""
    left = list(marks)[::-1]
    for start, end, table in _runs(text, marks):
        inside: list[Mark] = []
        while left and left[-1].start < end:
            inside.append(left.pop())
        here = document.address(start)
        turned = here if here.startswith("p.") and here != page else ""
        page = turned or page
        rows = tuple(_rows(text, start, end, inside)) if table else ()
        pieces = () if table else tuple(_pieces(text, start, end, inside))
        heading, main = (not table and _is_heading(text, start, end, places) for places in heads)
        yield Paragraph(start, end, pieces, rows, heading, main, tuple(inside), turned)


def _heads(sections: Sequence[Section], kinds: Container[str]) -> list[int]:
    return sorted(one.heading.start for one in sections if one.heading is not None and one.kind in kinds)


def _main(sections: Sequence[Section]) -> tuple[str, ...]:
    """Kinds of the headings that make the contents: parts and chapters, else the highest there are."""
    have = {one.kind for one in sections}
    if SectionKind.CHAPTER in have:
        return SectionKind.PART, SectionKind.CHAPTER
    return next(((kind,) for kind in HEADINGS if kind in have), ())


def _is_heading(text: str, start: int, end: int, heads: Sequence[int]) -> bool:
    place = bisect_left(heads, start)
    begins = place < len(heads) and heads[place] < end
    return begins and end - start <= _HEADING_MOST and "。" not in text[start:end]


def _runs(text: str, marks: Sequence[Mark]) -> Iterator[tuple[int, int, bool]]:
    """Start and end of every paragraph, and of lines of a table in a row; a figure is never cut."""
    crossed = {place for one in marks for place in _breaks(text, one)}
    begun, table, place = -1, False, 0
    for line in text.splitlines(keepends=True):
        start, end = place + len(line) - len(line.lstrip()), place + len(line.rstrip())
        broken = place - 1 in crossed
        place += len(line)
        row = line.startswith("|")
        if begun >= 0 and table and row:
            last = end
            continue
        if begun >= 0 and not table and broken:
            last = end
            continue
        if begun >= 0:
            yield begun, last, table
            begun = -1
        if line.strip():
            begun, last, table = start, end, row
    if begun >= 0:
        yield begun, last, table


def _breaks(text: str, one: Mark) -> list[int]:
    return [place for place in range(one.start, one.end) if text[place] == "\n"]


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    place = start
    for one in marks:
        if one.start > place:
            yield text[place : one.start]
        yield one
        place = max(place, one.end)
    if place < end:
        yield text[place:end]


def _rows(text: str, start: int, end: int, marks: list[Mark]) -> Iterator[tuple[tuple[Piece, ...], ...]]:
    """The cells of a table in pieces; the line of dashes under the head is no row."""
    place = start
    for line in text[start:end].split("\n"):
        if line.strip("|-: \r"):
            yield tuple(_cells(text, place, line.rstrip(), marks))
        place += len(line) + 1


def _cells(text: str, start: int, line: str, marks: list[Mark]) -> Iterator[tuple[Piece, ...]]:
    place = start + 1
    for cell in line[1:].removesuffix("|").split("|"):
        end = place + len(cell)
        first, last = place + len(cell) - len(cell.lstrip()), place + len(cell.rstrip())
        inside = [one for one in marks if place <= one.start < end]
        yield tuple(_pieces(text, first, max(first, last), inside))
        place = end + 1
