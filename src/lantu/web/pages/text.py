"""The plan as written: headings with the targets under them, and each sentence when the text is loaded."""

from collections.abc import Sequence
from dataclasses import dataclass

from lantu.documents import Document
from lantu.plan import Section, SectionKind, Target
from lantu.web.pages.chapters import HEADINGS
from lantu.web.pages.common import TargetRow
from lantu.web.pages.heads import PlanHead
from lantu.web.pages.passage import Passage, passage


@dataclass(frozen=True, slots=True)
class TextTarget:
    """A target at its place; passage is None when the text is not loaded."""

    row: TargetRow
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Node:
    """A heading with what stands under it; total counts the targets of the whole branch."""

    eid: str
    kind: str
    label: str
    title: str
    targets: tuple[TextTarget, ...]
    children: tuple["Node", ...]
    total: int


@dataclass(frozen=True, slots=True)
class TextPage:
    """The page record.

    loose: targets outside every heading. document: checksum of the text the plan was read from.
    counts: how many headings of each kind there are, as (kind, number).
    """

    head: PlanHead
    document: str
    nodes: tuple[Node, ...]
    loose: tuple[TextTarget, ...]
    counts: tuple[tuple[str, int], ...]


def text_page(
    head: PlanHead,
    digest: str,
    sections: Sequence[Section],
    targets: Sequence[Target],
    rows: Sequence[TargetRow],
    document: Document | None,
) -> TextPage:
    """Arrange headings and targets in text order."""
    kept = {one.eid: one for one in sections if one.kind in HEADINGS}
    children: dict[str, list[Section]] = {}
    parents = {one.eid: one.parent for one in sections}
    for one in kept.values():
        children.setdefault(_nearest(one.parent, kept, parents), []).append(one)
    under: dict[str, list[TextTarget]] = {}
    for target, row in zip(targets, rows, strict=True):
        place = _nearest(target.section, kept, parents)
        under.setdefault(place, []).append(TextTarget(row, passage(document, target.span)))

    def node(section: Section) -> Node:
        below = tuple(node(child) for child in children.get(section.eid, ()))
        mine = tuple(under.get(section.eid, ()))
        total = len(mine) + sum(child.total for child in below)
        return Node(section.eid, section.kind, section.label, section.title, mine, below, total)

    counts = tuple(
        (kind.value, number)
        for kind in (SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.BOX)
        if (number := sum(one.kind is kind for one in sections))
    )
    top = tuple(node(section) for section in children.get("", ()))
    return TextPage(head, digest, top, tuple(under.get("", ())), counts)


def _nearest(eid: str, kept: dict[str, Section], parents: dict[str, str]) -> str:
    """The closest heading at or above a place, "" when there is none."""
    while eid and eid not in kept:
        eid = parents.get(eid, "")
    return eid
