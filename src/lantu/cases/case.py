"""A case: what the product ships about some plans."""

from dataclasses import dataclass

from lantu.indicators import Observation
from lantu.plan import BlankRow, Plan, Section, Target


@dataclass(frozen=True, slots=True)
class Case:
    """Facts about plans and the figures that judge them.

    sections: (plan id, its headings in text order), no paragraphs; targets: each with its plan and
    a permanent id; blanks: rows of a lost main-indicator table; digest: sha256 over the files.
    """

    name: str
    title: str
    plans: tuple[Plan, ...]
    sections: tuple[tuple[str, tuple[Section, ...]], ...]
    targets: tuple[Target, ...]
    observations: tuple[Observation, ...]
    blanks: tuple[BlankRow, ...]
    digest: str
