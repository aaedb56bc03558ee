"""Censuses after which whole series were revised, and when their values came out."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from lantu.packs import load


@dataclass(frozen=True, slots=True)
class Census:
    """A census by the tag its values carry.

    first: the day its first revised values came out; settled: the day all of them were public.
    series: whether the values are a newer state of the same figure, not figures on another basis.
    """

    tag: str
    first: date
    settled: date
    series: bool


@dataclass(frozen=True, slots=True)
class RevisionPack:
    """The content of ``revisions.toml``."""

    version: str
    censuses: tuple[Census, ...]


@cache
def _by_tag() -> dict[str, Census]:
    pack: RevisionPack = load("revisions", RevisionPack)
    return {one.tag: one for one in pack.censuses}


def census_of(basis: tuple[str, ...]) -> Census | None:
    """The latest census that the tags of a basis name, None for none."""
    known = _by_tag()
    found = [known[tag] for tag in basis if tag in known]
    return max(found, key=lambda one: one.first, default=None)


def keeps_series(basis: tuple[str, ...]) -> frozenset[str]:
    """The tags of a basis without those of revisions that leave what is measured as it was."""
    known = _by_tag()
    return frozenset(
        tag for tag in basis if (one := known.get(tag.removesuffix("前"))) is None or not one.series
    )
