"""Pictures of a DOCX: PNG as it is; SVG as itself with a PNG beside it for older readers."""

from lantu.reports.content import Figure, Picture
from lantu.reports.docx_text import Making, paragraph, run
from lantu.reports.layout import AREA, EMU_PER_MM
from lantu.reports.numbering import caption
from lantu.reports.ooxml import NAMES, Element, el
from lantu.reports.pictures import png_of, size
from lantu.texts import Language

_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_TALLEST = 0.8  # of the type area: room for the caption and a line of text


def figure(making: Making, one: Figure, label: str, language: Language) -> list[Element]:
    """The picture in a line of its own and its caption below."""
    across, down = size(one)
    width = AREA[0] * one.width
    if (high := width * down / across) > (most := AREA[1] * _TALLEST):
        width *= most / high
    wide, tall = (round(side * EMU_PER_MM) for side in (width, width * down / across))
    made = [paragraph("FigureLine", [], [el("w:r", None, _drawing(making, one, across, (wide, tall)))])]
    if one.title:
        text = caption(label, one.title, language)
        made.append(paragraph("FigureCaption", [], [run(making.layout, text)]))
    return made


def _drawing(making: Making, one: Figure, across: float, extent: tuple[int, int]) -> Element:
    making.drawings += 1
    number = making.drawings
    measures = {"cx": extent[0], "cy": extent[1]}
    named = {"id": number + 1, "name": f"Picture {number}", "descr": one.alt}
    if one.kind is Picture.PNG:
        blip = el("a:blip", {"r:embed": making.picture("png", one.data)})
    else:
        blip = el("a:blip", {"r:embed": making.picture("png", png_of(one.data, across))})
        vector = el("asvg:svgBlip", {"r:embed": making.picture("svg", one.data)})
        blip.append(el("a:extLst", None, el("a:ext", {"uri": _SVG_EXTENSION}, vector)))
    picture = el(
        "pic:pic",
        None,
        el("pic:nvPicPr", None, el("pic:cNvPr", named), el("pic:cNvPicPr")),
        el("pic:blipFill", None, blip, el("a:stretch", None, el("a:fillRect"))),
        el(
            "pic:spPr",
            None,
            el("a:xfrm", None, el("a:off", {"x": 0, "y": 0}), el("a:ext", measures)),
            el("a:prstGeom", {"prst": "rect"}, el("a:avLst")),
        ),
    )
    return el(
        "w:drawing",
        None,
        el(
            "wp:inline",
            dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
            el("wp:extent", measures),
            el("wp:docPr", named),
            el("wp:cNvGraphicFramePr"),
            el("a:graphic", None, el("a:graphicData", {"uri": NAMES["pic"]}, picture)),
        ),
    )
