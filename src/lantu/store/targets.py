"""Targets under their permanent ids."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from lantu.plan import Baseline, Reference, Target
from lantu.store.plans import span_of, span_row
from lantu.store.schema import plans, targets
from lantu.store.sync import Change, Row, sync
from lantu.values import Binding, Comparator, Direction, Mode, PlanKind, Strength, Tier


def put(connection: sa.Connection, wanted: Sequence[Target]) -> Change:
    """Insert targets, or update those with the same id."""
    scope = targets.c.plan.in_({target.plan for target in wanted})
    return sync(connection, targets, [_row_of(target) for target in wanted], scope)


def of_plan(connection: sa.Connection, plan_id: str) -> tuple[Target, ...]:
    """The targets of a plan by id."""
    return _select(connection, targets.c.plan == plan_id)


def by_id(connection: sa.Connection, target_id: str) -> Target | None:
    """One target."""
    return next(iter(_select(connection, targets.c.id == target_id)), None)


def of_indicator(connection: sa.Connection, code: str) -> tuple[Target, ...]:
    """The targets of all plans for one registry code."""
    return _select(connection, targets.c.indicator_code == code)


def of_annual_plans(connection: sa.Connection, region: str | None) -> tuple[Target, ...]:
    """The targets of annual plans, of one region's or of all."""
    wanted = sa.select(plans.c.id).where(plans.c.kind == PlanKind.ANNUAL.value)
    if region is not None:
        wanted = wanted.where(plans.c.region == region)
    return _select(connection, targets.c.plan.in_(wanted))


def _select(connection: sa.Connection, where: sa.ColumnElement[bool]) -> tuple[Target, ...]:
    query = sa.select(targets).where(where).order_by(targets.c.id)
    return tuple(_target_of(row) for row in connection.execute(query))


def _row_of(target: Target) -> Row:
    baseline, reference = target.baseline, target.reference
    return {
        "id": target.id,
        "plan": target.plan,
        "quote": target.quote,
        "indicator": target.indicator,
        "comparator": target.comparator.value,
        "value": target.value,
        "unit": target.unit,
        "mode": target.mode.value,
        "direction": target.direction.value,
        "value_max": target.value_max,
        "qualifier": target.qualifier,
        "deadline": target.deadline,
        "deadline_inferred": target.deadline_inferred,
        "base": target.base,
        "scope": target.scope,
        "strength": target.strength.value,
        "binding": target.binding.value,
        "tier": target.tier.value,
        "section": target.section,
        "indicator_code": target.indicator_code,
        "baseline_period": baseline.period if baseline else None,
        "baseline_value": baseline.value if baseline else None,
        "baseline_basis": baseline.basis if baseline else None,
        "baseline_estimated": baseline.estimated if baseline else None,
        "reference_relation": reference.relation if reference else None,
        "reference_indicator": reference.indicator if reference else None,
        "reference_region": reference.region if reference else None,
        "reference_margin": reference.margin if reference else None,
        "basis": target.basis,
        "region": target.region,
        "note": target.note,
        **span_row("span", target.span),
    }


def _target_of(row: sa.Row[Any]) -> Target:
    return Target(
        id=row.id,
        quote=row.quote,
        indicator=row.indicator,
        comparator=Comparator(row.comparator),
        value=row.value,
        unit=row.unit,
        mode=Mode(row.mode),
        direction=Direction(row.direction),
        value_max=row.value_max,
        qualifier=row.qualifier,
        deadline=row.deadline,
        deadline_inferred=row.deadline_inferred,
        base=row.base,
        scope=row.scope,
        strength=Strength(row.strength),
        binding=Binding(row.binding),
        tier=Tier(row.tier),
        section=row.section,
        indicator_code=row.indicator_code,
        baseline=_baseline_of(row),
        reference=_reference_of(row),
        basis=row.basis,
        region=row.region,
        note=row.note,
        plan=row.plan,
        span=span_of(row.span_document, row.span_start, row.span_end),
    )


def _baseline_of(row: sa.Row[Any]) -> Baseline | None:
    if row.baseline_period is None:
        return None
    return Baseline(row.baseline_period, row.baseline_value, row.baseline_basis, row.baseline_estimated)


def _reference_of(row: sa.Row[Any]) -> Reference | None:
    if row.reference_relation is None:
        return None
    return Reference(
        row.reference_relation, row.reference_indicator, row.reference_region, row.reference_margin
    )
