"""Counties, districts and county-level cities by GB/T 2260: far more than the list of regions holds."""

from dataclasses import dataclass
from functools import cache

from lantu import packs
from lantu.values import Region

_PROVINCE, _PREFECTURE = 2, 4
"""Leading digits of a code that name the province and the prefecture."""
_WITHOUT_PREFECTURE = "90"
"""Third and fourth digit of a county that the province governs itself."""


@dataclass(frozen=True, slots=True)
class CountyPack:
    """The content of ``counties.toml``: code to name.

    former: codes and names out of use since the older list, which earlier plans still write.
    """

    version: str
    edition: str
    counties: dict[str, str]
    former: dict[str, str]


@cache
def _all() -> tuple[Region, ...]:
    pack: CountyPack = packs.load("counties", CountyPack)
    listed = [*sorted(pack.counties.items()), *sorted(pack.former.items())]
    return tuple(Region(code, name, "county", _parent(code)) for code, name in listed)


def _parent(code: str) -> str:
    prefecture = code[:_PREFECTURE]
    # The districts of a municipality stand under 01 and 02, which are no regions of their own.
    if prefecture[_PROVINCE:] in ("01", "02") and code[:_PROVINCE] in ("11", "12", "31", "50"):
        return f"{code[:_PROVINCE]}0000"
    if prefecture[_PROVINCE:] == _WITHOUT_PREFECTURE:
        return f"{code[:_PROVINCE]}0000"
    return f"{prefecture}00"


@cache
def counties(within: str) -> tuple[Region, ...]:
    """The counties of a province or prefecture by its code, in use first, then former ones; () for others."""
    if len(within) != len("000000") or not within.isdigit() or not within.endswith("00"):
        return ()
    digits = _PROVINCE if within.endswith("0000") else _PREFECTURE
    if within[:digits].strip("0") == "":
        return ()
    return tuple(one for one in _all() if one.code.startswith(within[:digits]))


@cache
def _by_name() -> dict[str, tuple[Region, ...]]:
    found: dict[str, tuple[Region, ...]] = {}
    for one in _all():
        found[one.name] = (*found.get(one.name, ()), one)
    return found


def county_named(name: str, within: str = "") -> Region | None:
    """The county of this full name in a province or prefecture (or anywhere), None unless there is just one.

    Of a name and code both in use and out of use, the one in use counts.
    """
    found = _by_name().get(name, ())
    if within:
        inside = {one.code for one in counties(within)}
        found = tuple(one for one in found if one.code in inside)
    return found[0] if len(found) == 1 else None
