"""The body of a DOCX: head, blocks, attachments, signature, in upright pages and pages in landscape."""

from collections.abc import Iterable

from lantu.reports.content import Block, Figure, Heading, List, Note, Paragraph, Report
from lantu.reports.docx_figures import figure
from lantu.reports.docx_fonts import DASH, DIGITS
from lantu.reports.docx_head import head
from lantu.reports.docx_sections import section
from lantu.reports.docx_signature import signature
from lantu.reports.docx_tables import gap, table
from lantu.reports.docx_text import Making, paragraph, run, runs
from lantu.reports.layout import SHORT, TITLE_WIDTH
from lantu.reports.numbering import Numbered, Numbering, attachment_label, note_text
from lantu.reports.ooxml import Element, el, qualified, val
from lantu.reports.table import Table
from lantu.reports.title_lines import title_lines
from lantu.reports.words import Words


def body(making: Making, report: Report) -> Element:
    """``w:body`` of the whole document."""
    numbering = Numbering(report.language)
    pages = _Pages(making)
    pages.add(head(making, report))
    _blocks(pages, report, numbering.over(report.body))
    end = signature(making, report)
    if end:
        pages.turn(wide=False)
        if report.signed and not report.attachments:
            pages.hold_last()
        pages.add(end)
    for place, attachment in enumerate(report.attachments):
        if attachment.body:
            wide = _begins_wide(attachment.body)
            pages.turn(wide=wide)
            pages.add(_attachment_head(making, report, place))
            _blocks(pages, report, numbering.over(attachment.body))
    return pages.done()


class _Pages:
    """Gathers paragraphs and tables and closes a section where the pages turn."""

    def __init__(self, making: Making) -> None:
        self.making = making
        self._made: list[Element] = []
        self._wide = False
        self._begun = 0  # where the running section begins

    def add(self, elements: Iterable[Element]) -> None:
        self._made.extend(elements)

    def turn(self, *, wide: bool) -> None:
        """Go on in pages of the other kind; nothing happens when they are already of that kind."""
        if wide == self._wide:
            return
        if len(self._made) > self._begun:
            closing = gap(1)
            properties = closing[0]
            properties.append(self._section())
            self._made.append(closing)
        self._begun = len(self._made)
        self._wide = wide

    def hold_last(self) -> None:
        """Keep a short last paragraph with what follows, so that a signature does not stand alone on a page.

        A long one is left alone: LibreOffice does not break a paragraph that is kept with the next.
        """
        if len(self._made) == self._begun:
            return
        last = self._made[-1]
        properties = last.find(qualified("w:pPr"))
        if properties is None or len("".join(last.itertext())) > SHORT:
            return
        if properties.find(qualified("w:keepNext")) is None:
            properties.insert(1, el("w:keepNext"))

    def done(self) -> Element:
        """The finished body; the last section stands at its end."""
        return el("w:body", None, *self._made, self._section())

    def _section(self) -> Element:
        return section(self.making.layout, self.making.footers, wide=self._wide)


def _blocks(pages: _Pages, report: Report, blocks: Iterable[Numbered]) -> None:
    """Write blocks; headings right before a wide table go with it to its page."""
    waiting: list[Numbered] = []
    for one in blocks:
        if isinstance(one.block, Heading):
            waiting.append(one)
            continue
        pages.turn(wide=isinstance(one.block, Table) and one.block.wide)
        for before in (*waiting, one):
            pages.add(_block(pages.making, report, before))
        waiting = []
    if waiting:
        pages.turn(wide=False)
    for one in waiting:
        pages.add(_block(pages.making, report, one))


def _begins_wide(blocks: tuple[Block, ...]) -> bool:
    first = next((block for block in blocks if not isinstance(block, Heading)), None)
    return isinstance(first, Table) and first.wide


def _block(making: Making, report: Report, one: Numbered) -> list[Element]:
    match one.block:
        case Heading(level=level, text=text):
            between = " " if one.label and not making.layout.grid else ""
            return [paragraph(f"Heading{level}", [], [run(making.layout, one.label + between + text)])]
        case Paragraph(runs=parts, indent=indent):
            style = "OfficialBody" if indent else "Normal"
            return [paragraph(style, [], runs(making, parts))]
        case List(items=items, ordered=ordered):
            return _list(making, items, ordered=ordered)
        case Table() as found:
            return table(making, found, one.label, report.language)
        case Figure() as found:
            return figure(making, found, one.label, report.language)
        case Note(runs=parts):
            return [paragraph("NoteText", [], runs(making, note_text(parts, report.language)))]


def _list(making: Making, items: Iterable[Words], *, ordered: bool) -> list[Element]:
    number = DIGITS + making.ordered if ordered else DASH
    making.ordered += ordered
    form = el("w:numPr", None, val("w:ilvl", 0), val("w:numId", number))
    return [paragraph("OfficialBody", [form], runs(making, item)) for item in items]


def _attachment_head(making: Making, report: Report, place: int) -> list[Element]:
    """附件 with its number at the left of the first line, the title on the third (7.3.7)."""
    layout = making.layout
    label = attachment_label(report, place)
    lines = title_lines(report.attachments[place].title, TITLE_WIDTH)
    return [
        paragraph("AttachmentLabel", [], [run(layout, label)]),
        paragraph("AttachmentTitle", [], [run(layout, "\n".join(lines))]),
    ]
