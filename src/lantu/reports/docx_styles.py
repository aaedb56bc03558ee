"""styles.xml of an official document."""

from lantu.reports.layout import CHARACTER_TWIPS, LATIN, Face, Layout
from lantu.reports.ooxml import Element, el, val

_CLOSER = -6  # twentieths of a point


def fonts_of(face: Face) -> Element:
    """Chinese in the face, Latin letters and digits in the Latin face."""
    latin = LATIN.name
    return el("w:rFonts", {"w:ascii": latin, "w:hAnsi": latin, "w:eastAsia": face.name, "w:cs": latin})


def sizes(points: float) -> tuple[Element, Element]:
    """Size of a run for East Asian and for complex scripts, in half points."""
    return val("w:sz", round(points * 2)), val("w:szCs", round(points * 2))


def closer(layout: Layout) -> list[Element]:
    """三号 characters set 0.3 pt closer, so that 28 fill a line in every program (28 × 15.7 pt = 155.1 mm).

    The grid of the page would do it in Word; LibreOffice gives a character wider than its cell two cells.
    So the page states the grid and the paragraphs do not snap to it.
    """
    return [val("w:spacing", _CLOSER)] if layout.grid else []


def apart() -> Element:
    """Characters at their own width again, in sizes smaller than the body's."""
    return val("w:spacing", 0)


def exactly(layout: Layout, before: int = 0, after: int = 0) -> Element:
    """Lines at the fixed pitch of the page, with whole lines left free before and after."""
    line = layout.line
    return el(
        "w:spacing",
        {"w:before": before * line, "w:after": after * line, "w:line": line, "w:lineRule": "exact"},
    )


def _title_lines(layout: Layout) -> Element:
    """Lines at the page's pitch, wider where the title's size needs it; one line of the page free below."""
    line = max(layout.line, round(layout.title_size * 25))
    return el("w:spacing", {"w:before": 0, "w:after": layout.line, "w:line": line, "w:lineRule": "exact"})


def solid() -> list[Element]:
    """No space between figures and characters: numbers and days of documents are set solid."""
    return [val("w:autoSpaceDE", 0), val("w:autoSpaceDN", 0)]


def loose(before: int = 0, after: int = 0) -> Element:
    """Lines as high as their largest character or picture; free space in twentieths of a point."""
    return el("w:spacing", {"w:before": before, "w:after": after, "w:line": 240, "w:lineRule": "auto"})


def _style(
    kind: str,
    key: str,
    name: str,
    paragraph: list[Element],
    run: list[Element],
    *,
    based: str = "Normal",
    then: str = "",
) -> Element:
    base = None if key in {"Normal", "DefaultParagraphFont", "TableNormal"} else val("w:basedOn", based)
    attributes = {"w:type": kind, "w:styleId": key}
    if base is None:
        attributes["w:default"] = "1"
    return el(
        "w:style",
        attributes,
        val("w:name", name),
        base,
        val("w:next", then) if then else None,
        el("w:uiPriority", {"w:val": 1}),
        el("w:qFormat"),
        el("w:pPr", None, *paragraph) if paragraph else None,
        el("w:rPr", None, *run) if run else None,
    )


def styles(layout: Layout) -> Element:
    """All styles; headings are Word's own, so that the navigation pane and contents find them."""
    latin = LATIN.name
    defaults = el(
        "w:docDefaults",
        None,
        el(
            "w:rPrDefault",
            None,
            el(
                "w:rPr",
                None,
                el(
                    "w:rFonts",
                    {"w:ascii": latin, "w:hAnsi": latin, "w:eastAsia": layout.body.name, "w:cs": latin},
                ),
                *sizes(layout.body_size),
                el("w:lang", {"w:val": _latin_tag(layout), "w:eastAsia": layout.tag, "w:bidi": "ar-SA"}),
            ),
        ),
        el("w:pPrDefault"),
    )
    return el("w:styles", None, defaults, *_paragraph_styles(layout), *_other_styles(layout), root=True)


def _latin_tag(layout: Layout) -> str:
    return layout.tag if layout.tag.startswith("en") else "en-US"


def _paragraph_styles(layout: Layout) -> list[Element]:
    both, centre = val("w:jc", "both"), val("w:jc", "center")
    bold = [el("w:b")] if layout.bold else []
    made = [
        _style(
            "paragraph",
            "Normal",
            "Normal",
            [val("w:widowControl", 0), val("w:snapToGrid", 0), exactly(layout), both],
            [fonts_of(layout.body), *closer(layout), *sizes(layout.body_size)],
        ),
        _style("paragraph", "OfficialBody", "公文正文", [first_line(layout)], []),
        _style(
            "paragraph",
            "Title",
            "Title",
            [el("w:keepNext"), _title_lines(layout), centre],
            [fonts_of(layout.title), *bold, *sizes(layout.title_size)],
            then="OfficialBody",
        ),
    ]
    for level, face in enumerate(layout.levels):
        made.append(
            _style(
                "paragraph",
                f"Heading{level + 1}",
                f"heading {level + 1}",
                [
                    el("w:keepNext"),
                    el("w:keepLines"),
                    exactly(layout),
                    first_line(layout),
                    val("w:outlineLvl", level),
                ],
                [fonts_of(face), *bold, *sizes(layout.body_size)],
                then="OfficialBody",
            )
        )
    small = [fonts_of(layout.body), apart(), *sizes(layout.small_size)]
    cells = [fonts_of(layout.body), apart(), *sizes(layout.table_size)]
    made += [
        _style(
            "paragraph",
            "Letterhead",
            "发文机关标志",
            [centre],
            [fonts_of(layout.title), val("w:color", "FF0000")],
        ),
        _style("paragraph", "DocumentNumber", "发文字号", [centre], []),
        _style("paragraph", "Addressee", "主送机关", [val("w:jc", "left")], []),
        _style(
            "paragraph",
            "AttachmentLabel",
            "附件序号",
            [el("w:keepNext"), el("w:pageBreakBefore"), exactly(layout, after=1), val("w:outlineLvl", 0)],
            [fonts_of(layout.head), *bold],
        ),
        _style(
            "paragraph",
            "Caption",
            "caption",
            [el("w:keepNext"), loose(120, 40), centre],
            [fonts_of(layout.head), *bold, apart(), *sizes(layout.table_size)],
        ),
        _style(
            "paragraph",
            "FigureCaption",
            "图题",
            [loose(60, 120), centre],
            [fonts_of(layout.head), *bold, apart(), *sizes(layout.table_size)],
        ),
        _style(
            "paragraph",
            "AttachmentTitle",
            "附件标题",
            [el("w:keepNext"), _title_lines(layout), centre],
            [fonts_of(layout.title), *bold, *sizes(layout.title_size)],
            then="OfficialBody",
        ),
        _style("paragraph", "AttachmentName", "附件说明", [val("w:jc", "left")], []),
        _style(
            "paragraph", "TableUnit", "表格单位", [el("w:keepNext"), loose(), val("w:jc", "right")], cells
        ),
        _style("paragraph", "TableText", "表格文字", [loose(), val("w:jc", "left")], cells),
        _style(
            "paragraph",
            "TableHead",
            "表头",
            [el("w:keepNext"), loose(), centre],
            [fonts_of(layout.head), *bold, apart(), *sizes(layout.table_size)],
        ),
        _style("paragraph", "NoteText", "注", [loose(40), both], small),
        _style("paragraph", "FigureLine", "图", [el("w:keepNext"), loose(), centre], []),
        _style("paragraph", "SignatureLine", "署名日期", [val("w:jc", "right")], []),
        _style("paragraph", "FootnoteText", "footnote text", [loose()], small),
        _style(
            "paragraph",
            "Footer",
            "footer",
            [el("w:spacing", {"w:line": round(layout.number_size * 20), "w:lineRule": "exact"})],
            [
                el("w:rFonts", dict.fromkeys(("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"), layout.song.name)),
                apart(),
                *sizes(layout.number_size),
            ],
        ),
        _style("paragraph", "Header", "header", [loose()], []),
    ]
    return made


def first_line(layout: Layout) -> Element:
    """First line moved in by two characters (of the grid, so that they stand under the others)."""
    if not layout.indent:
        return el("w:ind", {"w:firstLine": 0})
    return el(
        "w:ind", {"w:firstLineChars": layout.indent * 100, "w:firstLine": layout.indent * CHARACTER_TWIPS}
    )


def _other_styles(layout: Layout) -> list[Element]:
    edge = {"w:val": "single", "w:sz": 4, "w:space": 0, "w:color": "auto"}
    borders = [el(f"w:{side}", edge) for side in ("top", "left", "bottom", "right", "insideH", "insideV")]
    margins = [
        el(f"w:{side}", {"w:w": width, "w:type": "dxa"})
        for side, width in (("top", 28), ("left", 57), ("bottom", 28), ("right", 57))
    ]
    normal = _style("table", "TableNormal", "Normal Table", [], [])
    normal.append(
        el("w:tblPr", None, el("w:tblInd", {"w:w": 0, "w:type": "dxa"}), el("w:tblCellMar", None, *margins))
    )
    grid = _style("table", "TableGrid", "Table Grid", [], [], based="TableNormal")
    grid.append(el("w:tblPr", None, el("w:tblBorders", None, *borders)))
    character = "DefaultParagraphFont"
    raised = [] if layout.grid else [val("w:vertAlign", "superscript")]
    return [
        _style("character", character, "Default Paragraph Font", [], []),
        _style("character", "Strong", "Strong", [], [el("w:b"), el("w:bCs")], based=character),
        _style(
            "character",
            "Kaiti",
            "楷体强调",
            [],
            [el("w:i")] if not layout.grid else [fonts_of(layout.kaiti)],
            based=character,
        ),
        _style(
            "character",
            "FootnoteReference",
            "footnote reference",
            [],
            raised or [val("w:vertAlign", "superscript")],
            based=character,
        ),
        normal,
        grid,
        el(
            "w:style",
            {"w:type": "numbering", "w:default": "1", "w:styleId": "NoList"},
            val("w:name", "No List"),
        ),
    ]
