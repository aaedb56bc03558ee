"""An indicator: a measurable quantity with unit, direction and definition, independent of any plan."""

from dataclasses import dataclass
from enum import StrEnum

from lantu.values import Direction, Period, Unit

_QUARTER, _YEAR = 3, 12
"""Months of the shortest periods that values come out for, by the slower cycles."""


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


class RollUp(StrEnum):
    """What the values of the parts of a region (or of a whole) say of the whole."""

    SUM = "sum"  # they add up, up to rounding and double counting of zones
    MEAN = "mean"  # the whole lies between the smallest and the largest part
    NONE = "none"  # nothing: ranks, prices set by decree, counts of days


class Cycle(StrEnum):
    """The shortest period official values come out for."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class GrowthBasis(StrEnum):
    """What a growth is computed on."""

    REAL = "real"  # 按不变价格、可比价格计算
    NOMINAL = "nominal"  # 按当年价格计算
    COUNT = "count"  # not money: there is only one growth


@dataclass(frozen=True, slots=True)
class Indicator:
    """One entry of the registry.

    code: stable name, e.g. ``gdp.growth``; name: 中文; unit: the usual one, which says the family:
        every unit that converts into it is the same quantity.
    aliases: other phrases that mean exactly this quantity.
    exclusive: groups of basis tags of which two different ones are never comparable without a
        bridge, e.g. (("七普前", "七普"),). Tags outside every group do not decide comparability.
    custodian: body that publishes or would have the figure (统计局, 教育厅 …), shown where data are missing.
    growth_of: code of the level this is the growth or reduction of, "" for any other.
    state: a value of a part of a year (2025-10) is the state at its end, as every stock is, not a share
        of the year's amount.
    reduction: a positive value says how much the quantity fell (单位GDP能源消耗降低 13.5), so a
        target of mode ``change`` and direction ``down`` and its observations carry the same sign.
    units: other words for the same count that do not convert into ``unit`` (户 for 家): one is one.
    cycle: the shortest period values come out for; the release calendar dates those of a part of a
        year only where there are some.
    growth: of a level, that its growth is published too, and on which basis: the registry makes the
        entry ``<code>.growth`` from it; of a growth, the basis it is computed on.
    rolls_up: how regions add up where the kind does not say so by itself (see ``roll_up``).
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
    units: tuple[str, ...] = ()
    cycle: Cycle = Cycle.YEAR
    growth: GrowthBasis | None = None
    rolls_up: RollUp | None = None

    def same_basis(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether values on these two bases may be compared: no group holds a different tag of each."""
        return not any(
            (mine := set(one) & set(group)) and (theirs := set(other) & set(group)) and not mine & theirs
            for group in self.exclusive
        )

    @property
    def family(self) -> str:
        """What the unit measures: values in two units compare exactly when this agrees."""
        return Unit.parse(self.unit).measure

    @property
    def roll_up(self) -> RollUp:
        """Stocks and flows add up over regions, ratios and growths lie between; or as the entry says."""
        if self.rolls_up is not None:
            return self.rolls_up
        return RollUp.SUM if self.kind in (IndicatorKind.STOCK, IndicatorKind.FLOW) else RollUp.MEAN

    def measured_in(self, unit: Unit) -> bool:
        """Whether a figure with this unit can be a value of this indicator."""
        own = Unit.parse(self.unit)
        return unit.converts_to(own) or any(unit.converts_to(Unit.parse(other)) for other in self.units)

    def released_for(self, period: Period) -> bool:
        """Whether official values come out for periods as short as this one."""
        months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
        shortest = {Cycle.MONTH: 1, Cycle.QUARTER: _QUARTER, Cycle.YEAR: _YEAR}[self.cycle]
        return months >= shortest
