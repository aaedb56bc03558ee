"""The head of a document: 发文机关标志, 发文字号, red line, title, addressee (GB/T 9704-2012 7.2, 7.3)."""

from lantu.reports.content import Report
from lantu.reports.docx_styles import exactly, sizes, solid
from lantu.reports.docx_text import Making, paragraph, run
from lantu.reports.layout import LETTERHEAD_BELOW, POINTS_PER_MM, RULE_BELOW, TITLE_WIDTH, twips
from lantu.reports.ooxml import Element, el
from lantu.reports.title_lines import letterhead_size, title_lines
from lantu.texts import Language


def head(making: Making, report: Report) -> list[Element]:
    """Everything above the body."""
    made = _letterhead(making, report) if report.letterhead else []
    lines = title_lines(report.title, TITLE_WIDTH)
    spacing = exactly(making.layout, before=2, after=1) if report.letterhead else None
    made.append(paragraph("Title", [spacing], [run(making.layout, "\n".join(lines))]))
    if report.number and not report.letterhead:
        made.append(
            paragraph(
                "DocumentNumber",
                [*solid(), exactly(making.layout, after=1)],
                [run(making.layout, report.number)],
            )
        )
    if report.addressee:
        colon = ":" if report.language is Language.EN else "："
        made.append(paragraph("Addressee", [], [run(making.layout, report.addressee + colon)]))
    return made


def _letterhead(making: Making, report: Report) -> list[Element]:
    points = letterhead_size(report.letterhead)
    name = run(making.layout, report.letterhead)
    properties = name.find(el("w:rPr").tag)
    if properties is None:
        properties = el("w:rPr")
        name.insert(0, properties)
    for size in sizes(points):
        properties.append(size)
    high = round(points * 20 * 1.15)
    top = el("w:spacing", {"w:before": twips(LETTERHEAD_BELOW), "w:line": high, "w:lineRule": "exact"})
    border = el(
        "w:pBdr",
        None,
        el(
            "w:bottom",
            {
                "w:val": "single",
                "w:sz": 12,
                "w:space": round(RULE_BELOW * POINTS_PER_MM),
                "w:color": "FF0000",
            },
        ),
    )
    number = [run(making.layout, report.number)] if report.number else []
    return [
        paragraph("Letterhead", [top], [name]),
        paragraph("DocumentNumber", [border, *solid(), exactly(making.layout, before=2)], number),
    ]
