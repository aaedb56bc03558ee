"""Runs, foot notes and pictures of a DOCX, with the numbers that tie its parts together."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lantu.reports.layout import Layout
from lantu.reports.ooxml import Element, el, val
from lantu.reports.words import Emphasis, Run

_STYLES = {Emphasis.STRONG: "Strong", Emphasis.KAITI: "Kaiti"}


@dataclass(slots=True)
class Making:
    """What is counted while a document is written; every number depends on the content alone.

    notes: texts of foot notes met so far. pictures: (name in the package, bytes) met so far.
    ordered: ordered lists met so far. footers: relation ids of headers and footers.
    """

    layout: Layout
    footers: dict[str, str]
    notes: list[str] = field(default_factory=list)
    pictures: list[tuple[str, bytes]] = field(default_factory=list)
    drawings: int = 0
    ordered: int = 0

    def picture(self, suffix: str, data: bytes) -> str:
        """Keep a picture and return its relation id."""
        self.pictures.append((f"media/image{len(self.pictures) + 1}.{suffix}", data))
        return picture_id(len(self.pictures))


def picture_id(place: int) -> str:
    """Relation id of the picture of that number, from 1."""
    return f"rIdPicture{place}"


def runs(making: Making, parts: Iterable[Run]) -> list[Element]:
    """Runs of a paragraph, each followed by the mark of its foot note."""
    made: list[Element] = []
    for part in parts:
        if part.text:
            made.append(run(making.layout, part.text, _STYLES.get(part.emphasis, "")))
        if part.note:
            making.notes.append(part.note)
            made.append(
                el(
                    "w:r",
                    None,
                    el("w:rPr", None, val("w:rStyle", "FootnoteReference")),
                    el("w:footnoteReference", {"w:id": len(making.notes)}),
                )
            )
    return made


def run(layout: Layout, text: str, style: str = "") -> Element:
    """One run; “ ” … — are drawn from the Chinese font, which the hint asks for."""
    properties = [val("w:rStyle", style)] if style else []
    if layout.grid:
        properties.append(el("w:rFonts", {"w:hint": "eastAsia"}))
    made = el("w:r", None, el("w:rPr", None, *properties) if properties else None)
    for place, line in enumerate(text.split("\n")):
        if place:
            made.append(el("w:br"))
        made.append(el("w:t", {"xml:space": "preserve"}, line))
    return made


def paragraph(style: str, properties: Iterable[Element | None], content: Iterable[Element]) -> Element:
    """A paragraph of a style; properties in the order of the schema (CT_PPr)."""
    return el("w:p", None, el("w:pPr", None, val("w:pStyle", style), *properties), *content)


def footnotes(making: Making) -> Element:
    """footnotes.xml: the two separators Word wants, then the notes in order."""
    separators = [
        el(
            "w:footnote",
            {"w:type": kind, "w:id": key},
            el(
                "w:p",
                None,
                el("w:pPr", None, val("w:pStyle", "FootnoteText")),
                el("w:r", None, el(f"w:{kind}")),
            ),
        )
        for key, kind in ((-1, "separator"), (0, "continuationSeparator"))
    ]
    mark = el("w:r", None, el("w:rPr", None, val("w:rStyle", "FootnoteReference")), el("w:footnoteRef"))
    notes = []
    for place, text in enumerate(making.notes, 1):
        content = [mark, run(making.layout, " " + text)]
        notes.append(el("w:footnote", {"w:id": place}, paragraph("FootnoteText", [], content)))
    return el("w:footnotes", None, *separators, *notes, root=True)
