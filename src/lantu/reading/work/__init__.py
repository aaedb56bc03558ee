"""Tasks, policy measures, projects, platforms, bodies and places of a plan, and the coverage ledger."""

from lantu.reading.work.reader import Work, read_work

__all__ = ["Work", "read_work"]
