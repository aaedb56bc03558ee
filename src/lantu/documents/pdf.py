"""PDF with a text layer: pages to paragraphs and ruled tables, with the page of each."""

import threading
from collections.abc import Iterator, Mapping

import pypdfium2 as pdfium
from pypdfium2 import raw

from lantu.documents.document import Document, Kind
from lantu.documents.pdf_flow import Paragraph, Sheet, paragraphs, without_running_heads
from lantu.documents.pdf_joined import tables_joined
from lantu.documents.pdf_lined import lined_tables
from lantu.documents.pdf_lines import Line, lines
from lantu.documents.pdf_page import Page, read_page
from lantu.documents.pdf_tables import Ruled, ruled_tables
from lantu.documents.pdf_unruled import broken_lines
from lantu.documents.table import Table, write_table
from lantu.documents.written import Written
from lantu.values import InputError, Problem, msg

PAGES_LIMIT = 5000
_MOST_UNMAPPED = 0.3
_LISTED = 10
_LOCK = threading.Lock()
"""PDFium keeps state of its own and is not safe to call from two threads."""


def read_pdf(name: str, data: bytes) -> tuple[Document, tuple[Problem, ...]]:
    """Take the text out of a PDF.

    Raises InputError when the file is damaged or locked with a password, has too many pages, or
    has no text that can be read: a scan, or fonts that do not say which characters they draw.
    """
    with _LOCK:
        pages = _pages(name, data)
    _check(name, pages)
    sheets = []
    broken: dict[int, int] = {}
    for number, page in enumerate(pages, 1):
        tables, rest = ruled_tables(page, f"p. {number}")
        more, rest = lined_tables(page, rest, f"p. {number}")
        found = tuple(sorted((*tables, *more), key=lambda table: -table.y1))
        plain = lines(rest)
        if lost := broken_lines(plain):
            broken[number] = lost
        sheets.append(Sheet(number, page.width, page.height, _ordered(plain, found)))
    sheets, dropped = without_running_heads(sheets)
    written = Written()
    for block in tables_joined(paragraphs(sheets)):
        if isinstance(block, Paragraph):
            _write(written, block)
        else:
            write_table(written, Table(block[1].pieces))
    return written.document(name, Kind.PDF, data), tuple(_problems(pages, dropped, broken))


def _pages(name: str, data: bytes) -> list[Page]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _unopened(name, getattr(error, "err_code", 0) or 0) from error
    try:
        if len(document) > PAGES_LIMIT:
            raise InputError(
                msg("PDF 文件“{name}”超过 {limit} 页；请拆分后再读。", name=name, limit=PAGES_LIMIT)
            )
        pages = []
        for index in range(len(document)):
            try:
                page = document[index]
            except pdfium.PdfiumError as error:
                raise _unopened(name, 0) from error
            try:
                pages.append(read_page(page))
            except pdfium.PdfiumError as error:
                raise _unopened(name, 0) from error
            finally:
                page.close()
        return pages
    finally:
        document.close()


def _unopened(name: str, code: int) -> InputError:
    if code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return InputError(msg("PDF 文件“{name}”有密码保护；请去掉密码后另存再读。", name=name))
    return InputError(msg("PDF 文件“{name}”已损坏，打不开；请重新下载，或打开后另存一份。", name=name))


def _check(name: str, pages: list[Page]) -> None:
    """Refuse what has no readable text."""
    readable = sum(len(page.chars) for page in pages)
    unmapped = sum(page.unmapped for page in pages)
    if unmapped > _MOST_UNMAPPED * (readable + unmapped):
        raise InputError(
            msg(
                "PDF 文件“{name}”的字体没有文字编码，取出的是乱码；请用 OCR 识别，或换用 Word 版本。",
                name=name,
            )
        )
    if not readable:
        raise InputError(
            msg(
                "PDF 文件“{name}”没有文字层（多为扫描件）；请先用 OCR 识别成带文字的 PDF 或 Word。", name=name
            )
        )


def _problems(pages: list[Page], dropped: int, broken: Mapping[int, int]) -> Iterator[Problem]:
    empty = [number for number, page in enumerate(pages, 1) if not page.chars and page.pictures]
    if empty:
        yield Problem(
            "page-without-text",
            msg(
                "第 {pages} 页只有图片，没有文字层，这些页没有读入；请用 OCR 识别后补录。", pages=_list(empty)
            ),
        )
    if broken:
        yield Problem(
            "broken-cells",
            msg(
                "第 {pages} 页的表格没有框线，其中 {n} 行疑为单元格折行，所在的行可能读错或漏读；"
                "请对照原件，或换用 Word 版本。",
                pages=_list(list(broken)),
                n=sum(broken.values()),
            ),
        )
    unmapped = sum(page.unmapped for page in pages)
    if unmapped:
        yield Problem(
            "bad-characters", msg("有 {n} 个字符没有文字编码，没有读入，请对照原件。", n=unmapped), "warning"
        )
    if dropped:
        yield Problem("running-heads", msg("页眉、页脚和页码没有读入，共 {n} 行。", n=dropped), "note")
    oblique = sum(page.oblique for page in pages)
    if oblique:
        yield Problem("watermark", msg("斜排的水印文字没有读入，共 {n} 字。", n=oblique), "note")


def _list(pages: list[int]) -> str:
    return "、".join(map(str, pages[:_LISTED])) + ("…" if len(pages) > _LISTED else "")


def _ordered(found: list[Line], tables: tuple[Ruled, ...]) -> tuple[Line | Ruled, ...]:
    """Lines in their reading order, each table before the first line that stands below its top."""
    blocks: list[Line | Ruled] = []
    waiting = list(tables)
    for line in found:
        while waiting and line.middle < waiting[0].y1:
            blocks.append(waiting.pop(0))
        blocks.append(line)
    return (*blocks, *waiting)


def _write(written: Written, paragraph: Paragraph) -> None:
    first, last = paragraph.parts[0][0], paragraph.parts[-1][0]
    written.paragraph(paragraph.text, f"p. {first}" if first == last else f"p. {first}-{last}")
