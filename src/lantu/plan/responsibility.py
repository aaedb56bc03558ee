"""Who answers for what: bodies and their roles in the document's own words."""

from dataclasses import dataclass, field
from enum import StrEnum

from lantu.values import Span


class BodyRole(StrEnum):
    """What a body has to do with a commitment."""

    LEADER = "leader"  # 牵头领导: a person or office
    LEAD = "lead"  # 牵头
    RESPONSIBLE = "responsible"  # 负责
    ASSIST = "assist"  # 配合, 协助, 参与
    ALL = "all"  # 各地区、各部门: everybody within its remit


@dataclass(frozen=True, slots=True)
class Body:
    """A body as written and its role."""

    name: str
    role: BodyRole
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One statement of responsibility.

    id: proposal ``eId~responsibility~hash~ordinal`` or permanent id.
    words: the document's own words; bodies: in text order, the first lead being the one that answers.
    joint: 按职责分工负责 (each for its part); more: the list ends in 等.
    section: eId of the innermost heading; span: the words.
    """

    id: str
    words: str
    bodies: tuple[Body, ...]
    joint: bool = False
    more: bool = False
    section: str = ""
    span: Span | None = field(default=None, compare=False)
