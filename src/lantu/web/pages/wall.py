"""The wall: every promise of a plan is one mark, by tier and chapter."""

from collections.abc import Sequence
from dataclasses import dataclass

from lantu.web.pages.chapters import Heading, Tree
from lantu.web.pages.common import TargetRow
from lantu.web.pages.counting import Tallied, natures_of, tiers_of

DENSE = 400
"""With more targets than this the marks shrink to dots."""


@dataclass(frozen=True, slots=True)
class WallLine:
    """The marks of one chapter; heading is None for targets outside every chapter."""

    heading: Heading | None
    rows: tuple[TargetRow, ...]


@dataclass(frozen=True, slots=True)
class WallTier:
    """One tier of the wall: its counts, the same by legal nature, and its chapters in text order."""

    tally: Tallied
    natures: tuple[Tallied, ...]
    lines: tuple[WallLine, ...]


@dataclass(frozen=True, slots=True)
class Wall:
    """All tiers of a plan that have targets; dense when marks are drawn as dots."""

    tiers: tuple[WallTier, ...]
    dense: bool


def wall_of(rows: Sequence[TargetRow], tree: Tree) -> Wall:
    """Arrange the rows; nothing is left out, so the marks of a tier add up to its total."""
    order: list[Heading | None] = [*tree.chapters()]
    place = {heading.eid: number for number, heading in enumerate(order) if heading}
    tiers = []
    for tally in tiers_of(rows):
        lines: dict[str, tuple[Heading | None, list[TargetRow]]] = {}
        for row in rows:
            if row.tier != tally.tier:
                continue
            heading = tree.chapter(row.section)
            key = heading.eid if heading else ""
            lines.setdefault(key, (heading, []))[1].append(row)
        ordered = sorted(lines, key=lambda key: (place.get(key, -1 if not key else len(place)),))
        tiers.append(
            WallTier(
                tally,
                natures_of(rows, tally.tier),
                tuple(WallLine(lines[key][0], tuple(lines[key][1])) for key in ordered),
            )
        )
    return Wall(tuple(tiers), len(rows) > DENSE)
