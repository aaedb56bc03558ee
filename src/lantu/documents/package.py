"""Parts of a zipped Office file, read within bounds: no bomb, no entity, no network."""

import zipfile
import zlib
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any

from lxml import etree

from lantu.values import InputError, msg

UNPACKED_LIMIT = 100 * 1024 * 1024
TAGS_LIMIT = 2_000_000
"""Tags of one part: an element takes a hundred times its bytes once it is a tree."""
PARAGRAPHS_LIMIT = 200_000
"""Paragraphs of a Word file, of documents inserted in it too: a plan has thousands, a bomb millions."""
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    OSError,
    EOFError,
    RuntimeError,  # a part with a password
    NotImplementedError,  # an unknown compression
    ValueError,
    UnicodeError,
)

# The strict variant of the formats differs in the names of its vocabularies alone.
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMES = (
    (b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)

Element = Any
"""An lxml element; lxml ships no types."""


def too_deep(name: str) -> InputError:
    """The sentence for a file whose elements lie in each other by the hundred."""
    return InputError(msg("文件“{name}”的内容嵌套过深，无法解读；请打开后另存一份再读。", name=name))


class Package:
    """The parts of one file. ``limit`` bounds the bytes unpacked, over all parts together."""

    def __init__(self, name: str, data: bytes, limit: int = UNPACKED_LIMIT) -> None:
        self._name = name
        self._left = self._limit = limit
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self._infos = {info.filename.lower(): info for info in self._zip.infolist()}
        except _BROKEN as error:
            raise self.broken() from error

    def broken(self) -> InputError:
        """The sentence for a file that cannot be opened."""
        return InputError(
            msg(
                "文件“{name}”已损坏，打不开；请用 Word、Excel 或 WPS 打开后另存一份，或重新下载。",
                name=self._name,
            )
        )

    def too_many_paragraphs(self) -> InputError:
        """The sentence for a Word document of more than ``PARAGRAPHS_LIMIT`` paragraphs."""
        return InputError(
            msg(
                "文件“{name}”的段落超过 {limit} 个，没有读取；请拆分文件，或删去空段落后另存。",
                name=self._name,
                limit=f"{PARAGRAPHS_LIMIT:,}",
            )
        )

    def xml(self, path: str) -> Element | None:
        """The root element of a part, None when there is no such part.

        Raises InputError when the part is damaged, declares a document type (never in Office files),
        unpacks to more than the limit, or has more tags than ``TAGS_LIMIT``.
        """
        data = self._read(path)
        if data is None:
            return None
        for name, usual in _STRICT_NAMES if _STRICT in data else ():
            data = data.replace(_STRICT + name, usual)
        if data.count(b"<") > TAGS_LIMIT:
            raise self._too_many_tags()
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.broken() from error
        if root.getroottree().docinfo.doctype:
            raise self.broken()
        return root

    def related(self, path: str) -> dict[str, tuple[str, str]]:
        """Relations of a part: id -> (type, path of the part meant); those to the outside left out."""
        folder, _, file = path.rpartition("/")
        root = self.xml(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        found: dict[str, tuple[str, str]] = {}
        for one in root.iter(_RELATION) if root is not None else ():
            if one.get("TargetMode") == "External":
                continue
            target = one.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else join(dirname(path), target)
            found[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], normpath(whole))
        return found

    def main_part(self, fallback: str) -> str:
        """The part the package names as its document."""
        for kind, path in self.related("").values():
            if kind == "officeDocument":
                return path
        return fallback

    def has(self, path: str) -> bool:
        """Whether there is such a part."""
        return path.lower() in self._infos

    def bytes_of(self, path: str) -> bytes | None:
        """The bytes of a part, None when there is no such part."""
        return self._read(path)

    @property
    def left(self) -> int:
        """Bytes that may still be unpacked."""
        return self._left

    def _too_large(self) -> InputError:
        return InputError(
            msg(
                "文件“{name}”解压后超过 {limit} MB，没有读取；请拆分文件，或删去多余内容后另存。",
                name=self._name,
                limit=self._limit // (1024 * 1024),
            )
        )

    def _too_many_tags(self) -> InputError:
        return InputError(
            msg(
                "文件“{name}”内部的标记超过 {limit} 个，没有读取；请拆分文件，或删去多余内容后另存。",
                name=self._name,
                limit=f"{TAGS_LIMIT:,}",
            )
        )

    def _read(self, path: str) -> bytes | None:
        info = self._infos.get(path.lower())
        if info is None:
            return None
        try:
            with self._zip.open(info) as part:
                data = part.read(self._left + 1)
        except _BROKEN as error:
            raise self.broken() from error
        self._left -= len(data)
        if self._left < 0:
            raise self._too_large()
        return data
