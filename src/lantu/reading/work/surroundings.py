"""Where a passage stands: its zone, the box and item around it, the heading its records belong to."""

from dataclasses import dataclass, replace

from lantu.plan import Section, SectionKind
from lantu.reading.outline import Outline
from lantu.reading.script import fold
from lantu.reading.work.context import zone


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


class Surroundings:
    """Looks up the surroundings of nodes, each home once."""

    def __init__(self, outline: Outline, plan_end: int | None) -> None:
        self.nodes = {section.eid: section for section in outline.sections}
        self._folded = {
            section.eid: replace(section, title=fold(section.title))
            for section in outline.sections
            if section.kind is not SectionKind.PARAGRAPH
        }
        self._plan_end = plan_end
        self._places: dict[str, Place] = {}

    def of(self, node: Section) -> Place:
        """Where a paragraph or item stands."""
        home = node.parent if node.kind is SectionKind.PARAGRAPH else node.eid
        if home not in self._places:
            self._places[home] = self._look(home)
        return self._places[home]

    def _look(self, home: str) -> Place:
        item = box = None
        group = outer = ""
        eid = home
        while eid:
            node = self.nodes[eid]
            if node.kind is SectionKind.ITEM and item is None:
                item = node
            if node.kind is SectionKind.ITEM:
                title = node.title.strip("：:。； ")
                group = group or title
                outer = outer or (title if eid != home else "")
            if node.kind is SectionKind.BOX:
                box = node
            eid = node.parent
        why = zone(self._folded[home], self._folded, self._plan_end) if home else ""
        return Place(home, item, box, why, group, outer)
