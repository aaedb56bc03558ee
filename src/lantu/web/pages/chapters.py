"""Where a target stands in its plan: its chapter, and the trail of headings above it."""

from collections.abc import Sequence
from dataclasses import dataclass

from lantu.plan import Section, SectionKind

HEADINGS = (SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.BOX, SectionKind.ITEM)


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: its id, the numbering as written and its words."""

    eid: str
    kind: str
    label: str
    title: str


class Tree:
    """The headings of one plan with quick ways up."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.sections = tuple(sections)
        self._by_eid = {one.eid: one for one in sections}

    def trail(self, eid: str) -> tuple[Heading, ...]:
        """Headings from the top down to this place; an unknown place has none."""
        found: list[Heading] = []
        while (node := self._by_eid.get(eid)) is not None and len(found) < 20:
            if node.kind in HEADINGS:
                found.append(_heading(node))
            eid = node.parent
        return tuple(reversed(found))

    def chapter(self, eid: str) -> Heading | None:
        """The chapter a place is in; in a plan without chapters its topmost heading below the parts."""
        trail = self.trail(eid)
        chapters = [one for one in trail if one.kind == SectionKind.CHAPTER]
        below = [one for one in trail if one.kind != SectionKind.PART]
        return chapters[0] if chapters else below[0] if below else None

    def chapters(self) -> tuple[Heading, ...]:
        """The chapters in order."""
        return tuple(_heading(one) for one in self.sections if one.kind is SectionKind.CHAPTER)


def _heading(node: Section) -> Heading:
    return Heading(node.eid, node.kind, node.label, node.title)
