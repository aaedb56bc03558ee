"""Opening a database: the URL and the settings of every connection."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event, exc

from lantu.values import InputError, msg

ACCESS = "lantu_access"  # execution option of a connection: READ, WRITE, or not set (nothing is enforced)
READ, WRITE = "read", "write"
POOL = 10
CONNECT_SECONDS = 10
# Any constant serves: an advisory lock belongs to one database, and all writers of Lantu take this one.
WRITE_LOCK = 6_207_114_880_001
_POSTGRESQL = ("postgresql", "postgresql+psycopg", "postgres")


def parse_url(url: str) -> sa.URL:
    """Read a database URL; a bare path is not one. Raises InputError for what Lantu does not support."""
    try:
        parsed = sa.make_url(url)
    except exc.ArgumentError as error:
        raise InputError(
            msg(
                "数据库地址“{url}”写法不对；请写成 sqlite:///路径/文件.db 或 postgresql+psycopg://用户:密码@主机/库名。",
                url=url,
            )
        ) from error
    if parsed.drivername in _POSTGRESQL:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in {"sqlite", "sqlite+pysqlite"}:
        raise InputError(
            msg("数据库地址里的“{kind}”不受支持；请用 sqlite 或 postgresql+psycopg。", kind=parsed.drivername)
        )
    if parsed.database in {None, "", ":memory:"}:
        raise InputError(msg("内存数据库什么也留不下；请在地址里写一个文件，如 sqlite:///lantu.db。"))
    return parsed


def shown(parsed: sa.URL) -> str:
    """The address fit to be printed: no password, neither before the host nor among the options."""
    secret = [name for name in parsed.query if "password" in name]
    return parsed.difference_update_query(secret).render_as_string()


def make_engine(parsed: sa.URL, timeout: float) -> sa.Engine:
    """An engine with pooled connections; ``timeout`` seconds is how long a writer waits for another."""
    if parsed.get_backend_name() == "sqlite":
        engine = sa.create_engine(
            parsed, pool_size=POOL, max_overflow=POOL, connect_args={"timeout": timeout}
        )
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
        return engine
    connect_args: dict[str, Any] = {"application_name": "lantu"}
    if "connect_timeout" not in parsed.query:
        connect_args["connect_timeout"] = CONNECT_SECONDS
    try:
        return sa.create_engine(
            parsed, pool_size=POOL, max_overflow=POOL, pool_pre_ping=True, connect_args=connect_args
        )
    except ImportError as error:
        raise InputError(
            msg("这里没有装 PostgreSQL 的驱动 psycopg；请运行 pip install 'lantu[postgresql]'。")
        ) from error


def for_reading(connection: sa.Connection) -> sa.Connection:
    """Prepare for a transaction that sees one state and cannot write."""
    if connection.dialect.name == "postgresql":
        return connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return connection.execution_options(**{ACCESS: READ})


def for_writing(connection: sa.Connection) -> sa.Connection:
    """Prepare for a transaction that takes the write lock when it begins (SQLite)."""
    return connection.execution_options(**{ACCESS: WRITE})


def lock_for_writing(connection: sa.Connection, timeout: float) -> None:
    """Wait until this transaction is the only writer; SQLite already is, by BEGIN IMMEDIATE."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(timeout * 1000)}")
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITE_LOCK)))


def sqlite_file(parsed: sa.URL) -> Path | None:
    """The file of an SQLite URL; None for a server and for a ``file:`` URI."""
    path = parsed.database or ""
    return Path(path) if parsed.get_backend_name() == "sqlite" and not path.startswith("file:") else None


def _set_pragmas(connection: Any, _record: object) -> None:
    """Every connection: readers beside the writer, nothing lost on power failure, references checked."""
    connection.isolation_level = (
        None  # transactions begin where ``_begin`` says, not where the driver guesses
    )
    cursor = connection.cursor()
    try:
        (mode,) = cursor.execute("PRAGMA journal_mode").fetchone()
        if mode != "wal":
            cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
    finally:
        cursor.close()


def _begin(connection: sa.Connection) -> None:
    access = connection.get_execution_options().get(ACCESS)
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if access == READ else 'OFF'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if access == WRITE else "BEGIN")
