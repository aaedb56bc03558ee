"""The text's own structure as a flat, ordered list of nodes with parents."""

from dataclasses import dataclass, field
from enum import StrEnum

from lantu.values import Span


class SectionKind(StrEnum):
    """篇, 章, 节, 专栏, numbered item, paragraph."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    BOX = "box"
    ITEM = "item"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Section:
    """One node of a plan's structure, in text order.

    eid: Akoma Ntoso style id, unique in the plan, e.g. ``part_2__chp_7__sec_1__box_11__item_2``.
    number: as an integer when the heading has one (第七章 -> 7, 专栏11 -> 11, （二） -> 2), else 0.
    label: the numbering as written (第七章, 专栏11, （二）, "").
    title: the heading's words; of a paragraph its lead phrase (段首句) or "".
    parent: eid of the node above, "" at the top.
    span: the whole node including its children; heading: the heading's own words.
    """

    eid: str
    kind: SectionKind
    number: int
    label: str
    title: str
    parent: str = ""
    span: Span | None = field(default=None, compare=False)
    heading: Span | None = field(default=None, compare=False)
