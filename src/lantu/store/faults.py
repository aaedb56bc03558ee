"""What a database or its driver reports, as one sentence with what to do."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import exc

from lantu.store.engine import shown
from lantu.values import Conflict, InputError, LantuError, msg

Explain = Callable[[str, str], LantuError]
"""From the name of the database and the driver's words."""


@contextmanager
def explained(parsed: sa.URL) -> Iterator[None]:
    """Raise a LantuError instead of what the database reports; what is unknown here stays as it is."""
    try:
        yield
    except exc.TimeoutError as error:
        raise Conflict(msg("同时打开的数据库连接太多；请稍后再试。")) from error
    except exc.DBAPIError as error:
        found = _explain(parsed, error)
        if found is None:
            raise
        raise found from error
    except exc.StatementError as error:  # a column type refused the value before the database saw it
        if isinstance(error.orig, LantuError):
            raise error.orig from None
        raise


def _explain(parsed: sa.URL, error: exc.DBAPIError) -> LantuError | None:
    original = error.orig
    why = (str(original).strip().splitlines() or [type(original).__name__])[0]
    if isinstance(original, sqlite3.Error):
        explain = _SQLITE.get(getattr(original, "sqlite_errorcode", 0) & 0xFF)
        return explain(parsed.database or "", why) if explain else None
    state, name = getattr(original, "sqlstate", None), shown(parsed)
    if state in _POSTGRESQL:
        return _POSTGRESQL[state](name, why)
    if isinstance(error, exc.OperationalError) and (state is None or error.connection_invalidated):
        return _unreachable(name, why)
    return None


def _busy(name: str, _: str) -> LantuError:
    return Conflict(
        msg("另一个程序正在写数据库“{name}”，等了很久还没写完；本次没有写入，请稍后再试。", name=name)
    )


def _no_database(name: str, _: str) -> LantuError:
    return InputError(msg("文件“{name}”不是数据库；请核对路径，或换一个新文件名。", name=name))


def _damaged(name: str, why: str) -> LantuError:
    return InputError(msg("数据库文件“{name}”已损坏（{why}）；请用备份恢复。", name=name, why=why))


def _read_only_file(name: str, _: str) -> LantuError:
    return InputError(
        msg("数据库文件“{name}”只能读，不能写；请改文件和文件夹的权限，或换一个位置。", name=name)
    )


def _full(name: str, _: str) -> LantuError:
    return InputError(msg("磁盘满了，没有写入“{name}”；请腾出空间后再试。", name=name))


def _cannot_open(name: str, why: str) -> LantuError:
    return InputError(
        msg(
            "打不开数据库文件“{name}”（{why}）；请确认文件夹“{folder}”存在并且可写。",
            name=name,
            why=why,
            folder=Path(name).parent,
        )
    )


def _read_only_server(name: str, _: str) -> LantuError:
    return InputError(msg("数据库“{name}”只能读，不能写；请换一个能写的账号或主机。", name=name))


def _forbidden(name: str, why: str) -> LantuError:
    return InputError(msg("在数据库“{name}”里没有权限（{why}）；请管理员授权后再试。", name=name, why=why))


def _unreachable(name: str, why: str) -> LantuError:
    return InputError(
        msg("连不上数据库“{name}”（{why}）；请核对地址、账号，以及服务器是否开着。", name=name, why=why)
    )


_SQLITE: dict[int, Explain] = {
    sqlite3.SQLITE_BUSY: _busy,
    sqlite3.SQLITE_LOCKED: _busy,
    sqlite3.SQLITE_NOTADB: _no_database,
    sqlite3.SQLITE_CORRUPT: _damaged,
    sqlite3.SQLITE_READONLY: _read_only_file,
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_CANTOPEN: _cannot_open,
    sqlite3.SQLITE_IOERR: _cannot_open,
    sqlite3.SQLITE_PERM: _cannot_open,
    sqlite3.SQLITE_AUTH: _cannot_open,
}
_POSTGRESQL: dict[str, Explain] = {
    "55P03": _busy,  # lock_not_available
    "25006": _read_only_server,  # read_only_sql_transaction
    "42501": _forbidden,  # insufficient_privilege
    "53100": _full,  # disk_full
    "57P01": _unreachable,  # admin_shutdown
}
