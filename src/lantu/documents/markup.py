"""Bytes of a web page to text: the page says its encoding, or its bytes do."""

import codecs
import email
import email.policy
import re

from lantu.documents.kinds import is_saved_page
from lantu.values import InputError, Problem, msg

_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]{2,20})", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Pages name subsets of what they use; the superset reads them all.
_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "utf8": "utf-8",
    "utf-8": "utf-8",
}
_HEAD = 8192


def decode_page(name: str, data: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    """The text of a page, the encoding it was read with, and notes.

    The byte order mark goes first, then what the page declares if its bytes agree, then UTF-8, then
    GB18030; a page with a few broken bytes is read with what it declares, and the number of bad
    characters is said.
    """
    if is_saved_page(data):
        data = _page_of_archive(name, data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding[:6].rstrip("-"), ()
    declared = _declared(data[:_HEAD])
    for encoding in dict.fromkeys(filter(None, (declared, "utf-8", "gb18030"))):
        try:
            return data.decode(encoding), encoding, ()
        except UnicodeDecodeError:
            continue
    encoding = declared or "gb18030"
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd")
    if broken > max(20, len(text) // 50):
        raise InputError(
            msg("网页文件“{name}”的编码无法判断；请在浏览器中打开，另存为 UTF-8 编码再读。", name=name)
        )
    problem = Problem(
        "bad-characters",
        msg(
            "网页中有 {n} 个字符按 {encoding} 编码无法解读，已标为“�”，请对照原件。",
            n=broken,
            encoding=encoding,
        ),
    )
    return text, encoding, (problem,)


def _declared(head: bytes) -> str:
    match = _META.search(head) or _XML.search(head)
    if match is None:
        return ""
    return _SUPERSETS.get(match[1].decode("ascii").lower(), "")


def _page_of_archive(name: str, data: bytes) -> bytes:
    """The page inside a saved web page (RFC 2557), with its charset put where a page has it."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            charset = part.get_content_charset("")
            if isinstance(page, bytes) and page.strip():
                return f'<meta charset="{charset}">'.encode() + page if charset else page
    raise InputError(
        msg("网页文件“{name}”里没有可读的内容；请在浏览器中打开核对，或另存为纯文本再读。", name=name)
    )
