"""Plans and what they promise: records without behaviour of their own, and paths over time."""

from lantu.plan.correction import DERIVED, FIELDS, Change, Correction, CorrectionKind, Subject
from lantu.plan.entry import BlankRow, Entry, page_fault
from lantu.plan.ledger import Ledger, Sentence, SentenceClass
from lantu.plan.place import PlaceGroup, PlaceMention
from lantu.plan.plan import Plan
from lantu.plan.policy import PolicyKind, PolicyMeasure
from lantu.plan.project import Fact, Platform, PlatformAction, Project, ProjectForm, Stage
from lantu.plan.responsibility import Body, BodyRole, Responsibility
from lantu.plan.section import Section, SectionKind
from lantu.plan.table import MainIndicator
from lantu.plan.target import Baseline, Reference, Target
from lantu.plan.task import Clause, Task

__all__ = [
    "DERIVED",
    "FIELDS",
    "Baseline",
    "BlankRow",
    "Body",
    "BodyRole",
    "Change",
    "Clause",
    "Correction",
    "CorrectionKind",
    "Entry",
    "Fact",
    "Ledger",
    "MainIndicator",
    "PlaceGroup",
    "PlaceMention",
    "Plan",
    "Platform",
    "PlatformAction",
    "PolicyKind",
    "PolicyMeasure",
    "Project",
    "ProjectForm",
    "Reference",
    "Responsibility",
    "Section",
    "SectionKind",
    "Sentence",
    "SentenceClass",
    "Stage",
    "Subject",
    "Target",
    "Task",
    "page_fault",
]
