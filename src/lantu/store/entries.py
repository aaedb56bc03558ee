"""The lost main-indicator table: rows whose names are known, and rows typed from paper."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from lantu.plan import BlankRow, Entry
from lantu.store.schema import blanks, entries
from lantu.store.sync import Change, sync
from lantu.values import Binding, Comparator, Conflict, msg


def put_blanks(connection: sa.Connection, plan_id: str, wanted: Sequence[BlankRow]) -> Change:
    """Make these the empty rows of the plan's form, in this order."""
    rows = [
        {
            "plan": plan_id,
            "position": position,
            "no": blank.no,
            "indicator": blank.indicator,
            "unit": blank.unit,
            "binding": blank.binding.value,
            "indicator_code": blank.indicator_code,
            "hint": blank.hint,
        }
        for position, blank in enumerate(wanted)
    ]
    return sync(connection, blanks, rows, blanks.c.plan == plan_id, prune=True)


def blanks_of(connection: sa.Connection, plan_id: str) -> tuple[BlankRow, ...]:
    """The empty rows of a plan's form in their order."""
    query = sa.select(blanks).where(blanks.c.plan == plan_id).order_by(blanks.c.position)
    return tuple(
        BlankRow(
            row.plan, row.no, row.indicator, row.unit, Binding(row.binding), row.indicator_code, row.hint
        )
        for row in connection.execute(query)
    )


def put_entry(connection: sa.Connection, entry: Entry) -> Change:
    """Keep a typed row in place of an earlier one with its number (or name, where there are no numbers).

    Raises Conflict when the earlier one was confirmed by a second person and this one differs.
    """
    row = {
        "plan": entry.plan,
        "row": entry.no or entry.indicator,
        "no": entry.no,
        "indicator": entry.indicator,
        "unit": entry.unit,
        "baseline_year": entry.baseline_year,
        "baseline": entry.baseline,
        "target_year": entry.target_year,
        "comparator": entry.comparator.value if entry.comparator else None,
        "target": entry.target,
        "target_max": entry.target_max,
        "growth": entry.growth,
        "growth_kind": entry.growth_kind,
        "binding": entry.binding.value,
        "page": entry.page,
        "entered_by": entry.entered_by,
        "entered_at": entry.entered_at,
        "state": entry.state,
    }
    scope = sa.and_(entries.c.plan == entry.plan, entries.c.row == row["row"])
    confirmed = connection.scalar(sa.select(entries.c.state).where(scope)) == "confirmed"
    change = sync(connection, entries, [row], scope)
    if change and confirmed:
        raise Conflict(
            msg(
                "第 {no} 行“{indicator}”已由第二人核对，不能再改；如有出入请先撤回核对。",
                no=entry.no,
                indicator=entry.indicator,
            )
        )
    return change


def entries_of(connection: sa.Connection, plan_id: str) -> tuple[Entry, ...]:
    """The rows typed for a plan, by row number as a number would count (2 before 10, 10 before 10a)."""
    query = sa.select(entries).where(entries.c.plan == plan_id)
    found = [_entry_of(row) for row in connection.execute(query)]
    return tuple(sorted(found, key=lambda entry: (_number(entry.no), entry.no, entry.indicator)))


def _number(no: str) -> int:
    digits = no[: len(no) - len(no.lstrip("0123456789"))]
    return int(digits) if digits else 10**9


def _entry_of(row: sa.Row[Any]) -> Entry:
    return Entry(
        plan=row.plan,
        no=row.no,
        indicator=row.indicator,
        unit=row.unit,
        baseline_year=row.baseline_year,
        baseline=row.baseline,
        target_year=row.target_year,
        comparator=Comparator(row.comparator) if row.comparator is not None else None,
        target=row.target,
        target_max=row.target_max,
        growth=row.growth,
        growth_kind=row.growth_kind,
        binding=Binding(row.binding),
        page=row.page,
        entered_by=row.entered_by,
        entered_at=row.entered_at,
        state=row.state,
    )
