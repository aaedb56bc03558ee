"""An indicator: a measurable quantity with unit, direction and definition, independent of any plan."""

from dataclasses import dataclass
from enum import StrEnum

from lantu.values import Direction


class IndicatorKind(StrEnum):
    """Decides how values add up over years and regions."""

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
