"""A database of an earlier version: brought up to date, nothing in it lost or changed."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from lantu.documents import Document, Kind, Place
from lantu.store import Store, upgrade, verify_chain
from lantu.store.schema import metadata
from lantu.values import InputError

AT = datetime(2026, 3, 1, tzinfo=UTC)


def migrate_to(store: Store, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", "lantu.store:migrations")
    with store.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def fill(connection: sa.Connection) -> None:
    """A text and a plan, as version 0001 wrote them."""
    digest = Document.of_text("", "规划").sha256
    connection.exec_driver_sql(
        f"INSERT INTO documents (sha256, name, encoding, text) VALUES ('{digest}', 'p.txt', 'gb18030', '规划')"
    )
    connection.exec_driver_sql(
        "INSERT INTO plans (id, title, kind, rank, region, period, issuer, document, parents, title_en)"
        " VALUES ('p', '规划', 'outline', 'provincial', '990000', '2026/2030', '', 'd', '[]', '')"
    )


def rows(store: Store, tables: list[str]) -> dict[str, list[dict[str, object]]]:
    with store.engine.connect() as connection:
        return {
            name: [dict(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name}").mappings()]
            for name in tables
        }


def test_a_store_of_0001_is_brought_up_to_date_without_loss(database_url: str) -> None:
    with Store.open(database_url) as store:
        migrate_to(store, "0001")
        with store.engine.begin() as connection:
            fill(connection)
            tables = [name for name in sa.inspect(connection).get_table_names() if name in metadata.tables]
        before = rows(store, tables)
        with pytest.raises(InputError, match="旧版本"), store.read():
            pass
        store.migrate()
        after = rows(store, tables)
        for name, found in before.items():
            assert [
                {key: row[key] for key in old} for old, row in zip(found, after[name], strict=True)
            ] == found
        with store.read() as reader:
            document = reader.document(Document.of_text("", "规划").sha256)
            assert document == Document.of_text("p.txt", "规划", "gb18030")
            assert document.kind is Kind.TXT and (document.source_sha256, document.places) == ("", ())
            assert reader.plan("p").title == "规划" and reader.corrections("p") == ()
        with store.engine.connect() as connection:
            assert upgrade.state(connection) is upgrade.State.PRESENT
        assert verify_chain(store).ok


def test_a_text_reads_again_as_it_was_first_read(store: Store) -> None:
    places = (Place(0, 2, "指标!B7"), Place(2, 9, "p. 12"))
    first = Document.of_text("t.xlsx", "规划正文", kind=Kind.XLSX, source=b"bytes", places=places)
    with store.write("local", "load", AT) as writer:
        writer.put_document(first)
    with store.read() as reader:
        again = reader.document(first.sha256)
    assert repr(again) == repr(first) and again is not None
    assert (again.source_sha256, again.places) == (first.source_sha256, places)
    assert again.address(1) == "指标!B7" and again.place(0) == (1, 1)
