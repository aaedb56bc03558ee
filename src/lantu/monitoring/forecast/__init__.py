"""Forecasts of short yearly series with intervals that mean what they say.

Pure functions over numbers: no clock, no file. numpy is imported here and nowhere in the web pages.
"""

from lantu.monitoring.forecast.chance import chance_of, compounded, word_for
from lantu.monitoring.forecast.engine import forecast, forecast_many
from lantu.monitoring.forecast.result import Forecast, Step

__all__ = ["Forecast", "Step", "chance_of", "compounded", "forecast", "forecast_many", "word_for"]
