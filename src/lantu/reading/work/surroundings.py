"""Where a passage stands: its zone, the box and item around it, the heading its records belong to."""

import re
from dataclasses import dataclass

from lantu.plan import Section, SectionKind
from lantu.reading.outline import Outline
from lantu.reading.script import fold
from lantu.reading.work.context import BODY, zone_of
from lantu.values import maker

_HEADINGS = (SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION)
_FORM = re.compile(r"[\w\s]+")  # what is left of a label without its number


@dataclass(frozen=True, slots=True)
class Place:
    """The surroundings of a passage.

    home: eId of the innermost heading or item; item, box: the nodes around it, None when there is none;
    group: title of the nearest titled item, "" for none; outer: of the nearest above the home itself;
    zone: why everything here is context, "" in the body of the plan.
    """

    home: str
    item: Section | None
    box: Section | None
    zone: str
    group: str = ""
    outer: str = ""


_place = maker(Place)


class Surroundings:
    """Looks up the surroundings of nodes, each home once."""

    def __init__(self, outline: Outline, plan_end: int | None) -> None:
        self.nodes = {section.eid: section for section in outline.sections}
        self._zones: dict[str, str] = {"": ""}
        self._plan_end = plan_end
        self._left = _left_the_box(outline)
        self._places: dict[str, Place] = {}

    def of(self, node: Section) -> Place:
        """Where a paragraph or item stands."""
        home = node.parent if node.kind is SectionKind.PARAGRAPH else node.eid
        if home not in self._places:
            self._places[home] = self._look(home)
        return self._places[home]

    def _look(self, home: str) -> Place:
        item = box = None
        left = False
        group = outer = ""
        eid = home
        while eid:
            node = self.nodes[eid]
            if node.kind is SectionKind.ITEM:
                item = item or node
                title = node.title.strip("：:。； ")
                group = group or title
                outer = outer or (title if eid != home else "")
            elif node.kind is SectionKind.BOX and not left:
                box = node
            left = left or eid in self._left
            eid = node.parent
        why = self._zone(home)
        return _place(home, item, box, "" if why == BODY else why, group, outer)

    def _zone(self, eid: str) -> str:
        """What the innermost heading around a node says that says anything."""
        if eid not in self._zones:
            node = self.nodes[eid]
            own = zone_of(fold(node.title), self._plan_end) if node.kind in _HEADINGS else ""
            self._zones[eid] = own or self._zone(node.parent)
        return self._zones[eid]


def _left_the_box(outline: Outline) -> frozenset[str]:
    """Items that stand behind a box and carry on the numbering in front of it (专栏: 1. … 8., then 3.)."""
    boxes = {section.eid for section in outline.sections if section.kind is SectionKind.BOX}
    last: dict[tuple[bool, str], int] = {}
    left: set[str] = set()
    gone: set[str] = set()
    for section in outline.sections:
        if section.kind is SectionKind.BOX:
            last = {key: number for key, number in last.items() if not key[0]}
        elif section.kind is not SectionKind.ITEM:
            last = {} if section.kind is not SectionKind.PARAGRAPH else last
        else:
            form = _FORM.sub("", section.label)
            inside = section.parent in boxes and section.parent not in gone
            out = inside and section.number not in {1, last.get((True, form), 0) + 1}
            if out and section.number == last.get((False, form), 0) + 1:
                gone.add(section.parent)
                inside = False
            if section.parent in gone:
                left.add(section.eid)
            last[inside, form] = section.number
    return frozenset(left)
