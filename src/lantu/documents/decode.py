"""Bytes of a plain text to a document: a byte order mark, else UTF-8, else GB18030 or Big5, strictly."""

import codecs

from lantu.documents.document import Document, Kind
from lantu.values import InputError, Problem, msg

# Characters no official text is without, in both scripts.
_COMMON = "的和年到一化中大发發展设設业業经經济濟会會社产產国國区區建人工"
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def read_text(name: str, data: bytes, kind: Kind = Kind.TXT) -> tuple[Document, tuple[Problem, ...]]:
    """Decode the bytes of a text file.

    Returns the document and notes about it (a GB18030 file is said to be one). Raises InputError
    with one sentence when the bytes are in no encoding that is known.
    """
    text, encoding = _decode(name, data)
    notes: tuple[Problem, ...] = ()
    if encoding != "utf-8":
        said = msg("文件按 {encoding} 编码读取，不是 UTF-8。", encoding=encoding.upper())
        notes = (Problem("encoding", said, "note"),)
    return Document.of_text(name, text, encoding, kind=kind, source=data), notes


def _decode(name: str, data: bytes) -> tuple[str, str]:
    marked = next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), None)
    tried = ("utf-8", "gb18030") if marked is None else (marked[1],)
    body = data if marked is None else data[len(marked[0]) :]
    for encoding in tried:
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030" and (other := _as_big5(body, text)):
            return other, "big5"
        if not _is_binary(text):
            return text, encoding.removesuffix("-le").removesuffix("-be")
    raise InputError(
        msg(
            "文件“{name}”既不是 UTF-8 也不是 GB18030 文本，无法解读；请另存为 UTF-8 的 .txt 再读。", name=name
        )
    )


def _as_big5(body: bytes, text: str) -> str:
    """The text read as Big5 where that makes more sense than ``text``, its reading as GB18030; else "".

    Almost any Big5 file can be read as GB18030 too, as rare characters; the commonest ones tell them apart.
    """
    try:
        other = body.decode("big5hkscs")
    except UnicodeDecodeError:
        return ""
    return other if sum(map(other.count, _COMMON)) > sum(map(text.count, _COMMON)) else ""


def _is_binary(text: str) -> bool:
    """Whether control characters other than line ends, tab and form feed occur (never in a plan text)."""
    sample = text[:65536]
    return any(ord(c) < 32 and c not in "\t\n\r\f\v" for c in sample) or "\x00" in text
