"""All figures of a draft as statements: prose and tables, what was reached and what is promised."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from lantu.check.ahead import looks_ahead, period_of
from lantu.check.clock import clock_of
from lantu.check.drafted import Drafted
from lantu.check.marks import Against
from lantu.check.periods import Clock, period_before, year_before
from lantu.check.reader import PassageReader
from lantu.check.regions_of import Home, home_of
from lantu.check.statement import Compared, Statement
from lantu.check.tabled import read_tables
from lantu.check.written import Sense, Written
from lantu.documents import Document
from lantu.indicators.phrase import key
from lantu.plan import Section, SectionKind
from lantu.reading.blocks import Block
from lantu.reading.outline import Outline, Passage, read_outline
from lantu.reading.script import fold
from lantu.values import Comparator, Period

_HEADINGS = (SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.ITEM)
_TITLE_MOST = 40
_TITLE_LINES = 6
_ITEMS_WITHIN = 300
_FURNITURE = re.compile("（附全文）|发布时间|来源：|发布日期|索引号|浏览次数")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft read.

    title: in Simplified script, as found; region: code of the draft's own, "" when unknown; clock: the time
    it speaks at;
    statements: in text order, numbered by ``Statement.id`` from 0.
    """

    title: str
    region: str
    clock: Clock
    statements: tuple[Statement, ...]


def read_statements(document: Document, *, region: str = "", today: date | None = None) -> Draft:
    """Read every figure of a draft. The same document and arguments give the same records.

    region: code of the draft's own region where the caller knows it, else by the title.
    today: the day of the draft where the caller knows it, else by its title, head or years.
    """
    shadow = fold(document.text)
    outline = read_outline(document, shadow)
    title = _title(shadow, fold(outline.title))
    home = Home(region) if region else home_of(title + " " + _head(shadow), shadow)
    clock = clock_of(title + _second(title, shadow), shadow, today)
    reader = PassageReader(document, clock, home)
    headings = _Headings(outline, clock)
    found: list[tuple[str, Drafted]] = []
    tables, covered = read_tables(document, shadow, clock, home)
    passages = outline.passages
    for index, passage in enumerate(passages):
        block = passage.block
        if block.text.startswith("|") or any(a <= block.start < b for a, b in covered):
            continue
        period, heading = headings.at(passage.section)
        if len(block.text) <= _TITLE_MOST and "。" not in block.text:
            reader.begin(block)
        found += [
            (passage.section, one)
            for one in reader.read(block, period, heading, _Following(passages, index + 1))
        ]
    prose = [_finished(document, one, section) for section, one in found]
    return Draft(title, home.code, clock, _numbered([*prose, *tables]))


def _numbered(every: list[Statement]) -> tuple[Statement, ...]:
    """In text order with numbers and ties to match."""
    ordered = sorted(every, key=lambda s: (s.span.start, s.span.end))
    new = {(one.table, one.id): index for index, one in enumerate(ordered)}
    return tuple(
        replace(
            one,
            id=index,
            ties=tuple(
                replace(tie, to=new[one.table, tie.to]) for tie in one.ties if (one.table, tie.to) in new
            ),
        )
        for index, one in enumerate(ordered)
    )


class _Following:
    """The blocks behind a passage, looked at only when a count asks for its items."""

    def __init__(self, passages: tuple[Passage, ...], index: int) -> None:
        self._passages = passages
        self._index = index

    def __iter__(self) -> Iterator[Block]:
        for passage in self._passages[self._index : self._index + _ITEMS_WITHIN]:
            yield passage.block


class _Headings:
    """The period and the outlook that the headings around a passage set."""

    def __init__(self, outline: Outline, clock: Clock) -> None:
        self._nodes = {section.eid: section for section in outline.sections}
        self._clock = clock
        self._known: dict[str, tuple[Period | None, bool | None]] = {}

    def at(self, eid: str) -> tuple[Period | None, bool | None]:
        """For a passage of the node ``eid``."""
        if eid not in self._known:
            titles = self._titles(eid)
            ahead = looks_ahead(titles)
            self._known[eid] = (period_of(titles, self._clock) or self._default(ahead), ahead)
        return self._known[eid]

    def _default(self, ahead: bool | None) -> Period | None:
        clock = self._clock
        if clock.ahead is not None and clock.ahead.year - 1 != clock.data_year and ahead is not False:
            return clock.ahead  # a plan of several years promises unless it looks back
        if ahead and clock.year and clock.data_year and clock.year > clock.data_year:
            return Period.of_year(clock.year)
        return clock.default

    def _titles(self, eid: str) -> tuple[str, ...]:
        titles: list[str] = []
        node: Section | None = self._nodes.get(eid)
        while node is not None:
            if node.kind in _HEADINGS and len(node.title) <= _TITLE_MOST:
                titles.append(fold(node.title))
            node = self._nodes.get(node.parent)
        return tuple(reversed(titles))


def _title(shadow: str, found: str) -> str:
    """The first line when it can be a title, else the one the outline found in the text."""
    first = _FURNITURE.split(_first_line(shadow))[0].strip()
    if found and found.replace(" ", "").startswith(first.replace(" ", "")):
        return found
    return first if first and "。" not in first and not first.startswith("|") else found


def _first_line(shadow: str) -> str:
    return next((line.strip() for line in shadow.split("\n", 20)[:20] if line.strip()), "")[:120]


def _head(shadow: str) -> str:
    """The lines under the title, where a report says who gives it."""
    lines = [line.strip() for line in shadow[:800].split("\n") if line.strip()]
    return " ".join(line for line in lines[:_TITLE_LINES] if len(line) <= _TITLE_MOST)


def _second(title: str, shadow: str) -> str:
    """The rest of a title broken over two lines."""
    lines = [line.strip() for line in shadow[:400].split("\n") if line.strip()]
    if (
        title
        and len(lines) > 1
        and lines[0].replace(" ", "") == title.replace(" ", "")
        and lines[1].endswith("报告")
    ):
        return lines[1]
    return ""


def _finished(document: Document, one: Drafted, section: str) -> Statement:
    """The record of a drafted statement."""
    text, number, sentence = document.text, one.piece.number, one.sentence
    start, end = one.place
    phrase = one.phrase.spelt(text)
    return Statement(
        id=one.id,
        span=document.span(start, end),
        quote=text[start:end],
        written=_sensed(number.written, one.piece.sense, one.piece.frame.comparator),
        unit=number.unit,
        measure=one.measure,
        promised=one.promised,
        phrase=phrase,
        own=one.own.spelt(text),
        key=key(one.phrase.text),
        region=one.region,
        period=one.period,
        sentence=document.span(*sentence),
        value_max=number.value_max,
        move=one.move,
        verb=one.piece.frame.verb,
        sign=one.sign,
        region_words=one.region_words,
        period_words=one.period_words,
        yearly=one.yearly,
        basis=one.basis,
        vintage=one.vintage,
        vintage_words=one.vintage_words,
        comparator=_comparator(one),
        qualifier=one.piece.qualifier,
        compared=_compared(one.against, one.period),
        among=one.among,
        whole=one.whole,
        section=section,
        address=document.address(start),
        listed=one.listed,
        ties=tuple(one.ties),
    )


def _sensed(written: Written, sense: Sense, bound: Comparator) -> Written:
    if sense is Sense.EXACT and bound in (Comparator.AT_LEAST, Comparator.ABOVE):
        sense = Sense.OVER
    if sense is Sense.EXACT and bound in (Comparator.AT_MOST, Comparator.BELOW):
        sense = Sense.UNDER
    return replace(written, sense=sense)


_BY_SENSE = {
    Sense.ABOUT: Comparator.ABOUT,
    Sense.NEARLY: Comparator.ABOUT,
    Sense.OVER: Comparator.ABOVE,
    Sense.UNDER: Comparator.BELOW,
    Sense.EXACT: Comparator.EQUAL,
}
_TAKEN_IN = {
    "以上": Comparator.AT_LEAST,
    "及以上": Comparator.AT_LEAST,
    "以内": Comparator.AT_MOST,
    "以下": Comparator.AT_MOST,
    "之内": Comparator.AT_MOST,
}


def _comparator(one: Drafted) -> Comparator:
    if one.piece.number.value_max is not None:
        return Comparator.RANGE
    if one.piece.frame.comparator is not Comparator.EQUAL:
        return one.piece.frame.comparator
    return _TAKEN_IN.get(one.piece.qualifier, _BY_SENSE[one.piece.sense])


def _compared(against: Against | None, period: Period | None) -> Compared | None:
    """The comparison with its period filled in: 同比 is the same part of the year before."""
    if against is None:
        return None
    one = against.compared
    if one.period is None and one.against == "year":
        return replace(one, period=year_before(period))
    if one.against == "year" and one.period is not None and one.period.is_year:
        same = year_before(period)
        return replace(one, period=same) if same is not None and same.year == one.period.year else one
    if one.period is None and one.against == "previous":
        return replace(one, period=period_before(period))
    return one
