"""Many inputs at once: order, isolation of faults, workers that die, clusters."""

import os
import signal
import sys
import time

import pytest

from lantu.runner import run_many
from lantu.values import InputError, msg

# Functions at the top level: workers import them from this file.


def double(number: int) -> int:
    return 2 * number


def slow_first(number: int) -> int:
    time.sleep(0.6 if number == 0 else 0)
    return number


def fragile(what: str) -> object:
    if what == "input":
        raise InputError(msg("文件“{name}”不行。", name="甲"))
    if what == "bug":
        raise KeyError("x")
    if what == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "exit":
        os._exit(7)
    if what == "untravelled":
        return lambda: None
    return what


def process(_: int) -> int:
    time.sleep(0.05)
    return os.getpid()


def codes(outcomes):
    return [outcome.problem.code if outcome.problem else outcome.value for outcome in outcomes]


@pytest.mark.parametrize(("workers", "chunksize"), [(1, 1), (2, 1), (3, 4)])
def test_one_outcome_for_each_input_in_order(workers, chunksize):
    outcomes = list(run_many(double, range(23), workers=workers, chunksize=chunksize))
    assert [outcome.index for outcome in outcomes] == list(range(23))
    assert [outcome.input for outcome in outcomes] == list(range(23))
    assert [outcome.value for outcome in outcomes] == [2 * n for n in range(23)]
    assert not any(outcome.failed for outcome in outcomes)


def test_no_inputs_no_outcomes():
    assert list(run_many(double, [], workers=2)) == []


def test_work_is_spread_over_processes_other_than_this_one():
    pids = {outcome.value for outcome in run_many(process, range(8), workers=2)}
    assert len(pids) == 2
    assert os.getpid() not in pids


def test_as_completed_gives_the_slow_one_last():
    order = [outcome.index for outcome in run_many(slow_first, range(6), workers=2, ordered=False)]
    assert order[-1] == 0
    assert sorted(order) == list(range(6))


@pytest.mark.parametrize("workers", [1, 2])
def test_an_exception_is_a_problem_of_its_input_alone(workers):
    outcomes = list(run_many(fragile, ["a", "input", "b", "bug", "c"], workers=workers))
    assert codes(outcomes) == ["a", "input", "b", "unexpected", "c"]
    assert str(outcomes[1].problem.message) == "文件“甲”不行。"
    assert "KeyError" in str(outcomes[3].problem.message)


@pytest.mark.parametrize("chunksize", [1, 3, 10])
def test_a_worker_that_dies_costs_the_input_it_had_in_work(chunksize):
    inputs = ["a", "kill", "b", "c", "exit", "d", "kill", "kill", "e"]
    outcomes = list(run_many(fragile, inputs, workers=2, chunksize=chunksize))
    assert codes(outcomes) == ["a", "worker-lost", "b", "c", "worker-lost", "d", *["worker-lost"] * 2, "e"]
    assert "7" in str(outcomes[4].problem.message)


def test_a_result_that_cannot_travel_is_a_problem():
    assert codes(run_many(fragile, ["untravelled", "a"], workers=2)) == ["unexpected", "a"]


def test_stopping_early_ends_the_workers():
    outcomes = run_many(process, range(50), workers=2)
    pid = next(outcomes).value
    outcomes.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_impossible_numbers_are_refused():
    with pytest.raises(ValueError, match="0"):
        list(run_many(double, [1], workers=0))


def test_a_cluster_gives_the_same():
    distributed = pytest.importorskip("distributed")
    dask = pytest.importorskip("dask")

    def by_value(what):
        return fragile(what)

    # The workers of the cluster do not know this folder: functions travel with their code.
    pytest.importorskip("cloudpickle").register_pickle_by_value(sys.modules[__name__])
    lost_at_once = dask.config.set({"distributed.scheduler.allowed-failures": 0})
    with (
        lost_at_once,
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
    ):
        address = cluster.scheduler_address
        outcomes = run_many(by_value, ["a", "input", "b", "bug"], cluster=address)
        assert codes(outcomes) == ["a", "input", "b", "unexpected"]
        assert codes(run_many(by_value, ["exit"], cluster=address)) == ["worker-lost"]


def test_a_cluster_that_is_not_there_is_a_sentence():
    with pytest.raises(InputError, match="集群"):
        list(run_many(double, [1, 2], cluster="tcp://127.0.0.1:9"))
