"""Size of a picture, and an SVG as PNG for readers that cannot draw it."""

import re
import struct
from functools import lru_cache

from lantu.reports.content import Figure, Picture
from lantu.reports.words import shown
from lantu.values import InputError, msg

_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_LENGTH = re.compile(r"\s*([0-9.]+)\s*(px|pt|mm|cm|in|)\s*")
_LONGEST = 4000  # pixels: no side of the drawn PNG is longer


def size(figure: Figure) -> tuple[float, float]:
    """Width and height in pixels (of 1/96 inch for SVG); only their ratio matters.

    Raises:
        InputError: the file does not say its size, or is no well-formed picture.
    """
    found = _png_size(figure.data) if figure.kind is Picture.PNG else _svg_size(figure.data)
    if found is None or min(found) <= 0:
        name = shown(figure.title or figure.alt)
        raise InputError(msg("图“{title}”读不出宽和高，文件可能已损坏；请重新导出这幅图。", title=name))
    return found


def _png_size(data: bytes) -> tuple[float, float] | None:
    if len(data) < 24 or data[12:16] != b"IHDR":
        return None
    across, down = struct.unpack(">II", data[16:24])
    return float(across), float(down)


def _svg_size(data: bytes) -> tuple[float, float] | None:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    sides = [_length(root.get(name, "")) for name in ("width", "height")]
    if sides[0] and sides[1]:
        return sides[0], sides[1]
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    try:
        return (float(box[2]), float(box[3])) if len(box) == 4 else None
    except ValueError:
        return None


def _length(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _UNITS[found[2]] if found and found[1].strip(".") else 0.0


@lru_cache(maxsize=32)
def png_of(svg: bytes, across: float) -> bytes:
    """Draw an SVG of that width (pixels) sharp enough for print, with the fonts of this machine."""
    import vl_convert

    scale = min(3.0, _LONGEST / max(across, 1.0))
    return bytes(vl_convert.svg_to_png(svg.decode("utf-8"), scale=scale))
