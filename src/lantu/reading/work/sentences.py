"""Prose read sentence by sentence, clause by clause: deeds, and the records they make."""

import re

from lantu.plan import Clause
from lantu.reading.clauses import years
from lantu.reading.script import fold
from lantu.reading.work.acts import acts_of
from lantu.reading.work.bodies import bodies_in
from lantu.reading.work.deeds import Deed, deed
from lantu.reading.work.drafts import POLICY, PROJECT, TASK, Draft, Passage, before_who, due_year
from lantu.reading.work.prose import CLAUSE
from lantu.reading.work.recorder import Places, Recorder, codes_of, codes_within
from lantu.reading.work.work_names import is_field
from lantu.values import maker

_YEARISH = re.compile(r"20\d\d年|十[一二三四五六七八九]五|二[〇零○]")
_clause = maker(Clause)


def names_years(text: str) -> bool:
    """Whether a text can name a year or a plan period at all."""
    return bool(_YEARISH.search(text))


class Prose:
    """Reads the sentences of passages; remembers the programmes of items."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder
        self.leads = True
        self._making = recorder.making
        self._programmes: dict[str, str] = {}
        self._told: set[str] = set()
        self._named: dict[str, tuple[str, ...]] = {}

    def headed(self, eid: str, found: Places) -> None:
        """A heading names these places."""
        self._named[eid] = codes_of(found)

    def read(self, passage: Passage, bounds: list[tuple[int, int]]) -> None:
        """The sentences of a passage; a lead phrase in front of others is a task as it stands."""
        passage.programme = self._programme(passage)
        rest = bounds
        if len(bounds) > 1 and self.leads and passage.line.lead:
            lead = passage.draft(*bounds[0])
            lead.rank = min(lead.rank, TASK)
            lead.deeds = True
            rest = bounds[1:]
        for start, end in rest:
            self.sentence(passage, start, end)

    def sentence(self, passage: Passage, start: int, end: int) -> None:
        """A sentence clause by clause."""
        line, told = passage.line, passage.statements
        mask = line.mask
        draft = passage.draft(start, end)
        dated = passage.names_years and _YEARISH.search(mask, start, end)
        stated = years(line.block.text[start:end]) if dated else ()
        for clause in CLAUSE.finditer(mask, start, end):
            first, stop = clause.span()
            if told:
                stop = before_who(first, stop, told)
            if first < stop and (done := deed(mask, first, stop)) is not None:
                draft.deeds = True
                self._deed(passage, draft, done, due_year(stated, start, done) if stated else None)
        if passage.programme:
            self.recorder.add_facts(passage.programme, line.block, start, end)
            draft.add([passage.programme], PROJECT)
        if draft.deeds and draft.rank > TASK:
            draft.rank = TASK

    def _deed(self, passage: Passage, draft: Draft, done: Deed, deadline: int | None) -> None:
        """The records of one deed."""
        recorder, making = self.recorder, self._making
        line, places = passage.line, passage.places
        block, mask, home = line.block, line.mask, passage.place.home
        verb, obj, end = done.verb, done.object, done.end
        acts = acts_of(mask[verb:obj])
        if acts.rule and acts.rule.search(mask, obj, end):
            draft.add(recorder.policy(block, mask, done, home, deadline), POLICY)
        if acts.system and passage.names_systems and acts.system.search(mask, obj, end):
            draft.ids += recorder.systems(block, mask, done, home)
        if acts.work and acts.work.search(mask, obj, end):
            draft.add(recorder.named_works(block, mask, done, places, passage.place), PROJECT)
        said, what, span = making.clause(block, done)
        codes = codes_within(places, done.start, end) if places else ()
        bodies = self._bodies(passage, done) if passage.names_bodies else ()
        passage.clauses.append(_clause(said, what, codes, bodies, deadline, span))

    def _bodies(self, passage: Passage, done: Deed) -> tuple[str, ...]:
        block = passage.line.block
        return tuple(
            [self._making.words(block, a, b) for a, b in bodies_in(block.text, done.start, done.end)]
        )

    def _programme(self, passage: Passage) -> str:
        """The programme that the item around the passage is, "" for none.

        A second paragraph with a lead phrase of its own no longer tells of the item.
        """
        box, item = passage.place.box, passage.place.item
        if box is None or item is None:
            return ""
        told = item.eid in self._told
        self._told.add(item.eid)
        if told and passage.line.node.title:
            return ""
        known = self._programmes.get(item.eid)
        if known is None:
            known = ""
            if not is_field(fold(item.title).strip("。；： ")):
                known = self.recorder.programme(item, box, self._named.get(item.eid, ()))
                self.recorder.titled_item(item)
            self._programmes[item.eid] = known
        return known
