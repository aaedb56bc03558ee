"""Places a text names, resolved to region codes."""

from dataclasses import dataclass, field

from lantu.values import Span


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """Several regions under one name (京津冀, 长三角), or a group the plan defines itself.

    codes: region codes of the members; source: where the membership is from (for a group of the
    plan itself ``text``); partial: the group holds only parts of some members.
    """

    name: str
    codes: tuple[str, ...]
    source: str = ""
    partial: bool = False
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as written, with its code or the codes of the group it names.

    name: as written; codes: one code of a region, or those of the group's members.
    group: the group's name in Simplified script, "" for a single region.
    """

    name: str
    codes: tuple[str, ...]
    group: str = ""
    span: Span | None = field(default=None, compare=False)
