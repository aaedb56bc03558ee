"""Regions: administrative divisions by GB/T 2260 code, and functional zones without one."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Region:
    """A region.

    code: six digits of GB/T 2260 ("210000"); "000000" is the nation; a functional zone has a
        code of our own starting with "Z" and is never added to the divisions it overlaps.
    parent: code of the region above it ("" for the nation).
    """

    code: str
    name: str
    level: Literal["nation", "province", "prefecture", "county", "zone"]
    parent: str = ""
    name_en: str = ""
