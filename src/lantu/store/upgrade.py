"""From an empty or older database to the present tables. Alembic is loaded only when there is work to do."""

from enum import Enum

import sqlalchemy as sa

from lantu.store.engine import shown
from lantu.values import InputError, msg

VERSION_TABLE = "lantu_version"
# Oldest first; a test compares this with the migration scripts.
REVISIONS = ("0001", "0002", "0003")


class State(Enum):
    """What a database is to this program."""

    EMPTY = "empty"
    OLDER = "older"
    PRESENT = "present"


def state(connection: sa.Connection) -> State:
    """Look at the version table; raises InputError for a newer database or one that holds something else."""
    # One look at the names: asked twice, another process could have made the tables in between.
    tables = sa.inspect(connection).get_table_names()
    if VERSION_TABLE not in tables:
        if others := sorted(tables):
            raise InputError(
                msg(
                    "数据库“{name}”里已有别的程序的表（如 {table}），没有动它；请给 Lantu 一个空库。",
                    name=shown(connection.engine.url),
                    table=others[0],
                )
            )
        return State.EMPTY
    found = connection.scalar(sa.text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608 - a constant
    if found == REVISIONS[-1]:
        return State.PRESENT
    if found in REVISIONS or found is None:
        return State.OLDER
    raise InputError(
        msg(
            "数据库“{name}”是更新版本的 Lantu 建的（{found}，本程序只到 {known}）；请升级程序后再打开。",
            name=shown(connection.engine.url),
            found=found,
            known=REVISIONS[-1],
        )
    )


def migrate(connection: sa.Connection) -> None:
    """Run what is missing, inside the caller's transaction and under its write lock."""
    from alembic import command
    from alembic.config import Config

    if connection.dialect.name == "postgresql":
        _check_encoding(connection)
    if state(connection) is State.PRESENT:
        return
    config = Config()
    config.set_main_option("script_location", "lantu.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _check_encoding(connection: sa.Connection) -> None:
    encoding = connection.scalar(sa.text("SHOW server_encoding"))
    if encoding != "UTF8":
        raise InputError(
            msg(
                "数据库“{name}”的编码是 {encoding}，存不了全部汉字；"
                "请用 CREATE DATABASE … ENCODING 'UTF8' 另建一个。",
                name=shown(connection.engine.url),
                encoding=encoding,
            )
        )
