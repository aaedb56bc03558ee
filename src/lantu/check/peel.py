"""What the words in front of a figure are: verb, sense and bound at their end, a name before them."""

from dataclasses import dataclass
from functools import cache

from lantu.check.marks import BLANK
from lantu.check.regions_of import Home, Named, region_at
from lantu.check.statement import Move
from lantu.check.words import words
from lantu.check.written import Sense
from lantu.reading.lexicon import prefix, suffix
from lantu.values import Comparator


@dataclass(slots=True)
class Frame:
    """The words of one clause in front of a figure, peeled.

    start, end: of the name that is left (equal for none); part: 其中 stood in front; region: stood in front
    of the name.
    """

    start: int
    end: int
    move: Move = Move.NONE
    verb: str = ""
    sign: int = 0
    sense: Sense = Sense.EXACT
    comparator: Comparator = Comparator.EQUAL
    qualifier: str = ""
    part: bool = False
    region: Named | None = None
    region_words: str = ""


def peel(plain: str, start: int, end: int, home: Home, *, compared: bool) -> Frame:
    """Peel the clause ``plain[start:end]`` in front of a figure."""
    frame = Frame(start, end)
    _tail(plain, frame, compared=compared)
    _head(plain, frame, home)
    return frame


@cache
def _verbs() -> dict[str, tuple[Move, int]]:
    """Verbs at the end of a clause with what they make of the figure and their sign."""
    pack = words().moves
    table: dict[str, tuple[Move, int]] = dict.fromkeys(pack.at, (Move.AT, 0))
    table.update(dict.fromkeys(pack.away, (Move.FROM, 0)))
    for stems, sign in ((pack.up, 1), (pack.down, -1)):
        for stem in stems:
            table[stem] = (Move.BY, sign)
            table.update({stem + reach: (Move.TO, sign) for reach in pack.reach})
    return table


@cache
def _above() -> dict[str, int]:
    pack = words().moves
    return {**dict.fromkeys(pack.above, 1), **dict.fromkeys(pack.below, -1)}


@cache
def _senses() -> dict[str, Sense]:
    pack = words().sense
    return {
        **dict.fromkeys(pack.about_before, Sense.ABOUT),
        **dict.fromkeys(pack.over_before, Sense.OVER),
        **dict.fromkeys(pack.nearly_before, Sense.NEARLY),
        **dict.fromkeys(pack.under_before, Sense.UNDER),
    }


@cache
def _bounds() -> dict[str, Comparator]:
    pack = words().bounds
    return {
        **dict.fromkeys(pack.at_least, Comparator.AT_LEAST),
        **dict.fromkeys(pack.at_most, Comparator.AT_MOST),
        **dict.fromkeys(pack.above, Comparator.ABOVE),
        **dict.fromkeys(pack.below, Comparator.BELOW),
    }


@cache
def _every() -> tuple[str, ...]:
    return tuple({*_verbs(), *_senses(), *_bounds(), *words().small.tail, *_above()})


def _tail(plain: str, frame: Frame, *, compared: bool) -> None:
    """Take verbs, senses, bounds and small words off the end, the longest first."""
    pack = words().small
    while frame.end > frame.start:
        if plain[frame.end - 1] in BLANK + "“”，、：":
            frame.end -= 1
            continue
        rest = plain[max(frame.start, frame.end - 8) : frame.end]
        word = suffix(rest, _every())
        if not word or rest[: -len(word)].endswith(tuple(w for w in pack.not_tail.get(word, ()) if w)):
            return
        if not _take(frame, word, compared=compared):
            return
        frame.end -= len(word)


def _take(frame: Frame, word: str, *, compared: bool) -> bool:
    """Note what the word says; False when it belongs to the name."""
    if word in _senses() and frame.move is Move.NONE and frame.sense is Sense.EXACT:
        frame.sense, frame.qualifier = _senses()[word], word
        return True
    if word in _bounds() and frame.move is Move.NONE:
        frame.comparator, frame.qualifier = _bounds()[word], word
        return True
    if word in _verbs():
        return _take_verb(frame, word)
    if word in _above() and compared and frame.move is Move.NONE:
        frame.move, frame.verb, frame.sign = Move.ABOVE, word, _above()[word]
        return True
    return word in words().small.tail


def _take_verb(frame: Frame, word: str) -> bool:
    """Note the verb next to the figure; one further off goes without a word, a difference never twice."""
    move, sign = _verbs()[word]
    if frame.move is Move.NONE or (frame.move is Move.AT and (sign or move is Move.FROM)):
        frame.move, frame.verb, frame.sign = move, word, sign
        return True
    return len(word) > 1 and move is not Move.BY


def _head(plain: str, frame: Frame, home: Home) -> None:
    """Take regions, small words and signs off the front."""
    pack = words().small
    while frame.start < frame.end:
        if plain[frame.start] in BLANK + "，、：；（）“”—-":
            if plain[frame.start] == "“" and "”" in plain[frame.start : frame.end]:
                return
            frame.start += 1
            continue
        rest = plain[frame.start : frame.end]
        if frame.region is None and (named := region_at(rest, home)) and not _part_of_name(rest, named):
            frame.region, frame.region_words = named, rest[: named.size]
            frame.start += named.size
            continue
        word = prefix(rest, pack.head)
        if not word or prefix(rest[len(word) :], pack.not_head.get(word, ())):
            return
        frame.part = frame.part or word == "其中"
        frame.start += len(word)


_BELONGS = (
    "银行",
    "大学",
    "机场",
    "港",
    "站",
    "新区",
    "高速",
    "铁路",
    "自贸",
    "都市圈",
    "经济带",
    "集团",
    "舰",
    "湾",
    "河",
    "海",
    "造",
    "亚",
    "振兴",
    "号",
    "级",
    "、",
    "和",
    "与",
    "性",
)


def _part_of_name(rest: str, named: Named) -> bool:
    """沈阳都市圈, 大连港, 全国性: the region is the beginning of a longer name."""
    return rest.startswith(_BELONGS, named.size)
