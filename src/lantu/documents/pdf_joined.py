"""Tables that go on over pages, put together: header once, broken rows whole, merged cells filled."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lantu.documents.pdf_flow import Paragraph
from lantu.documents.pdf_tables import Ruled, joined
from lantu.documents.table import Piece

_SAME_COLUMNS = 5.0  # points
_CONTINUED = re.compile(r"[（(]?续(?:上)?(?:表|专栏).{0,6}")

Block = Paragraph | tuple[int, Ruled]


def tables_joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """The same blocks; a table whose columns go on at the top of the next page is one with it."""
    last: tuple[int, Ruled] | None = None
    between: list[Block] = []  # "续表" above the second half
    for block in blocks:
        if last is not None and isinstance(block, tuple) and _goes_on(last, block):
            last = (block[0], _appended(last[1], block[1]))
            between.clear()
            continue
        if (
            last is not None
            and not between
            and isinstance(block, Paragraph)
            and _CONTINUED.fullmatch(block.text)
        ):
            between.append(block)
            continue
        if last is not None:
            yield last
            last = None
        yield from between
        between.clear()
        if isinstance(block, tuple):
            last = block
        else:
            yield block
    if last is not None:
        yield last
    yield from between


def _is_continued(block: Block) -> bool:
    return isinstance(block, Paragraph) and _CONTINUED.fullmatch(block.text) is not None


def _goes_on(first: tuple[int, Ruled], second: tuple[int, Ruled]) -> bool:
    a, b = first[1].columns, second[1].columns
    return (
        second[0] == first[0] + 1
        and len(a) == len(b)
        and all(abs((x - a[0]) - (y - b[0])) < _SAME_COLUMNS for x, y in zip(a, b, strict=True))
    )


def _appended(first: Ruled, second: Ruled) -> Ruled:
    """The rows of the second under the first."""
    skip = 0
    while (row := _row(first, skip)) and row == _row(second, skip):
        skip += 1
    below = [piece for piece in second.pieces if piece.row >= skip]
    above = list(first.pieces)
    foot = max(p.row + p.rows for p in above)
    at = {p.column: i for i, p in enumerate(above) if p.row + p.rows == foot}
    if _is_broken(below, skip, {c: above[i] for c, i in at.items()}):
        for piece in below:
            if piece.row == skip and piece.text:
                old = above[at[piece.column]]
                above[at[piece.column]] = replace(old, text=joined([old.text, piece.text]))
        below = [replace(p, row=skip + 1, rows=p.rows - 1) if p.row == skip else p for p in below]
        below = [p for p in below if p.rows]
        skip += 1
    category = at.get(0)
    for index, piece in enumerate(below):
        if category is not None and piece.row == skip and piece.column == 0:
            words = piece.text or above[category].text
            below[index] = replace(piece, text=words)
            if not above[category].text:
                above[category] = replace(above[category], text=words)
    more = (replace(p, row=p.row + foot - skip) for p in below)
    return replace(second, columns=first.columns, pieces=(*above, *more))


def _row(table: Ruled, row: int) -> list[Piece]:
    return [replace(p, address="") for p in table.pieces if p.row == row]


def _is_broken(below: list[Piece], top: int, above: dict[int, Piece]) -> bool:
    """Whether the first row is the rest of the row above it: few cells with words, all begun above."""
    row = [piece for piece in below if piece.row == top]
    worded = [piece for piece in row if piece.text]
    if not worded or 2 * len(worded) > len(row):
        return False
    return all(piece.column in above and above[piece.column].text for piece in worded)
