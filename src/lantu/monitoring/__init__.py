"""Judging targets by published figures, as known on a given day."""

from lantu.monitoring.evidence import Evidence
from lantu.monitoring.judge import judge, judge_plan
from lantu.monitoring.ranking import Gap, Ranking, nation_gap, rank
from lantu.monitoring.scheme import Scheme, shipped_scheme
from lantu.monitoring.tally import Cell, Tally, tally
from lantu.monitoring.verdict import Stage, Status, Verdict

__all__ = [
    "Cell",
    "Evidence",
    "Gap",
    "Ranking",
    "Scheme",
    "Stage",
    "Status",
    "Tally",
    "Verdict",
    "judge",
    "judge_plan",
    "nation_gap",
    "rank",
    "shipped_scheme",
    "tally",
]
