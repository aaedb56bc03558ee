"""Judging targets by published figures, as known on a given day."""

from lantu.monitoring.verdict import Stage, Status, Verdict

__all__ = ["Stage", "Status", "Verdict"]
