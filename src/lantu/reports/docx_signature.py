"""What follows the body: 附件说明, 署名, 成文日期, 附注 (GB/T 9704-2012 7.3.4–7.3.6)."""

from lantu.reports.content import Report
from lantu.reports.docx_styles import exactly, solid
from lantu.reports.docx_text import Making, paragraph, run
from lantu.reports.layout import CHARACTER_TWIPS, Layout
from lantu.reports.numbering import remark_text, say
from lantu.reports.ooxml import Element, el, val
from lantu.reports.signing import placed
from lantu.reports.title_lines import wide
from lantu.texts import Language
from lantu.values import msg


def signature(making: Making, report: Report) -> list[Element]:
    """Everything between the body and the attachments."""
    made = _named_attachments(making, report)
    if report.signed:
        made += _signed(making, report)
    if report.remark:
        text = remark_text(report.remark, report.language)
        made.append(paragraph("OfficialBody", [], [run(making.layout, text)]))
    return made


def _named_attachments(making: Making, report: Report) -> list[Element]:
    """One line free, two characters in: 附件：1. …; the names stand under each other, wrapped too."""
    if report.language is Language.EN:
        return _english_names(making, report)
    layout = making.layout
    names = [attachment.title.replace("\n", "") for attachment in report.attachments]
    before = say(msg("附件："), report.language)
    start = layout.indent + wide(before)
    made = []
    for place, name in enumerate(names):
        numbered = f"{place + 1}.\t{name}" if len(names) > 1 else name
        hang = start + (0 if len(names) == 1 else 1.5 if len(names) > 9 else 1.0)
        first = layout.indent if not place else start
        one = round(layout.body_size * 20) if not layout.grid else CHARACTER_TWIPS
        indent = el("w:ind", {"w:left": round(hang * one), "w:hanging": round((hang - first) * one)})
        tab = el("w:tabs", None, el("w:tab", {"w:val": "left", "w:pos": round(hang * one)}))
        text = (before if not place else "") + numbered
        free = exactly(layout, before=0 if place else 1)
        held = el("w:keepNext") if report.signed and place == len(names) - 1 else None
        made.append(paragraph("AttachmentName", [held, tab, free, indent], _tabbed(making.layout, text)))
    return made


def _english_names(making: Making, report: Report) -> list[Element]:
    """The word in a line of its own, the names numbered below it."""
    made: list[Element] = []
    if report.attachments:
        word = [run(making.layout, say(msg("附件："), report.language).strip())]
        made.append(paragraph("AttachmentName", [el("w:keepNext"), exactly(making.layout, before=1)], word))
    for place, one in enumerate(report.attachments, 1):
        held = el("w:keepNext") if report.signed and place == len(report.attachments) else None
        hang = el("w:ind", {"w:left": 480, "w:hanging": 360})
        text = [run(making.layout, f"{place}. {one.title}")]
        made.append(paragraph("AttachmentName", [held, hang], text))
    return made


def _tabbed(layout: Layout, text: str) -> list[Element]:
    before, tab, after = text.partition("\t")
    if not tab:
        return [run(layout, text)]
    return [run(layout, before), el("w:r", None, el("w:tab")), run(layout, after)]


def _signed(making: Making, report: Report) -> list[Element]:
    layout = making.layout
    one = CHARACTER_TWIPS if layout.grid else round(layout.body_size * 20)
    keep = [None, el("w:keepNext")]
    made = []
    for (text, place), before in zip(placed(report), (1, 0), strict=True):
        side = "left" if place >= 0 else "right"
        room = [
            exactly(layout, before=before),
            el("w:ind", {f"w:{side}": round(abs(place) * one)}),
            val("w:jc", side),
        ]
        held = keep[bool(before) or bool(report.remark)]
        made.append(paragraph("SignatureLine", [held, *solid(), *room], [run(layout, text)]))
    return made
