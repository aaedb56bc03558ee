"""Reading a plan: structure, targets and main-indicator tables, each with its exact place."""

from lantu.reading.directional import resolved
from lantu.reading.horizon import Horizon
from lantu.reading.outline import Outline, Passage, read_outline
from lantu.reading.reading import Reading, read_plan

__all__ = ["Horizon", "Outline", "Passage", "Reading", "read_outline", "read_plan", "resolved"]
