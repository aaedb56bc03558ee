"""What a user can do, one function each. The only place where domain rooms and the store meet."""

from lantu.actions.cases import Loaded, load_case, prepare
from lantu.actions.checking import Asked
from lantu.actions.corrections import (
    PlanReading,
    correct,
    corrected_reading,
    withdraw_correction,
)
from lantu.actions.drafts import answer_draft, check_draft
from lantu.actions.entries import Replacement, RowsDiffer, enter_form, enter_rows
from lantu.actions.judging import StatusReport, judge, judge_all, status
from lantu.actions.plans import PlanFacts, Registered, load_plan

__all__ = [
    "Asked",
    "Loaded",
    "PlanFacts",
    "PlanReading",
    "Registered",
    "Replacement",
    "RowsDiffer",
    "StatusReport",
    "answer_draft",
    "check_draft",
    "correct",
    "corrected_reading",
    "enter_form",
    "enter_rows",
    "judge",
    "judge_all",
    "load_case",
    "load_plan",
    "prepare",
    "status",
    "withdraw_correction",
]
