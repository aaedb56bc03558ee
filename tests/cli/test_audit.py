"""``lantu audit verify``: what it prints and how it exits."""

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lantu.store import Store, verify_chain

AT = datetime(2026, 3, 1, tzinfo=UTC)


def run(*arguments: str, language: str = "zh") -> subprocess.CompletedProcess[str]:
    code = "from lantu.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, "audit", "verify", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={"LANTU_LANGUAGE": language, "PATH": ""},
    )


@pytest.fixture
def chained(store: Store) -> Store:
    for number in range(3):
        with store.write("local", "load", AT) as writer:
            writer.mark_loaded("case", str(number))
    return store


def test_a_whole_chain(chained: Store) -> None:
    done = run("--database", chained.url)
    assert (done.returncode, done.stderr) == (0, "")
    assert "完好" in done.stdout and "3 条" in done.stdout
    assert f"第 3 号 {verify_chain(chained).head}" in done.stdout


def test_a_broken_chain_names_the_record(chained: Store) -> None:
    with chained.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET session_replication_role = replica")
        else:
            connection.exec_driver_sql("DROP TRIGGER audit_no_update")
        connection.exec_driver_sql("UPDATE audit SET actor = 'other' WHERE seq = 2")
    done = run("--database", chained.url)
    assert done.returncode == 1
    assert "断了" in done.stderr and "第 2 号" in done.stderr
    english = run("--database", chained.url, language="en")
    assert english.returncode == 1
    assert "record 2" in english.stderr and not re.search("[\u4e00-\u9fff]", english.stderr + english.stdout)


def test_a_noted_head_and_an_erased_payload(chained: Store) -> None:
    noted = verify_chain(chained).head
    with chained.write("local", "erase", AT) as writer:
        writer.erase_payload(2)
    done = run("--database", chained.url, "--head", noted.upper())
    assert done.returncode == 0
    assert "第 2 号" in done.stdout and "仍在链上" in done.stdout
    lost = run("--database", chained.url, "--head", "0" * 63 + "1")
    assert lost.returncode == 1 and "截去" in lost.stderr


def test_a_missing_database_is_an_input_error_and_stays_missing(tmp_path: Path) -> None:
    path = tmp_path / "missing.db"
    done = run("--database", f"sqlite:///{path}")
    assert done.returncode == 3 and "missing.db" in done.stderr and "Traceback" not in done.stderr
    assert not path.exists()
