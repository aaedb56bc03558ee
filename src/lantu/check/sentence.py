"""The figures of a sentence with their own words: what stands in front of each, and behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lantu.check.marks import BLANK, Against, Marked
from lantu.check.numbers import Number
from lantu.check.peel import Frame, peel
from lantu.check.regions_of import Home, Named, region_at
from lantu.check.spread import listed, spread
from lantu.check.words import words
from lantu.check.written import Sense
from lantu.reading.indicator_phrase import without_modifier
from lantu.reading.lexicon import prefix, suffix
from lantu.reading.words import NONE, Words

_STOP = re.compile("[，：；。！？（）]")
_ROW_GAP = re.compile(r"(?:□|以上|左右)*(?:、|和|及|与|以及|或)(?:□|约|近|超|突破)*")
_JOIN = re.compile(r"^(?:的|[、，：；。）”]|以及|和|及|与|并|或|且)+")
_THING = re.compile(r"(?:的)?(?P<thing>(?:“[^“”]{1,20}”|[A-Za-z0-9.+]{1,8}|（[^（）\d]{1,12}）|[一-鿿]){1,26})")
_THING_END = re.compile(
    "(?:入选|进入|获|被|实现|完成|达到?|开展|建成|投产|投入|开工|加快|全部|正式|成功|顺利|稳定|得到|纳入|通过|均|同比|占|位居|居|增长|下降|提高|减少|增加|给予|提供|落地|上市|竣工|通车|已|将|超|比|较|为|列|中|落户|参加|享受|受益|覆盖|运行|启动|取得|其中|从|由|到|分别|累计|总|排|创|新增|在|以|向|并|与|和|及|、)"
)
_NO_THING = re.compile(r"(?:[到至和与及并且而或的]|左右|以[上下内]|提高|下降|降低|增长|增加|减少|上升|回落|升|降|扩大|收窄|缩小|同比|环比|其中|居|位|左|大关|台阶|占|是|为|比|较|达|实现|翻|高|低|多|余|分别|稳|创|均|连|再|已|将|均)")
_LONGEST = 40


@dataclass(slots=True)
class Piece:
    """A figure of the sentence.

    frame: of its own clause; name: its own name, empty for none; context: the name of an earlier clause in front;
    deed: the verb that is all its clause says (培训, 新增); thing: what stands behind it; row: which of how many in
    a row; sense: by the words on both sides; compared: what it is measured against.
    """

    number: Number
    frame: Frame
    name: Words
    context: Words
    topic: Words
    deed: str
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
    behind: int = field(default=0)


def pieces(marked: Marked, whole: Words, found: tuple[Number, ...], home: Home) -> Iterator[Piece]:
    """The figures of a sentence in order. whole: the sentence with its places."""
    rows = _rows(marked.plain, found)
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


def _rows(plain: str, found: tuple[Number, ...]) -> list[tuple[int, int]]:
    """Rank and size of the row each number stands in."""
    rows: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(found) + 1):
        joined = index < len(found) and (
            found[index].part[0] > 0 or _ROW_GAP.fullmatch(plain[found[index - 1].end : found[index].start])
        )
        if not joined:
            rows += [(i, index - start) for i in range(index - start)]
            start = index
    return rows


def _piece(
    marked: Marked, whole: Words, number: Number, left: int, home: Home, row: tuple[int, int], *, first: bool
) -> Piece:
    plain = marked.plain
    bracket = plain.rfind("（", left, number.start)
    inside = bracket >= 0 and "）" not in plain[bracket : number.start]
    own, earlier = _clauses(plain, left, number.start, bracket if inside else -1)
    against = _against(marked, own, number.start)
    frame = peel(plain, own, number.start, home, compared=against is not None)
    name = _name(whole, plain, frame)
    if number.kind in ("rank", "top"):
        name = name if name.text not in ("世界", "全球", "同类") else NONE
    deed = _deed(name.text) if name else ""
    thing = NONE
    if deed or not name or name.text in words().deeds.neutral:
        thing = _thing(marked, whole, number)
    bare = deed is not None and (deed != "" or not name)
    region, region_words = frame.region, frame.region_words
    context, topic = NONE, NONE
    for a, b in reversed(earlier):
        if plain.startswith(words().small.asides, _skip(plain, a, b)) and not (b - a > 4 and "方面" in plain[a:b]):
            if region is None and (named := region_at(plain[_skip(plain, a, b) : b], home)):
                region, region_words = named, plain[_skip(plain, a, b) :][: named.size]
            continue
        before = peel(plain, a, b, home, compared=False)
        if region is None and before.region is not None:
            region, region_words = before.region, before.region_words
        frame.part = frame.part or before.part
        said = _name(whole, plain, before)
        if said and not context:
            context = said
        if said.text.endswith("方面") and not topic:
            topic = said.cut(0, len(said) - 2)
    frame.part = frame.part or "其中" in plain[left : number.start]
    sense, qualifier = _sense(marked, number, frame)
    if not bare:
        deed = ""
    return Piece(
        number, frame, NONE if deed else name, context, topic, deed or "", thing, row, sense, qualifier, against,
        region, region_words, first, (left, number.start), own, inside,
    )  # fmt: skip


def _clauses(plain: str, left: int, end: int, bracket: int) -> tuple[int, list[tuple[int, int]]]:
    """Start of the figure's own clause and the bounds of those before it; brackets that are closed are skipped."""
    stops = []
    depth = 0
    for match in _STOP.finditer(plain, left, end):
        sign = match[0]
        if sign == "（" and match.start() != bracket:
            depth += 1
        elif sign == "）":
            if depth == 0:
                stops.append(match.start())
            depth = max(0, depth - 1)
        elif depth == 0:
            stops.append(match.start())
    own = stops[-1] + 1 if stops else left
    starts = [left, *(s + 1 for s in stops)]
    return own, [(a, s) for a, s in zip(starts, stops, strict=False) if s > a]


def _skip(plain: str, start: int, end: int) -> int:
    while start < end and plain[start] in BLANK + "，、：；":
        start += 1
    return start


def _against(marked: Marked, own: int, end: int) -> Against | None:
    """The comparison in the clause; the last one."""
    return next((one for one in reversed(marked.against) if own <= one.start < end), None)


def _name(whole: Words, plain: str, frame: Frame) -> Words:
    """The name the frame leaves, without what was blanked inside it."""
    start, end = frame.start, frame.end
    text = plain[start:end]
    cut = re.match(r"^(?:的|、|和|及|与|以及)+", text)
    if cut:
        start += cut.end()
        text = plain[start:end]
    if BLANK in text:
        keep = [i for i in range(start, end) if plain[i] != BLANK]
        name = Words("".join(whole.text[i] for i in keep), tuple(whole.at[i] for i in keep))
    else:
        name = whole.cut(start, end)
    name = name.stripped("，、：的")
    if name.text.startswith("（") and "）" in name.text:
        name = name.cut(name.text.index("）") + 1)
    name = _without_deed(name)
    return without_modifier(name) if len(name) > _LONGEST // 2 else name


def _without_deed(name: Words) -> Words:
    """完成固定资产投资: the verb in front of a name goes, 新增 and its kin stay."""
    deeds = words().deeds
    for _ in range(4):
        word = prefix(name.text, deeds.neutral)
        rest = name.text[len(word) :]
        if not word or len(word) < 2 or len(rest) < 2 or prefix(rest, _NOUN_TAILS):
            return name
        name = name.cut(len(word))
    return name


_NOUN_TAILS = ("率", "额", "量", "数", "值", "能力", "强度", "机构", "资金", "面积", "规模", "企业", "者", "业", "力度", "标准", "区", "体系", "性", "中心", "成本", "时间", "时限", "费", "保障", "贸易")


def _deed(text: str) -> str:
    """What the clause says when it is verbs alone: 累计培训, 新增, 完成; "" when a name is in it."""
    deeds = words().deeds
    rest, kept = text, ""
    while rest:
        word = prefix(rest, (*deeds.kept, *deeds.neutral))
        if not word:
            return ""
        if word in deeds.kept:
            kept += word
        rest = rest[len(word) :]
    return kept or text


def _thing(marked: Marked, whole: Words, number: Number) -> Words:
    """The name behind a figure: 120个老旧小区, 80%以上的行政村."""
    if number.kind not in ("count", "measure", "percent") or number.unit.endswith("元/吨"):
        return NONE
    plain, at = marked.plain, number.end
    at += len(prefix(plain[at : at + 6], words().sense.over_behind + words().sense.about_behind))
    rest = plain[at : at + 30]
    if number.kind == "percent" and not rest.startswith("的"):
        return NONE
    if _NO_THING.match(rest) and not (number.kind == "percent" or re.match("的(?!目标|水平|增速|速度|规模)", rest)):
        return NONE
    if prefix(rest, words().deeds.behind_stops):
        return NONE
    match = _THING.match(rest)
    if match is None:
        return NONE
    start = match.start("thing")
    stop = _THING_END.search(rest, start + 1)
    end = min(match.end(), stop.start() if stop else match.end())
    return whole.cut(at + start, at + end) if end - start >= 2 else NONE


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
    if count == 1 or not piece.name:
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
    return tuple(part.cut(0, one.size) + tail if one else part for part, one in zip(parts, sizes, strict=True))


def _like(first: Piece, number: Number, row: tuple[int, int], names: tuple[Words, ...], marked: Marked) -> Piece:
    """A later figure of a row: the words of the first, its own name and sense."""
    name = names[row[0]] if names else first.name
    frame = first.frame
    sense, qualifier = _sense(marked, number, frame)
    return Piece(
        number, frame, name, first.context, first.topic, first.deed, first.thing, row, sense, qualifier, first.against,
        first.region, first.region_words, first.first, first.run, first.clause, first.bracket,
    )  # fmt: skip


def _after(marked: Marked, piece: Piece, number: Number, following: int, *, last: bool) -> int:
    """Where the words of the next figure begin."""
    at = number.end
    if not last:
        return at
    pack = words().sense
    rest = marked.plain[at:following]
    word = prefix(rest, (*pack.about_behind, *pack.over_behind, *pack.under_behind))
    at += len(word)
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
    return (named, name.cut(named.size)) if named and suffix(name.text, ()) == "" else (None, name)
