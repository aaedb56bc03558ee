"""What is measured: the indicator registry, phrase matching and published observations."""

from lantu.indicators.indicator import Indicator, IndicatorKind
from lantu.indicators.observation import Observation

__all__ = ["Indicator", "IndicatorKind", "Observation"]
