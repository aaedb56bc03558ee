"""One target put as a question: everything its method needs, nothing it must look up."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from lantu.indicators import Indicator, IndicatorKind
from lantu.monitoring.demand import Demand
from lantu.monitoring.evidence import Evidence
from lantu.monitoring.points import Point, best, by_year
from lantu.monitoring.scheme import Scheme
from lantu.monitoring.verdict import Stage, Status
from lantu.plan import Plan, Target
from lantu.values import Comparator, Message, Period, PlanKind


@dataclass(frozen=True, slots=True)
class Question:
    """A target as known on a day.

    basis: tags of the basis the target rests on; () when neither it nor its base states one.
    unit: the unit the figures are in: the target's, or the indicator's where the target's says nothing.
    points: figures of its indicator and region on one basis, in its unit, known on ``as_of``.
    annual: the annual targets adopted for the same indicator and region, by year.
    demand: its limits; None for a goal without a number.
    first_year, due_year: the years in which it is to be reached, both included.
    """

    target: Target
    plan: Plan
    indicator: Indicator
    basis: tuple[str, ...]
    region: str
    unit: str
    as_of: date
    stage: Stage
    scheme: Scheme
    evidence: Evidence
    points: tuple[Point, ...]
    annual: dict[int, Target]
    demand: Demand | None
    first_year: int
    due_year: int

    @property
    def value(self) -> Decimal:
        """The number of the target (of a range the end that counts: the upper one for a fall)."""
        if self.target.value is None:
            raise ValueError(f"{self.target.id} has no number")
        falls = self.target.direction.value == "down"
        if self.target.comparator is Comparator.RANGE and falls and self.target.value_max is not None:
            return self.target.value_max
        return self.target.value

    @property
    def is_yearly(self) -> bool:
        """Whether the plan is for one year, so that its targets are met or not by that year's figure."""
        return self.plan.kind is PlanKind.ANNUAL or self.plan.period.is_year

    @property
    def years(self) -> range:
        """The years from first to due."""
        return range(self.first_year, self.due_year + 1)

    @property
    def last_day(self) -> date:
        """The day the target is due."""
        return Period.of_year(self.due_year).last

    def yearly(self) -> dict[int, Point]:
        """The best figure of each whole year from first to due."""
        return {year: point for year, point in by_year(self.points).items() if year in self.years}

    def latest(self) -> Point | None:
        """The latest figure of the time from first to due.

        A figure of a part of a year counts only where it is the state at its end (a stock and its like).
        """
        start = date(self.first_year, 1, 1)
        whole = self.yearly()
        dated = [
            p
            for p in self.points
            if (self.indicator.kind is IndicatorKind.STOCK or self.indicator.state or p.is_dated)
            and not p.observation.period.is_year
            and start <= p.observation.period.first
            and p.end <= self.last_day
        ]
        ends = {p.end for p in dated} | {p.end for p in whole.values()}
        if not ends:
            return None
        last = max(ends)
        here = [p for p in dated if p.end == last] + [p for p in whole.values() if p.end == last]
        return best(here)

    def with_points(self, points: tuple[Point, ...]) -> "Question":
        """The same question on other figures."""
        return replace(self, points=points)


@dataclass(frozen=True, slots=True)
class Working:
    """How a method came to its answer: the formula with numbers, the figures used beside the last one."""

    formula: str = ""
    earlier: tuple[Point, ...] = ()
    progress: Decimal | None = None
    note: Message | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a method found; ``judge`` turns it into a verdict.

    others: figures on another basis that lead to the same answer.
    """

    status: Status
    method: str
    reason: Message
    point: Point | None = None
    working: Working = Working()
    pace: Decimal | None = None
    banded: bool = False

    others: tuple[Point, ...] = ()

    @property
    def reaches(self) -> date:
        """How far the figures used reach; the dawn of time when there are none."""
        used = (*self.working.earlier, *((self.point,) if self.point else ()))
        return max((point.end for point in used), default=date.min)
