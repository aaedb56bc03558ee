"""Targets out of prose: every committed figure of a plan's sentences, with what it means.

The steps, each a module: words (places kept), clauses (sentences, years), quantities and implied
(numbers and words that are numbers), names (what is no quantity), tense (promise or fact), layout
(which words belong to which figure), verbs, comparators, modes, softness,
naming (the indicator phrase). The rules follow the project's labelling guideline; every word list
is a pack.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from lantu.documents import Document
from lantu.plan import Section, SectionKind, Target
from lantu.reading.clauses import Year, masked, sentences, years
from lantu.reading.comparators import comparator
from lantu.reading.directional import directional
from lantu.reading.directions import may_compare
from lantu.reading.figure import Figure, Said
from lantu.reading.hints import may_hold_figures, may_imply
from lantu.reading.horizon import Horizon
from lantu.reading.implied import implied
from lantu.reading.layout import place
from lantu.reading.modes import direction
from lantu.reading.modes import mode as mode_of
from lantu.reading.names import is_quantity
from lantu.reading.naming import Namer
from lantu.reading.outline import Outline, Passage
from lantu.reading.quantities import Quantity, quantities
from lantu.reading.reviews import Reviews
from lantu.reading.scope import scope_of
from lantu.reading.script import fold
from lantu.reading.softness import strength
from lantu.reading.tense import is_promise, is_start_value, opening, turns_to_deeds
from lantu.reading.verbs import Verb
from lantu.reading.words import NONE, Words, compact
from lantu.reading.yearly import is_yearly, leading_year, says_this_year
from lantu.values import Mode, Tier, changer, maker

_YEAR_GAP = 6  # characters from one year of a list to the next
_LIST_MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BASE_GAP = 8  # characters from a figure to the base behind it
_OF_A_PART = re.compile(r"其中|[^，]{2,12}中，")
# 到2028年达到15个: what it is of stands in the sentence before
_NO_SUBJECT = re.compile(
    r"(?:(?:到|至)?20\d\d年(?:底|末)?前?|(?:到)?“?十[一二三四五六七八九]五”?(?:末|期末))，?"
    r"(?:再|将|要|力争|争取|确保|基本|进一步|稳步)*"
    r"(?:达到?|提[高升][到至]|增[加至][到至]?|扩大[到至]|降[低至][到至]?|下降[到至]|控制在|超过|突破|不[低少]于|建成"
    r"|累计(?:建成|完成|新增|改造|培训|达到?))(?=[^，。；]{0,3}\d)"
)
_retitled, _changed, _made = changer(Section), changer(Target), maker(Target)
Parts = tuple[tuple[int, int], ...]


def read_targets(
    document: Document, outline: Outline, plan: Horizon, without: Parts = ()
) -> tuple[Target, ...]:
    """All targets in the prose of a plan, without ids; those without a figure have no value.

    without: parts of the document (tables) that are read elsewhere.
    """
    nodes = {section.eid: _folded(section) for section in outline.sections}
    reviews = Reviews(nodes, plan)
    targets: list[Target] = []
    led: int | None = None
    for passage in outline.passages:
        node = nodes[passage.section]
        if not _is_prose(passage, node) or _inside(passage, without):
            continue
        leads, led = led, leading_year(passage.block.text, plan)
        home = _home(node, nodes)
        back = reviews.looks_back(node, home, passage.block.text)
        turns = back and not reviews.headed_back(node, home)
        targets += _Reader(document, plan, home, back=back, turns=turns, led=leads).passage(passage)
    return tuple(targets)


def _folded(section: Section) -> Section:
    """The node with its title in the shadow's script; nobody asks for the title of a paragraph."""
    if section.kind is SectionKind.PARAGRAPH:
        return section
    title = fold(section.title)
    return section if title == section.title else _retitled(section, title=title)


def identified(targets: Iterable[Target]) -> tuple[Target, ...]:
    """Give targets their proposal ids: eId, hash of the quote, which one of these."""
    seen: Counter[tuple[str, str]] = Counter()
    result = []
    for target in targets:
        digest = sha256(target.quote.encode()).hexdigest()[:8]
        seen[target.section, digest] += 1
        proposal = f"{target.section}~{digest}~{seen[target.section, digest]}"
        result.append(_changed(target, id=proposal))
    return tuple(result)


def _is_prose(passage: Passage, node: Section) -> bool:
    """Paragraphs and items; the titles of chapters, sections and boxes promise nothing."""
    return node.kind in (SectionKind.PARAGRAPH, SectionKind.ITEM) and not passage.block.text.startswith("|")


def _inside(passage: Passage, parts: Parts) -> bool:
    return any(start <= passage.block.start < end for start, end in parts)


def _home(section: Section, nodes: dict[str, Section]) -> str:
    """The eId of the innermost heading: a paragraph belongs to what it stands under."""
    while section.kind is SectionKind.PARAGRAPH and section.parent:
        section = nodes[section.parent]
    return section.eid


class _Reader:
    """Reads the sentences of one passage; remembers what the next one may lean on (其中)."""

    def __init__(
        self,
        document: Document,
        plan: Horizon,
        section: str,
        *,
        back: bool,
        turns: bool = False,
        led: int | None = None,
    ) -> None:
        self.document = document
        self.plan = plan
        self.section = section
        self.back = back
        self.turns = turns  # looks back until a sentence opens ahead
        self.led = led  # the year of the line in front, for the first sentence
        self.before: list[Said] = []

    def passage(self, passage: Passage) -> Iterator[Target]:
        """The targets of a passage."""
        words = compact(passage.block, self.document.text)
        text = words.text
        figures, compares = may_hold_figures(text), may_compare(text)
        if not figures and not compares:
            return
        for first, end in sentences(text):
            start = first + (text[first] in _LIST_MARKS)
            if self.turns and self._turns(words.cut(start, end)):
                self.back = self.turns = False
            counts = figures and may_hold_figures(text, start, end)
            measures = compares and may_compare(text, start, end)
            said: list[Said] = []
            if counts or measures:
                sentence = words.cut(start, end)
                promised = list(self._sentence(sentence, said)) if counts else []
                if measures:
                    promised += self._without_figure(sentence, promised)
                yield from promised
            self.led = None
            if said or not text.startswith("其中", start, end):
                self.before = said

    def _turns(self, sentence: Words) -> bool:
        """Whether a sentence behind a review turns to what is ahead, by its opening or by its verb."""
        return opening(sentence.text, self.plan.start) is False or bool(turns_to_deeds(sentence.text))

    def _without_figure(self, words: Words, promised: list[Target]) -> list[Target]:
        """The targets of a sentence that have no figure; where a figure is promised it says more."""
        taken = [t.span for t in promised if t.span]
        return [
            t
            for t in directional(self.document, words, self.plan, self.section, back=self.back)
            if t.span and not any(t.span.start < s.end and s.start < t.span.end for s in taken)
        ]

    def _sentence(self, words: Words, said: list[Said]) -> Iterator[Target]:
        """The targets of a sentence; what was said of each is added to ``said``."""
        mask = masked(words.text)
        figures = figures_of(words.text, mask)
        if not figures:
            return
        stated = years(words.text)
        laid = place(mask, figures)
        leans = self.before if _OF_A_PART.match(words.text) or _NO_SUBJECT.match(words.text) else []
        for index, placed in enumerate(laid):
            if not is_promise(
                words.text, mask, placed.one, stated, back=self.back, plan_start=self.plan.start
            ):
                continue
            figure = Figure(words, mask, placed)
            verb = figure.verb(said or leans)
            following = [later for later in laid[index + 1 :] if later.clause == placed.clause]
            heads = Namer(said, leans).phrases(figure, verb, following)
            target = None
            for head in heads:
                said.append(Said(head, verb, figure.unit, figure.one.start))
                indicator = head.spelt(self.document.text)
                if target is None:
                    target = self._target(figure, verb, stated, indicator)
                    yield target
                else:
                    yield _changed(target, indicator=indicator)

    def _target(self, figure: Figure, verb: Verb, stated: tuple[Year, ...], indicator: str) -> Target:
        """The record with this phrase."""
        one, left, text = figure.one, figure.left.text, figure.text
        meaning, word = comparator(left, figure.after, one)
        due = [y for y in stated if y.end <= one.start and y.role == "due"]
        this_year = self.plan.is_one_year and says_this_year(text[: one.start])
        deadline = _due_year(figure, due) or self.led or (self.plan.end if this_year else None)
        own = any(y.start >= figure.clause_start for y in due)
        unit = figure.words.cut(*one.unit) if one.unit[1] > one.unit[0] else NONE
        stands = verb.kind.startswith("level")
        yearly = is_yearly(text[: one.start], left, dated=own, one_year=self.plan.is_one_year, stands=stands)
        mode = mode_of(one, verb, figure.before_in_clause, unit.text, yearly=yearly)
        base = [y for y in stated if y.role == "base" and _is_base_of(figure, y)]
        start, end = figure.words.place(one.start, one.end)
        return _made(
            id="",
            quote=self.document.text[start:end],
            indicator=indicator,
            comparator=meaning,
            value=one.value,
            value_max=one.value_max,
            unit=_unit(one, unit, self.document.text),
            mode=mode,
            direction=direction(one, verb, left, meaning, word),
            qualifier=self._spelt(figure, word),
            deadline=deadline,
            deadline_inferred=None if deadline else self.plan.end,
            base=str(base[-1].year) if base else "",
            scope=self._scope(figure),
            strength=strength(text, figure.clause_start, one.start),
            tier=_tier(mode, one),
            section=self.section,
            span=self.document.span(start, end),
        )

    def _spelt(self, figure: Figure, word: str) -> str:
        """The comparator word as the document writes it."""
        if not word or word == "多":
            return word
        one, text = figure.one, figure.text
        at = text.find(word, one.end, one.end + 6)
        if at < 0:
            at = text.rfind(word, 0, one.start)
        return figure.words.cut(at, at + len(word)).spelt(self.document.text) if at >= 0 else word

    def _scope(self, figure: Figure) -> str:
        place = scope_of(figure.text, figure.clause_start, figure.one.start)
        return "" if place is None else figure.words.cut(*place).spelt(self.document.text)


def _is_base_of(figure: Figure, year: Year) -> bool:
    """Whether a year stands in front of the figure in its clause, or right behind it, in brackets."""
    one = figure.one
    if figure.clause_start <= year.start < one.start:
        return True
    return one.end <= year.start < one.start + _BASE_GAP and "，" not in figure.text[one.end : year.start]


def _due_year(figure: Figure, due: list[Year]) -> int | None:
    """The last year named in front; of figures in a row with as many years (分别) each its own."""
    rank, count = figure.placed.row
    if count > 1 and len(due) >= count and "分别" in figure.left.text:
        own = due[-count:]
        if own[-1].start - own[0].end <= _YEAR_GAP * count:
            return own[rank].year
    return due[-1].year if due else None


def figures_of(text: str, mask: str) -> tuple[Quantity, ...]:
    """The quantities and number words of a sentence in order; where two overlap the longer stays."""
    every = [q for q in quantities(text) if is_quantity(text, mask, q) and not is_start_value(text, q)]
    if may_imply(text):
        every += implied(text, mask)
    chosen: list[Quantity] = []
    for one in sorted(every, key=lambda q: (q.start, -(q.end - q.start))):
        # 5000个30户以上自然村: a count right behind another says which ones are meant.
        touches = chosen and one.start == chosen[-1].end and chosen[-1].kind == one.kind == "count"
        if not chosen or (one.start >= chosen[-1].end and not touches):
            chosen.append(one)
    return tuple(chosen)


def _unit(one: Quantity, unit: Words, document_text: str) -> str:
    """The unit as written; of number words the one they imply."""
    if one.kind in ("cover", "all"):
        return "" if one.value == 0 else "%"
    if one.kind == "double":
        return "倍"
    return "%" if one.kind == "percent" and unit.text in ("", "%") else unit.spelt(document_text)


def _tier(mode: Mode, one: Quantity) -> Tier:
    """Counts of things to do (built, summed up, each year) are workload, the rest field targets."""
    counted = mode in (Mode.COUNT_BUILT, Mode.CUMULATIVE, Mode.FLOW_PER_YEAR)
    return Tier.WORKLOAD if counted and one.kind in ("count", "bare") else Tier.FIELD
