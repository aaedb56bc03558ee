"""``lantu status``: what was judged, as known on a day, as a table, JSON or CSV."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lantu.cli.door import Door, day, open_door

if TYPE_CHECKING:
    from lantu.actions import StatusReport


class StatusFormat(StrEnum):
    """Ways to print a status."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def status(
    plan: Annotated[
        str, typer.Argument(help="规划标识，不写则列出全部纲要。 Plan id; all outlines if left out.")
    ] = "",
    as_of: Annotated[str, typer.Option(help="截至日，默认今天。 Day as of which to judge, YYYY-MM-DD.")] = "",
    form: Annotated[
        StatusFormat, typer.Option("--format", help="输出格式。 Output format.")
    ] = StatusFormat.TABLE,
    database: Annotated[str, typer.Option(help="数据库地址。 Database URL.")] = "",
) -> None:
    """按某一天已公布的数据判断进展。 Measured status as known on a day."""
    from lantu.actions import status as measure
    from lantu.cli import status_output

    door = open_door(database)
    on = day(as_of, door.today)
    reports = [
        measure(door.store, plan_id, on, door.actor, door.now)
        for plan_id in ([plan] if plan else outlines(door, on))
    ]
    write = {
        StatusFormat.TABLE: status_output.table,
        StatusFormat.JSON: status_output.as_json,
        StatusFormat.CSV: status_output.as_csv,
    }[form]
    write(reports, door.language)


def outlines(door: Door, on: date) -> list[str]:
    """Ids of the outlines that were public on a day, in the order of the register."""
    from lantu.values import PlanKind

    with door.store.read() as reader:
        return [plan.id for plan in reader.plans() if plan.kind is PlanKind.OUTLINE and plan.known_on(on)]


def summary(door: Door, reports: "list[StatusReport]") -> None:
    """The short summary that opens the site: targets by tier, judged, met."""
    from lantu.cli import status_output

    status_output.summary(reports, door.language)
