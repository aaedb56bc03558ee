"""An indicator: a measurable quantity with unit, direction and definition, independent of any plan."""

from dataclasses import dataclass
from enum import StrEnum

from lantu.values import Direction


class IndicatorKind(StrEnum):
    """Decides how values add up over years and regions.

    It also says what a value of a period of several years means: of a stock, the end of the period;
    of a flow, the sum; of a ratio, what held in each year; of a growth with ``reduction``, the
    cumulative fall over the period (累计降低); of any other growth, the yearly average (年均增长).
    """

    STOCK = "stock"
    FLOW = "flow"
    RATIO = "ratio"
    GROWTH = "growth"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One entry of the registry.

    code: stable name, e.g. ``gdp.growth``; name: 中文; unit: the usual one.
    aliases: other phrases that mean exactly this quantity.
    exclusive: groups of basis tags of which two different ones are never comparable without a
        bridge, e.g. (("七普前", "七普"),). Tags outside every group do not decide comparability.
    custodian: body that would have the figure (统计局, 教育厅 …), shown where data are missing.
    growth_of: code of the level this is the growth or reduction of, "" for any other.
    state: a value of a part of a year (2025-10) is the state at its end, as every stock is, not a share
        of the year's amount.
    reduction: a positive value says how much the quantity fell (单位GDP能源消耗降低 13.5), so a
        target of mode ``change`` and direction ``down`` and its observations carry the same sign.
    """

    code: str
    name: str
    name_en: str
    unit: str
    kind: IndicatorKind
    direction: Direction
    aliases: tuple[str, ...] = ()
    exclusive: tuple[tuple[str, ...], ...] = ()
    definition: str = ""
    custodian: str = ""
    growth_of: str = ""
    reduction: bool = False
    state: bool = False

    def same_basis(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether values on these two bases may be compared: no group holds a different tag of each."""
        return not any(
            (mine := set(one) & set(group)) and (theirs := set(other) & set(group)) and not mine & theirs
            for group in self.exclusive
        )
