"""The coverage ledger beside the text: every sentence with its class, its records and its corrections."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lantu.actions import PlanReading
from lantu.plan import CorrectionKind, Sentence, SentenceClass
from lantu.reading.corrected import Applied, CorrectionState
from lantu.values import NotFound, Span, msg
from lantu.web.pages.chapters import Heading, Tree
from lantu.web.pages.heads import PlanHead
from lantu.web.pages.ledger_records import LedgerRecord, Shelf, seen_mark, staying_records
from lantu.web.pages.names import Names
from lantu.web.pages.notes import Note, note_of

FRONT = "front"
"""Section of the sentences that stand under no heading."""
CORRECTED = "corrected"
"""Why a sentence has its class, when a person gave it."""
MOST = 300
"""Sentences of one class shown on a page."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence; start: its offset, which names it in addresses. notes: corrections of it in force.

    staying: how many records stay although the class a person gave has no place for them: a correction
    of a class strikes out nothing, each record has a button of its own for that.
    """

    start: int
    end: int
    klass: str
    why: str
    text: str
    records: tuple[LedgerRecord, ...]
    notes: tuple[Note, ...]
    seen: str
    staying: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """The sentences in a row under the same headings; trail: the headings, without the chapter shown."""

    trail: tuple[Heading, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ChapterCount:
    """A chapter in the list: how many sentences, how many of them without a class."""

    heading: Heading
    total: int
    unresolved: int


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """The page record.

    chapter: the chapter shown, None when a class of the whole text is. klass: the class shown alone, "" for
    all. counts: sentences of each class in the whole text; they add up to ``total``. more: whether
    there are further pages of the class; page: which one this is, from 1. corrected: corrections in force.
    following: the chapter behind the one shown.
    """

    head: PlanHead
    chapters: tuple[ChapterCount, ...]
    chapter: Heading | None
    klass: str
    counts: tuple[tuple[str, int], ...]
    total: int
    headings: int
    groups: tuple[Group, ...]
    corrected: int
    page: int = 1
    more: bool = False
    following: Heading | None = None


def ledger_page(
    head: PlanHead, state: PlanReading, names: Names, section: str = "", klass: str = "", page: int = 1
) -> LedgerPage:
    """The ledger of a chapter (that of ``section``), or of a class in the whole text.

    Raises NotFound for a section or class there is none of.
    """
    if klass and klass not in set(SentenceClass):
        raise NotFound(msg("没有类别“{klass}”；请从页面上的类别里选。", klass=klass[:20]))
    ledger = state.reading.work.ledger
    tree = Tree(state.reading.outline.sections)
    homes = _Homes(tree)
    chapters = _chapters(ledger.sentences, homes)
    chapter = None if klass and not section else _chosen(section, chapters, homes)
    shown = [
        one
        for one in ledger.sentences
        if (not klass or one.klass == klass) and (chapter is None or homes.of(one.section) == chapter)
    ]
    first = (page - 1) * MOST if chapter is None else 0
    part = shown[first : first + MOST] if chapter is None else shown
    book = _Book(state, names)
    counts = tuple((one.value, ledger.count(one)) for one in SentenceClass)
    return LedgerPage(
        head,
        chapters,
        chapter,
        klass,
        counts,
        len(ledger.sentences),
        ledger.headings,
        tuple(_groups(part, book, tree, chapter)),
        sum(in_force(one) for one in state.applied),
        page,
        len(shown) > first + len(part),
        _following(chapters, chapter),
    )


def in_force(one: Applied) -> bool:
    """Whether a correction changes what is shown."""
    return one.state is CorrectionState.IN_FORCE and one.correction.kind is not CorrectionKind.WITHDRAW


def line_at(state: PlanReading, names: Names, start: int) -> tuple[Line, tuple[Heading, ...]]:
    """The sentence that begins at an offset, and its headings. Raises NotFound when none does."""
    for one in state.reading.work.ledger.sentences:
        if one.span is not None and one.span.start == start:
            trail = Tree(state.reading.outline.sections).trail(one.section)
            return _Book(state, names).line(one), trail
    raise NotFound(msg("这部规划的文本在第 {start} 字处没有句子开头；请从通读页点进来。", start=start))


def place_of(state: PlanReading, offset: int) -> tuple[str, int]:
    """The section and start of the sentence that holds an offset. Raises NotFound when none does."""
    for one in state.reading.work.ledger.sentences:
        if one.span is not None and one.span.start <= offset < one.span.end:
            return one.section or FRONT, one.span.start
    raise NotFound(msg("这部规划的文本在第 {start} 字处没有句子；请从通读页点进来。", start=offset))


class _Homes:
    """The chapter of each section, looked up once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._known: dict[str, Heading] = {}

    def of(self, eid: str) -> Heading:
        if eid not in self._known:
            self._known[eid] = self._tree.chapter(eid) or self._front(eid)
        return self._known[eid]

    def _front(self, eid: str) -> Heading:
        trail = self._tree.trail(eid)
        return trail[0] if trail else Heading(FRONT, FRONT, "", "")


def _chapters(sentences: Iterable[Sentence], homes: _Homes) -> tuple[ChapterCount, ...]:
    totals: Counter[Heading] = Counter()
    open_: Counter[Heading] = Counter()
    for one in sentences:
        home = homes.of(one.section)
        totals[home] += 1
        open_[home] += one.klass is SentenceClass.UNRESOLVED
    return tuple(ChapterCount(home, total, open_[home]) for home, total in totals.items())


def _chosen(section: str, chapters: Sequence[ChapterCount], homes: _Homes) -> Heading | None:
    if not section:
        return chapters[0].heading if chapters else None
    wanted = homes.of(section)
    found = next((one.heading for one in chapters if one.heading == wanted), None)
    if found is None or (section != FRONT and found.eid == FRONT):
        raise NotFound(msg("这部规划里没有章节“{section}”；请从目录里选。", section=section[:60]))
    return found


def _following(chapters: Sequence[ChapterCount], chapter: Heading | None) -> Heading | None:
    headings = [one.heading for one in chapters]
    place = headings.index(chapter) + 1 if chapter in headings else len(headings)
    return headings[place] if place < len(headings) else None


class _Book:
    """Makes lines of sentences: the text, the records, the corrections."""

    def __init__(self, state: PlanReading, names: Names) -> None:
        self._text = state.document.text
        self._shelf = Shelf(state.reading, names)
        self._notes = [one for one in state.applied if in_force(one) and one.span]

    def line(self, one: Sentence) -> Line:
        span = one.span or Span("", 0, 0)
        records = self._shelf.of(one.records, span)
        notes = tuple(note_of(n.correction, n.state) for n in self._notes if n.span and _meets(n.span, span))
        text = " ".join(self._text[span.start : span.end].split())
        mark = seen_mark(one.klass, records)
        staying = staying_records(one.klass, records) if one.why == CORRECTED else 0
        return Line(span.start, span.end, one.klass, one.why, text, records, notes, mark, staying)


def _meets(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _groups(
    sentences: Sequence[Sentence], book: _Book, tree: Tree, chapter: Heading | None
) -> Iterable[Group]:
    last, lines = "", list[Line]()
    for one in sentences:
        if lines and one.section != last:
            yield Group(_trail(tree, last, chapter), tuple(lines))
            lines = []
        last = one.section
        lines.append(book.line(one))
    if lines:
        yield Group(_trail(tree, last, chapter), tuple(lines))


def _trail(tree: Tree, eid: str, chapter: Heading | None) -> tuple[Heading, ...]:
    trail = tree.trail(eid)
    return trail[trail.index(chapter) + 1 :] if chapter in trail else trail
