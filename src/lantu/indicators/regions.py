"""The regions of the pack ``regions.toml``: the nation, provinces, prefectures, and zones without a code."""

from dataclasses import dataclass
from functools import cache

from lantu import packs
from lantu.values import Region

NATION = "000000"


@dataclass(frozen=True, slots=True)
class RegionPack:
    """The content of ``regions.toml``; edition names the list of codes used."""

    version: str
    edition: str
    regions: tuple[Region, ...]


@cache
def shipped_regions() -> tuple[Region, ...]:
    """All regions, parents before children; zones last and never part of a sum."""
    pack: RegionPack = packs.load("regions", RegionPack)
    return pack.regions


@cache
def _by_name() -> dict[str, Region]:
    return {region.name: region for region in shipped_regions()}


@cache
def _by_code() -> dict[str, Region]:
    return {region.code: region for region in shipped_regions()}


def region_named(name: str) -> Region | None:
    """The region of this official name (全国, 辽宁省, 沈阳市), None when there is none."""
    return _by_name().get(name)


def region(code: str) -> Region | None:
    """The region of this code, None when there is none."""
    return _by_code().get(code)


def divisions(parent: str) -> tuple[Region, ...]:
    """The divisions directly below a region, zones left out: these add up to it."""
    return tuple(r for r in shipped_regions() if r.parent == parent and r.level != "zone")
