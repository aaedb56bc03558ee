"""Which passages of a plan look back: by their headings, or by how the paragraphs opened."""

import re

from lantu.plan import Section
from lantu.reading.horizon import Horizon
from lantu.reading.tense import heading_titles, item_looks_back, looks_ahead, looks_back, opening

_STOP = re.compile("[。；]")


class Reviews:
    """Which passages look back: by their headings, or by how the paragraphs before them opened."""

    def __init__(self, nodes: dict[str, Section], plan: Horizon) -> None:
        self._nodes = nodes
        self._plan = plan
        self._opened: dict[str, bool] = {}
        self._headed: dict[str, bool] = {}

    def looks_back(self, node: Section, home: str, text: str) -> bool:
        """Whether the passage ``text`` of ``node`` under the heading ``home`` tells what was reached.

        One that opens so and turns to what is ahead (2020年，…。到2025年，…) makes no review of the next.
        """
        told = opening(text, self._plan.start)
        if told is not None:
            mixed = told and (self._headed_ahead(node, home) or self._turns(text))
            self._opened[home] = told and not mixed
            if mixed:
                return True
        return self._opened.get(home) or self.headed_back(node, home)

    def _turns(self, text: str) -> bool:
        return any(opening(part, self._plan.start) is False for part in _STOP.split(text)[1:])

    def _headed_ahead(self, node: Section, home: str) -> bool:
        """Whether the innermost heading names what is to be done: a review fills one sentence there."""
        return not self.headed_back(node, home) and looks_ahead(heading_titles(node, self._nodes))

    def headed_back(self, node: Section, home: str) -> bool:
        """Whether the headings around the passage say that it looks back."""
        if home not in self._headed:
            titles = heading_titles(node, self._nodes)
            self._headed[home] = item_looks_back(node, self._nodes) or looks_back(titles, self._plan.end)
        return self._headed[home]
