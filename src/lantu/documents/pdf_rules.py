"""Ruling lines of a PDF page: straight strokes and thin bars, level or upright."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

_THIN = 3.0  # points
_OBJECTS_MOST = 50_000
_FORM_DEPTH = 6

Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge."""

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal or vertical ruling line: its position across and its two ends along."""

    upright: bool
    at: float
    start: float
    end: float


def turned(box: Box, turn: int, width: float, height: float) -> Box:
    """A box after the page was turned so that text written at ``turn`` quarters stands upright."""
    x0, y0, x1, y1 = box
    if turn == 1:
        return y0, width - x1, y1, width - x0
    if turn == 2:
        return width - x1, height - y1, width - x0, height - y0
    if turn == 3:
        return height - y1, x0, height - y0, x1
    return box


def ruling(page: "pdfium.PdfPage", turn: int, width: float, height: float) -> tuple[tuple[Rule, ...], int]:
    """The ruling lines of a page turned by quarters, and how many pictures it has."""
    rules: list[Rule] = []
    pictures = 0
    for number, (item, kind, outer) in enumerate(_objects(page.raw)):
        if number > _OBJECTS_MOST:
            break
        if kind == raw.FPDF_PAGEOBJ_PATH:
            for box in _strokes(item, _times(_matrix(item), outer)):
                rules += _rule(turned(box, turn, width, height))
        pictures += kind == raw.FPDF_PAGEOBJ_IMAGE
    return tuple(rules), pictures


def _objects(page: Any) -> Iterator[tuple[Any, int, Matrix]]:
    """All objects of a page, those in forms too: (object, kind, matrix of the form it is in)."""
    top = (raw.FPDFPage_GetObject(page, i) for i in range(raw.FPDFPage_CountObjects(page)))
    stack: list[tuple[Iterator[Any], Matrix]] = [(iter(top), _UNIT)]
    while stack:
        items, outer = stack[-1]
        item = next(items, None)
        if item is None:
            stack.pop()
            continue
        kind = raw.FPDFPageObj_GetType(item)
        if kind != raw.FPDF_PAGEOBJ_FORM:
            yield item, kind, outer
        elif len(stack) < _FORM_DEPTH:
            count = raw.FPDFFormObj_CountObjects(item)
            inner = [raw.FPDFFormObj_GetObject(item, i) for i in range(count)]
            stack.append((iter(inner), _times(_matrix(item), outer)))


def _matrix(item: Any) -> Matrix:
    made = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, made):
        return _UNIT
    return made.a, made.b, made.c, made.d, made.e, made.f


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _strokes(item: Any, matrix: Matrix) -> Iterator[Box]:
    """Boxes of the straight lines a path draws: its stroked edges, or itself when it is a thin bar."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(item, fill, stroke) or not (fill.value or stroke.value):
        return
    edges, points = [], []
    first = last = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(raw.FPDFPath_CountSegments(item), 2000)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix[0] * x.value + matrix[2] * y.value + matrix[4],
            matrix[1] * x.value + matrix[3] * y.value + matrix[5],
        )
        points.append(point)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO and last is not None:
            edges.append((last, point))
        last = point
        if raw.FPDFPathSegment_GetClose(segment) and first is not None:
            edges.append((point, first))
            last = first
    if not points:
        return
    whole = (
        min(p[0] for p in points),
        min(p[1] for p in points),
        max(p[0] for p in points),
        max(p[1] for p in points),
    )
    if min(whole[2] - whole[0], whole[3] - whole[1]) <= _THIN:
        yield whole
    elif stroke.value:
        for (ax, ay), (bx, by) in edges:
            yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _rule(box: Box) -> list[Rule]:
    """A ruling line from a thin box; none from a box that is thick, a dot or not finite."""
    x0, y0, x1, y1 = box
    if not all(math.isfinite(edge) for edge in box):
        return []
    if y1 - y0 <= _THIN < x1 - x0:
        return [Rule(False, (y0 + y1) / 2, x0, x1)]
    if x1 - x0 <= _THIN < y1 - y0:
        return [Rule(True, (x0 + x1) / 2, y0, y1)]
    return []
