"""What is measured: the indicator registry, phrase matching, regions and published observations."""

from lantu.indicators.calendar import Calendar, shipped_calendar
from lantu.indicators.confirmation import Confirmation, Confirmed, phrase_key
from lantu.indicators.divisions import counties, county_named, division, division_named, prefectures
from lantu.indicators.indicator import Cycle, GrowthBasis, Indicator, IndicatorKind, RollUp
from lantu.indicators.matching import Match, best, candidates, certain
from lantu.indicators.observation import Observation, known
from lantu.indicators.regions import NATION, divisions, region, region_named, shipped_regions
from lantu.indicators.registry import Registry, shipped_registry

__all__ = [
    "NATION",
    "Calendar",
    "Confirmation",
    "Confirmed",
    "Cycle",
    "GrowthBasis",
    "Indicator",
    "IndicatorKind",
    "Match",
    "Observation",
    "Registry",
    "RollUp",
    "best",
    "candidates",
    "certain",
    "counties",
    "county_named",
    "division",
    "division_named",
    "divisions",
    "known",
    "phrase_key",
    "prefectures",
    "region",
    "region_named",
    "shipped_calendar",
    "shipped_regions",
    "shipped_registry",
]
