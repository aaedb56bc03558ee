"""From a target to the question its method answers: unit, basis, years, what was known, annual targets."""

from dataclasses import replace
from datetime import date

from lantu.indicators import Indicator, IndicatorKind
from lantu.monitoring.by_limit import holds_every_year
from lantu.monitoring.demand import demand
from lantu.monitoring.evidence import Evidence
from lantu.monitoring.points import known_points
from lantu.monitoring.question import Question
from lantu.monitoring.scheme import Scheme
from lantu.monitoring.verdict import Stage
from lantu.plan import Plan, Target
from lantu.values import Mode, Unit


def ask(
    target: Target,
    plan: Plan,
    indicator: Indicator,
    evidence: Evidence,
    as_of: date,
    scheme: Scheme,
    stage: Stage,
) -> Question:
    """Put a target as a question: its unit, basis, years, figures and annual targets."""
    where = target.region or plan.region
    unit = unit_of(target, indicator)
    due = target.due_year or plan.period.last.year
    first = min(_first_year(target, plan), due)
    return Question(
        target,
        plan,
        indicator,
        wanted_basis(target, indicator),
        where,
        unit,
        as_of,
        stage,
        scheme,
        evidence,
        known_points(evidence.of(indicator.code, where), unit, as_of),
        _annual(target, indicator, evidence, where, unit),
        demand(target, scheme),
        first,
        due,
    )


def _first_year(target: Target, plan: Plan) -> int:
    """The first year of the plan; of a change against a stated base the year after the base."""
    if target.mode is Mode.CHANGE and target.base.isdigit():
        return int(target.base) + 1
    return plan.period.first.year


def unit_of(target: Target, indicator: Indicator) -> str:
    """The unit figures are read in: the target's own.

    The indicator's where a change is in per cent of it, and for a relative goal, whose unit (位) says
    nothing of the figures.
    """
    if target.reference is not None:
        return indicator.unit
    unit = target.unit or indicator.unit
    wanted = Unit.parse(unit)
    if wanted.measure == "percentage point" or wanted.converts_to(Unit.parse(indicator.unit)):
        return unit
    changes = target.mode is Mode.CHANGE and indicator.kind is not IndicatorKind.GROWTH
    return indicator.unit if changes else unit


def _annual(
    target: Target, indicator: Indicator, evidence: Evidence, where: str, unit: str
) -> dict[int, Target]:
    """Annual targets of the same quantity on a comparable basis, by year, in the unit of this target."""
    found: dict[int, Target] = {}
    wanted = Unit.parse(unit)
    for one in sorted(evidence.annual, key=lambda t: t.id, reverse=True):
        if (one.indicator_code, one.region or where) != (indicator.code, where) or one.id == target.id:
            continue
        if one.deadline is None or one.value is None or not indicator.same_basis(one.basis, target.basis):
            continue
        own = Unit.parse(one.unit)
        if not own.converts_to(wanted):
            continue
        top = None if one.value_max is None else own.convert(one.value_max, wanted)
        found[one.deadline] = replace(one, value=own.convert(one.value, wanted), value_max=top, unit=unit)
    return found


def wanted_basis(target: Target, indicator: Indicator) -> tuple[str, ...]:
    """The basis a target rests on: its own tags, and those of its base where it says nothing else.

    A limit to be kept and a goal without a number do not rest on the base.
    """
    if target.baseline is None or target.reference is not None or holds_every_year(target):
        return target.basis
    kept = tuple(tag for tag in target.baseline.basis if indicator.same_basis(target.basis, (tag,)))
    return tuple(sorted({*target.basis, *kept}))
