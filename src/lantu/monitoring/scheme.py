"""The rules in force: class limits, tolerances of words, stages. All from packs, named by one digest."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256

from lantu import packs
from lantu.indicators import shipped_registry
from lantu.monitoring.verdict import Stage, Status
from lantu.plan import Plan
from lantu.values import Unit

METHODS = "2026.11.2"
"""Version of the methods themselves; part of the digest, raised when a rule in code changes."""


@dataclass(frozen=True, slots=True)
class Bands:
    """Class limits in shares of the whole way; see ``bands.toml``.

    shown_only: tags of bases whose figures are shown and judge nothing.
    """

    version: str
    faster: Decimal
    slower: Decimal
    source: str
    shown_only: tuple[str, ...] = ()

    def classify(self, progress: Decimal, pace: Decimal) -> Status:
        """The class of a progress against the pace expected; below zero it went the wrong way."""
        if progress < 0:
            return Status.REVERSED
        if progress >= pace + self.faster:
            return Status.FASTER
        return Status.SLOWER if progress < pace - self.slower else Status.ON_PACE

    def __str__(self) -> str:
        low, high = (f"{(limit * 100).normalize():f}" for limit in (self.slower, self.faster))
        return f"p − τ ≥ +{high} % | −{low} … +{high} % | < −{low} %"


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far words let a value fall short; points for rates, relative for every other unit."""

    words: tuple[str, ...]
    points: Decimal
    source: str
    relative: Decimal = Decimal(0)

    def of(self, value: Decimal, unit: str) -> Decimal:
        """The tolerance in the unit of the target."""
        rate = Unit.parse(unit).measure in {"%", "percentage point"}
        return self.points if rate else abs(value) * self.relative


@dataclass(frozen=True, slots=True)
class Excluding:
    """Words whose number does not count as reached, and the rule they rest on."""

    words: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Comparators:
    """Words and what they demand; the first tolerance of a list is used for a word that has none."""

    version: str
    excluding: Excluding
    about: tuple[Tolerance, ...]
    in_step: tuple[Tolerance, ...]

    def about_word(self, word: str) -> Tolerance:
        """The tolerance of 左右 and its kin."""
        return _named(self.about, word)

    def in_step_word(self, word: str) -> Tolerance:
        """The tolerance of 同步 and its kin."""
        return _named(self.in_step, word)


def _named(entries: tuple[Tolerance, ...], word: str) -> Tolerance:
    return next((entry for entry in entries if word in entry.words), entries[0])


@dataclass(frozen=True, slots=True)
class Stages:
    """When which stage speaks, and until when a missing yearly figure is not late; see ``stages.toml``."""

    version: str
    midterm_year: int
    midterm_from: str
    midterm_to: str
    midterm_shortest_plan: int
    midterm_source: str
    fresh_years: int
    fresh_source: str
    release_by: str
    release_source: str

    def of(self, plan: Plan, as_of: date) -> Stage:
        """The stage a plan is in on a day."""
        if as_of > plan.period.last:
            return Stage.FINAL
        first, last = plan.period.first.year, plan.period.last.year
        middle = first + self.midterm_year - 1
        window = _day(middle, self.midterm_from) <= as_of <= _day(middle, self.midterm_to)
        return Stage.MIDTERM if last - first + 1 >= self.midterm_shortest_plan and window else Stage.ANNUAL

    def released(self, year: int) -> date:
        """The last day on which the yearly figure of ``year`` may still be missing."""
        return _day(year + 1, self.release_by)


def _day(year: int, month_day: str) -> date:
    return date.fromisoformat(f"{year}-{month_day}")


@dataclass(frozen=True, slots=True)
class Scheme:
    """The packs a verdict was made with; ``digest`` names them in one word."""

    bands: Bands
    comparators: Comparators
    stages: Stages
    digest: str


@cache
def shipped_scheme() -> Scheme:
    """The shipped rules. The digest covers them, the methods' version and the indicator registry."""
    bands = packs.load("bands", Bands)
    comparators = packs.load("comparators", Comparators)
    stages = packs.load("stages", Stages)
    content = repr((METHODS, bands, comparators, stages, shipped_registry().all()))
    return Scheme(bands, comparators, stages, sha256(content.encode()).hexdigest()[:16])
