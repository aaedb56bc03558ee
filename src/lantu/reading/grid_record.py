"""A table of a document as a grid of cells, each with the places of its characters."""

from dataclasses import dataclass

from lantu.reading.words import Words


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its header cells, its rows of cells, its notes, and the part of the text it fills."""

    header: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    notes: str
    start: int
    end: int
    unread: tuple[tuple[int, str], ...] = ()


def squeezed(text: str, offset: int) -> Words:
    """A cell's words without outer blanks and without those beside Chinese characters and signs."""
    keep = [
        i
        for i, c in enumerate(text)
        if not c.isspace() or (_word(text[i - 1 : i]) and _word(text[i + 1 : i + 2]) and text[:i].strip())
    ]
    return Words("".join(text[i] for i in keep), tuple(offset + i for i in keep))


def _word(c: str) -> bool:
    return c.isascii() and c.isalpha()
