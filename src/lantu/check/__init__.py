"""核数: the figures of a draft read as statements, and held against each other and all that is known."""

from lantu.check.answers import Answered, Dismissal, Verified
from lantu.check.checker import check
from lantu.check.finding import QUIET, Confidence, Evidence, Finding, Rule
from lantu.check.knowledge import Goal, Knowledge
from lantu.check.report import Report
from lantu.check.statement import Role, Statement

__all__ = [
    "QUIET",
    "Answered",
    "Confidence",
    "Dismissal",
    "Evidence",
    "Finding",
    "Goal",
    "Knowledge",
    "Report",
    "Role",
    "Rule",
    "Statement",
    "Verified",
    "check",
]
