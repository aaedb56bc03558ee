"""One writer at a time, readers never blocked: with real processes and threads."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Event

import pytest

from lantu.store import Store, Writer, verify_chain
from lantu.values import Conflict, InputError

AT = datetime(2026, 3, 1, tzinfo=UTC)

WRITES = """
import sys, time
from datetime import UTC, datetime
from lantu.store import Store

url, name = sys.argv[1:]
with Store.open(url) as store:
    for number in range(10):
        with store.write(name, "load", datetime.now(UTC)) as writer:
            before = writer.audit(1)
            writer.mark_loaded(name, str(number))
            time.sleep(0.002)  # let the other one come to the lock
            assert writer.audit(1) == before
"""


def test_two_processes_write_at_once_and_both_succeed_in_order(store: Store) -> None:
    started = [
        subprocess.Popen([sys.executable, "-c", WRITES, store.url, name], stderr=subprocess.PIPE, text=True)
        for name in ("first", "second")
    ]
    assert [(process.communicate(timeout=60)[1], process.returncode) for process in started] == [("", 0)] * 2
    report = verify_chain(store)
    assert (report.ok, report.checked) == (True, 20)
    with store.read() as reader:
        assert (reader.loaded("first"), reader.loaded("second")) == ("9", "9")
        actors = [record.actor for record in reader.audit()]
    assert actors.count("first") == actors.count("second") == 10


def test_many_threads_write_through_one_store(store: Store) -> None:
    def work(number: int) -> None:
        with store.write("local", "load", AT) as writer:
            writer.mark_loaded(f"case {number}", "d")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(24)))
    assert verify_chain(store).checked == 24


def test_readers_go_on_during_a_write_and_see_what_was(store: Store) -> None:
    with store.write("local", "load", AT) as writer:
        writer.mark_loaded("case", "old")
    inside, done = Event(), Event()

    def hold() -> None:
        with store.write("local", "load", AT) as writer:
            writer.mark_loaded("case", "new")
            inside.set()
            assert done.wait(20)

    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(hold)
        assert inside.wait(20)
        start = time.perf_counter()
        with store.read() as reader:
            assert (reader.loaded("case"), reader.data_version()) == ("old", 1)
        with Store.open(store.url) as other, other.read() as reader:
            assert reader.loaded("case") == "old"
        assert time.perf_counter() - start < 4
        done.set()
        held.result(20)
    with store.read() as reader:
        assert (reader.loaded("case"), reader.data_version()) == ("new", 2)


def test_a_reader_keeps_its_view_while_others_write(store: Store) -> None:
    with store.read() as reader:
        assert reader.data_version() == 0
        with store.write("local", "load", AT) as writer:
            writer.mark_loaded("case", "new")
        assert (reader.data_version(), reader.loaded("case")) == (0, None)
    with store.read() as reader:
        assert reader.data_version() == 1


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(InputError, match="只能读"), store.read() as reader:
        Writer(reader.connection, "local", "load", AT).mark_loaded("case", "d")
    with store.write("local", "load", AT) as writer:  # the same connection, from the pool
        writer.mark_loaded("case", "d")


def test_waiting_too_long_is_said_and_nothing_is_written(store: Store) -> None:
    with store.write("local", "load", AT) as writer, Store.open(store.url, timeout=0.3) as impatient:
        writer.mark_loaded("case", "held")
        start = time.perf_counter()
        with pytest.raises(Conflict, match="稍后再试"), impatient.write("local", "load", AT):
            pytest.fail("the lock was given twice")
        assert 0.2 < time.perf_counter() - start < 4
    with store.read() as reader:
        assert reader.loaded("case") == "held" and len(reader.audit()) == 1


def test_the_lock_is_free_again_after_an_error(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.write("local", "load", AT):
        1 / 0  # noqa: B018
    with Store.open(store.url, timeout=0.5) as other, other.write("local", "load", AT) as writer:
        writer.mark_loaded("case", "d")
