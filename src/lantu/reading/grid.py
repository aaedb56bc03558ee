"""Tables of a document as grids of cells: Markdown pipes, and rows that a PDF left as lines.

A grid keeps for every cell its words with their places, so that a figure of a table has a span
like one of prose. Rows whose cells stand apart or alone are read by ``lantu.reading.spaced``.
"""

import re
from collections.abc import Iterator

from lantu.reading.grid_record import Grid, squeezed
from lantu.reading.spaced import Loose, both_rows, cell_rows, spaced_rows
from lantu.reading.words import NONE, Words

_RULE = re.compile(r"^\|?\s*:?-{2,}")
_PAGE = re.compile(r"^[-—－–·\s]*\d{1,4}[-—－–·\s]*$")
_STOP = re.compile(r"^(?:第[〇零一二三四五六七八九十百\d]{1,5}[篇编章节]|专栏)")
_HEADER = re.compile(r"指标(?:名称)?.*(?:20\d\d年|目标|属性)")
_KIND = re.compile(r"(?:约束性|预期性|引导性|导向性)$")
_GROUP = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)")
_NOTE = re.compile(r"^(?:注|备注|说明)|^[①*]")
_CIRCLED = re.compile("[①-⑳]")
_TAIL = ("左右", "以上", "以下", "以内")
_PENDING_LINES = 4
_LONGEST_HEAD = 6


def grids(shadow: str) -> tuple[Grid, ...]:
    """All tables of a shadow text in text order."""
    piped, plain = "|" in shadow, "属" in shadow
    if not piped and not plain:
        return ()
    lines = tuple(_lines(shadow))
    found = [*(_piped(lines) if piped else ()), *(_plain(lines) if plain else ())]
    return tuple(sorted(found, key=lambda g: g.start))


def _lines(shadow: str) -> Iterator[tuple[int, str]]:
    offset = 0
    for line in shadow.split("\n"):
        yield offset, line
        offset += len(line) + 1


def _piped(lines: tuple[tuple[int, str], ...]) -> Iterator[Grid]:
    """Markdown tables: a header line, a rule, rows."""
    index = 0
    while index + 1 < len(lines):
        if not (lines[index][1].lstrip().startswith("|") and _RULE.match(lines[index + 1][1].lstrip())):
            index += 1
            continue
        end = index + 2
        while end < len(lines) and lines[end][1].lstrip().startswith("|"):
            end += 1
        header = _cells(*lines[index])
        rows = tuple(_cells(*line) for line in lines[index + 2 : end])
        if rows and (both := both_rows(header, rows[0])):
            header, rows = both, rows[1:]
        yield Grid(
            header, rows, _notes(lines, end), lines[index][0], lines[end - 1][0] + len(lines[end - 1][1])
        )
        index = end


def _cells(offset: int, line: str) -> tuple[Words, ...]:
    """The cells between the pipes of a line."""
    cells = []
    position = line.index("|") + 1
    body_end = len(line.rstrip())
    while position < body_end:
        stop = line.find("|", position)
        stop = body_end if stop < 0 else stop
        cells.append(squeezed(line[position:stop], offset + position))
        position = stop + 1
    return tuple(cells)


def _notes(lines: tuple[tuple[int, str], ...], start: int) -> str:
    """The note under a table: up to two lines further down, as long as it goes on."""
    text: list[str] = []
    over = False
    for _, line in lines[start : start + 12]:
        body = line.strip()
        if not body:
            over = bool(text)
            continue
        if over and not _CIRCLED.match(body):
            break
        over = False
        if not text and not _NOTE.match(body):
            break
        if text and _STOP.match(body):
            break
        text.append(body)
    return "".join(text)


def _plain(lines: tuple[tuple[int, str], ...]) -> Iterator[Grid]:
    """Rows without pipes: ``1 人均预期寿命（岁） 85 左右 预期性`` under a header line."""
    index = 0
    while index < len(lines):
        if "属" not in lines[index][1]:
            index += 1
            continue
        header = re.sub(r"\s", "", lines[index][1])
        if len(header) <= _LONGEST_HEAD and (found := cell_rows(lines, index, _stops)):
            yield _loose(lines, found)
            index = found.behind
            continue
        if "|" in header or not _HEADER.search(header) or "属性" not in header or len(header) > 60:
            index += 1
            continue
        if found := spaced_rows(lines, index, _stops):
            yield _loose(lines, found)
            index = found.behind
            continue
        grid, index = _plain_grid(lines, index)
        if grid is not None:
            yield grid


def _stops(body: str) -> bool:
    """Whether a line without its blanks ends a table: a heading, a box, a note."""
    return bool(_STOP.match(body) or _NOTE.match(body))


def _loose(lines: tuple[tuple[int, str], ...], found: Loose) -> Grid:
    last = lines[found.behind - 1]
    return Grid(found.header, found.rows, _notes(lines, found.behind), found.start, last[0] + len(last[1]))


def _plain_grid(lines: tuple[tuple[int, str], ...], first: int) -> tuple[Grid | None, int]:
    columns = _plain_header(*lines[first])
    rows: list[tuple[Words, ...]] = []
    unread: list[tuple[int, str]] = []
    pending: list[tuple[int, str]] = []
    group, index, end = NONE, first + 1, first + 1
    while index < len(lines) and len(pending) <= _PENDING_LINES:
        offset, line = lines[index]
        body = re.sub(r"\s", "", line)
        index += 1
        if not body or _PAGE.match(line) or (_HEADER.search(body) and "属性" in body):
            continue
        if _STOP.match(body) or _NOTE.match(body):
            index -= 1
            break
        if not pending and _GROUP.match(body):
            group = squeezed(line, offset)
            group = group_name(group)
            continue
        pending.append((offset, line))
        if _KIND.search(body):
            row = _plain_row(pending, group, len(columns))
            if row is None:
                unread.append((pending[0][0], "".join(text.strip() for _, text in pending)))
            else:
                rows.append(row)
            pending, end = [], index
    if len(rows) < 3:
        return None, first + 1
    last = lines[end - 1]
    grid = Grid(
        columns, tuple(rows), _notes(lines, end), lines[first][0], last[0] + len(last[1]), tuple(unread)
    )
    return grid, end


def group_name(line: Words) -> Words:
    """The name of a group of rows without its number and count: 一、经济强（12项） -> 经济强."""
    number = _GROUP.match(line.text)
    counted = re.search(r"（\d+项）$", line.text)
    return line.cut(number.end() if number else 0, counted.start() if counted else None)


def _plain_header(offset: int, line: str) -> tuple[Words, ...]:
    """Category and row number stand in front; then the columns the header names."""
    pattern = re.compile(
        r"指\s*标(?:\s*名\s*称)?|单\s*位|20\d\d\s*年(?:\s*(?:目\s*标\s*值?|实\s*际|基\s*期|预\s*计))?|年\s*均[^\s]*|累\s*计[^\s]*|目\s*标\s*值?|属\s*性"
    )
    cells = [squeezed(m[0], offset + m.start()) for m in pattern.finditer(line)]
    return (Words("类别", ()), Words("序号", ()), *cells)


def _plain_row(pending: list[tuple[int, str]], group: Words, columns: int) -> tuple[Words, ...] | None:
    """Category, indicator, one cell for each value column, nature; None when the cells do not fit."""
    text = "".join(line + "\n" for _, line in pending)
    places: list[int] = []
    for offset, line in pending:
        places.extend(range(offset, offset + len(line) + 1))
    name = re.search(r"）(?=\s)", text)
    ends = [m.end() for m in re.finditer(r"）(?=\s)", text)]
    start = ends[-1] if ends else -1
    if name is None or start < 0:
        parts = re.match(r"\s*(?:\d{1,2}\s+)?\S+", text)
        if parts is None:
            return None
        start = parts.end()
    tokens: list[list[int]] = []
    for match in re.finditer(r"\S+", text[start:]):
        begin, stop = match.start() + start, match.end() + start
        joined = match[0].startswith(_TAIL) or (columns == 5 and tokens and not _KIND.match(match[0]))
        if joined and tokens:
            tokens[-1][1] = stop
        else:
            tokens.append([begin, stop])
    wanted = columns - 3
    if len(tokens) != wanted:
        start, tokens = _from_the_right(text, wanted)
    if not tokens:
        return None
    number = re.match(r"\s*(\d{1,3})\s", text)
    first = number.end() if number else 0
    made = [_piece(text, places, 0, first), _piece(text, places, first, start)]
    made += [_piece(text, places, a, b) for a, b in tokens]
    return (group, *made)


def _from_the_right(text: str, wanted: int) -> tuple[int, list[list[int]]]:
    """End of the name and the cells behind it, counted from the last column; no cells when too few."""
    tokens: list[list[int]] = []
    for match in re.finditer(r"\S+", text):
        if tokens and match[0].startswith(_TAIL):
            tokens[-1][1] = match.end()
        else:
            tokens.append([match.start(), match.end()])
    numbered = bool(re.match(r"\s*\d{1,3}\s", text))
    if len(tokens) < wanted + 1 + numbered:
        return 0, []
    cells = tokens[-wanted:]
    return cells[0][0], cells


def _piece(text: str, places: list[int], start: int, end: int) -> Words:
    keep = [i for i in range(start, end) if not text[i].isspace()]
    return Words("".join(text[i] for i in keep), tuple(places[i] for i in keep))
