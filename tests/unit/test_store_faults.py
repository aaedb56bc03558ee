"""Databases that cannot be used: one sentence each, with what to do; and the settings of every connection."""

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from lantu.store import Store
from lantu.values import InputError

AT = datetime(2026, 3, 1, tzinfo=UTC)


def migrate(url: str) -> None:
    with Store.open(url) as store:
        store.migrate()


def read(url: str) -> None:
    with Store.open(url) as store, store.read() as reader:
        reader.plans()


def fault(url: str) -> str:
    """What migrating and reading say; both must say that it cannot be used."""
    messages = []
    for use in (migrate, read):
        with pytest.raises(InputError) as caught:
            use(url)
        messages.append(str(caught.value))
        assert "\n" not in messages[-1]
    return messages[0]


@pytest.mark.parametrize("url", ["", "lantu.db", "sqlite:/lantu.db", "://"])
def test_a_text_that_is_no_url(url: str) -> None:
    assert "写法不对" in fault(url) or "内存" in fault(url)


@pytest.mark.parametrize("url", ["mysql://u@h/db", "oracle://h", "postgresql+asyncpg://h/db"])
def test_a_database_that_is_not_supported(url: str) -> None:
    assert "不受支持" in fault(url)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_in_memory_is_refused(url: str) -> None:
    assert "内存" in fault(url)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("not a database, but long enough to look at. " * 50)
    before = path.read_bytes()
    assert "不是数据库" in fault(f"sqlite:///{path}") and path.name in fault(f"sqlite:///{path}")
    assert path.read_bytes() == before


def test_a_folder_in_place_of_a_file_and_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "打不开" in fault(f"sqlite:///{tmp_path}")
    with pytest.raises(InputError, match="nowhere"):
        migrate(f"sqlite:///{tmp_path}/nowhere/a.db")


def test_reading_a_missing_file_does_not_create_it(tmp_path: Path) -> None:
    path = tmp_path / "missing.db"
    with pytest.raises(InputError, match="没有数据库文件"):
        read(f"sqlite:///{path}")
    assert not path.exists()


READ_ONLY = """
import os, sys
from datetime import UTC, datetime
from lantu.store import Store
from lantu.values import InputError

os.chdir("/")
if os.geteuid() == 0:  # root may write any file
    os.setgid(65534)
    os.setuid(65534)
try:
    with Store.open(sys.argv[1]) as store, store.write("local", "load", datetime.now(UTC)) as writer:
        writer.mark_loaded("case", "d")
except InputError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_a_file_that_may_only_be_read() -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lantu.db"
        with Store.open(f"sqlite:///{path}") as store:
            store.migrate()
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        environ = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, f"sqlite:///{path}"],
            capture_output=True,
            text=True,
            check=False,
            env=environ,
        )
        Path(folder).chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert "只能读" in done.stdout and "lantu.db" in done.stdout


def test_a_server_that_does_not_answer() -> None:
    with socket.socket() as probe:  # a port that was free a moment ago
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    message = fault(f"postgresql+psycopg://someone:secret@127.0.0.1:{port}/lantu")
    assert "连不上" in message and str(port) in message and "secret" not in message


def test_a_database_that_the_server_does_not_have(fresh_postgresql: object) -> None:
    url = sa.make_url(fresh_postgresql(False))  # type: ignore[operator]
    message = fault(url.set(database="absent").render_as_string(hide_password=False))
    assert "连不上" in message and "absent" in message


def test_a_password_is_never_shown() -> None:
    for url in ("postgresql://u:secret@h/db", "postgresql://u@h/db?password=secret&sslmode=require"):
        with Store.open(url) as store:
            assert "secret" not in store.name and "secret" in store.url and "h/db" in store.name


def test_every_pooled_connection_has_the_settings(sqlite_store: Store) -> None:
    connections = [sqlite_store.engine.connect() for _ in range(15)]
    try:
        assert len({id(one.connection.dbapi_connection) for one in connections}) == 15
        for one in connections:
            read = [
                one.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")
            ]
            assert read == ["wal", 2]  # 2 is FULL
            assert one.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert one.exec_driver_sql("PRAGMA busy_timeout").scalar() == 5000
    finally:
        for one in connections:
            one.close()
    with sqlite_store.engine.connect() as again:  # settings stay when a connection is used again
        assert again.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_references_are_checked(store: Store) -> None:
    with pytest.raises(sa.exc.IntegrityError), store.engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO sections (plan, eid, position, kind, number, label, title, parent)"
            " VALUES ('absent', 'e', 0, 'part', 1, '', '', '')"
        )
