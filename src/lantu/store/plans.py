"""Plans and their sections."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from lantu.plan import Plan, Section, SectionKind
from lantu.store import sources as origins
from lantu.store.schema import plans, sections, sources
from lantu.store.sync import Change, Row, sync
from lantu.values import PlanKind, Rank, Span


def put_plan(connection: sa.Connection, plan: Plan) -> Change:
    """Insert the plan, or update the one with its id."""
    keys = origins.put(connection, [plan.source] if plan.source else [])
    row = {
        "id": plan.id,
        "title": plan.title,
        "kind": plan.kind.value,
        "rank": plan.rank.value,
        "region": plan.region,
        "period": plan.period,
        "issuer": plan.issuer,
        "published_on": plan.published_on,
        "vision_year": plan.vision_year,
        "document": plan.document,
        "source": keys[plan.source] if plan.source else None,
        "parents": plan.parents,
        "title_en": plan.title_en,
    }
    return sync(connection, plans, [row], plans.c.id == plan.id)


def all_plans(connection: sa.Connection, plan_id: str | None = None) -> tuple[Plan, ...]:
    """Every plan by id, or the one asked for."""
    query = sa.select(plans, *origins.COLUMNS).outerjoin(sources).order_by(plans.c.id)
    if plan_id is not None:
        query = query.where(plans.c.id == plan_id)
    return tuple(_plan_of(row) for row in connection.execute(query))


def _plan_of(row: sa.Row[Any]) -> Plan:
    return Plan(
        id=row.id,
        title=row.title,
        kind=PlanKind(row.kind),
        rank=Rank(row.rank),
        region=row.region,
        period=row.period,
        issuer=row.issuer,
        published_on=row.published_on,
        vision_year=row.vision_year,
        document=row.document,
        source=origins.source_of(row) if row.source is not None else None,
        parents=row.parents,
        title_en=row.title_en,
    )


def put_sections(connection: sa.Connection, plan_id: str, wanted: Sequence[Section]) -> Change:
    """Make these the sections of the plan, in this order."""
    rows = [
        {
            "plan": plan_id,
            "eid": section.eid,
            "position": position,
            "kind": section.kind.value,
            "number": section.number,
            "label": section.label,
            "title": section.title,
            "parent": section.parent,
            **span_row("span", section.span),
            **span_row("heading", section.heading),
        }
        for position, section in enumerate(wanted)
    ]
    return sync(connection, sections, rows, sections.c.plan == plan_id, prune=True)


def sections_of(connection: sa.Connection, plan_id: str) -> tuple[Section, ...]:
    """The sections of a plan in text order."""
    query = sa.select(sections).where(sections.c.plan == plan_id).order_by(sections.c.position)
    return tuple(
        Section(
            eid=row.eid,
            kind=SectionKind(row.kind),
            number=row.number,
            label=row.label,
            title=row.title,
            parent=row.parent,
            span=span_of(row.span_document, row.span_start, row.span_end),
            heading=span_of(row.heading_document, row.heading_start, row.heading_end),
        )
        for row in connection.execute(query)
    )


def span_row(prefix: str, span: Span | None) -> Row:
    """The three columns of a span, empty when there is none."""
    values = (span.document, span.start, span.end) if span else (None, None, None)
    return dict(zip((f"{prefix}_document", f"{prefix}_start", f"{prefix}_end"), values, strict=True))


def span_of(document: str | None, start: int | None, end: int | None) -> Span | None:
    """The span of three columns."""
    if document is None or start is None or end is None:
        return None
    return Span(document, start, end)
