"""What follows the body: 附件说明, 署名, 成文日期, 附注 (GB/T 9704-2012 7.3.4–7.3.6)."""

from lantu.reports.content import Report
from lantu.reports.docx_styles import exactly
from lantu.reports.docx_text import Making, paragraph, run
from lantu.reports.layout import CHARACTER_TWIPS, Layout
from lantu.reports.numbering import day_text, remark_text, say
from lantu.reports.ooxml import Element, el, val
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
    """One line free, two characters in: 附件：1. …; the names stand under each other, also where they wrap."""
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
        made.append(
            paragraph("AttachmentName", [el("w:keepNext"), tab, free, indent], _tabbed(making.layout, text))
        )
    return made


def _tabbed(layout: Layout, text: str) -> list[Element]:
    before, tab, after = text.partition("\t")
    if not tab:
        return [run(layout, text)]
    return [run(layout, before), el("w:r", None, el("w:tab")), run(layout, after)]


def _signed(making: Making, report: Report) -> list[Element]:
    layout = making.layout
    day = day_text(report)
    name_right, day_right = indents(wide(report.issuer), wide(day), sealed=report.sealed)
    one = CHARACTER_TWIPS if layout.grid else round(layout.body_size * 20)
    made = []
    for text, right, before in ((report.issuer, name_right, 1), (day, day_right, 0)):
        # No space between figures and characters here, so that the width is known.
        even = [val("w:autoSpaceDE", 0), val("w:autoSpaceDN", 0)]
        room = [exactly(layout, before=before), el("w:ind", {"w:right": round(right * one)})]
        keep = el("w:keepNext") if not before and report.remark else None
        made.append(paragraph("SignatureLine", [keep, *even, *room], [run(layout, text)]))
    made[0][0].insert(1, el("w:keepNext"))
    return made


def indents(name: float, day: float, *, sealed: bool) -> tuple[float, float]:
    """Characters left free at the right of the issuer's name and of the day.

    With a seal the day stands four characters from the right and the name is centred above it (7.3.5.1). Without,
    the name stands two from the right and the day begins two characters after the name's beginning; a day longer
    than the name stands two from the right and the name moves left (7.3.5.2).
    """
    if sealed:
        return max(0.0, 4 + (day - name) / 2), 4.0
    if day > name:
        return 2 + day + 2 - name, 2.0
    return 2.0, name - day
