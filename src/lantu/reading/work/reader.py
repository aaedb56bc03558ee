"""One pass over the body: tasks, policy measures, projects, platforms, responsibilities, places, ledger.

A sentence is of the first class that fits, in the order of ``SentenceClass``: it holds a target; it makes
or changes a rule (policy); it names a project or tells of a programme; it says that something is to be
done (task); a known cue makes it context; nothing of this is left unresolved.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from lantu.documents import Document
from lantu.plan import (
    Clause,
    Ledger,
    PlaceGroup,
    PlaceMention,
    Platform,
    PolicyMeasure,
    Project,
    Responsibility,
    SectionKind,
    Sentence,
    SentenceClass,
    Target,
    Task,
)
from lantu.reading.clauses import years
from lantu.reading.horizon import Horizon
from lantu.reading.outline import Outline
from lantu.reading.script import fold
from lantu.reading.work import context
from lantu.reading.work.bodies import bodies_in, statements
from lantu.reading.work.boxes import Entry, entries, is_list
from lantu.reading.work.deeds import Deed, deed
from lantu.reading.work.drafts import Draft, Passage, before_who, due_year, first_class, label_at
from lantu.reading.work.gazetteer import Gazetteer
from lantu.reading.work.making import Making
from lantu.reading.work.platforms import mentions
from lantu.reading.work.projects import is_document, is_field
from lantu.reading.work.prose import Line, clauses, is_lead, is_title, lines, uses_leads
from lantu.reading.work.recorder import Recorder, codes_of, codes_within
from lantu.reading.work.surroundings import Place, Surroundings

_YEARISH = re.compile(r"20\d\d年|十[一二三四五六七八九]五|二[〇零○]")
_BODYISH = re.compile(r"政府|委|厅|局|管委会|领导小组|人大|联席会议")
Parts = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Work:
    """What a plan says is to be done, and what became of each of its sentences. All in text order."""

    tasks: tuple[Task, ...]
    policies: tuple[PolicyMeasure, ...]
    projects: tuple[Project, ...]
    platforms: tuple[Platform, ...]
    responsibilities: tuple[Responsibility, ...]
    places: tuple[PlaceMention, ...]
    groups: tuple[PlaceGroup, ...]
    ledger: Ledger


def read_work(
    document: Document, outline: Outline, period: Horizon, targets: Iterable[Target], tables: Parts = ()
) -> Work:
    """Read everything but figures. targets: with their ids; tables: parts of the document read as tables."""
    reader = _Reader(document, outline, period, targets, tables)
    body = tuple(lines(outline))
    reader.leads = uses_leads(body)
    for line in body:
        reader.line(line)
    return reader.work()


class _Reader:
    """Keeps what reaches over passages: programmes of items, the last task, the running ledger."""

    def __init__(
        self, document: Document, outline: Outline, period: Horizon, targets: Iterable[Target], tables: Parts
    ) -> None:
        self.making = Making(document)
        self.recorder = Recorder(self.making)
        self.gazetteer = Gazetteer(self.making)
        self.around = Surroundings(outline, period.end)
        self.tables = tables
        placed = sorted((t.span.start, t.id) for t in targets if t.span is not None)
        self._target_starts = [start for start, _ in placed]
        self._target_ids = [one for _, one in placed]
        self.tasks: list[Task] = []
        self.sentences: list[Sentence] = []
        self.headings = 0
        self.leads = True
        self._begun = False
        self._last_number = 0
        self._programmes: dict[str, str] = {}
        self._bodies_of_items: dict[str, int] = {}
        self._named: dict[str, tuple[str, ...]] = {}

    def work(self) -> Work:
        """Everything read."""
        recorder = self.recorder
        return Work(
            tuple(self.tasks),
            tuple(recorder.policies),
            tuple(recorder.projects),
            tuple(recorder.platforms),
            tuple(recorder.responsibilities),
            tuple(self.gazetteer.mentions),
            tuple(self.gazetteer.groups),
            Ledger(tuple(self.sentences), self.headings),
        )

    def line(self, line: Line) -> None:
        """Read a passage."""
        block = line.block
        in_front = not line.heading and not self._begun
        if in_front and is_title(line) and not self._targets(block.start, block.end):
            self.headings += 1
            return
        if line.heading:
            self._begun = True
            self.headings += 1
            self._last_number = 0 if line.node.title.strip() else self._last_number
            self._named[line.node.eid] = codes_of(self.gazetteer.read(block))
            ids = self._targets(block.start, block.end)
            if ids:  # a heading that promises a figure counts as a sentence too
                home = self.around.of(line.node).home
                self._sentence(line, home, 0, len(block.text), SentenceClass.TARGET, ids)
            return
        place = self.around.of(line.node)
        why = self._outside(line, place)
        passage = Passage(
            line,
            place,
            self.gazetteer.read(block),
            () if why else tuple(statements(block.text)),
            names_bodies=bool(_BODYISH.search(block.text)),
            names_systems=mentions(block.text),
        )
        if why == "table":
            self._whole(passage)
            return
        bounds = line.sentences()
        if why:
            for start, end in bounds:
                self._draft(passage, start, end).why = why
        elif is_list(line, place, bounds):
            self._list(passage, bounds)
        else:
            self._prose(passage, bounds)
        self._settle(passage)

    def _outside(self, line: Line, place: Place) -> str:
        """Why a passage is context as a whole, "" when it belongs to the plan's body."""
        start = line.block.start
        if line.block.text.startswith("|") or any(a <= start < b for a, b in self.tables):
            return "table"
        if context.is_note(line.block.text):
            return "note"
        if not place.home and not self._begun:
            return "front"
        return place.zone

    def _targets(self, start: int, end: int) -> list[str]:
        """Ids of the targets that begin between two offsets of the document."""
        starts = self._target_starts
        return self._target_ids[bisect_left(starts, start) : bisect_left(starts, end)]

    def _whole(self, passage: Passage) -> None:
        """A row of a table is one sentence."""
        block = passage.line.block
        ids = self._targets(block.start, block.end)
        klass = SentenceClass.TARGET if ids else SentenceClass.CONTEXT
        self._sentence(
            passage.line, passage.place.home, 0, len(block.text), klass, ids, "" if ids else "table"
        )

    def _draft(self, passage: Passage, start: int, end: int) -> Draft:
        """A sentence with the targets and responsibilities that lie in it."""
        block = passage.line.block
        ids = self._targets(block.at(start), block.upto(end)) if self._target_starts else []
        draft = Draft(start, end, ids, {SentenceClass.TARGET} if ids else set())
        passage.drafts.append(draft)
        return draft

    # Lists of works

    def _list(self, passage: Passage, bounds: list[tuple[int, int]]) -> None:
        line, place = passage.line, passage.place
        block, text = line.block, line.block.text
        known = dict(bounds)
        for found in entries(line, bounds, place.item, self._last_number):
            if not isinstance(found, Entry):
                self._deeds(passage, *found)
                self._last_number += 1
                known.pop(found[0], None)
                continue
            start = found.sentence
            draft = self._draft(passage, start, known.pop(start))
            if is_document(text[found.start : found.end]):
                draft.ids += self.recorder.document(block, found.start, found.end, place.home)
                draft.kinds.add(SentenceClass.POLICY)
                continue
            self._last_number = found.number
            group = self.making.words(block, *label_at(text, start, found))
            group = group or (place.outer if line.node.kind is SectionKind.ITEM else place.group)
            label = (group, found.number, found.stage)
            draft.ids += self.recorder.listed(block, (found.start, found.end), passage.places, place, label)
            draft.kinds.add(SentenceClass.PROJECT)
        for start, end in known.items():
            self._draft(passage, start, end).why = "label"
        passage.drafts.sort(key=lambda d: d.start)

    # Prose

    def _prose(self, passage: Passage, bounds: list[tuple[int, int]]) -> None:
        passage.programme = self._programme(passage)
        has_lead = self.leads and is_lead(passage.line)
        for index, (start, end) in enumerate(bounds):
            if index == 0 and has_lead and len(bounds) > 1:
                draft = self._draft(passage, start, end)
                draft.kinds.add(SentenceClass.TASK)
                draft.deeds = True
                continue
            self._deeds(passage, start, end)

    def _programme(self, passage: Passage) -> str:
        """The programme that the item around the passage is, "" for none.

        A second paragraph with a lead phrase of its own no longer tells of the item.
        """
        box, item = passage.place.box, passage.place.item
        if box is None or item is None:
            return ""
        told = self._bodies_of_items.get(item.eid, 0)
        self._bodies_of_items[item.eid] = told + 1
        if (told and passage.line.node.title) or is_field(fold(item.title).strip("。；： ")):
            return ""
        if item.eid not in self._programmes:
            self._programmes[item.eid] = self.recorder.programme(item, box, self._named.get(item.eid, ()))
            self.recorder.titled_item(item)
        return self._programmes[item.eid]

    def _deeds(self, passage: Passage, start: int, end: int) -> None:
        """A sentence clause by clause."""
        block, mask = passage.line.block, passage.line.mask
        draft = self._draft(passage, start, end)
        stated = years(block.text[start:end]) if _YEARISH.search(mask, start, end) else ()
        for first, last in clauses(mask, start, end):
            stop = before_who(first, last, passage.statements) if passage.statements else last
            done = deed(mask, first, stop) if first < stop else None
            if done is not None:
                draft.deeds = True
                self._one(passage, draft, done, due_year(stated, start, done) if stated else None)
        if passage.programme:
            self.recorder.add_facts(passage.programme, block, start, end)
            draft.ids.append(passage.programme)
            draft.kinds.add(SentenceClass.PROJECT)
        if draft.deeds:
            draft.kinds.add(SentenceClass.TASK)

    def _one(self, passage: Passage, draft: Draft, done: Deed, deadline: int | None) -> None:
        """The records of one deed."""
        block, mask, home = passage.line.block, passage.line.mask, passage.place.home
        found = self.recorder.policy(block, mask, done, home, deadline)
        if found:
            draft.ids += found
            draft.kinds.add(SentenceClass.POLICY)
        if passage.names_systems:
            draft.ids += self.recorder.systems(block, mask, done, home)
        works = self.recorder.named_works(block, mask, done, passage.places, passage.place)
        if works:
            draft.ids += works
            draft.kinds.add(SentenceClass.PROJECT)
        make = self.making
        passage.clauses.append(
            Clause(
                make.words(block, done.verb, done.object),
                make.words(block, done.object, done.end),
                codes_within(passage.places, done.start, done.end) if passage.places else (),
                self._bodies(passage, done) if passage.names_bodies else (),
                deadline,
                make.span(block, done.start, done.end),
            )
        )

    def _bodies(self, passage: Passage, done: Deed) -> tuple[str, ...]:
        block = passage.line.block
        return tuple(
            self.making.words(block, done.start + a, done.start + b)
            for a, b in bodies_in(block.text[done.start : done.end])
        )

    # The end of a passage

    def _settle(self, passage: Passage) -> None:
        """Make the task of the passage, then the sentences with their classes."""
        self._responsible(passage)
        task = self._task(passage)
        line, home = passage.line, passage.place.home
        for draft in passage.drafts:
            ids = [*draft.ids, task] if task and draft.deeds else draft.ids
            klass = first_class(draft.kinds)
            if klass is SentenceClass.TASK and context.appeals(line.block.text[draft.start : draft.end]):
                klass = None
            why = draft.why
            if klass is None:
                why = why or self._reason(line, draft)
                klass = SentenceClass.CONTEXT if why else SentenceClass.UNRESOLVED
            else:
                why = ""
            self._sentence(line, home, draft.start, draft.end, klass, ids, why)

    def _reason(self, line: Line, draft: Draft) -> str:
        text = line.block.text[draft.start : draft.end]
        if context.appeals(text):
            return "appeal"
        return context.reason(line.mask[draft.start : draft.end])

    def _responsible(self, passage: Passage) -> None:
        """Statements of responsibility belong to the sentences they lie in."""
        for found in passage.statements:
            one = self.recorder.responsibility(passage.line.block, found, passage.place.home)
            for draft in passage.drafts:
                if draft.start < found.end and found.start < draft.end:
                    draft.ids.append(one)
                    if not draft.deeds and self.tasks and self.tasks[-1].section == passage.place.home:
                        draft.ids.append(self.tasks[-1].id)
                    draft.kinds.add(SentenceClass.TASK)

    def _task(self, passage: Passage) -> str:
        """The id of the passage's task, "" when it says nothing is to be done."""
        node = passage.line.node
        if not passage.clauses:
            return ""
        item = passage.place.item
        lead = node.title if is_lead(passage.line) else ""
        if not lead and item is not None:
            lead = item.title.rstrip("。；： ")
        span = self.making.span(passage.line.block, 0, len(passage.line.block.text))
        home = passage.place.home
        task = Task(self.making.id(home, "task", span), lead, tuple(passage.clauses), home, node.eid, span)
        self.tasks.append(task)
        return task.id

    def _sentence(
        self,
        line: Line,
        home: str,
        start: int,
        end: int,
        klass: SentenceClass,
        ids: list[str],
        why: str = "",
    ) -> None:
        span = self.making.span(line.block, start, end)
        self.sentences.append(Sentence(klass, tuple(dict.fromkeys(ids)), why, home, span))
