"""The one text form every format is brought to.

A paragraph or heading is a line, lines of different paragraphs have a blank line between them, a table
is a Markdown pipe table, a note stands behind its paragraph or table. Places of cells and pages are kept
while the text grows.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lantu.documents.document import Document, Kind, Place

_NOTE_GOES_ON = re.compile(r"\s*(?:[①-⑳㉑-㊿*＊]|\d{1,2}[.、．](?!\d)|（\d{1,2}）)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufeff]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table row: its words, and its address in the file when it has one."""

    text: str
    address: str = ""


def words(text: str) -> frozenset[str]:
    """A set of words written with blanks between them."""
    return frozenset(text.split())


def clean(text: str) -> str:
    """Drop what no text shows: control characters, lone surrogates, byte order marks."""
    return _CONTROL.sub("", text)


class Written:
    """Grows the text of a document."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._places: list[Place] = []
        self._after_note = False

    def paragraph(self, text: str, address: str = "") -> None:
        """Write a paragraph; its own line breaks stay. Blank ones are left out.

        The items of a note (``注：①…`` in one paragraph, ``②…`` in the next) stay on lines without a
        blank one between, as one note.
        """
        lines = [line.strip() for line in clean(text).split("\n")]
        body = "\n".join(line for line in lines if line)
        if not body:
            return
        goes_on = self._after_note and _NOTE_GOES_ON.match(body) is not None
        self._gap("\n" if goes_on else "\n\n")
        self._add(body, address)
        self._after_note = goes_on or (body.startswith(("注", "备注", "说明")) and _is_note(body))

    def table(self, rows: Iterable[Iterable[Cell]]) -> None:
        """Write a table of at least two columns; its first row is the header."""
        self._after_note = False
        self._gap("\n\n")
        for index, row in enumerate(rows):
            cells = list(row)
            self._add("\n|" if index else "|")
            for cell in cells:
                self._add(" ")
                self._cell(cell)
                self._add(" |")
            if index == 0:
                self._add("\n" + "|---" * len(cells) + "|")

    def note(self, mark: str, text: str, *, first: bool) -> None:
        """Write a foot- or endnote behind its paragraph or table."""
        body = " ".join(clean(text).split())
        self._gap("\n\n" if first else "\n")
        self._add(f"{'注：' if first else ''}{mark}{body}")
        self._after_note = False

    def document(self, name: str, kind: Kind, source: bytes, encoding: str = "utf-8") -> Document:
        """The document of what was written."""
        text = "".join(self._parts) + ("\n" if self._parts else "")
        places = tuple(sorted(self._places, key=lambda place: place.start))
        return Document.of_text(name, text, encoding, kind=kind, source=source, places=places)

    def join(self, gap: str, parts: list[str]) -> str:
        """Words put together; one that keeps the way back to the file does it in its own way."""
        return gap.join(parts)

    def _cell(self, cell: Cell) -> None:
        self._add(in_cell(cell.text), cell.address)

    def _gap(self, gap: str) -> None:
        if self._parts:
            self._add(gap)

    def _add(self, text: str, address: str = "") -> None:
        if address and text:
            self._places.append(Place(self._length, self._length + len(text), address))
        self._parts.append(text)
        self._length += len(text)


def _is_note(body: str) -> bool:
    return re.match(r"(?:注|备注|说明)(?:释)?\s*(?:[:：]|[①-⑳\d（(*＊]|$)", body) is not None


def in_cell(text: str) -> str:
    """Words of a cell on one line. A pipe becomes ``｜``, which means the same and ends no cell."""
    return " ".join(clean(text).replace("|", "｜").split())
