"""The figures of a sentence with their own words: what stands in front of each, and behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lantu.check.called import deed_of, name_left
from lantu.check.fronts import clauses, front_of
from lantu.check.marks import IN_BRACKETS, Against, Marked
from lantu.check.named_places import ranked_regions, trailing_region
from lantu.check.number import Number
from lantu.check.peel import Frame, peel
from lantu.check.ranked import ranked
from lantu.check.regions_of import Home, Named, region_at
from lantu.check.spread import listed, spread
from lantu.check.things import thing_behind
from lantu.check.words import words
from lantu.check.written import Sense
from lantu.reading.lexicon import prefix, suffix
from lantu.reading.words import NONE, Words

_SAID = ("提出", "明确", "要求", "确定", "设定")
_ROW_GAP = re.compile(r"(?:□|以上|左右)*(?:、|和|及|与|以及|或)(?:□|约|近|超|突破)*")
_BRACKET_MOST = 16
"""Letters a figure of another region in brackets takes with them."""
_JOIN = re.compile(r"^(?:的|[、，：；。）”]|以及|和|及|与|并|或|且)+")


@dataclass(slots=True)
class Piece:
    """A figure of the sentence.

    frame: of its own clause; name: its own name, empty for none; context: the name of an earlier clause in
    front;
    deed: the verb that is all its clause says (培训, 新增); thing: what stands behind it; row: which of how
    many in
    a row; sense: by the words on both sides; compared: what it is measured against.
    """

    number: Number
    frame: Frame
    name: Words
    context: Words
    topic: Words
    deed: Words
    thing: Words
    row: tuple[int, int]
    sense: Sense
    qualifier: str
    against: Against | None
    region: Named | None
    region_words: str
    first: bool
    run: tuple[int, int]
    clause: int
    bracket: bool = False
    among: str = ""


def pieces(marked: Marked, whole: Words, found: tuple[Number, ...], home: Home) -> Iterator[Piece]:
    """The figures of a sentence in order. whole: the sentence with its places."""
    rows = _rows(marked, found)
    left = 0
    start_of_row: Piece | None = None
    names: tuple[Words, ...] = ()
    for index, number in enumerate(found):
        rank, count = rows[index]
        if rank and start_of_row is not None:
            piece = _like(start_of_row, number, (rank, count), names, marked)
        else:
            piece = _piece(marked, whole, number, left, home, (rank, count), first=index == 0)
            names = _shared(piece, count, home)
            start_of_row = piece
            if count > 1:
                piece = _like(piece, number, (0, count), names, marked)
        following = found[index + 1].start if index + 1 < len(found) else len(marked.text)
        left = _after(marked, piece, number, following, last=rank == count - 1)
        yield piece


def _rows(marked: Marked, found: tuple[Number, ...]) -> list[tuple[int, int]]:
    """Rank and size of the row each number stands in."""
    rows: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(found) + 1):
        joined = index < len(found) and (
            found[index].part[0] > 0 or _in_row(marked, found[index - 1].end, found[index].start)
        )
        if not joined:
            rows += [(i, index - start) for i in range(index - start)]
            start = index
    return rows


def _in_row(marked: Marked, start: int, end: int) -> bool:
    """Whether nothing but a delimiter stands between two figures; a comparison (高于全国) is more."""
    gap = marked.plain[start:end]
    return bool(_ROW_GAP.fullmatch(gap)) and not any(start <= one.start < end for one in marked.against)


def _piece(
    marked: Marked, whole: Words, number: Number, left: int, home: Home, row: tuple[int, int], *, first: bool
) -> Piece:
    plain = marked.plain
    bracket = plain.rfind("（", left, number.start)
    inside = bracket >= 0 and "）" not in plain[bracket : number.start]
    own, earlier = clauses(plain, left, number.start, bracket if inside else -1)
    if (said := _behind_aim(marked, own, number.start)) > own:
        earlier, own = [*earlier, (own, said)], said
    against = (
        _against(marked, own, number.start) or _of_base(marked, left) or _bracketed(marked, left, number)
    )
    end, among = number.start, ""
    if number.kind in ("rank", "top"):
        end, among = ranked(plain, own, number.start, home)
    frame = peel(plain, own, end, home, compared=against is not None)
    name = name_left(whole, plain, frame)
    deed = deed_of(name)
    verbal = deed is not None
    thing = thing_behind(marked, whole, number) if _may_have_thing(number, name, verbal=verbal) else NONE
    if thing and name and not verbal:
        thing, verbal = name + thing, True
    region, region_words = frame.region, frame.region_words
    if region is None and name and row[1] == 1:
        region, region_words, name = trailing_region(name, home)
    front = front_of(plain, whole, earlier, home)
    if region is None:
        region, region_words = front.region, front.region_words
    context = front.context
    if region is None and context and not name and row[1] == 1:
        region, region_words, context = trailing_region(context, home)
    frame.part = frame.part or "其中" in plain[left : number.start]
    sense, qualifier = _sense(marked, number, frame)
    return Piece(
        number, frame, NONE if verbal else name, context, front.topic, deed or NONE, thing, row, sense,
        qualifier, against, region, region_words, first, (left, number.start), own, inside, among,
    )  # fmt: skip


def _behind_aim(marked: Marked, own: int, end: int) -> int:
    """Where the words behind 方案提出 begin in the clause; ``own`` when it says no such thing."""
    ends = [
        aim.end for aim in marked.aims if own < aim.start < end and aim.word.endswith(_SAID) and aim.end < end
    ]
    return ends[-1] if ends and "□" not in marked.plain[end - 1 : end] else own


def _may_have_thing(number: Number, name: Words, *, verbal: bool) -> bool:
    """A count with a name in front may still be of what stands behind it: 自贸试验区123项试点任务."""
    counted = number.kind == "count" and number.unit in ("项", "个", "件", "条", "种")
    measured = bool(suffix(name.text, words().attributes.measured))
    return verbal or not name or (counted and not measured)


def _against(marked: Marked, own: int, end: int) -> Against | None:
    """The comparison in the clause; the last one."""
    return next((one for one in reversed(marked.against) if own <= one.start < end), None)


def _of_base(marked: Marked, left: int) -> Against | None:
    """比2019年的486亿斤高…: the comparison in front of the figure that is compared with."""
    base = next((at for at in marked.bases if left - 24 < at < left), None)
    if base is None or re.search("[，。；]", marked.text[base:left]):
        return None
    return next((one for one in reversed(marked.against) if one.end <= base), None)


def _bracketed(marked: Marked, left: int, number: Number) -> Against | None:
    """比全国（67.9%）高5.3个百分点: the comparison of the figure in brackets, and of the one behind them."""
    for one in reversed(marked.against):
        if one.compared.against == "region" and one.end < number.start:
            opened = marked.text.startswith("（", one.end)
            inside = (tail := IN_BRACKETS.match(marked.text, one.end)) and tail.end() == number.start
            return one if opened and (inside or 0 < left - one.end <= _BRACKET_MOST) else None
    return None


def _sense(marked: Marked, number: Number, frame: Frame) -> tuple[Sense, str]:
    """The sense by the words behind, else those in front."""
    pack = words().sense
    rest = marked.text[number.end : number.end + 6]
    for listed_words, sense in (
        (pack.about_behind, Sense.ABOUT),
        (pack.over_behind, Sense.OVER),
        (pack.under_behind, Sense.UNDER),
    ):
        if (word := prefix(rest, listed_words)) and not (word in ("多", "余") and number.kind == "percent"):
            return sense, word
    if number.more:
        return Sense.OVER, "多"
    if number.kind == "top":
        return Sense.UNDER, "前"
    return frame.sense, frame.qualifier


def _shared(piece: Piece, count: int, home: Home) -> tuple[Words, ...]:
    """The names of the figures of a row."""
    if count == 1:
        return (piece.name,)
    said = piece.name or piece.context
    if said and (named := ranked_regions(said, count)) is not None:
        return named
    if not piece.name:
        return (piece.name,) * count
    if (named := _regions(piece.name, count, home)) is not None:
        return named
    return spread(piece.name, count)


def _regions(name: Words, count: int, home: Home) -> tuple[Words, ...] | None:
    """沈阳、大连地区生产总值: each with its region in front, which is taken off again by the reader."""
    parts = listed(name)
    if len(parts) != count:
        return None
    sizes = [region_at(part.text, home) for part in parts]
    if not all(sizes):
        return None
    last = sizes[-1]
    tail = parts[-1].cut(last.size) if last else NONE
    return tuple(
        part.cut(0, one.size) + tail if one else part for part, one in zip(parts, sizes, strict=True)
    )


def _like(
    first: Piece, number: Number, row: tuple[int, int], names: tuple[Words, ...], marked: Marked
) -> Piece:
    """A later figure of a row: the words of the first, its own name and sense."""
    name = names[row[0]] if names else first.name
    frame = first.frame
    sense, qualifier = _sense(marked, number, frame)
    return Piece(
        number, frame, name, first.context, first.topic, first.deed, first.thing, row, sense, qualifier,
        first.against, first.region, first.region_words, first.first, first.run, first.clause, first.bracket,
        first.among,
    )  # fmt: skip


@cache
def _senses() -> tuple[str, ...]:
    pack = words().sense
    return (*pack.about_behind, *pack.over_behind, *pack.under_behind)


def _after(marked: Marked, piece: Piece, number: Number, following: int, *, last: bool) -> int:
    """Where the words of the next figure begin."""
    at = number.end
    if not last:
        return at
    at += len(prefix(marked.plain[at:following], _senses()))
    rest = marked.plain[at:following]
    if piece.thing:
        found = rest.find(piece.thing.text)
        if found >= 0:
            at += found + len(piece.thing)
            rest = marked.plain[at:following]
    elif stop := prefix(rest, words().deeds.behind_stops):
        at += len(stop)
        rest = marked.plain[at:following]
    if joined := _JOIN.match(rest):
        at += joined.end()
    return at


def own_region(name: Words, home: Home) -> tuple[Named | None, Words]:
    """The region a name begins with, and the rest."""
    named = region_at(name.text, home)
    return (named, name.cut(named.size)) if named and len(name) > named.size else (None, name)
