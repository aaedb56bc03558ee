"""Divisions by GB/T 2260 beside the list of regions: the other prefectures, and all counties."""

from dataclasses import dataclass
from functools import cache

from lantu import packs
from lantu.indicators.regions import region_named, shipped_regions
from lantu.values import Region

_PROVINCE, _PREFECTURE = 2, 4
"""Leading digits of a code that name the province and the prefecture."""
_WITHOUT_PREFECTURE = "90"
"""Third and fourth digit of a county that the province governs itself."""
_MUNICIPALITIES = ("11", "12", "31", "50")


@dataclass(frozen=True, slots=True)
class DivisionPack:
    """The content of ``divisions.toml``: code to name.

    prefectures: those beside the pack ``regions``. former: counties whose code or name is out of use
    since the older list, which earlier plans still write.
    """

    version: str
    edition: str
    prefectures: dict[str, str]
    counties: dict[str, str]
    former: dict[str, str]


def _pack() -> DivisionPack:
    pack: DivisionPack = packs.load("divisions", DivisionPack)
    return pack


@cache
def prefectures() -> tuple[Region, ...]:
    """The prefectures beside those of the list of regions."""
    listed = _pack().prefectures.items()
    return tuple(Region(code, name, "prefecture", f"{code[:_PROVINCE]}0000") for code, name in listed)


@cache
def _all_counties() -> tuple[Region, ...]:
    listed = [*sorted(_pack().counties.items()), *sorted(_pack().former.items())]
    return tuple(Region(code, name, "county", _parent(code)) for code, name in listed)


def _parent(code: str) -> str:
    middle = code[_PROVINCE:_PREFECTURE]
    # The districts of a municipality stand under 01 and 02, which are no regions of their own.
    of_municipality = code[:_PROVINCE] in _MUNICIPALITIES and middle in ("01", "02")
    if of_municipality or middle == _WITHOUT_PREFECTURE:
        return f"{code[:_PROVINCE]}0000"
    return f"{code[:_PREFECTURE]}00"


@cache
def counties(within: str) -> tuple[Region, ...]:
    """The counties of a province or prefecture by its code, in use first, then former ones; () for others."""
    if len(within) != len("000000") or not within.isdigit() or not within.endswith("00"):
        return ()
    digits = _PROVINCE if within.endswith("0000") else _PREFECTURE
    if not within[:digits].strip("0"):
        return ()
    return tuple(one for one in _all_counties() if one.code.startswith(within[:digits]))


@cache
def _counties_by_name() -> dict[str, tuple[Region, ...]]:
    found: dict[str, tuple[Region, ...]] = {}
    for one in _all_counties():
        found[one.name] = (*found.get(one.name, ()), one)
    return found


def county_named(name: str, within: str = "") -> Region | None:
    """The county of this full name in a division, or anywhere for ""; None unless there is just one."""
    found = _counties_by_name().get(name, ())
    if within:
        inside = {one.code for one in counties(within)}
        found = tuple(one for one in found if one.code in inside)
    return found[0] if len(found) == 1 else None


@cache
def division_named(name: str) -> Region | None:
    """The division of this official name (辽宁省, 苏州市, 康平县), None when none or several have it."""
    known = region_named(name)
    if known is not None:
        return known
    return next((one for one in prefectures() if one.name == name), None) or county_named(name)


@cache
def _by_code() -> dict[str, Region]:
    return {one.code: one for one in (*_all_counties()[::-1], *prefectures(), *shipped_regions())}


def division(code: str) -> Region | None:
    """The division or zone of this code at any level, None when there is none."""
    return _by_code().get(code)
