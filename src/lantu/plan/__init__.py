"""Plans and what they promise: records without behaviour of their own, and paths over time."""

from lantu.plan.entry import BlankRow, Entry
from lantu.plan.plan import Plan
from lantu.plan.section import Section, SectionKind
from lantu.plan.table import MainIndicator
from lantu.plan.target import Baseline, Reference, Target

__all__ = [
    "Baseline",
    "BlankRow",
    "Entry",
    "MainIndicator",
    "Plan",
    "Reference",
    "Section",
    "SectionKind",
    "Target",
]
