"""What every verb with a database needs: store, actor, clock and language, from the environment."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import typer

from lantu.cli import settings
from lantu.values import Message, civil_day, msg

if TYPE_CHECKING:
    from lantu.store import Store
    from lantu.texts import Language

ACTOR = "local"  # before accounts exist
CIVIL = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Door:
    """An open store and who stands at the door."""

    store: "Store"
    actor: str
    now: datetime
    language: "Language"

    @property
    def today(self) -> date:
        """The civil day in Asia/Shanghai."""
        return self.now.astimezone(CIVIL).date()


def today() -> date:
    """The civil day in Asia/Shanghai at this moment, for a door that stays open."""
    return datetime.now(CIVIL).date()


def open_door(database: str = "") -> Door:
    """Open the database that the option or the environment names.

    A database that is missing is created with the shipped cases; a line on standard error says so.
    """
    from lantu.actions import prepare
    from lantu.store import Store

    url = database or settings.value(settings.DATABASE, os.environ)
    language = settings.language(os.environ)
    store = Store.open(url)
    now = datetime.now(UTC)
    loaded = prepare(store, ACTOR, now)
    if any(case.changed for case in loaded):
        message = msg(
            "数据库 {where} 已备好自带案例：目标 {targets} 项，公开数据 {figures} 条。",
            where=store.name,
            targets=sum(case.targets for case in loaded),
            figures=sum(case.observations for case in loaded),
        )
        say(message, language, err=True)
    return Door(store, ACTOR, now, language)


def say(message: Message, language: "Language", *, err: bool = False) -> None:
    """Print a message in the language of the command line."""
    from lantu.texts import render

    typer.echo(render(message, language), err=err)


def day(text: str, today: date) -> date:
    """Read a date option as ``lantu.values.civil_day`` does; "" is today."""
    return civil_day(text) if text else today
