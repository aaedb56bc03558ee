"""The indicator words of a figure: its own, completed from what the text said before."""

from dataclasses import dataclass

from lantu.check.sentence import Piece
from lantu.check.statement import Move
from lantu.check.words import words
from lantu.reading.lexicon import suffix
from lantu.reading.words import NONE, Words

_LEANS = ("占", "对", "拉动", "其", "较", "人均占有")
_LEAST = 2


@dataclass(slots=True)
class Memory:
    """What later figures of a paragraph lean on.

    subject: what was spoken of last, without an attribute; rate: the phrase of a share said last; row: the
    names of the last row; singles: of the figures with a name of their own said one by one in
    the sentence; whole: what 其中 splits;
    spoken: whether anything was said in the sentence; parted: whether a part of it was.
    """

    subject: Words = NONE
    row: tuple[Words, ...] = ()
    singles: tuple[Words, ...] = ()
    whole: Words = NONE
    rate: Words = NONE
    spoken: bool = False
    parted: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """phrase: complete; own: beside the figure; subject: what later figures go on about."""

    phrase: Words
    own: Words
    subject: Words


def name_of(piece: Piece, memory: Memory, *, part: bool) -> Name:
    """The name of a figure. part: whether it stands behind 其中."""
    if piece.thing:
        return _of_thing(piece, memory)
    if piece.name:
        return _of_own(piece, memory, part=part)
    rank, count = piece.row
    said = memory.row if len(memory.row) == count else memory.singles
    if 1 < count == len(said) and not piece.context:
        return Name(said[rank], NONE, said[rank])
    context = piece.context
    if context and (not memory.spoken or is_measured(context)) and len(context) >= _LEAST:
        attribute = is_attribute(context) and bool(memory.subject)
        return Name(
            memory.subject + context if attribute else context,
            context,
            memory.subject if attribute else context,
        )
    if piece.deed and piece.deed.text not in memory.subject.text:
        return Name(piece.deed, piece.deed, piece.deed)
    return _carried(piece, memory, part=part)


def _of_thing(piece: Piece, memory: Memory) -> Name:
    """What stands behind the figure; of 全年510亿斤的产量 what was spoken of, completed."""
    thing = piece.thing
    if is_attribute(thing) and not piece.deed:
        base = memory.subject or piece.topic or piece.context
        whole = base + thing if base and thing.text not in base.text else base or thing
        return Name(whole, thing, base or thing)
    whole = piece.deed + thing if piece.deed else thing
    return Name(whole, whole, whole)


def _carried(piece: Piece, memory: Memory, *, part: bool) -> Name:
    """What was spoken of last: the share, the whole that 其中 splits, or the subject."""
    if memory.rate and not piece.deed and _of_rate(piece):
        return Name(memory.rate, NONE, memory.subject)
    carried = memory.whole if part and memory.whole and not memory.parted else memory.subject
    return Name(carried, NONE, carried)


def _of_rate(piece: Piece) -> bool:
    """Whether a figure without a name goes on about a share: 占比由20%提高到25%，提高5个百分点."""
    kind, move = piece.number.kind, piece.frame.move
    return kind == "point" or (kind == "percent" and move is not Move.BY)


def _of_own(piece: Piece, memory: Memory, *, part: bool) -> Name:
    own = piece.name
    if is_attribute(own):
        base = memory.subject if memory.spoken else piece.topic or (piece.context if piece.first else NONE)
        if piece.context and not piece.topic and not is_attribute(piece.context) and not memory.spoken:
            base = piece.context
        rank, count = piece.row
        if count > 1 and len(memory.row) == count and memory.spoken:
            base = memory.row[rank]
        base = base or memory.subject
        if own.text.startswith("其"):
            own = own.cut(1)
        adds = not base or not (own.text in words().attributes.empty and is_measured(base))
        return Name(base + own if base and adds else base or own, own, base or own)
    at = own.text.find("占")
    if at > 0 and own.text[:at] in words().attributes.empty:
        base = memory.subject or piece.context
        return Name(base + own.cut(at) if base else own, own, base or own)
    if at > 1 and own.text[at - 1] not in "侵抢强独霸":
        return Name(own, own, own.cut(0, at))
    if part and memory.whole and not is_measured(own) and is_measured(memory.whole):
        return Name(own + memory.whole, own, own + memory.whole)
    return Name(own, own, own)


def is_attribute(name: Words) -> bool:
    """增速, 占比, 占地区生产总值比重: says nothing alone."""
    text = name.text.removeprefix("其")
    return text in words().attributes.words or name.text.startswith(_LEANS[:4]) or text.startswith("占")


def is_measured(name: Words) -> bool:
    """Whether the phrase ends as one of something measured."""
    return bool(suffix(name.text, words().attributes.measured))
