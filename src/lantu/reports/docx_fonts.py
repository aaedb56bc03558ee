"""fontTable.xml and numbering.xml of an official document."""

from lantu.reports.docx_styles import first_line
from lantu.reports.layout import LATIN, Face, Layout
from lantu.reports.ooxml import Element, el, val

DASH, DIGITS = 1, 2
"""Numbers of the two list forms in numbering.xml; ordered lists after the first get numbers of their own."""

_CHARSET_CHINESE, _CHARSET_ANSI = "86", "00"


def font_table(layout: Layout) -> Element:
    """Every font by name; a reader that lacks one tries the names in ``w:altName`` (ECMA-376 17.8.3.1)."""
    return el("w:fonts", None, *(_font(face) for face in layout.faces()), root=True)


def _font(face: Face) -> Element:
    chinese = face.name != LATIN.name
    return el(
        "w:font",
        {"w:name": face.name},
        val("w:altName", ",".join(face.others)),
        val("w:charset", _CHARSET_CHINESE if chinese else _CHARSET_ANSI),
        val("w:family", "roman" if face.serif else "swiss"),
        val("w:pitch", "fixed" if face.fixed else "variable"),
    )


def numbering(layout: Layout, ordered: int) -> Element:
    """The list forms: dashes, and digits counted anew in each of ``ordered`` lists."""
    # A form without figure, not a bullet: LibreOffice shows but one character of a bullet.
    dash = "——" if layout.grid else "–"
    forms = [(DASH, "decimal", dash), (DIGITS, "decimal", "%1.")]
    abstract = [
        el(
            "w:abstractNum",
            {"w:abstractNumId": key},
            val("w:multiLevelType", "singleLevel"),
            el(
                "w:lvl",
                {"w:ilvl": 0},
                val("w:start", 1),
                val("w:numFmt", form),
                val("w:suff", "nothing" if layout.grid else "space"),
                val("w:lvlText", text),
                val("w:lvlJc", "left"),
                el("w:pPr", None, first_line(layout)),
            ),
        )
        for key, form, text in forms
    ]
    numbers = [el("w:num", {"w:numId": DASH}, val("w:abstractNumId", DASH))]
    numbers += [
        el(
            "w:num",
            {"w:numId": DIGITS + place},
            val("w:abstractNumId", DIGITS),
            el("w:lvlOverride", {"w:ilvl": 0}, val("w:startOverride", 1)),
        )
        for place in range(ordered)
    ]
    return el("w:numbering", None, *abstract, *numbers, root=True)
