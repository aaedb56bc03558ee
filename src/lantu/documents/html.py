"""Web pages: the text a browser shows, block by block, tables with their merged cells.

Menus in ``nav`` and what is not shown (scripts, hidden elements) are left out; what else surrounds an article
is told from it by the reader, which knows plans.
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from lantu.documents.document import Document, Kind
from lantu.documents.html_tree import block_of, is_frame, label, row_cells, span, table_rows, whole
from lantu.documents.markup import decode_page
from lantu.documents.package import Element, too_deep
from lantu.documents.table import Piece, Table, write_table
from lantu.documents.written import Written, words
from lantu.values import InputError, Problem, msg

_UNSEEN = words(
    "script style noscript template head nav svg math iframe object embed audio video canvas select button "
    "textarea datalist rt rp map frameset"
)
_BLOCKS = words(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p pre section summary table tbody "
    "td tfoot th thead tr ul"
)
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_COVERED_MOST = 1_000_000  # cells of a table that spans may cover
_BETWEEN_CHINESE = re.compile(
    r"(?<=[\u2e80-\u9fff\uff00-\uff65])[ \t]*[\r\n][ \t\r\n\f]*(?=[\u2e80-\u9fff\uff00-\uff65])"
)


def read_html(name: str, data: bytes) -> tuple[Document, tuple[Problem, ...]]:
    """Take the text out of a web page, plain or saved with its pictures (MHTML).

    Raises InputError when nothing of it can be read.
    """
    text, encoding, problems = decode_page(name, data)
    parser = lxml_html.HTMLParser(
        remove_comments=True, remove_pis=True, no_network=True, huge_tree=False, recover=True
    )
    text = re.sub(r"^\s*<\?xml[^>]*>", "", text.replace("\x00", ""))
    try:
        root = lxml_html.document_fromstring(text, parser=parser) if text.strip() else None
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise _unreadable(name) from error
    if any("excessive depth" in entry.message.lower() for entry in parser.error_log):
        raise too_deep(name)  # what lies deeper is not in the tree
    if root is None:
        raise _unreadable(name)
    page = _Page()
    page.read(root)
    return page.written.document(name, Kind.HTML, data, encoding), (*problems, *page.problems())


def _unreadable(name: str) -> InputError:
    return InputError(
        msg("网页文件“{name}”里没有可读的内容；请在浏览器中打开核对，或另存为纯文本再读。", name=name)
    )


class _Page:
    """Walks the elements of a page and writes; inline text waits in ``_line`` for the end of its block."""

    def __init__(self) -> None:
        self.written = Written()
        self._line: list[str] = []
        self._counts: dict[Element, int] = {}
        self._wordless: dict[Element, bool] = {}
        self._left_out = self._pictures = 0

    def read(self, root: Element) -> None:
        """Write everything below an element."""
        self._walk(root, kept=False)
        self._end_block()

    def problems(self) -> Iterator[Problem]:
        """What was left out."""
        if self._left_out:
            yield Problem(
                "hidden-text",
                msg("网页的导航栏和不显示的内容没有读入，共 {n} 处。", n=self._left_out),
                "note",
            )
        if self._pictures:
            yield Problem(
                "pictures",
                msg(
                    "正文中有 {n} 张图片，图片里的文字和表格读不到；如主要指标表是图片，请补录。",
                    n=self._pictures,
                ),
                "note",
            )

    def _walk(self, element: Element, *, kept: bool) -> None:
        """Go through an element; ``kept`` means line breaks of the source are shown (pre)."""
        for child in element:
            self._one(child, kept=kept)
            if child.tail:
                self._line.append(child.tail if kept else _collapsed(child.tail))

    def _one(self, child: Element, *, kept: bool) -> None:
        tag = child.tag if isinstance(child.tag, str) else ""
        if not tag or self._is_unseen(child, tag):
            return
        if tag == "br":
            self._line.append("\n")
            return
        if tag == "table":
            self._end_block()
            self._table(child)
            return
        if tag == "img":
            self._pictures += self._is_alone(child)
            return
        block = tag in _BLOCKS
        if block:
            self._end_block()
        if tag == "li":
            self._line.append(self._list_number(child))
        kept = kept or tag == "pre"
        if child.text:
            self._line.append(child.text if kept else _collapsed(child.text))
        self._walk(child, kept=kept)
        if block:
            self._end_block()

    def _is_unseen(self, element: Element, tag: str) -> bool:
        if tag in _UNSEEN:
            self._left_out += tag == "nav"
            return True
        if element.get("hidden") is None and not _HIDDEN.search(element.get("style", "")):
            return False
        self._left_out += bool("".join(element.itertext()).strip())
        return True

    def _is_alone(self, image: Element) -> bool:
        """Whether a picture is all its paragraph shows; asked once for each paragraph."""
        parent = block_of(image)
        if parent is None:
            return False
        if parent not in self._wordless:
            self._wordless[parent] = not "".join(parent.itertext()).strip()
        return self._wordless[parent]

    def _list_number(self, item: Element) -> str:
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        last = self._counts.get(parent, whole(parent.get("start"), 1) - 1)
        self._counts[parent] = number = whole(item.get("value"), last + 1)
        return label(number, parent)

    def _end_block(self) -> None:
        text = re.sub(r" {2,}", " ", "".join(self._line))
        self._line.clear()
        self.written.paragraph(text)

    def _table(self, table: Element) -> None:
        rows = list(table_rows(table))
        caption = next((c for c in table if c.tag == "caption"), None)
        if caption is not None:
            self.written.paragraph(self._inside(caption))
        if is_frame(table, rows):
            for row in rows:
                for cell in row_cells(row):
                    if not self._is_unseen(cell, "td"):
                        self._one(cell, kept=False)
            return
        write_table(self.written, self._read_table(rows))

    def _read_table(self, rows: list[Element]) -> Table:
        pieces: list[Piece] = []
        taken: set[tuple[int, int]] = set()
        header = 0
        for index, row in enumerate(rows):
            cells = [cell for cell in row_cells(row) if not self._is_unseen(cell, "td")]
            in_head = row.getparent().tag == "thead" or (cells and all(c.tag == "th" for c in cells))
            header += bool(in_head and header == index)
            column = 0
            for cell in cells:
                while (index, column) in taken:
                    column += 1
                height, width = span(cell, "rowspan"), span(cell, "colspan")
                height = min(height or len(rows), len(rows) - index)  # 0 means to the end
                width = max(width, 1)
                if len(taken) + height * width > _COVERED_MOST:
                    height = width = 1
                taken.update((index + r, column + c) for r in range(height) for c in range(width))
                pieces.append(Piece(index, column, self._inside(cell), height, width))
                column += width
        return Table(tuple(pieces), header)

    def _inside(self, element: Element) -> str:
        """The words of a cell on one line."""
        inner = _Cell(self)
        return inner.said(element)

    def count(self, other: "_Page") -> None:
        """Add what a cell left out."""
        self._left_out += other._left_out
        self._pictures += other._pictures


class _Cell(_Page):
    """A page the size of a cell: blocks and inner tables give words apart."""

    def __init__(self, page: _Page) -> None:
        super().__init__()
        self._page = page
        self._words: list[str] = []

    def said(self, element: Element) -> str:
        """All words below an element."""
        if element.text:
            self._line.append(_collapsed(element.text))
        self.read(element)
        self._page.count(self)
        return " ".join(self._words)

    def _end_block(self) -> None:
        text = " ".join("".join(self._line).split())
        self._line.clear()
        if text:
            self._words.append(text)

    def _table(self, table: Element) -> None:
        self._walk(table, kept=False)
        self._end_block()


def _collapsed(text: str) -> str:
    """Blanks as a browser shows them; a line break of the source between Chinese characters is none."""
    return _BLANKS.sub(" ", _BETWEEN_CHINESE.sub("", text))
