"""The shipped cases: plans, targets and published figures as facts, built by ``tools/build_cases``."""

from lantu.cases.case import Case
from lantu.cases.load import load_case, names

__all__ = ["Case", "load_case", "names"]
