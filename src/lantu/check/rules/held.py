"""Published values laid beside a figure of a draft: which were public, on which prices, in its unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lantu.check.amount import admitted, published, unit_of
from lantu.check.dossier import Dossier
from lantu.check.finding import Evidence
from lantu.check.interval import Interval
from lantu.check.knowledge import Standing, standing
from lantu.check.revisions import census_of, keeps_series
from lantu.check.shown import as_written
from lantu.check.statement import Statement
from lantu.indicators import GrowthBasis, Indicator, Observation, candidates, certain
from lantu.monitoring.points import SETTLED
from lantu.values import Comparator, InputError, Period, Unit, Vintage

_REAL_WORDS = ("实际", "不变价", "可比价", "扣除价格", "剔除价格", "扣除物价")
_NOMINAL_WORDS = ("名义", "现价", "当年价")
_TOO_COARSE = Decimal("0.5")
_WEAK = frozenset({Vintage.UNKNOWN, Vintage.FORECAST})
ESTIMATED = "第三方估算"
"""The tag of a value that no official body stands behind."""


@dataclass(frozen=True, slots=True)
class Held:
    """A published value: what it admits in its own unit, whether it was public, on which prices it stands.

    prices: ``real``, ``nominal`` or "" where that does not arise or nobody says.
    """

    observation: Observation
    standing: Standing
    admits: Interval
    prices: str

    @property
    def public(self) -> bool:
        """Whether it was out, or may have been."""
        return self.standing is not Standing.LATER

    @property
    def official(self) -> bool:
        """Whether it is more than an estimate."""
        one = self.observation
        return one.vintage not in _WEAK and ESTIMATED not in one.basis

    @property
    def stated(self) -> bool:
        """Whether somebody stated it as a fact, be it without its vintage."""
        return self.observation.vintage is Vintage.UNKNOWN and ESTIMATED not in self.observation.basis

    @property
    def rank(self) -> tuple[int, date, int]:
        """The more settled vintage, then the later census, then more decimals is the higher."""
        one = self.observation
        census = census_of(one.basis)
        exponent = one.value.as_tuple().exponent
        return SETTLED.index(one.vintage), census.first if census else date.min, -int(exponent)

    @property
    def newness(self) -> tuple[int, date]:
        """As ``rank`` without the decimals: of two states of one figure the newer has the higher."""
        return self.rank[:2]


class Shelf:
    """The values known to a dossier, each looked up once."""

    def __init__(self, dossier: Dossier) -> None:
        """Nothing is looked up yet."""
        self.dossier = dossier
        self.registry = dossier.knowledge.registry
        self._series: dict[tuple[str, str], dict[tuple[object, object], tuple[Held, ...]]] = {}
        self._growths: dict[str, list[str]] | None = None
        self._named: dict[str, str] = {}

    def at(self, code: str, region: str, period: Period) -> tuple[Held, ...]:
        """The values of one period, of every vintage and basis, public or not."""
        return self.series(code, region).get((period.first, period.last), ())

    def year(self, code: str, region: str, year: int) -> tuple[Held, ...]:
        """The values of a whole year that were public."""
        return tuple(one for one in self.at(code, region, Period.of_year(year)) if one.public)

    def series(self, code: str, region: str) -> dict[tuple[object, object], tuple[Held, ...]]:
        """All values of an indicator of a region by first and last day."""
        found = self._series.get((code, region))
        if found is None:
            found = self._series[code, region] = self._filed(code, region)
        return found

    def growths_of(self, level: str, but: str = "") -> tuple[str, ...]:
        """Codes of the growths of a level, those on other prices too; ``but``: one to leave out."""
        if self._growths is None:
            self._growths = {}
            for entry in self.registry.all():
                if entry.growth_of and not entry.reduction:
                    self._growths.setdefault(entry.growth_of, []).append(entry.code)
        return tuple(code for code in self._growths.get(level, ()) if code != but)

    def without_unit(self, phrase: str) -> str:
        """The code that a phrase names for certain whatever unit stands behind its figure, or ""."""
        if phrase not in self._named:
            self._named[phrase] = certain(candidates(phrase, self.registry))
        return self._named[phrase]

    def name(self, code: str) -> str:
        """What an indicator is called."""
        entry = self.registry.get(code)
        return code if entry is None else entry.name

    def _filed(self, code: str, region: str) -> dict[tuple[object, object], tuple[Held, ...]]:
        indicator = self.registry.get(code)
        filed: dict[tuple[object, object], tuple[Held, ...]] = {}
        for one in self.dossier.knowledge.series(code, region):
            days = one.period.first, one.period.last
            held = Held(one, standing(one, self.dossier.as_of), _admits(one), prices_of(one, indicator))
            filed[days] = (*filed.get(days, ()), held)
        return filed


def _admits(one: Observation) -> Interval:
    """As ``published``; one given as about (约) is rounded at its last digit that is no zero."""
    if one.bound is not Comparator.ABOUT:
        return published(one)
    exponent = one.value.normalize().as_tuple().exponent
    return Interval.rounded(one.value, Decimal(1).scaleb(int(exponent)))


def prices_of(one: Observation, indicator: Indicator | None) -> str:
    """On which prices a value stands: by its tags, else by what the entry says of its growth."""
    said = prices_in(one.basis)
    if said or indicator is None or not indicator.growth_of or indicator.growth is None:
        return said
    return "" if indicator.growth is GrowthBasis.COUNT else indicator.growth.value


def prices_in(words: Iterable[str]) -> str:
    """What words of a basis say of prices: ``real``, ``nominal`` or ""."""
    text = " ".join(words)
    if any(word in text for word in _REAL_WORDS):
        return "real"
    return "nominal" if any(word in text for word in _NOMINAL_WORDS) else ""


def figure(statement: Statement, unit: str, indicator: Indicator | None) -> Interval | None:
    """What a figure of the draft admits in a unit of the indicator, with the sign that its values have.

    A reduction (能耗降低) is published as how much it fell: there a fall is above zero.
    """
    to = Unit.parse(unit)
    found = admitted(statement, to)
    if found is None and indicator is not None and indicator.measured_in(unit_of(statement)):
        own = admitted(statement)
        found = None if own is None else own.times(unit_of(statement).factor / to.factor)
    if found is None or indicator is None or not indicator.reduction or statement.sign == 0:
        return found
    return -found


def same(one: Interval, other: Interval) -> bool:
    """Whether two figures can be one: their values overlap.

    Rounded half up, 2.2 and 2.3 have only the end 2.25 in common, which is never written 2.2; one exact
    value may lie on an end.
    """
    if not one.meets(other):
        return False
    lows = [end for end in (one.low, other.low) if end is not None]
    highs = [end for end in (one.high, other.high) if end is not None]
    if not lows or not highs or max(lows) < min(highs):
        return True
    return one.low == one.high or other.low == other.high


def digits_of(statement: Statement) -> int:
    """How many digits a figure tells: those written, zeros at the end of a whole number left out."""
    value = statement.written.value
    told = value if statement.written.step < 1 else value.normalize()
    return len(told.as_tuple().digits)


def in_its_unit(value: Decimal, unit: str, like: Statement) -> Decimal | None:
    """A value in the unit of a figure, None when the two do not convert."""
    try:
        return Unit.parse(unit).convert(value, unit_of(like))
    except InputError:
        return value * Unit.parse(unit).factor / unit_of(like).factor


def expected(one: Statement, best: Held, indicator: Indicator) -> str:
    """The published value as the draft should write it."""
    value = in_its_unit(best.observation.value, best.observation.unit, one)
    if value is None:
        return ""
    if value and abs(value) < one.written.step * _TOO_COARSE:
        return shown(best)
    return as_written(-value if indicator.reduction and one.sign else value, one)


def comparable(a: Held, b: Held, indicator: Indicator | None) -> bool:
    """Whether two values of one indicator stand on one basis, revisions of the series apart."""
    return indicator is None or indicator.same_basis(
        tuple(keeps_series(a.observation.basis)), tuple(keeps_series(b.observation.basis))
    )


def shown(one: Held) -> str:
    """A value as one would write it."""
    return f"{one.observation.value:f}{one.observation.unit}"


def evidence(*every: Held) -> tuple[Evidence, ...]:
    """Values as evidence, in the order given."""
    return tuple(
        Evidence(
            shown(held),
            source=held.observation.source,
            period=held.observation.period.code,
            vintage=held.observation.vintage,
            basis=held.observation.basis,
            published_on=held.observation.published_on,
        )
        for held in every
    )
