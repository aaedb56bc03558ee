"""The mark of secrecy at the head of an official document: one that carries it is refused.

GB/T 9704-2012 puts the degree (绝密, 机密, 秘密) with its term behind ★ at the head of the first page; older
papers and forms write 密级：机密. Neither 秘密 within a sentence nor 密级：公开 is a mark.
"""

import re
from collections.abc import Iterator

from lantu.documents.document import Document, Kind
from lantu.documents.package import Package
from lantu.values import InputError, msg

_DEGREE = r"(?:[绝絕]\s*密|[机機]\s*密|秘\s*密)"
_UNTIL = r"(?:长期|長期|解密前|启用前|啟用前|[\d一二三四五六七八九十]+\s*(?:年|个月|個月))"
_TERM = rf"(?:\s*(?:[★☆⋆✩*＊]\s*)?{_UNTIL})?"
_MARK = re.compile(
    rf"{_DEGREE}\s*[★☆⋆✩]|密\s*[级級]\s*[:：]\s*{_DEGREE}|^\W*(?:\d{{1,8}}\s+)?{_DEGREE}{_TERM}\W*$"
)
_LINES = 20
_LONGEST = 60
_HEADERS = frozenset({"header", "footer"})


def refuse_classified(name: str, data: bytes, document: Document) -> None:
    """Raise InputError when the head of the document, or a page header of a Word file, bears a mark.

    name, data: the file as it came; document: what was read from it. Nothing of it is repeated in the
    message.
    """
    lines = [line for line in document.text.splitlines() if line.strip()][:_LINES]
    if any(is_mark(line) for line in (*lines, *(_page_headers(name, data) if _is_word(document) else ()))):
        raise InputError(
            msg("文件“{name}”标有密级，不能在本系统处理；没有保存任何内容，请按保密规定处理。", name=name)
        )


def is_mark(line: str) -> bool:
    """Whether a line of a document's head is, or holds, a mark of secrecy."""
    return len(line) <= _LONGEST and _MARK.search(line.strip()) is not None


def _is_word(document: Document) -> bool:
    return document.kind is Kind.DOCX


def _page_headers(name: str, data: bytes) -> Iterator[str]:
    """The lines of a Word file's page headers and footers, which are no part of its text."""
    package = Package(name, data)
    main = package.main_part("word/document.xml")
    for kind, path in package.related(main).values():
        root = package.xml(path) if kind in _HEADERS else None
        for paragraph in root.iter("{*}p") if root is not None else ():
            yield "".join(one.text or "" for one in paragraph.iter("{*}t"))
