"""The record of a forecast: numbers with their intervals and everything they rest on."""

from dataclasses import dataclass

from lantu.values import Message


@dataclass(frozen=True, slots=True)
class Step:
    """The forecast ``horizon`` years after the last known value; lo95 <= lo80 <= mean <= hi80 <= hi95."""

    horizon: int
    mean: float
    lo80: float
    hi80: float
    lo95: float
    hi95: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """A forecast of one yearly series.

    steps: one per year ahead; empty when there are too few data (``note`` then says so).
    method: version of the pack and the scale used, e.g. ``2026.1/log/8`` (8 = band of lengths).
    inputs: the values it rests on, oldest first.
    note: a sentence for people where something limits the forecast, else None.
    """

    steps: tuple[Step, ...]
    method: str
    inputs: tuple[float, ...]
    note: Message | None = None
