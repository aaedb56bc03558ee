"""A process pool in which the death of a worker costs exactly the input it was working on.

The executor of the standard library gives up all pending work when one worker dies and does not say which
input did it; here every worker has a pipe of its own, so it is known, and a new worker takes its place.
"""

import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any

from lantu.runner.outcome import Outcome, attempt, unexpected, worker_lost

_PATIENCE = 5.0  # seconds a worker is given to end by itself

Chunk = tuple[tuple[int, Any], ...]


def pooled(
    function: Callable[[Any], Any], inputs: Sequence[Any], workers: int, chunksize: int
) -> Iterator[Outcome[Any, Any]]:
    """Outcomes as they come from ``workers`` processes."""
    numbered = list(enumerate(inputs))
    waiting = deque(tuple(numbered[at : at + chunksize]) for at in range(0, len(numbered), chunksize))
    context = _context(function)
    crew = [_Worker(context, function) for _ in range(min(workers, len(waiting)))]
    try:
        while True:
            for place, worker in enumerate(crew):
                if worker.idle and waiting:
                    crew[place] = _given(worker, waiting.popleft(), context, function)
            busy = {worker.pipe: place for place, worker in enumerate(crew) if not worker.idle}
            if not busy:
                return
            for pipe in wait(list(busy)):
                place = busy[pipe]  # type: ignore[index]  # only our own pipes were waited for
                outcome = crew[place].received()
                if outcome is None:
                    lost = crew[place].lost()
                    rest = tuple(crew[place].at_hand)
                    if rest:
                        waiting.appendleft(rest)
                    crew[place] = _Worker(context, function)
                    yield lost
                else:
                    yield outcome
    finally:
        for worker in crew:
            worker.dismiss()


def _context(function: Callable[[Any], Any]) -> BaseContext:
    """Workers fork from a clean server that has the function's module loaded; else they start afresh.

    Never a fork of this process: its threads (progress bar, numeric libraries) would be copied half alive.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([function.__module__])
    return context


def _given(
    worker: "_Worker", chunk: Chunk, context: BaseContext, function: Callable[[Any], Any]
) -> "_Worker":
    """The worker with the chunk at hand; a new one when it died while idle."""
    try:
        worker.give(chunk)
    except OSError:
        worker.dismiss()
        worker = _Worker(context, function)
        worker.give(chunk)
    return worker


@dataclass(slots=True)
class _Worker:
    """A process, the pipe to it and the inputs it has at hand, the one in work first."""

    context: BaseContext
    function: Callable[[Any], Any]
    pipe: Connection = field(init=False)
    process: BaseProcess = field(init=False)
    at_hand: deque[tuple[int, Any]] = field(default_factory=deque)

    def __post_init__(self) -> None:
        self.pipe, theirs = self.context.Pipe()
        self.process = self.context.Process(target=_serve, args=(self.function, theirs), daemon=True)  # type: ignore[attr-defined]
        self.process.start()
        theirs.close()  # so that the death of the worker closes the pipe

    @property
    def idle(self) -> bool:
        return not self.at_hand

    def give(self, chunk: Chunk) -> None:
        self.pipe.send([value for _, value in chunk])
        self.at_hand.extend(chunk)

    def received(self) -> Outcome[Any, Any] | None:
        """The next outcome; None when the worker is dead."""
        try:
            value, problem = self.pipe.recv()
        except (EOFError, OSError):
            return None
        index, given = self.at_hand.popleft()
        return Outcome(index, given, value, problem)

    def lost(self) -> Outcome[Any, Any]:
        """The outcome of the input this dead worker had in work; the others stay at hand."""
        self.dismiss()
        index, given = self.at_hand.popleft()
        return Outcome(index, given, None, worker_lost(self.process.exitcode))

    def dismiss(self) -> None:
        """End the process: a word, then by force."""
        with suppress(OSError):
            if self.idle:
                self.pipe.send(None)
            else:
                self.process.terminate()
        self.pipe.close()
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def _serve(function: Callable[[Any], Any], pipe: Connection) -> None:
    """The worker: take inputs, answer each in turn, until told to end or left alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    with suppress(EOFError, BrokenPipeError):
        while (values := pipe.recv()) is not None:
            for value in values:
                answer = attempt(function, value)
                try:
                    packed = pickle.dumps(answer)
                except Exception as error:  # a result that cannot travel
                    packed = pickle.dumps((None, unexpected(error)))
                pipe.send_bytes(packed)
