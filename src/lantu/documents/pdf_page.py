"""What is on a page of a PDF, as far as its text needs it: characters and ruling lines, with places.

Lengths are in points, y grows upwards. A page whose text stands on its side is turned first.
"""

import ctypes
import math
from collections import Counter
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from lantu.documents.pdf_rules import Box, Rule, ruling, turned

_QUARTER = math.pi / 2
_OBLIQUE = 0.15  # radians from the nearest right angle: a watermark, not text
_NEAR = 0.25  # of the size of a character
_BLANKS = (32, 0xA0, 0x3000)
NO_BLANK, SEEN_BLANK, TYPED_BLANK = 0, 1, 2
"""Whether a blank stands in front of a character: none, one PDFium infers, one the file has."""
_NO_CHARACTER = (0, 0xFFFD, 0xFFFE, 0xFFFF)


@dataclass(frozen=True, slots=True)
class Char:
    """A character and its box; blank: of the blank in front of it."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    blank: int = NO_BLANK

    @property
    def size(self) -> float:
        """Height of the box, about the font size."""
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        """Height of the middle on the page."""
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """A page: width, height, characters, ruling lines; how many characters had no meaning."""

    width: float
    height: float
    chars: tuple[Char, ...]
    rules: tuple[Rule, ...]
    unmapped: int
    oblique: int
    pictures: int


def read_page(page: "pdfium.PdfPage") -> Page:
    """Take characters and ruling lines from an open page."""
    width, height = _extent(page)
    text_page = page.get_textpage()
    try:
        found, unmapped, oblique = _characters(text_page)
    finally:
        text_page.close()
    turns = Counter(one.turn for one in found)
    turn = turns.most_common(1)[0][0] if turns else 0
    chars = tuple(Char(one.text, *turned(one.box, turn, width, height), one.blank) for one in found)
    rules, pictures = ruling(page, turn, width, height)
    if turn % 2:
        width, height = height, width
    return Page(width, height, _without_doubles(chars), rules, unmapped, oblique, pictures)


@dataclass(frozen=True, slots=True)
class _Found:
    """A character as the file has it; turn: quarters by which its text is turned."""

    text: str
    box: Box
    turn: int
    blank: int


def _extent(page: "pdfium.PdfPage") -> tuple[float, float]:
    """Width and height in the page's own coordinates, before it is turned for display."""
    width, height = page.get_size()
    return (height, width) if page.get_rotation() in (90, 270) else (width, height)


def _characters(text_page: "pdfium.PdfTextPage") -> tuple[list[_Found], int, int]:
    """Everything that is no blank; counts of characters without a code and of oblique ones."""
    found: list[_Found] = []
    unmapped = oblique = 0
    blank = NO_BLANK
    handle = text_page.raw
    rect, edges = raw.FS_RECTF(), [ctypes.c_double() for _ in range(4)]
    high = 0
    for index in range(raw.FPDFText_CountChars(handle)):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code <= 32 or code in _BLANKS or code in (0x200B, 0xFEFF):
            unmapped += code == 0
            if code in _BLANKS:
                inferred = raw.FPDFText_IsGenerated(handle, index) == 1
                blank = max(blank, SEEN_BLANK if inferred else TYPED_BLANK)
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0
            high = 0
        if code in _NO_CHARACTER or 0xE000 <= code < 0xF900:
            unmapped += 1
            continue
        angle = -raw.FPDFText_GetCharAngle(handle, index)  # PDFium counts clockwise
        turn = round(angle / _QUARTER)
        if abs(angle - turn * _QUARTER) > _OBLIQUE:
            oblique += 1
            continue
        box = _box(handle, index, turn % 4, rect, edges)
        if box is not None:
            found.append(_Found(chr(code), box, turn % 4, blank))
            blank = NO_BLANK
    return found, unmapped, oblique


def _box(handle: Any, index: int, turn: int, rect: Any, edges: list[Any]) -> Box | None:
    """The box of a character: as wide as its advance and as high as its font, else its ink."""
    if (
        turn == 0
        and raw.FPDFText_GetLooseCharBox(handle, index, rect)
        and rect.right > rect.left
        and rect.top > rect.bottom
    ):
        return rect.left, rect.bottom, rect.right, rect.top
    left, right, bottom, top = edges
    if not raw.FPDFText_GetCharBox(handle, index, left, right, bottom, top):
        return None
    box = (left.value, bottom.value, right.value, top.value)
    return box if all(math.isfinite(edge) for edge in box) else None


def _without_doubles(chars: tuple[Char, ...]) -> tuple[Char, ...]:
    """Leave out characters printed twice on one place to look bold."""
    kept: list[Char] = []
    seen: dict[tuple[str, int, int], Char] = {}
    for char in chars:
        cell = max(char.size, 1.0)
        x, y = char.x0 / cell, char.y0 / cell
        columns, rows = {int(x - _NEAR), int(x + _NEAR)}, {int(y - _NEAR), int(y + _NEAR)}
        places = [(char.text, column, row) for column in columns for row in rows]
        near = (seen[place] for place in places if place in seen)
        if any(abs(n.x0 - char.x0) < _NEAR * cell and abs(n.y0 - char.y0) < _NEAR * cell for n in near):
            continue
        seen.update(dict.fromkeys(places, char))
        kept.append(char)
    return tuple(kept)
