"""The fixed word lists of the glossary, as codes. Labels for people live in ``lantu.texts``."""

from enum import StrEnum


class Mode(StrEnum):
    """What kind of number a target is."""

    LEVEL = "level"
    FLOW_PER_YEAR = "flow_per_year"
    CUMULATIVE = "cumulative"
    GROWTH_PER_YEAR = "growth_per_year"
    CHANGE = "change"
    COUNT_BUILT = "count_built"


class Comparator(StrEnum):
    """The meaning of a qualifier; the plan's own word is kept beside it."""

    EQUAL = "="
    AT_LEAST = ">="
    ABOVE = ">"
    AT_MOST = "<="
    BELOW = "<"
    ABOUT = "~"
    RANGE = "range"
    COVER = "cover"


class Direction(StrEnum):
    """Which way is better, or ``keep`` for a bound to hold every period."""

    UP = "up"
    DOWN = "down"
    KEEP = "keep"


class Strength(StrEnum):
    """How firmly the plan promises."""

    FIRM = "firm"
    STRIVE = "strive"
    BASIC = "basic"


class Binding(StrEnum):
    """The legal nature of a target (约束性, 预期性); ``unknown`` where the plan does not say."""

    BINDING = "binding"
    EXPECTED = "expected"
    UNKNOWN = "unknown"


class Tier(StrEnum):
    """Main indicators, field targets and workload counts are never added together."""

    MAIN = "main"
    FIELD = "field"
    WORKLOAD = "workload"


class PlanKind(StrEnum):
    """The kinds of plan of the planning system."""

    OUTLINE = "outline"
    SPECIAL = "special"
    REGIONAL = "regional"
    SPATIAL = "spatial"
    ANNUAL = "annual"
    ACTION = "action"


class Rank(StrEnum):
    """The level of government that issued a plan."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    PREFECTURE = "prefecture"
    COUNTY = "county"


class Vintage(StrEnum):
    """How settled a published value is, from the first estimate to the census revision."""

    FORECAST = "forecast"  # 预计数
    FLASH = "flash"  # 快报数
    PRELIMINARY = "preliminary"  # 初步核算数
    FINAL = "final"  # 最终核实数
    CENSUS_REVISION = "census_revision"  # 普查修订数
    UNKNOWN = "unknown"
