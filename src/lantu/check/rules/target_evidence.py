"""A target of a plan as evidence."""

from lantu.check.finding import Evidence
from lantu.check.knowledge import Goal
from lantu.check.rules.target_terms import as_planned


def evidence_of(goal: Goal) -> Evidence:
    """The target as the plan writes it, and where it stands."""
    return Evidence(
        as_planned(goal.target),
        goal.plan.source,
        period=str(goal.target.due_year or ""),
        basis=goal.target.basis,
        published_on=goal.plan.published_on,
        plan=goal.plan.id,
        quote=goal.target.quote,
    )
