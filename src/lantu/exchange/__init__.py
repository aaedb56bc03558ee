"""Files that go out to be filled and come back: every fault of what comes back is named by its place."""

from lantu.exchange.entry_form import entry_form
from lantu.exchange.entry_reading import read_entry_form

__all__ = ["entry_form", "read_entry_form"]
