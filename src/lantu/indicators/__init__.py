"""What is measured: the indicator registry, phrase matching, regions and published observations."""

from lantu.indicators.calendar import Calendar, shipped_calendar
from lantu.indicators.divisions import counties, county_named, division, division_named, prefectures
from lantu.indicators.indicator import Indicator, IndicatorKind
from lantu.indicators.observation import Observation, known
from lantu.indicators.regions import NATION, divisions, region, region_named, shipped_regions
from lantu.indicators.registry import Registry, shipped_registry

__all__ = [
    "NATION",
    "Calendar",
    "Indicator",
    "IndicatorKind",
    "Observation",
    "Registry",
    "counties",
    "county_named",
    "division",
    "division_named",
    "divisions",
    "known",
    "prefectures",
    "region",
    "region_named",
    "shipped_calendar",
    "shipped_regions",
    "shipped_registry",
]
