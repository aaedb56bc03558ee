"""The whole plan as one record: everything a reading found, as it is exchanged.

The records inside are those of ``lantu.plan``; this one alone decides what the JSON holds and, through
``json_schema``, what the published schema says.
"""

from dataclasses import dataclass
from typing import Final, Literal

from lantu.documents import Document
from lantu.plan import (
    Ledger,
    MainIndicator,
    PlaceGroup,
    PlaceMention,
    Platform,
    PolicyMeasure,
    Project,
    Responsibility,
    Section,
    Target,
    Task,
)
from lantu.reading import Horizon, Reading
from lantu.values import Problem

FORMAT: Final = "lantu-plan"
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Paper:
    """The document that was read.

    name: file name; sha256: of the extracted text in UTF-8; characters: code points of that text, which
    every span counts; encoding: how the bytes were read.
    """

    name: str
    sha256: str
    characters: int
    encoding: str


@dataclass(frozen=True, slots=True)
class WholePlan:
    """What was read in one document.

    directional: targets without a figure, apart from those with one.
    version: raised when a program that reads the older form would misread the newer; a new field with a
    default does not raise it. period: the plan's years, null where the text does not say.
    """

    document: Paper
    title: str
    period: Horizon
    sections: tuple[Section, ...]
    targets: tuple[Target, ...]
    indicators: tuple[MainIndicator, ...]
    tasks: tuple[Task, ...]
    policies: tuple[PolicyMeasure, ...]
    projects: tuple[Project, ...]
    platforms: tuple[Platform, ...]
    responsibilities: tuple[Responsibility, ...]
    places: tuple[PlaceMention, ...]
    groups: tuple[PlaceGroup, ...]
    ledger: Ledger
    problems: tuple[Problem, ...]
    directional: tuple[Target, ...] = ()
    format: Literal["lantu-plan"] = FORMAT
    version: Literal[1] = VERSION


def whole_plan(document: Document, reading: Reading) -> WholePlan:
    """Gather what was read in a document."""
    paper = Paper(document.name, document.sha256, len(document.text), document.encoding)
    work = reading.work
    return WholePlan(
        document=paper,
        title=reading.outline.title,
        period=reading.period,
        sections=reading.outline.sections,
        targets=reading.targets,
        indicators=reading.indicators,
        tasks=work.tasks,
        policies=work.policies,
        projects=work.projects,
        platforms=work.platforms,
        responsibilities=work.responsibilities,
        places=work.places,
        groups=work.groups,
        ledger=work.ledger,
        problems=reading.problems,
        directional=reading.directional,
    )
