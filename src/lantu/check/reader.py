"""Reads the figures of one passage after another into statements that know each other."""

import re
from collections.abc import Iterable

from lantu.check.counted import Counts
from lantu.check.dated import Dates
from lantu.check.drafted import Drafted
from lantu.check.drafting import Drafter
from lantu.check.marks import marked
from lantu.check.naming import Memory, is_measured
from lantu.check.numbers import numbers
from lantu.check.periods import Clock
from lantu.check.regions_of import Home
from lantu.check.sentence import Piece, pieces
from lantu.check.statement import Role
from lantu.check.ties import tie
from lantu.documents import Document
from lantu.reading.blocks import Block
from lantu.reading.clauses import masked, sentences
from lantu.reading.words import NONE, Words, compact
from lantu.values import Period

_SIGN = re.compile(
    r"\d|第[一二三四五六七八九十]|翻|分之|[二三四五六七八九]成|[百千]亿"
    r"|[二两三四五六七八九十](?:项|大|个|件|类|条|种|家|座|所)|[一二三四五六七八九]百|前[三五十]"
)
_LIST_MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、])")
_TOPIC_MOST = 24


class PassageReader:
    """Reads passages in order; numbers the statements as it goes."""

    def __init__(self, document: Document, clock: Clock, home: Home) -> None:
        self.document = document
        self.clock = clock
        self.home = home
        self.count = 0
        self.subject = NONE

    def begin(self, heading: Block) -> None:
        """Behind a heading nothing is carried over but what it names itself (（一）城镇新增就业)."""
        self.subject = _topic(compact(heading, self.document.text))

    def read(
        self, block: Block, period: Period | None, heading: bool | None, following: Iterable[Block] = ()
    ) -> list[Drafted]:
        """The figures of a passage.

        period: of figures without a time; heading: whether it looks ahead; following: the blocks behind it,
        where the items of a count may stand.
        """
        words = compact(block, self.document.text)
        if not _SIGN.search(words.text):
            return []
        paragraph = _Paragraph(self, words, Dates(self.clock, period), Counts(words, following), heading)
        found = paragraph.read()
        self.subject = paragraph.memory.subject
        return found


class _Paragraph:
    """One passage: what its sentences lean on."""

    def __init__(
        self, reader: PassageReader, words: Words, dates: Dates, counts: Counts, heading: bool | None
    ) -> None:
        self.reader = reader
        self.words = words
        self.dates = dates
        self.memory = Memory(subject=reader.subject)
        self.drafter = Drafter(reader.clock, reader.home, dates, self.memory, counts, heading)
        self.part = False
        self.said: list[Drafted] = []

    def read(self) -> list[Drafted]:
        """The figures of the passage."""
        for start, end in sentences(self.words.text):
            begin = start + (self.words.text[start] in _LIST_MARKS)
            self._sentence(self.words.cut(begin, end), begin)
        return self.said

    def _sentence(self, whole: Words, start: int) -> None:
        text = whole.text
        found = numbers(text, masked(text)) if _SIGN.search(text) else ()
        if not found:
            self.dates.pass_by(text)
            self.memory.subject = _topic(whole) or self.memory.subject
            return
        mark = marked(text, self.reader.clock, self.reader.home, self.dates.period)
        self.dates.open()
        self.memory.spoken, self.memory.singles = False, ()
        if text.startswith(("其中", "（其中")):
            self._enter_part([])
        drafted: list[Drafted] = []
        region: tuple[str, str] | None = None
        for piece in pieces(mark, whole, found, self.reader.home):
            if piece.frame.part:
                self._enter_part(drafted)
            if piece.region is not None:
                region = (piece.region.code, piece.region_words)
            before = drafted[-1] if drafted else self.said[-1] if self.said else None
            made = self.drafter.draft(mark, whole, piece, start, region, before, part=self.part)
            if made is not None:
                made.id = self.reader.count
                self.reader.count += 1
                drafted.append(made)
                self._remember(made, piece)
        tie(drafted, self.said)
        self.said += drafted
        self.dates.close()
        if not text.endswith("；"):
            self.part, self.memory.whole = False, NONE

    def _enter_part(self, drafted: list[Drafted]) -> None:
        """其中: what was said last is the whole."""
        if self.part:
            return
        self.part, self.memory.parted = True, False
        if said := drafted or self.said:
            levels = (d.phrase for d in reversed(said) if d.measure is Role.ACTUAL)
            self.memory.whole = next(levels, said[-1].phrase)

    def _remember(self, made: Drafted, piece: Piece) -> None:
        """What the next figure may lean on."""
        memory = self.memory
        memory.spoken, memory.parted = True, self.part
        memory.subject = made.topic or memory.subject
        if made.measure is Role.SHARE:
            memory.rate = made.phrase
        elif made.own or made.measure is Role.ACTUAL:
            memory.rate = NONE
        rank, count = piece.row
        if count > 1 and (piece.name or piece.thing):
            memory.row = (*memory.row, made.topic) if rank else (made.topic,)
        elif count == 1 and piece.name:
            memory.row = ()
            memory.singles = (*memory.singles, made.topic)


def _topic(words: Words) -> Words:
    """The indicator a heading or a sentence without a verb names (城镇新增就业。), NONE for any other."""
    number = _NUMBERING.match(words.text)
    bare = words.cut(number.end() if number else 0).stripped("。：；")
    if not 2 <= len(bare) <= _TOPIC_MOST or re.search("[，、。]", bare.text):
        return NONE
    return bare if is_measured(bare) else NONE
