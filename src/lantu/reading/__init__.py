"""Reading a plan: structure, targets and main-indicator tables, each with its exact place."""

from lantu.reading.outline import Outline, Passage, read_outline

__all__ = ["Outline", "Passage", "read_outline"]
