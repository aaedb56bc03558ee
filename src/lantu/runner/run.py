"""The one door: a function, many inputs, outcomes."""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from lantu.runner.cluster import clustered
from lantu.runner.outcome import Outcome, attempt
from lantu.runner.pool import pooled

I = TypeVar("I")  # noqa: E741 - input
R = TypeVar("R")


def cores() -> int:
    """Cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_many(
    function: Callable[[I], R],
    inputs: Iterable[I],
    *,
    workers: int | None = None,
    cluster: str | None = None,
    ordered: bool = True,
    chunksize: int = 1,
) -> Iterator[Outcome[I, R]]:
    """Apply ``function`` to every input and yield one outcome each; a fault stays with its own input.

    function: at the top level of a module, so that another process can import it; inputs and results must
        be picklable. Big results are better written to files by the function than sent back.
    workers: processes (default: all cores). With one, all happens in this process, where an exception
        still harms no other input but the death of the process ends everything.
    cluster: address of a Dask scheduler (``tcp://host:8786``) to use instead.
    ordered: outcomes in the order of the inputs, else as they are ready.
    chunksize: inputs handed to a worker at a time; raise it for many small inputs.

    Closing the iterator early ends the workers. Raises InputError when a cluster cannot be used.
    """
    given = list(inputs)
    count = cores() if workers is None else workers
    if count < 1 or chunksize < 1:
        raise ValueError((workers, chunksize))
    if cluster:
        outcomes = clustered(function, given, cluster)
    elif count == 1 or len(given) < 2:
        outcomes = (Outcome(at, value, *attempt(function, value)) for at, value in enumerate(given))
    else:
        outcomes = pooled(function, given, count, chunksize)
    return _in_order(outcomes) if ordered else outcomes


def _in_order(outcomes: Iterator[Outcome[Any, Any]]) -> Iterator[Outcome[Any, Any]]:
    """Hold back what is early."""
    early: dict[int, Outcome[Any, Any]] = {}
    due = 0
    try:
        for outcome in outcomes:
            early[outcome.index] = outcome
            while due in early:
                yield early.pop(due)
                due += 1
    finally:
        outcomes.close()  # type: ignore[attr-defined]  # generators all
