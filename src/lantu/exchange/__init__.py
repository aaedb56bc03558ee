"""Files that go out and come back: forms to be filled, the whole plan, tables; faults are named by place."""

from lantu.exchange.entry_form import entry_form
from lantu.exchange.entry_reading import read_entry_form
from lantu.exchange.plan_json import dump_plan, load_plan
from lantu.exchange.whole_plan import WholePlan, whole_plan

__all__ = ["WholePlan", "dump_plan", "entry_form", "load_plan", "read_entry_form", "whole_plan"]
