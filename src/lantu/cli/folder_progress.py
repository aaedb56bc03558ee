"""A progress bar on the terminal for what takes longer than two seconds."""

import sys
from collections.abc import Iterator
from threading import Timer
from typing import TYPE_CHECKING, TypeVar

from lantu.values import msg

if TYPE_CHECKING:
    from lantu.texts import Language

T = TypeVar("T")
_QUIET = 2.0  # seconds before the bar appears


def shown(items: Iterator[T], total: int, language: "Language") -> Iterator[T]:
    """The items, with a bar on standard error when that is a terminal and they take their time."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from lantu.texts import render

    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = progress.add_task(render(msg("读文档"), language), total=total)
    timer = Timer(_QUIET, progress.start)
    timer.daemon = True
    timer.start()
    try:
        for item in items:
            progress.advance(task)
            yield item
    finally:
        timer.cancel()
        progress.stop()
