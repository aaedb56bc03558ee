"""Records of policies, platforms, projects and responsibilities out of deeds, lists and statements."""

from dataclasses import replace

from lantu.plan import (
    Body,
    Fact,
    Platform,
    PlatformAction,
    PolicyKind,
    PolicyMeasure,
    Project,
    ProjectForm,
    Responsibility,
    Section,
    Stage,
)
from lantu.reading.blocks import Block
from lantu.reading.script import fold
from lantu.reading.work import projects as works
from lantu.reading.work.bodies import Statement
from lantu.reading.work.deeds import Deed, deed
from lantu.reading.work.making import Making
from lantu.reading.work.places import Found
from lantu.reading.work.platforms import action_of, name_in, platforms
from lantu.reading.work.policies import measure
from lantu.reading.work.surroundings import Place
from lantu.values import Span, maker

_project, _policy = maker(Project), maker(PolicyMeasure)
Places = tuple[Found, ...]


def codes_within(found: Places, start: int, end: int) -> tuple[str, ...]:
    """Codes of the places between two positions, each once, in order."""
    codes: list[str] = []
    for one in found:
        if start <= one.start < end:
            codes.extend(code for code in one.codes if code not in codes)
    return tuple(codes)


def codes_of(found: Places) -> tuple[str, ...]:
    """Codes of all these places, each once, in order."""
    return tuple(dict.fromkeys(code for one in found for code in one.codes))


class Recorder:
    """Collects the records; every method returns the ids of what it added."""

    def __init__(self, making: Making) -> None:
        self.making = making
        self.policies: list[PolicyMeasure] = []
        self.projects: list[Project] = []
        self.platforms: list[Platform] = []
        self.responsibilities: list[Responsibility] = []
        self._programmes: dict[str, int] = {}

    def policy(self, block: Block, mask: str, done: Deed, home: str, deadline: int | None) -> list[str]:
        """The policy measure of a deed, if it is one."""
        found = measure(mask, done)
        if found is None:
            return []
        make = self.making
        span = make.span(block, done.verb, done.end)
        record = _policy(
            make.id(home, "policy", span),
            make.words(block, done.verb, done.object),
            make.words(block, done.object, done.end),
            found.kind,
            make.words(block, *found.title),
            deadline,
            home,
            span,
        )
        self.policies.append(record)
        return [record.id]

    def document(self, block: Block, start: int, end: int, home: str) -> list[str]:
        """A listed document to be drawn up."""
        make = self.making
        span = make.span(block, start, end)
        record = _policy(
            make.id(home, "policy", span),
            "",
            make.words(block, start, end),
            PolicyKind.PLAN,
            section=home,
            span=span,
        )
        self.policies.append(record)
        return [record.id]

    def systems(self, block: Block, mask: str, done: Deed, home: str) -> list[str]:
        """The platforms of a deed."""
        ids = []
        for found in platforms(mask, done):
            verb = self.making.words(block, done.verb, done.object)
            ids.append(self._platform(block, found.start, found.end, found.action, verb, home))
        return ids

    def titled_system(self, block: Block, start: int, end: int, home: str) -> list[str]:
        """The platform a listed name is, if it is one."""
        found = name_in(block.text, start, end)
        return [self._platform(block, *found, PlatformAction.BUILD, "", home)] if found else []

    def _platform(
        self, block: Block, start: int, end: int, action: PlatformAction, verb: str, home: str
    ) -> str:
        make = self.making
        span = make.span(block, start, end)
        record = Platform(
            make.id(home, "platform", span), make.words(block, start, end), action, verb, home, span
        )
        self.platforms.append(record)
        return record.id

    def named_works(self, block: Block, mask: str, done: Deed, places: Places, around: Place) -> list[str]:
        """The projects a deed names."""
        ids = []
        listed = ("", "", 0) if around.box is None else (around.group, around.box.title, 0)
        for found in works.projects(mask, done, places):
            record = self._project(block, found, places, around.home, listed)
            self.projects.append(record)
            ids.append(record.id)
        return ids

    def listed(
        self,
        block: Block,
        bounds: tuple[int, int],
        places: Places,
        around: Place,
        label: tuple[str, int, tuple[str, Stage] | None] = ("", 0, None),
    ) -> list[str]:
        """The projects of an entry in a box; label: the words in front of a list, its number, its stage."""
        group, number, stage = label
        listed = (group, around.box.title if around.box else "", number)
        ids = []
        for found in works.listed(block.text, *bounds, stage):
            whole = any(p.start <= found.start and found.end <= p.end for p in places)
            # A list of places names the sites of its title.
            site = group if whole and not found.head else ""
            record = self._project(block, found, places, around.home, listed, site)
            self.projects.append(record)
            ids.append(record.id)
            ids += self.titled_system(block, found.start, found.end, around.home)
        return ids

    def _project(
        self,
        block: Block,
        found: works.FoundProject,
        places: Places,
        home: str,
        listed: tuple[str, str, int],
        site: str = "",
    ) -> Project:
        """The record; listed: group, box and number; site: what is built at a place that stands as a name."""
        make = self.making
        group, box, number = listed
        span = make.span(block, found.start, found.end)
        codes = codes_within(places, found.start, found.end) if places else ()
        name = make.words(block, found.start, found.end) + found.head
        return _project(
            make.id(home, "project", span),
            name + site if codes else name,
            stage=found.stage,
            stage_word=found.stage_word,
            group=group,
            box=box,
            number=number,
            places=codes,
            facts=self._facts(block, found.start, found.end),
            section=home,
            span=span,
        )

    def _facts(self, block: Block, start: int, end: int) -> tuple[Fact, ...]:
        """The capacity facts in these words."""
        make = self.making
        return tuple(
            [
                Fact(make.words(block, a, b), make.span(block, a, b))
                for a, b in works.facts(block.text, start, end)
            ]
        )

    def programme(self, item: Section, box: Section, places: tuple[str, ...]) -> str:
        """The programme an item of a box is: its title names it."""
        span = item.heading or item.span or Span("", 0, 0)
        word, stage = works.stage_of(fold(item.title), 0, len(item.title))
        record = Project(
            self.making.id(item.eid, "project", span),
            item.title.rstrip("。；： "),
            ProjectForm.PROGRAMME,
            stage,
            word,
            "",
            box.title,
            item.number,
            places,
            (),
            item.eid,
            span,
        )
        self._programmes[record.id] = len(self.projects)
        self.projects.append(record)
        return record.id

    def titled_item(self, item: Section) -> list[str]:
        """The platform the title of an item is, if it is one (建设…平台 as a heading)."""
        title = fold(item.title)
        done = deed(title, 0, len(title))
        start = done.object if done else 0
        found = name_in(title, start, len(title.rstrip("。；： ")))
        whole = item.heading or item.span
        if found is None or whole is None:
            return []
        at = self.making.text.find(item.title, whole.start, whole.end)
        if at < 0:
            return []
        verb = item.title[done.verb : done.object] if done else ""
        span = Span(whole.document, at + found[0], at + found[1])
        record = Platform(
            self.making.id(item.eid, "platform", span),
            item.title[found[0] : found[1]],
            action_of(verb) or PlatformAction.BUILD,
            verb,
            item.eid,
            span,
        )
        self.platforms.append(record)
        return [record.id]

    def add_facts(self, project_id: str, block: Block, start: int, end: int) -> None:
        """Capacity facts said of a programme in its text."""
        found = self._facts(block, start, end)
        if found:
            index = self._programmes[project_id]
            old = self.projects[index]
            self.projects[index] = replace(old, facts=(*old.facts, *found))

    def responsibility(self, block: Block, found: Statement, home: str) -> str:
        """A statement of responsibility."""
        make = self.making
        span = make.span(block, found.start, found.end)
        bodies = tuple(
            Body(make.words(block, b.start, b.end), b.role, make.span(block, b.start, b.end))
            for b in found.bodies
        )
        words = make.words(block, found.start, found.end)
        record = Responsibility(
            make.id(home, "responsibility", span), words, bodies, found.joint, found.more, home, span
        )
        self.responsibilities.append(record)
        return record.id
