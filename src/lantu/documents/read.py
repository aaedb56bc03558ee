"""Bytes of any format to a document: told by content, read by the module of the format."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from lantu.documents.decode import read_text
from lantu.documents.document import Document, Kind
from lantu.documents.kinds import Other, kind_of, suffix
from lantu.values import InputError, Message, Problem, msg

_MEGABYTE = 1024 * 1024
SIZE_LIMIT = 50 * _MEGABYTE

Read = tuple[Document, tuple[Problem, ...]]

# Endings that promise a format; a file that holds another is read as what it is, and said to be.
_PROMISES = {
    ".docx": Kind.DOCX,
    ".xlsx": Kind.XLSX,
    ".xlsm": Kind.XLSX,
    ".pdf": Kind.PDF,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".txt": Kind.TXT,
    ".md": Kind.MD,
}


def read_bytes(name: str, data: bytes, limit: int = SIZE_LIMIT) -> Read:
    """Take the text out of a file of any format Lantu reads.

    Returns the document and notes about it (an encoding, what was left out). Raises InputError
    with one sentence when the file is empty, too large, damaged, locked, a scan, of a format that
    is not read, or not decodable. ``limit`` is in bytes.
    """
    if len(data) > limit:
        raise InputError(
            msg(
                "文件“{name}”超过上限 {limit} MB；请拆分文件，"
                "或用 --limit（设置 LANTU_SIZE_LIMIT）调高上限。",
                name=name,
                limit=f"{limit / _MEGABYTE:.4g}",
            )
        )
    kind = kind_of(name, data)
    if isinstance(kind, Other):
        raise InputError(_refusal(name, kind))
    try:
        document, notes = _reader(kind)(name, data)
    except RecursionError as error:
        from lantu.documents.package import too_deep

        raise too_deep(name) from error
    if not document.text.strip():
        if any(note.code in ("pictures", "page-without-text") for note in notes):
            raise InputError(_refusal(name, Other.PICTURE))
        raise InputError(msg("文件“{name}”是空的，没有文字可读；请检查是否选对了文件。", name=name))
    return document, (*_broken_promise(name, kind), *notes)


def old_format(name: str, data: bytes) -> Kind | None:
    """What a file of an old office format must be converted to before it can be read, else None."""
    kind = kind_of(name, data)
    if kind is Other.OLD_TEXT:
        return Kind.DOCX
    return Kind.XLSX if kind is Other.OLD_SHEET else None


def converted(document: Document, name: str, source: bytes) -> Document:
    """The document of a file that was converted, under the name and checksum of the original."""
    return replace(document, name=name, source_sha256=sha256(source).hexdigest())


def _reader(kind: Kind) -> Callable[[str, bytes], Read]:
    """The function that reads a format; each loads its library when first used."""
    if kind is Kind.DOCX:
        from lantu.documents.docx import read_docx

        return read_docx
    if kind is Kind.XLSX:
        from lantu.documents.xlsx import read_xlsx

        return read_xlsx
    if kind is Kind.HTML:
        from lantu.documents.html import read_html

        return read_html
    if kind is Kind.PDF:
        from lantu.documents.pdf import read_pdf

        return read_pdf
    return lambda name, data: read_text(name, data, kind)


def _refusal(name: str, kind: Other) -> Message:
    """Why a file is not read and what to do about it."""
    match kind:
        case Other.OLD_TEXT:
            return msg("文件“{name}”是旧版文档（doc、wps、rtf、odt 等）；请另存为 docx 再读。", name=name)
        case Other.OLD_SHEET:
            return msg("文件“{name}”是旧版表格（xls、et、ods 等）；请另存为 xlsx 再读。", name=name)
        case Other.LOCKED:
            return msg("文件“{name}”有密码保护；请去掉密码后另存再读。", name=name)
        case Other.PICTURE:
            return msg("文件“{name}”是图片，没有文字可读；请先用 OCR 识别成 Word 或带文字的 PDF。", name=name)
        case Other.ARCHIVE:
            return msg("文件“{name}”是压缩包或其他打包文件；请解压后读其中的规划文本。", name=name)
        case _:
            return msg(
                "文件“{name}”是 {kind} 格式，读不了；请另存为 docx、PDF 或纯文本再读。",
                name=name,
                kind=kind.value,
            )


def _broken_promise(name: str, kind: Kind) -> tuple[Problem, ...]:
    promised = _PROMISES.get(suffix(name), kind)
    if promised is kind:
        return ()
    return (
        Problem(
            "other-format",
            msg(
                "文件名以“{suffix}”结尾，内容却是 {kind} 格式，已按内容读取。", suffix=suffix(name), kind=kind
            ),
            "note",
        ),
    )
