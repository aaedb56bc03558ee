"""One function over many inputs: on all cores of a machine, or on a cluster."""

from lantu.runner.outcome import Outcome
from lantu.runner.run import run_many

__all__ = ["Outcome", "run_many"]
