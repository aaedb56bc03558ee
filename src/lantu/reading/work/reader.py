"""One pass over the body: tasks, policy measures, projects, platforms, responsibilities, places, ledger.

A sentence is of the first class that fits, in the order of ``SentenceClass``: it holds a target; it makes
or changes a rule (policy); it names a project or tells of a programme; it says that something is to be
done (task); a known cue makes it context; nothing of this is left unresolved.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lantu.documents import Document
from lantu.indicators import division_named
from lantu.plan import (
    Ledger,
    PlaceGroup,
    PlaceMention,
    Platform,
    PolicyMeasure,
    Project,
    Responsibility,
    SentenceClass,
    Target,
    Task,
)
from lantu.reading.horizon import Horizon
from lantu.reading.outline import Outline
from lantu.reading.title import title_facts
from lantu.reading.work import context
from lantu.reading.work.bodies import statements
from lantu.reading.work.boxes import is_list
from lantu.reading.work.drafts import Passage, Promised
from lantu.reading.work.gazetteer import Gazetteer
from lantu.reading.work.listing import Lists
from lantu.reading.work.making import Making
from lantu.reading.work.platforms import mentions
from lantu.reading.work.prose import Line, is_title, lines, uses_leads
from lantu.reading.work.recorder import Recorder
from lantu.reading.work.sentences import Prose, names_years
from lantu.reading.work.settling import Settling
from lantu.reading.work.surroundings import Place, Surroundings

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
    reader.prose.leads = uses_leads(body)
    for line in body:
        reader.line(line)
    return reader.work()


def _region(title: str) -> str:
    """Code of the province or prefecture the plan is of; of a county's plan, that of its prefecture."""
    found = division_named(title_facts(title).place)
    if found is None or found.level == "nation":
        return ""
    return found.parent if found.level == "county" else found.code


class _Reader:
    """Leads each passage to those who read it."""

    def __init__(
        self, document: Document, outline: Outline, period: Horizon, targets: Iterable[Target], tables: Parts
    ) -> None:
        making = Making(document)
        self.recorder = Recorder(making)
        self.gazetteer = Gazetteer(making, _region(outline.title))
        self.prose = Prose(self.recorder)
        self.lists = Lists(self.prose)
        self.settling = Settling(self.recorder)
        self.around = Surroundings(outline, period.end)
        self.tables = tables
        self.promised = Promised(targets)
        self.headings = 0
        self._begun = False

    def work(self) -> Work:
        """Everything read."""
        recorder = self.recorder
        return Work(
            tuple(self.settling.tasks),
            tuple(recorder.policies),
            tuple(recorder.projects),
            tuple(recorder.platforms),
            tuple(recorder.responsibilities),
            tuple(self.gazetteer.mentions),
            tuple(self.gazetteer.groups),
            Ledger(tuple(self.settling.sentences), self.headings),
        )

    def line(self, line: Line) -> None:
        """Read a passage."""
        block = line.block
        promised = self.promised.between(block.start, block.end)
        if line.heading:
            self._heading(line, promised)
            return
        if not self._begun and not promised and is_title(line):
            self.headings += 1
            return
        place, text = self.around.of(line.node), block.text
        why = self._outside(line, place)
        passage = Passage(
            line,
            place,
            self.gazetteer.read(block),
            () if why else statements(text),
            self.promised if promised else None,
        )
        if why == "table":
            self._whole(line, place, promised)
            return
        bounds = line.sentences()
        if why:
            for start, end in bounds:
                passage.draft(start, end).why = why
        else:
            passage.names_bodies = bool(_BODYISH.search(text))
            passage.names_systems = mentions(text)
            passage.names_years = names_years(text)
            (self.lists if is_list(line, place, bounds) else self.prose).read(passage, bounds)
        self.settling.passage(passage)

    def _heading(self, line: Line, promised: list[str]) -> None:
        self._begun = True
        self.headings += 1
        self.lists.headed(line.node.title)
        self.prose.headed(line.node.eid, self.gazetteer.read(line.block))
        if promised:  # a heading that promises a figure counts as a sentence too
            home = self.around.of(line.node).home
            self.settling.sentence(line, home, 0, len(line.block.text), SentenceClass.TARGET, promised)

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

    def _whole(self, line: Line, place: Place, promised: list[str]) -> None:
        """A row of a table is one sentence."""
        klass = SentenceClass.TARGET if promised else SentenceClass.CONTEXT
        why = "" if promised else "table"
        self.settling.sentence(line, place.home, 0, len(line.block.text), klass, promised, why)
