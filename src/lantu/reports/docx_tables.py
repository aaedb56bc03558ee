"""Tables of a DOCX: the head repeated on every page, no row broken by a page."""

from itertools import pairwise

from lantu.reports.docx_styles import sizes
from lantu.reports.docx_text import Making, paragraph, run, runs
from lantu.reports.layout import AREA_TWIPS, MANY, Layout
from lantu.reports.numbering import caption, say, table_notes
from lantu.reports.ooxml import Element, el, val
from lantu.reports.table import Align, Cell, Placed, Table, by_row
from lantu.reports.title_lines import wide
from lantu.texts import Language
from lantu.values import msg


def table(making: Making, one: Table, label: str, language: Language) -> list[Element]:
    """Caption, unit, table and notes. A table follows another directly only with a paragraph between them."""
    made = []
    if one.title:
        made.append(paragraph("Caption", [], [run(making.layout, caption(label, one.title, language))]))
    if one.unit:
        unit = say(msg("单位：{unit}", unit=one.unit), language)
        made.append(paragraph("TableUnit", [], [run(making.layout, unit)]))
    made.append(_grid(making, one))
    made += _notes(making, one, language)
    made.append(gap())
    return made


def _notes(making: Making, one: Table, language: Language) -> list[Element]:
    """The sentences below a table; several stand under each other, behind 注：."""
    texts = table_notes(one, language)
    word = say(msg("注："), language)
    hang = round(wide(word) * making.layout.small_size * 20) if len(texts) > 1 else 0
    made = []
    for place, text in enumerate(texts):
        indent = el("w:ind", {"w:left": hang} | ({} if place else {"w:hanging": hang}))
        made.append(paragraph("NoteText", [indent], [run(making.layout, text)]))
    return made


def gap(points: float = 6) -> Element:
    """A small free space, as a paragraph of its own, since Word joins tables that touch."""
    spacing = el("w:spacing", {"w:line": round(points * 20), "w:lineRule": "exact"})
    return el("w:p", None, el("w:pPr", None, val("w:snapToGrid", 0), spacing, el("w:rPr", None, *sizes(1))))


def _grid(making: Making, one: Table) -> Element:
    whole = AREA_TWIPS[1] if one.wide else AREA_TWIPS[0]
    edges = [0.0]
    for share in one.shares():
        edges.append(edges[-1] + share * whole)
    ends = [round(edge) for edge in edges]
    small = len(one.columns) > MANY[one.wide]
    frame = _Frame(making, one, ends, small)
    body = one.body_cells()
    return el(
        "w:tbl",
        None,
        el(
            "w:tblPr",
            None,
            val("w:tblStyle", "TableGrid"),
            el("w:tblW", {"w:w": ends[-1], "w:type": "dxa"}),
            val("w:jc", "center"),
            el("w:tblLayout", {"w:type": "fixed"}),
            el("w:tblLook", {"w:val": "0420", "w:firstRow": 1, "w:noVBand": 1}),
            val("w:tblCaption", one.title) if one.title else None,
        ),
        el("w:tblGrid", None, *(el("w:gridCol", {"w:w": end - start}) for start, end in pairwise(ends))),
        *frame.rows(one.head_cells(), len(one.header), head=True),
        *frame.rows(body, len(one.rows), head=False),
    )


class _Frame:
    """Writes rows; a merged cell goes on in the rows it covers as an empty one (``w:vMerge``)."""

    def __init__(self, making: Making, one: Table, ends: list[int], small: bool) -> None:
        self._making, self._table, self._ends, self._small = making, one, ends, small

    def rows(self, cells: tuple[Placed, ...], count: int, *, head: bool) -> list[Element]:
        begun = [{one.column: one for one in line} for line in by_row(cells, count)]
        covered: dict[tuple[int, int], Placed] = {
            (one.row + down, one.column): one for one in cells for down in range(1, one.cell.rows)
        }
        made = []
        for at in range(count):
            properties = el("w:trPr", None, el("w:cantSplit"), el("w:tblHeader") if head else None)
            last = not head and at == count - 1 and bool(self._table.notes)
            line = el("w:tr", None, properties)
            for column in range(len(self._table.columns)):
                if (one := begun[at].get(column)) is not None:
                    line.append(self._cell(one, head=head, keep=last))
                elif (one := covered.get((at, column))) is not None:
                    line.append(
                        self._box(one, [val("w:vMerge", "continue")], [paragraph("TableText", [], [])])
                    )
            made.append(line)
        return made

    def _cell(self, one: Placed, *, head: bool, keep: bool) -> Element:
        merged = [val("w:vMerge", "restart")] if one.cell.rows > 1 else []
        align = one.cell.align or (Align.CENTRE if head else self._table.columns[one.column].align)
        style = "TableHead" if head else "TableText"
        properties = [el("w:keepNext") if keep else None, val("w:jc", align.value)]
        content = runs(self._making, one.cell.runs)
        if self._small:
            for part in content:
                _shrink(part, self._making.layout)
        return self._box(one, merged, [paragraph(style, properties, content)])

    def _box(self, one: Placed, merged: list[Element], content: list[Element]) -> Element:
        cell: Cell = one.cell
        width = self._ends[one.column + cell.columns] - self._ends[one.column]
        span = val("w:gridSpan", cell.columns) if cell.columns > 1 else None
        properties = el(
            "w:tcPr",
            None,
            el("w:tcW", {"w:w": width, "w:type": "dxa"}),
            span,
            *merged,
            val("w:vAlign", "center"),
        )
        return el("w:tc", None, properties, *content)


def _shrink(part: Element, layout: Layout) -> None:
    properties = part.find(el("w:rPr").tag)
    if properties is None:
        properties = el("w:rPr")
        part.insert(0, properties)
    for size in sizes(layout.small_size):
        properties.append(size)
