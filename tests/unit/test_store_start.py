"""Tables: made by the migrations, the same as the program's, safe when two processes start at once."""

import subprocess
import sys
from collections.abc import Callable

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from lantu.store import Store
from lantu.store.schema import metadata
from lantu.store.upgrade import REVISIONS, VERSION_TABLE
from lantu.values import InputError


def test_migrations_and_program_agree(store: Store) -> None:
    with store.engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_text_sorts_by_code_point_whatever_the_server_says(fresh_postgresql: Callable[[bool], str]) -> None:
    with Store.open(fresh_postgresql(True)) as store, store.engine.connect() as connection:
        inspector = sa.inspect(connection)
        texts = {
            (table.name, column["name"]): column["type"].collation
            for table in metadata.sorted_tables
            for column in inspector.get_columns(table.name)
            if isinstance(column["type"], sa.Text)
        }
    assert len(texts) > 50 and set(texts.values()) == {"C"}


def test_revisions_named_in_the_program_are_those_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", "lantu.store:migrations")
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(script.revision for script in scripts) == REVISIONS[::-1]


def test_migrate_twice_changes_nothing(database_url: str) -> None:
    with Store.open(database_url) as store:
        store.migrate()
        store.migrate()
        with store.engine.connect() as connection:
            rows = connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").all()
    assert [tuple(row) for row in rows] == [(REVISIONS[-1],)]


def test_two_processes_start_at_once(database_url: str) -> None:
    code = "import sys; from lantu.store import Store; s = Store.open(sys.argv[1]); s.migrate(); s.close()"
    started = [
        subprocess.Popen([sys.executable, "-c", code, database_url], stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    outcomes = [(process.communicate(timeout=60)[1], process.returncode) for process in started]
    assert outcomes == [("", 0)] * 3
    with Store.open(database_url) as store, store.read() as reader:
        assert reader.plans() == ()


def test_before_migrating_reading_says_what_to_do(database_url: str) -> None:
    with Store.open(database_url) as store, pytest.raises(InputError) as caught, store.read():
        pass
    assert "lantu load" in str(caught.value)


def test_a_newer_database_is_refused_and_left_alone(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    for use in (store.migrate, store.read().__enter__):
        with pytest.raises(InputError) as caught:
            use()
        assert "9999" in str(caught.value) and "升级" in str(caught.value)


def test_a_database_with_other_tables_is_refused_and_left_alone(database_url: str) -> None:
    with Store.open(database_url) as store:
        with store.engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE accounts (id INTEGER)")
        with pytest.raises(InputError, match="accounts"):
            store.migrate()
        with store.engine.connect() as connection:
            assert sa.inspect(connection).get_table_names() == ["accounts"]


def test_a_failed_migration_leaves_nothing(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from lantu.store.migrations.versions import m0001_first_light as script

    class Broken(Exception):
        pass

    def fail(*_: object) -> None:
        raise Broken

    with Store.open(database_url) as store:
        from alembic import op

        monkeypatch.setattr(op, "create_index", fail)
        assert script.op is op
        with pytest.raises(Broken):
            store.migrate()
        with store.engine.connect() as connection:
            assert sa.inspect(connection).get_table_names() == []
        monkeypatch.undo()
        store.migrate()
        with store.read() as reader:
            assert reader.data_version() == 0
