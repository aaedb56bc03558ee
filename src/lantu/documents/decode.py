"""Bytes of a plain text file to a document: UTF-8 first, else GB18030, both strictly."""

import codecs

from lantu.documents.document import Document
from lantu.values import InputError, Problem, msg

_MEGABYTE = 1024 * 1024
SIZE_LIMIT = 50 * _MEGABYTE

# First bytes of formats people hand over by mistake, with what to do about them.
_SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "docx/xlsx/zip"),
    (b"\xd0\xcf\x11\xe0", "doc/xls/wps"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"{\\rtf", "RTF"),
)


def read_bytes(name: str, data: bytes, limit: int = SIZE_LIMIT) -> tuple[Document, tuple[Problem, ...]]:
    """Decode the bytes of a text file.

    Returns the document and notes about it (a GB18030 file is said to be one). Raises InputError
    with one sentence when the file is empty, too large, of another format, or not decodable.
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
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(
                msg(
                    "文件“{name}”是 {kind} 格式，不是纯文本；请另存为 UTF-8 的 .txt 再读。",
                    name=name,
                    kind=kind,
                )
            )
    text, encoding = _decode(name, data)
    if not text.strip():
        raise InputError(msg("文件“{name}”是空的，没有文字可读；请检查是否选对了文件。", name=name))
    notes: tuple[Problem, ...] = ()
    if encoding != "utf-8":
        notes = (
            Problem("encoding", msg("文件按 {encoding} 编码读取，不是 UTF-8。", encoding="GB18030"), "note"),
        )
    return Document.of_text(name, text, encoding), notes


def _decode(name: str, data: bytes) -> tuple[str, str]:
    data = data.removeprefix(codecs.BOM_UTF8)
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _is_binary(text):
            return text, encoding
    raise InputError(
        msg(
            "文件“{name}”既不是 UTF-8 也不是 GB18030 文本，无法解读；请另存为 UTF-8 的 .txt 再读。", name=name
        )
    )


def _is_binary(text: str) -> bool:
    """Whether control characters other than line ends, tab and form feed occur (never in a plan text)."""
    sample = text[:65536]
    return any(ord(c) < 32 and c not in "\t\n\r\f\v" for c in sample) or "\x00" in text
