"""``lantu load``: put a plan's text, or a shipped case, into the register."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lantu.cli import settings
from lantu.cli.door import Door, open_door, say
from lantu.cli.files import read_document
from lantu.values import InputError, Period, PlanKind, Rank, msg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lantu.actions import Registered
    from lantu.plan import Target

SHOWN = 10
SHOWN_QUOTE = 20


def load(
    source: Annotated[
        str, typer.Argument(help="规划文本文件，或自带案例名。 A plan's text, or a case's name.")
    ],
    plan_id: Annotated[str, typer.Option("--id", help="新规划的标识。 Id of a new plan.")] = "",
    title: Annotated[str, typer.Option(help="规划全称。 Full title.")] = "",
    kind: Annotated[PlanKind | None, typer.Option(help="种类。 Kind of plan.")] = None,
    rank: Annotated[Rank | None, typer.Option(help="层级。 Level of government.")] = None,
    region: Annotated[str, typer.Option(help="六位行政区划代码。 GB/T 2260 code.")] = "",
    period: Annotated[str, typer.Option(help="规划期，如 2026/2030。 Period.")] = "",
    replace_text: Annotated[
        bool,
        typer.Option("--replace-text", help="用这份文本替换 --id 规划原有的文本。 Replace the plan's text."),
    ] = False,
    database: Annotated[str, typer.Option(help="数据库地址。 Database URL.")] = "",
) -> None:
    """把规划文本登记入库。 Put a plan's text into the register."""
    from lantu import cases
    from lantu.actions import PlanFacts, load_case, load_plan

    if region and not (region.isdigit() and len(region) == 6):
        raise InputError(msg("地区代码“{code}”不对；应是六位数字（GB/T 2260）。", code=region))
    facts = PlanFacts(plan_id, title, kind, rank, region, Period.parse(period) if period else None)
    path = Path(source)
    if source in cases.names() and not path.exists():
        door = open_door(database)  # opening makes every shipped case ready
        done = load_case(door.store, source, door.actor, door.now)
        say(msg("案例 {name} 已在库中。", name=done.name), door.language)
        return
    document, notes = read_document(path, settings.size_limit(os.environ))
    door = open_door(database)
    for note in notes:
        say(note.message, door.language, err=True)
    report(door, load_plan(door.store, document, facts, door.actor, door.now, replace_text=replace_text))


def report(door: Door, done: "Registered") -> None:
    """Say what was registered or matched, and list what needs a person's look."""
    if done.new:
        message = msg(
            "已登记新规划 {id}：《{title}》，目标 {count} 项。",
            id=done.plan.id,
            title=done.plan.title,
            count=done.targets,
        )
    elif done.replaced:
        message = msg(
            "规划 {id} 的文本已替换：登记的 {count} 项目标找到 {found} 项；另有 {more} 处未登记。",
            id=done.plan.id,
            count=done.targets,
            found=done.placed,
            more=len(done.proposals),
        )
    else:
        message = msg(
            "原文已附到规划 {id}：登记的 {count} 项目标有 {matched} 项在原处读到；另有 {more} 处未登记。",
            id=done.plan.id,
            count=done.targets,
            matched=done.matched,
            more=len(done.proposals),
        )
    say(message, door.language)
    if done.namesake:
        say(
            msg(
                "库里已有同名规划 {id}；如是它的另一份文本，请用 --id {id} --replace-text 载入。",
                id=done.namesake,
            ),
            door.language,
            err=True,
        )
    _list(done.proposals)
    if done.lost:
        say(
            msg("在新文本里没有找到的目标 {n} 项，记录保留，不再有位置：", n=len(done.lost)),
            door.language,
        )
        _list(done.lost)
    for one in done.missed:
        say(
            msg(
                "更正 {id}（“{quote}”）在新文本里找不到原句，暂不起作用。",
                id=one.id,
                quote=" ".join(one.quote.split())[:SHOWN_QUOTE],
            ),
            door.language,
        )


def _list(targets: "Sequence[Target]") -> None:
    """The first of them, a line each: place or permanent id, figure, indicator."""
    for target in targets[:SHOWN]:
        typer.echo(f"  {target.span.start if target.span else target.id}\t{target.quote}\t{target.indicator}")
    if len(targets) > SHOWN:
        typer.echo("  …")
