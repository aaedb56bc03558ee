"""The audit chain: whole after every write, guarded by the database, and any change below it is found."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest
import sqlalchemy as sa

from lantu.store import Store, verify_chain
from lantu.store.audit import GENESIS, link_hash, payload_hash
from lantu.store.schema import audit

AT = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def chained(store: Store) -> Store:
    """A store with five records."""
    for number in range(1, 6):
        with store.write("local", "load", AT) as writer:
            writer.mark_loaded("case", str(number))
    return store


def heads(store: Store) -> list[str]:
    with store.read() as reader:
        return [record.hash for record in reader.audit()][::-1]


def tamper(store: Store, *statements: str) -> None:
    """Change the tables as someone with the keys of the database could: guards taken off first."""
    with store.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET session_replication_role = replica")
        else:
            names = connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            ).scalars()
            for name in names.all():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.exec_driver_sql(statement)
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET session_replication_role = origin")


def test_an_empty_chain_holds(store: Store) -> None:
    report = verify_chain(store)
    assert (report.ok, report.checked, report.head_seq, report.head) == (True, 0, 0, GENESIS)


def test_each_record_seals_the_one_before(chained: Store) -> None:
    report = verify_chain(chained)
    assert (report.ok, report.checked, report.head_seq, report.broken, report.erased) == (True, 5, 5, 0, ())
    with chained.read() as reader:
        records = reader.audit()[::-1]
    assert [record.seq for record in records] == [1, 2, 3, 4, 5]
    assert [record.previous for record in records] == [GENESIS, *(record.hash for record in records[:-1])]
    assert report.head == records[-1].hash


def test_hashes_are_what_the_reference_says() -> None:
    """The formulas of docs/reference/audit.md, worked without the program's helpers."""
    salt, payload = "00ff", '{"done":[]}'
    sealed = sha256(b"\x00\xff" + payload.encode()).hexdigest()
    assert payload_hash(salt, payload) == sealed
    text = f'[1,"{GENESIS}","local","load","2026-03-01T00:00:00.000000Z","sha256","{sealed}"]'
    assert link_hash(1, GENESIS, "local", "load", AT, "sha256", sealed) == sha256(text.encode()).hexdigest()


def test_the_same_payload_never_has_the_same_hash(store: Store) -> None:
    for digest in ("a", "b", "a"):
        with store.write("local", "load", AT) as writer:
            writer.mark_loaded("case", digest)
    with store.read() as reader:
        last, _, first = reader.audit()
    assert first.payload == last.payload and first.payload_hash != last.payload_hash


CHANGES = [
    ("UPDATE audit SET actor = 'other' WHERE seq = 3", 3, "内容与其校验值不符"),
    ("UPDATE audit SET verb = 'other' WHERE seq = 3", 3, "内容与其校验值不符"),
    ("UPDATE audit SET at = '2026-03-02T00:00:00.000000+00:00' WHERE seq = 3", 3, "内容与其校验值不符"),
    ("UPDATE audit SET payload_hash = hash WHERE seq = 3", 3, "内容与其校验值不符"),
    ("UPDATE audit SET hash = 'x' WHERE seq = 3", 3, "内容与其校验值不符"),
    ("UPDATE audit SET previous = 'x' WHERE seq = 3", 3, "接不上"),
    ("UPDATE audit SET algorithm = 'md5' WHERE seq = 3", 3, "md5"),
    ("UPDATE audit_payloads SET payload = '{}' WHERE seq = 3", 3, "明细被改过"),
    ("UPDATE audit_payloads SET salt = '00' WHERE seq = 3", 3, "明细被改过"),
    ("UPDATE audit_payloads SET salt = 'no hex' WHERE seq = 3", 3, "明细被改过"),
]


@pytest.mark.parametrize(("statement", "broken", "why"), CHANGES)
def test_a_changed_record_is_named(chained: Store, statement: str, broken: int, why: str) -> None:
    tamper(chained, statement)
    report = verify_chain(chained)
    assert (report.ok, report.broken, report.checked, report.head_seq) == (False, broken, 2, 2)
    assert why in str(report.why) and str(broken) in str(report.why)


def test_a_record_taken_out_is_a_gap(chained: Store) -> None:
    tamper(chained, "DELETE FROM audit_payloads WHERE seq = 3", "DELETE FROM audit WHERE seq = 3")
    report = verify_chain(chained)
    assert (report.ok, report.broken) == (False, 3)
    assert "缺第 3 号" in str(report.why) and "第 4 号" in str(report.why)


def test_a_record_changed_with_its_own_hash_renewed_breaks_the_next_link(chained: Store) -> None:
    with chained.read() as reader:
        third = reader.audit()[2]
    forged = link_hash(3, third.previous, "other", third.verb, third.at, third.algorithm, third.payload_hash)
    tamper(chained, f"UPDATE audit SET actor = 'other', hash = '{forged}' WHERE seq = 3")
    report = verify_chain(chained)
    assert (report.ok, report.broken) == (False, 4) and "接不上" in str(report.why)


def test_an_erased_payload_leaves_the_chain_whole_and_is_reported(chained: Store) -> None:
    with chained.write("local", "erase", AT) as writer:
        writer.erase_payload(3)
        writer.erase_payload(99)
    report = verify_chain(chained)
    assert (report.ok, report.checked, report.erased) == (True, 6, (3,))
    with chained.read() as reader:
        records = {record.seq: record for record in reader.audit()}
    assert records[3].payload is None and records[3].actor == "local"
    assert records[6].payload == {"done": [{"erase": "payload", "seq": 3}]}


def test_a_tail_cut_off_is_seen_only_with_a_hash_noted_elsewhere(chained: Store) -> None:
    noted = heads(chained)
    tamper(chained, "DELETE FROM audit_payloads WHERE seq > 3", "DELETE FROM audit WHERE seq > 3")
    assert verify_chain(chained).ok
    assert verify_chain(chained, noted[2]).noted_found is True
    report = verify_chain(chained, noted[4])
    assert (report.ok, report.noted_found, report.broken) == (False, False, 4)
    assert noted[4] in str(report.why)


def test_a_noted_hash_stays_in_a_chain_that_grew(chained: Store) -> None:
    for noted in (GENESIS, *heads(chained)):
        report = verify_chain(chained, noted)
        assert report.ok and report.noted_found


REFUSED = [
    "UPDATE audit SET actor = 'other' WHERE seq = 3",
    "DELETE FROM audit WHERE seq = 5",
    "UPDATE audit_payloads SET payload = '{}' WHERE seq = 3",
    "INSERT INTO audit SELECT 9, 'p', actor, verb, at, algorithm, payload_hash, 'h' FROM audit WHERE seq = 1",
    "UPDATE observations SET value = '2'",
    "DELETE FROM observations",
]


@pytest.mark.parametrize("statement", REFUSED)
def test_the_database_itself_refuses_changes(chained: Store, statement: str) -> None:
    with chained.engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO sources (digest, title, publisher, url) VALUES ('d', 't', 'p', '')"
        )
        connection.exec_driver_sql(
            "INSERT INTO observations (id, key, seq, indicator, region, period, value, unit, vintage, source,"
            " basis, bound, published_inferred, note)"
            " VALUES (1, 'k', 1, 'i', 'r', '2025', '1', 'u', 'final', 'd', '[]', '=', false, '')"
        )
    with pytest.raises(sa.exc.DBAPIError, match=r"append-only|no gap"), chained.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert verify_chain(chained).ok


def test_replacing_a_row_is_refused_too(chained: Store) -> None:
    if chained.engine.dialect.name == "postgresql":
        statements = ["TRUNCATE audit CASCADE", "TRUNCATE observations"]
    else:  # REPLACE deletes without asking the delete trigger
        statements = ["INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 3"]
    for statement in statements:
        with pytest.raises(sa.exc.DBAPIError), chained.engine.begin() as connection:
            connection.exec_driver_sql(statement)
    with chained.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(audit)) == 5
