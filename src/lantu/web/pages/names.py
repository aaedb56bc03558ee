"""Names of indicators, regions and bodies, as pages show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lantu.indicators import Indicator, division
from lantu.values import Region


@dataclass(frozen=True, slots=True)
class Name:
    """A name in Chinese and, where one is known, in English."""

    zh: str
    en: str = ""


class Names:
    """Names of indicators and regions by code."""

    def __init__(self, indicators: Iterable[Indicator], regions: Iterable[Region]) -> None:
        self.indicators: Mapping[str, Indicator] = {one.code: one for one in indicators}
        self.regions: Mapping[str, Region] = {one.code: one for one in regions}

    def indicator(self, code: str, phrase: str = "") -> Name:
        """Name of an indicator; the plan's own phrase when it is given."""
        found = self.indicators.get(code)
        if found is None:
            return Name(phrase or code)
        return Name(phrase or found.name, found.name_en)

    def region(self, code: str) -> Name:
        """Name of a region, the code itself when it is not in the list."""
        found = self.regions.get(code) or division(code)
        return Name(code) if found is None else Name(found.name, found.name_en)

    def custodian(self, code: str) -> str:
        """Body that would have the figures of an indicator, "" when the registry does not say."""
        found = self.indicators.get(code)
        return "" if found is None else found.custodian
