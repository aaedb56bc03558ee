"""Both averages of a goal over several years that is set against another series."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lantu.indicators import IndicatorKind, Observation
from lantu.monitoring import Verdict
from lantu.plan.paths import compound, half_up, yearly
from lantu.web.numbers import digits
from lantu.web.pages.names import Name, Names


@dataclass(frozen=True, slots=True)
class Average:
    """The average yearly growth of one series; name: what tells it from the other."""

    name: Name
    value: str


@dataclass(frozen=True, slots=True)
class Averages:
    """What decided: this series and the other over the same years, the years both are known for."""

    mine: Average
    other: Average
    unit: str
    years: tuple[int, ...]


def averages_of(verdict: Verdict, names: Names) -> Averages | None:
    """The averages a verdict by reference compared; None where it compared one year, or no growth.

    Worked out from the figures the verdict names, by the method it was judged by (methods 1.5h).
    """
    last = verdict.observation
    if verdict.method != "reference" or last is None or not _is_growth(last, names):
        return None
    used = (*verdict.earlier, last)
    mine = {one.period.year: one for one in used if _series(one) == _series(last)}
    other = {one.period.year: one for one in used if _series(one) != _series(last)}
    years = tuple(sorted(mine.keys() & other.keys()))
    if len(years) < 2:
        return None
    its = other[years[-1]]
    regions = last.region != its.region
    named = [names.region(one.region) if regions else names.indicator(one.indicator) for one in (last, its)]
    values = [_average(series[year] for year in years) for series in (mine, other)]
    return Averages(Average(named[0], values[0]), Average(named[1], values[1]), last.unit, years)


def _series(one: Observation) -> tuple[str, str]:
    return one.indicator, one.region


def _is_growth(one: Observation, names: Names) -> bool:
    found = names.indicators.get(one.indicator)
    return found is not None and found.kind is IndicatorKind.GROWTH


def _average(series: Iterable[Observation]) -> str:
    rates = [one.value for one in series]
    average: Decimal = half_up(yearly(compound(rates), len(rates)), 2)
    return digits(average)
