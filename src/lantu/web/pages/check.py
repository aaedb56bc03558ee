"""核数 on the site: a draft with a mark at every judged figure and what was found of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lantu.check import Rule
from lantu.documents import Kind
from lantu.indicators import Confirmed
from lantu.values import Message, NotFound, msg
from lantu.web.desk import DraftOnDesk
from lantu.web.pages.check_marks import LEVELS, Mark, Marker
from lantu.web.pages.check_sheets import Paragraph, Sheet, sheet_at, sheets_of
from lantu.web.pages.names import Name, Names

SHOWN = 60
"""Paragraphs of a filter on one page."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A line of the contents: a heading, or a sheet of a text without any (words "").

    sheet, start: where it stands; pressing: marks under it that ask for a look.
    """

    words: str
    sheet: int
    start: int
    pressing: int


@dataclass(frozen=True, slots=True)
class CheckPage:
    """The page record.

    show: the filter, "" for the text sheet by sheet; levels, rules: how many marks and findings of each;
    part: which sheet, or page of the filter, of ``parts``; at: offset of the mark to open, -1 for none;
    places: where all marks begin.
    """

    key: str
    name: str
    title: str
    region: Name
    as_of: date
    word: bool
    figures: int
    judged: int
    wrong: int
    levels: tuple[tuple[str, int], ...]
    rules: tuple[tuple[str, int], ...]
    chapters: tuple[Chapter, ...]
    paragraphs: tuple[Paragraph, ...]
    show: str
    part: int
    parts: int
    at: int
    notes: tuple[Message, ...]
    places: frozenset[int]


def check_page(
    key: str,
    draft: DraftOnDesk,
    names: Names,
    confirmed: Confirmed,
    show: str = "",
    part: int = 1,
    at: int = -1,
) -> CheckPage:
    """The page of a draft. ``at`` chooses the part that holds its mark.

    Raises NotFound for a filter there is none of; a part there is none of becomes the nearest.
    """
    if show and show not in ("wrong", *LEVELS, *Rule):
        raise NotFound(msg("没有“{what}”这一类；请从页面上的类别里选。", what=show[:20]))
    report = draft.report
    marks = Marker(report, names, confirmed, draft.taken).marks()
    sheets = sheets_of(report.document, draft.sections, marks)
    pages = _filtered(sheets, show) if show else [sheet.paragraphs for sheet in sheets]
    part = _part(pages, part, at)
    levels = Counter(one.level for one in marks)
    rules = Counter(found.rule for one in marks for found in one.found if found.aside is None)
    return CheckPage(
        key,
        report.document.name,
        report.draft.title,
        names.region(report.draft.region) if report.draft.region else Name(""),
        report.as_of,
        report.document.kind is Kind.DOCX and bool(draft.data),
        len(report.draft.statements),
        report.judged,
        levels["look"] + levels["unsure"],
        tuple((level, levels[level]) for level in LEVELS if levels[level]),
        tuple((rule.value, rules[rule]) for rule in Rule if rules[rule]),
        tuple(_chapters(sheets)),
        tuple(pages[part - 1]) if pages else (),
        show,
        part,
        len(pages),
        at,
        tuple(note.message for note in draft.notes),
        frozenset(one.start for one in marks),
    )


def mark_at(draft: DraftOnDesk, names: Names, confirmed: Confirmed, start: int) -> tuple[Mark, Paragraph]:
    """The mark at an offset and its paragraph. Raises NotFound when there is none."""
    marks = Marker(draft.report, names, confirmed, draft.taken).marks()
    sheets = sheets_of(draft.report.document, draft.sections, marks)
    for one in sheet_at(sheets, start).paragraphs if sheets else ():
        for mark in one.marks:
            if mark.start == start:
                return mark, one
    raise NotFound(msg("这份文稿在第 {start} 字处没有标出的数；请从核数页点进来。", start=start))


def _filtered(sheets: Sequence[Sheet], show: str) -> list[tuple[Paragraph, ...]]:
    """The paragraphs with such a mark, so many a page."""
    found = [p for sheet in sheets for p in sheet.paragraphs if any(one.shows(show) for one in p.marks)]
    return [tuple(found[first : first + SHOWN]) for first in range(0, len(found), SHOWN)]


def _part(pages: Sequence[Sequence[Paragraph]], part: int, at: int) -> int:
    for number, page in enumerate(pages, 1):
        if any(one.start <= at < one.end for one in page):
            return number
    return max(1, min(part, len(pages)))


def _chapters(sheets: Sequence[Sheet]) -> Iterator[Chapter]:
    headed = any(one.main for sheet in sheets for one in sheet.paragraphs)
    words, sheet_number, start, pressing, begun = "", 1, 0, 0, False
    for sheet in sheets:
        for place, one in enumerate(sheet.paragraphs):
            if one.main or (not headed and place == 0) or not begun:
                if begun:
                    yield Chapter(words, sheet_number, start, pressing)
                begun, pressing, sheet_number, start = True, 0, sheet.number, one.start
                words = _words(one) if one.main else ""
            pressing += sum(mark.shows("wrong") for mark in one.marks)
    if begun:
        yield Chapter(words, sheet_number, start, pressing)


def _words(one: Paragraph) -> str:
    return "".join(piece if isinstance(piece, str) else piece.quote for piece in one.pieces).strip()
