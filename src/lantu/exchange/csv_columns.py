"""The columns of each table, known even when a plan has no such record: the keys of an empty record."""

from collections.abc import Callable, Mapping
from typing import Any

from lantu.plan import (
    MainIndicator,
    PlaceMention,
    Platform,
    PlatformAction,
    PolicyKind,
    PolicyMeasure,
    Project,
    Responsibility,
    Sentence,
    SentenceClass,
    Target,
    Task,
)
from lantu.reading import jsonl
from lantu.reading.work import rows as work
from lantu.values import Binding, Comparator, Direction, Mode


def _indicator() -> MainIndicator:
    left = ("", "", "", "", None, None, None, "", None, None, None)
    return MainIndicator(*left, "", "", None, None, Binding.UNKNOWN)


def _target() -> Target:
    return Target("", "", "", Comparator.EQUAL, None, "", Mode.LEVEL, Direction.UP)


_EMPTY: dict[str, Callable[[], Mapping[str, Any]]] = {
    "targets": lambda: jsonl.target_row(_target()),
    "directional": lambda: jsonl.directional_row(_target()),
    "indicators": lambda: jsonl.indicator_row(_indicator()),
    "sentences": lambda: work.sentence_row(Sentence(SentenceClass.CONTEXT), ""),
    "tasks": lambda: work.task_row(Task("", "", ())),
    "policies": lambda: work.policy_row(PolicyMeasure("", "", "", PolicyKind.RULE)),
    "projects": lambda: work.project_row(Project("", "")),
    "platforms": lambda: work.platform_row(Platform("", "", PlatformAction.BUILD)),
    "responsibilities": lambda: work.responsibility_row(Responsibility("", "", ())),
    "places": lambda: work.place_row(PlaceMention("", ())),
}


def columns(table: str) -> tuple[str, ...]:
    """Names of the columns in order; KeyError for a table that does not exist."""
    return tuple(_EMPTY[table]())
