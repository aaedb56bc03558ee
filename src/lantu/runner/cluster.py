"""The same on a Dask cluster: every worker there must have Lantu and see the same files."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

from lantu.runner.outcome import Outcome, attempt, unexpected, worker_lost
from lantu.values import InputError, msg


def clustered(
    function: Callable[[Any], Any], inputs: Sequence[Any], address: str
) -> Iterator[Outcome[Any, Any]]:
    """Outcomes as they come from the cluster.

    Raises InputError when the parts for a cluster are not installed or the address does not answer.
    """
    try:
        dask: Any = import_module("distributed")
    except ImportError as error:
        raise InputError(
            msg('用集群需要另装部件；请运行 pip install "lantu[cluster]"，或不写 --cluster 用本机各核。')
        ) from error
    try:
        client = dask.Client(address, timeout=10, set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(
            msg("连不上集群“{address}”（{why}）；请核对地址和调度器。", address=address, why=error)
        ) from error
    with client:
        futures = client.map(attempt, [function] * len(inputs), list(inputs), pure=False)
        places = {future.key: place for place, future in enumerate(futures)}
        for future in dask.as_completed(futures, loop=client.loop):
            place = places[future.key]
            fault = future.exception()
            if fault is None:
                value, problem = future.result()
            elif isinstance(fault, dask.KilledWorker):
                value, problem = None, worker_lost("-")
            else:
                value, problem = None, unexpected(fault)
            yield Outcome(place, inputs[place], value, problem)
            future.release()
