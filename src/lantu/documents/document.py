"""A document as extracted."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from lantu.values import Span


class Kind(StrEnum):
    """What a document was before its text was taken out."""

    TXT = "txt"
    MD = "md"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file a run of the text stood: ``Sheet!B7`` of a workbook, ``p. 12`` of a PDF."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document and its identity.

    text: as decoded or extracted, with its own line ends; every span in Lantu counts code points of it.
    sha256: of the text in UTF-8, so a plain UTF-8 file has the checksum of its bytes, and the
        same text saved in GB18030 is the same document.
    encoding: how the bytes were read (``utf-8``, ``gb18030``, ``utf-16``, ``big5hkscs``); ``utf-8`` for
        formats that hold their own.
    kind: the format of the file; source_sha256: of the bytes given ("" when made from a text).
    places: in text order, the way back to cells of a workbook or pages of a PDF; empty otherwise.
    """

    name: str
    text: str
    sha256: str
    encoding: str = "utf-8"
    _line_starts: tuple[int, ...] = field(default=(), repr=False, compare=False)
    kind: Kind = Kind.TXT
    source_sha256: str = field(default="", compare=False)
    places: tuple[Place, ...] = field(default=(), repr=False, compare=False)

    @classmethod
    def of_text(
        cls,
        name: str,
        text: str,
        encoding: str = "utf-8",
        *,
        kind: Kind = Kind.TXT,
        source: bytes | None = None,
        places: tuple[Place, ...] = (),
    ) -> "Document":
        """Make the document of a text taken from ``source``."""
        starts = [0]
        position = text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = text.find("\n", position + 1)
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        origin = "" if source is None else sha256(source).hexdigest()
        return cls(name, text, digest, encoding, tuple(starts), kind, origin, places)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """A span of this document."""
        return Span(self.sha256, start, end)

    def address(self, offset: int) -> str:
        """Cell or page an offset came from, "" where the format has none or none is known."""
        index = bisect_right(self.places, offset, key=lambda place: place.start) - 1
        if index < 0 or offset >= self.places[index].end:
            return ""
        return self.places[index].address
