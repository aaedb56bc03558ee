"""A document as extracted."""

from bisect import bisect_right
from dataclasses import dataclass, field
from hashlib import sha256

from lantu.values import Span


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document and its identity.

    text: as decoded, with its own line ends; every span in Lantu counts code points of it.
    sha256: of the text in UTF-8, so a plain UTF-8 file has the checksum of its bytes, and the
        same text saved in GB18030 is the same document.
    encoding: how the bytes were read (``utf-8`` or ``gb18030``).
    """

    name: str
    text: str
    sha256: str
    encoding: str = "utf-8"
    _line_starts: tuple[int, ...] = field(default=(), repr=False, compare=False)

    @classmethod
    def of_text(cls, name: str, text: str, encoding: str = "utf-8") -> "Document":
        """Make the document of a text."""
        starts = [0]
        position = text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = text.find("\n", position + 1)
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(name, text, digest, encoding, tuple(starts))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """A span of this document."""
        return Span(self.sha256, start, end)
