"""The lines at the top of every page about one plan."""

from dataclasses import dataclass
from datetime import date

from lantu.plan import Plan
from lantu.web.pages.names import Name, Names


@dataclass(frozen=True, slots=True)
class PlanHead:
    """The lines at the top of every page about one plan.

    phase: ``ahead``, ``running`` or ``ended`` on the day shown; year: which year of its period.
    """

    id: str
    title: Name
    kind: str
    rank: str
    region: Name
    first: int
    last: int
    phase: str
    year: int
    has_text: bool


def plan_head(plan: Plan, names: Names, day: date, *, has_text: bool = False) -> PlanHead:
    """The head of a plan's pages as on a day."""
    first, last = plan.period.first.year, plan.period.year
    phase = "ahead" if day < plan.period.first else "ended" if day > plan.period.last else "running"
    return PlanHead(
        plan.id,
        Name(plan.title, plan.title_en),
        plan.kind,
        plan.rank,
        names.region(plan.region),
        first,
        last,
        phase,
        day.year - first + 1,
        has_text,
    )
