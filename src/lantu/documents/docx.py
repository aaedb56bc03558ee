"""Word documents (.docx): paragraphs and tables in the order of the body, as Word shows them.

Tracked changes are read as accepted. What a reader of the printed document does not see (deleted and
hidden text, comments, field codes) is left out; pictures are counted, because a table may be one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from lantu.documents.counting import circled
from lantu.documents.document import Document, Kind
from lantu.documents.docx_contents import contents_lines
from lantu.documents.docx_parts import CHUNK, DIAGRAM, OtherParts
from lantu.documents.docx_styles import Styles
from lantu.documents.docx_tree import (
    LEFT_OUT,
    by_id,
    children,
    count,
    paragraphs,
    row_cells,
    symbol,
    table_rows,
)
from lantu.documents.kinds import kind_of
from lantu.documents.numbering import Numbering, W
from lantu.documents.package import PARAGRAPHS_LIMIT, Element, Package
from lantu.documents.read import read_bytes
from lantu.documents.table import Piece, Table, write_table
from lantu.documents.written import Written
from lantu.values import InputError, Problem, msg

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_BOX = f"{W}txbxContent"
_DEEPEST_CHUNK = 3
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}


@dataclass(slots=True)
class _Notes:
    """Notes referred to in what is being read, not yet written: (mark, text)."""

    waiting: list[tuple[str, str]]
    used: int = 0


def read_docx(name: str, data: bytes) -> tuple[Document, tuple[Problem, ...]]:
    """Take the text out of a .docx. Raises InputError when it is damaged or unpacks beyond bounds."""
    reader = DocxReader.over(name, Package(name, data), 0, PARAGRAPHS_LIMIT)
    return reader.written.document(name, Kind.DOCX, data), tuple(reader.problems())


class DocxReader:
    """Walks the body and writes; what ``writes`` makes takes the words."""

    writes: type[Written] = Written
    root: Element

    @classmethod
    def over(cls, name: str, package: Package, depth: int, room: int) -> Self:
        """The reader that has read a document of at most ``room`` paragraphs, ``depth`` documents deep."""
        path = package.main_part("word/document.xml")
        root = package.xml(path)
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise package.broken()
        room -= sum(1 for _ in body.iter(f"{W}p"))
        if room < 0:
            raise package.too_many_paragraphs()
        reader = cls(name, package, path, body, depth, room)
        reader.root = root
        reader.blocks(body)
        reader.flush_notes()
        return reader

    def __init__(self, name: str, package: Package, path: str, body: Element, depth: int, room: int) -> None:
        parts = dict(package.related(path).values())

        def part(kind: str) -> Element | None:
            return package.xml(parts[kind]) if kind in parts else None

        self.written = self.writes()
        self._styles = Styles(part("styles"))
        self._numbering = Numbering(part("numbering"))
        self._contents = contents_lines(body, self._styles, self._numbering)
        self._note_texts = {
            f"{kind}Reference": by_id(part(f"{kind}s"), f"{W}{kind}") for kind in ("footnote", "endnote")
        }
        self._notes = _Notes([])
        self._carried = ""
        self._listed = len(self._contents)
        self._deleted = self._hidden = self._pictures = self._unread = 0
        self._name, self._package, self._depth, self._room = name, package, depth, room
        self._others = OtherParts(package, path)
        self.path = path

    def blocks(self, parent: Element) -> None:
        """Write the paragraphs and tables of a body, cell or text box."""
        for child in children(parent):
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child)
                self.flush_notes()
            elif child.tag == CHUNK:
                self._inserted(child)
            elif child.tag in LEFT_OUT:
                self._deleted += child.tag in (f"{W}del", f"{W}moveFrom")
            else:  # content controls, insertions, custom XML: only wrappers
                self.blocks(child)

    def problems(self) -> Iterator[Problem]:
        """What the reader of the document should know of the reading."""
        if self._listed:
            yield Problem(
                "left-out-contents", msg("目录没有作为规划内容读取，共{n}行。", n=self._listed), "note"
            )
        if self._deleted:
            yield Problem(
                "tracked-changes",
                msg("文件带有修订标记，已按接受全部修订读取：删去的内容有 {n} 处没有读入。", n=self._deleted),
                "note",
            )
        if self._hidden:
            yield Problem("hidden-text", msg("文件中的隐藏文字没有读入，共 {n} 处。", n=self._hidden), "note")
        if self._unread:
            yield Problem(
                "inserted-unread",
                msg("文件中嵌入的另外 {n} 个文件读不出来，请单独打开后另存再读。", n=self._unread),
                "warning",
            )
        if self._pictures:
            yield Problem(
                "pictures",
                msg(
                    "文件中有 {n} 张图片，图片里的文字和表格读不到；如主要指标表是图片，请补录。",
                    n=self._pictures,
                ),
                "note",
            )

    def _inserted(self, chunk: Element) -> None:
        """Write a document inserted whole, of any format; one that cannot be read is counted."""
        data = self._others.chunk(chunk)
        if data is None:
            return
        try:
            text = self._chunk_text(data)
        except InputError:
            self._unread += 1
            return
        for block in text.split("\n\n"):
            self.written.paragraph(block)

    def _chunk_text(self, data: bytes) -> str:
        if kind_of(self._name, data) is not Kind.DOCX:
            return read_bytes("chunk.txt", data)[0].text
        if self._depth >= _DEEPEST_CHUNK:
            raise self._package.broken()
        package = Package(self._name, data, self._package.left)
        inner = DocxReader.over(self._name, package, self._depth + 1, self._room)
        self._room = inner._room
        self._deleted += inner._deleted
        self._hidden += inner._hidden
        self._listed += inner._listed
        self._pictures += inner._pictures
        self._unread += inner._unread
        return inner.written.document(self._name, Kind.DOCX, data).text

    def flush_notes(self) -> None:
        """Write the notes referred to since the last time."""
        for index, (mark, text) in enumerate(self._notes.waiting):
            self.written.note(mark, text, first=index == 0)
        self._notes.waiting.clear()

    def _paragraph(self, paragraph: Element) -> None:
        boxes: list[Element] = []
        text = self._carried + self._numbered(paragraph, boxes, first=not self._carried)
        self._carried = ""
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self._carried = text  # the paragraph's end was deleted: it goes on in the next one
        else:
            self.written.paragraph(text)
            self.flush_notes()
        for box in boxes:
            self.blocks(box)

    def _numbered(self, paragraph: Element, boxes: list[Element], *, first: bool = True) -> str:
        """The words of a paragraph with its automatic number; an empty one counts, unless deleted.

        A line of a contents list is left out and does not count: it is the copy of a heading that does.
        """
        if paragraph in self._contents:
            return ""
        properties = paragraph.find(f"{W}pPr")
        text = self._text(paragraph, boxes)
        number, level = self._styles.list_of(properties, self._numbering)
        gone = not text.strip() and paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
        if not number or not first or gone:
            return text
        label = self._numbering.next(number, level)
        return label + text if text.strip() else ""

    def _text(self, parent: Element, boxes: list[Element]) -> str:
        """The words of a paragraph or run; text boxes met on the way are put aside."""
        return "".join(self._words(child, boxes) for child in children(parent))

    def _words(self, child: Element, boxes: list[Element]) -> str:
        tag = child.tag
        if tag in (f"{W}t", _MATH_TEXT):
            return child.text or ""
        if tag in _SIGNS:
            return _SIGNS[tag]
        if tag == f"{W}sym":
            return symbol(child)
        if tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            return self._note(child)
        if tag == _BOX:
            boxes.append(child)
        elif tag == DIAGRAM:
            diagram = self._others.diagram(child)
            boxes += [] if diagram is None else [diagram]
        elif tag in LEFT_OUT:
            self._deleted += tag in (f"{W}del", f"{W}moveFrom")
        elif tag == f"{W}r" and self._styles.is_hidden(child.find(f"{W}rPr")):
            self._hidden += 1
        else:
            self._pictures += tag in _PICTURES
            return self._text(child, boxes)
        return ""

    def _note(self, reference: Element) -> str:
        """The mark of a note; its text waits for the end of the paragraph or table."""
        kind = reference.tag.removeprefix(W)
        note = self._note_texts[kind].get(reference.get(f"{W}id", ""))
        if note is None:
            return ""
        self._notes.used += 1
        mark = circled(self._notes.used)
        text = " ".join(self._text(p, []) for p in note.iter(f"{W}p"))
        self._notes.waiting.append((mark, text))
        return mark

    def _table(self, table: Element) -> None:
        rows = list(table_rows(table))
        if self._is_frame(rows):
            for row in rows:
                for cell in row_cells(row):
                    self.blocks(cell)
            return
        write_table(self.written, self._read_table(rows))

    @staticmethod
    def _is_frame(rows: list[Element]) -> bool:
        """Whether a table is a mere frame around paragraphs: never two cells in a row."""
        return all(sum(1 for _ in row_cells(row)) < 2 for row in rows)

    def _read_table(self, rows: list[Element]) -> Table:
        pieces: list[Piece] = []
        open_at: dict[int, int] = {}  # column -> index of the piece that may go on below
        header = 0
        for index, row in enumerate(rows):
            properties = row.find(f"{W}trPr")
            if header == index and properties is not None and properties.find(f"{W}tblHeader") is not None:
                header += 1
            column = count(properties, "gridBefore", 0)
            for cell in row_cells(row):
                own = cell.find(f"{W}tcPr")
                width = max(1, count(own, "gridSpan", 1))
                merge = own.find(f"{W}vMerge") if own is not None else None
                above = open_at.get(column)
                goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
                if goes_on and above is not None and pieces[above].columns == width:
                    old = pieces[above]
                    pieces[above] = Piece(old.row, column, old.text, index - old.row + 1, width)
                else:
                    pieces.append(Piece(index, column, self._cell_text(cell), 1, width))
                    open_at[column] = len(pieces) - 1
                column += width
        return Table(tuple(pieces), header)

    def _cell_text(self, cell: Element) -> str:
        """All words of a cell on one line, those of tables and boxes inside it too."""
        made: list[str] = []
        for paragraph in paragraphs(cell):
            boxes: list[Element] = []
            made.append(self._numbered(paragraph, boxes))
            made += [self._cell_text(box) for box in boxes]
        return self.written.join(" ", [part for part in made if part.strip()])
