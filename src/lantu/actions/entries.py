"""Typing in a lost main-indicator table: single rows from the page, whole forms from a workbook."""

from datetime import datetime

from lantu.exchange import read_entry_form
from lantu.plan import Entry
from lantu.store import Store
from lantu.values import Problem


def enter_row(store: Store, entry: Entry, at: datetime) -> None:
    """Keep one typed row as 待核; its ``entered_by`` is the actor. Raises NotFound for an unknown plan."""
    with store.write(entry.entered_by, "enter-row", at) as writer:
        writer.plan(entry.plan)
        writer.put_entry(entry)


def enter_form(
    store: Store, plan_id: str, data: bytes, actor: str, at: datetime
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Read a filled entry form and keep its rows as 待核; with any error nothing is written.

    Returns the rows kept and the problems found (each with sheet, row and column).
    """
    with store.read() as reader:
        reader.plan(plan_id)
    entries, problems = read_entry_form(plan_id, data, actor, at)
    if entries:
        with store.write(actor, "enter-form", at) as writer:
            for entry in entries:
                writer.put_entry(entry)
    return entries, problems
