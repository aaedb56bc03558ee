"""Sections, page numbers and settings of an official document.

Odd pages have the number at the right, even ones at the left, one character in (GB/T 9704-2012 7.5). A
sheet in landscape is bound like the others: its head lies at the left edge of the upright sheet, and the page
number stands where it stands on an upright sheet, so in landscape it runs down the left edge (clause 8).
"""

from lantu.reports.layout import (
    AREA_TWIPS,
    BOTTOM,
    CHARACTERS,
    EMU_PER_MM,
    INNER,
    LINE_TWIPS,
    OUTER,
    PAGE,
    PAGE_NUMBER_BELOW,
    POINTS_PER_MM,
    TOP,
    Layout,
    twips,
)
from lantu.reports.ooxml import Element, el, val

FOOT_PARTS = (
    "header_none",
    "footer_odd",
    "footer_even",
    "footer_none",
    "header_wide_odd",
    "header_wide_even",
)
_BOX = (10.0, 80.0)  # millimetres: the text box of a page number in landscape, before it is turned


def section(layout: Layout, ids: dict[str, str], *, wide: bool) -> Element:
    """``w:sectPr`` of upright or of landscape pages; ids: relation id of each header and footer part."""
    across, down = (twips(side) for side in PAGE)
    parts = (
        (("header", "header_wide_odd", "header_wide_even"), ("footer", "footer_none", "footer_none"))
        if wide
        else (("header", "header_none", "header_none"), ("footer", "footer_odd", "footer_even"))
    )
    references = [
        el(f"w:{kind}Reference", {"w:type": which, "r:id": ids[part]})
        for kind, *both in parts
        for which, part in zip(("default", "even"), both, strict=True)
    ]
    size = {"w:w": down, "w:h": across, "w:orient": "landscape"} if wide else {"w:w": across, "w:h": down}
    sides = (INNER, TOP, OUTER, BOTTOM) if wide else (TOP, OUTER, BOTTOM, INNER)
    margins = {
        f"w:{side}": twips(width)
        for side, width in zip(("top", "right", "bottom", "left"), sides, strict=True)
    }
    margins |= {"w:header": twips(15), "w:footer": footer_distance(layout), "w:gutter": 0}
    return el(
        "w:sectPr",
        None,
        *references,
        _footnotes(layout),
        val("w:type", "nextPage"),
        el("w:pgSz", size),
        el("w:pgMar", margins),
        _grid(layout, wide=wide),
    )


def footer_distance(layout: Layout) -> int:
    """From the sheet's lower edge to the footer, in twips: the dash is to lie 7 mm below the type area."""
    half = layout.number_size / 2 / POINTS_PER_MM
    return twips(BOTTOM - PAGE_NUMBER_BELOW - half)


def _grid(layout: Layout, *, wide: bool) -> Element | None:
    if not layout.grid or wide:
        return None
    # Difference between the pitch (156 mm / 28) and the size of the characters, in 1/4096 point.
    pitch = AREA_TWIPS[0] / CHARACTERS / 20
    space = round((pitch - layout.body_size) * 4096)
    return el("w:docGrid", {"w:type": "linesAndChars", "w:linePitch": LINE_TWIPS, "w:charSpace": space})


def _footnotes(layout: Layout) -> Element:
    form = [val("w:numFmt", "decimalEnclosedCircleChinese"), val("w:numRestart", "eachPage")]
    return el("w:footnotePr", None, *(form if layout.grid else []))


def settings(layout: Layout) -> Element:
    """settings.xml: two-sided pages, and what Word 2013 and later should not second-guess."""
    compat = [
        el(
            "w:compatSetting",
            {"w:name": name, "w:uri": "http://schemas.microsoft.com/office/word", "w:val": value},
        )
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    ]
    return el(
        "w:settings",
        None,
        el("w:mirrorMargins"),
        val("w:defaultTabStop", 420),
        el("w:evenAndOddHeaders"),
        val("w:characterSpacingControl", "compressPunctuation"),
        el(
            "w:footnotePr",
            None,
            el("w:footnote", {"w:id": -1}),
            el("w:footnote", {"w:id": 0}),
        ),
        el("w:compat", None, el("w:spaceForUL"), el("w:balanceSingleByteDoubleByteWidth"), *compat),
        el("w:themeFontLang", {"w:val": "en-US", "w:eastAsia": layout.tag}),
        val("w:decimalSymbol", "."),
        val("w:listSeparator", ","),
        root=True,
    )


def foot_part(name: str, layout: Layout) -> Element:
    """One header or footer part by its name in FOOT_PARTS."""
    kind, _, which = name.partition("_")
    tag = "w:hdr" if kind == "header" else "w:ftr"
    odd = which.endswith("odd")
    if which == "none":
        inner = _line("Header" if kind == "header" else "Footer")
    elif which.startswith("wide"):
        inner = _line("Header", _turned(_number(layout, odd=odd), odd=odd))
    else:
        inner = _number(layout, odd=odd)
    return el(tag, None, inner, root=True)


def _line(style: str, *children: Element) -> Element:
    return el("w:p", None, el("w:pPr", None, val("w:pStyle", style)), *children)


def _number(layout: Layout, *, odd: bool) -> Element:
    """— 1 — one character in from the outer edge of the type area."""
    edge = "right" if odd else "left"
    one = round(layout.number_size * 20)
    dash = "—" if layout.grid else "–"
    return el(
        "w:p",
        None,
        el(
            "w:pPr",
            None,
            val("w:pStyle", "Footer"),
            el("w:ind", {f"w:{edge}": one}),
            val("w:jc", edge),
        ),
        _text(f"{dash} "),
        el("w:r", None, el("w:fldChar", {"w:fldCharType": "begin"})),
        el("w:r", None, el("w:instrText", {"xml:space": "preserve"}, " PAGE ")),
        el("w:r", None, el("w:fldChar", {"w:fldCharType": "separate"})),
        _text("1"),
        el("w:r", None, el("w:fldChar", {"w:fldCharType": "end"})),
        _text(f" {dash}"),
    )


def _text(text: str) -> Element:
    return el("w:r", None, el("w:t", {"xml:space": "preserve"}, text))


def _turned(paragraph: Element, *, odd: bool) -> Element:
    """A text box whose words run downwards beside the type area, at its lower (odd) or upper (even) end."""
    across, down = (round(side * EMU_PER_MM) for side in _BOX)
    left = round((BOTTOM - PAGE_NUMBER_BELOW - _BOX[0] / 2) * EMU_PER_MM)
    top = round((PAGE[0] - OUTER - _BOX[1] if odd else INNER) * EMU_PER_MM)
    shape = el(
        "wps:wsp",
        None,
        el("wps:cNvSpPr", {"txBox": 1}),
        el(
            "wps:spPr",
            None,
            el("a:xfrm", None, el("a:off", {"x": 0, "y": 0}), el("a:ext", {"cx": across, "cy": down})),
            el("a:prstGeom", {"prst": "rect"}, el("a:avLst")),
            el("a:noFill"),
            el("a:ln", None, el("a:noFill")),
        ),
        el("wps:txbx", None, el("w:txbxContent", None, paragraph)),
        el(
            "wps:bodyPr",
            {"vert": "vert", "wrap": "square", "lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0, "anchor": "ctr"},
        ),
    )
    anchor = el(
        "wp:anchor",
        dict.fromkeys(("distT", "distB", "distL", "distR", "simplePos", "locked"), 0)
        | {"relativeHeight": 1, "behindDoc": 0, "layoutInCell": 1, "allowOverlap": 1},
        el("wp:simplePos", {"x": 0, "y": 0}),
        el("wp:positionH", {"relativeFrom": "page"}, el("wp:posOffset", None, str(left))),
        el("wp:positionV", {"relativeFrom": "page"}, el("wp:posOffset", None, str(top))),
        el("wp:extent", {"cx": across, "cy": down}),
        el("wp:wrapNone"),
        el("wp:docPr", {"id": 1, "name": "页码", "descr": "页码"}),
        el("wp:cNvGraphicFramePr"),
        el("a:graphic", None, el("a:graphicData", {"uri": _SHAPES}, shape)),
    )
    return el(
        "w:r",
        None,
        el(
            "mc:AlternateContent",
            None,
            el("mc:Choice", {"Requires": "wps"}, el("w:drawing", None, anchor)),
        ),
    )


_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
