"""What a file is, by its content first and its name second."""

import re
import zipfile
import zlib
from enum import StrEnum
from io import BytesIO

from lantu.documents.document import Kind

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|meta|div|table|p)\b)",
    re.IGNORECASE | re.DOTALL,
)
_SAVED_PAGE = re.compile(rb"(?:^|\n)MIME-Version:", re.IGNORECASE)
_XML_OFFICE = re.compile(rb'<\?mso-application\s+progid="(Word\.Document|Excel\.Sheet)"')
_SUFFIXES = {
    ".md": Kind.MD,
    ".markdown": Kind.MD,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".shtml": Kind.HTML,
    ".xhtml": Kind.HTML,
}


class Other(StrEnum):
    """Files that are not read as they are. The value names the format to people."""

    OLD_TEXT = "doc/wps"
    OLD_SHEET = "xls/et"
    LOCKED = "encrypted"
    SLIDES = "ppt/pptx"
    PICTURE = "png/jpg/tif/bmp/gif"
    ARCHIVE = "zip/rar/7z"
    OFD = "ofd"
    CAJ = "caj"


_SIGNATURES: tuple[tuple[bytes, Kind | Other], ...] = (
    (b"{\\rtf", Other.OLD_TEXT),
    (b"\x89PNG", Other.PICTURE),
    (b"\xff\xd8\xff", Other.PICTURE),
    (b"II*\x00", Other.PICTURE),
    (b"MM\x00*", Other.PICTURE),
    (b"GIF8", Other.PICTURE),
    (b"Rar!\x1a\x07", Other.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Other.ARCHIVE),
    (b"CAJ\x00", Other.CAJ),
    (b"HN\x00\x00", Other.CAJ),
)


def kind_of(name: str, data: bytes) -> Kind | Other:  # noqa: PLR0911 (one line a kind)
    """The format of a file; a text that says nothing of itself is what its name says."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data.startswith((_ZIP, b"PK\x05\x06")):
        return _zipped(data)
    if data.startswith(_OLE):
        return _compound(data)
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if office := _XML_OFFICE.search(head):
        return Other.OLD_TEXT if office[1].startswith(b"Word") else Other.OLD_SHEET
    if _HTML_START.match(head) or is_saved_page(data):
        return Kind.HTML
    return _SUFFIXES.get(suffix(name), Kind.TXT)


def suffix(name: str) -> str:
    """The ending of a file name in small letters, with its dot."""
    return name[name.rfind(".") :].lower() if "." in name else ""


def is_saved_page(data: bytes) -> bool:
    """Whether this is a web page saved with its pictures as one file (MHTML)."""
    head = data[:4096]
    return _SAVED_PAGE.search(head) is not None and b"multipart/related" in data[:8192].lower()


def _zipped(data: bytes) -> Kind | Other:
    """A zip by its list of parts; only names are looked at here."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            mimetype = b""
            if "mimetype" in names:
                with archive.open("mimetype") as part:
                    mimetype = part.read(80)
    except (zipfile.BadZipFile, OSError, RuntimeError, ValueError, NotImplementedError, EOFError, zlib.error):
        # A broken one: its first part's name still tells what it was meant to be.
        head = data[:200_000]
        return Kind.XLSX if b"xl/" in head else Kind.DOCX if b"word/" in head else Other.ARCHIVE
    if b"opendocument.text" in mimetype:
        return Other.OLD_TEXT
    if b"opendocument.spreadsheet" in mimetype:
        return Other.OLD_SHEET
    for start, kind in (("word/", Kind.DOCX), ("xl/", Kind.XLSX), ("ppt/", Other.SLIDES)):
        if any(name.lower().startswith(start) for name in names):
            return kind
    return Other.OFD if "OFD.xml" in names else Other.ARCHIVE


def _compound(data: bytes) -> Other:
    """An old Office file by the names of its streams, which are UTF-16."""

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        return Other.LOCKED
    if has("PowerPoint Document"):
        return Other.SLIDES
    if has("Workbook") and not has("WordDocument"):
        return Other.OLD_SHEET
    return Other.OLD_TEXT
