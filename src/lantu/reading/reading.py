"""Reading a plan in one go: structure, targets, main indicators and what was odd."""

from bisect import bisect_right
from dataclasses import dataclass, replace

from lantu.documents import Document
from lantu.plan import MainIndicator, SectionKind, Target
from lantu.reading.horizon import Horizon, horizon
from lantu.reading.outline import Outline, read_outline
from lantu.reading.script import fold
from lantu.reading.tables import read_tables
from lantu.reading.targets import identified, read_targets
from lantu.reading.work import Work, read_work
from lantu.values import Problem, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a document.

    outline: the text's structure; targets: every committed figure in text order, those of the
    main table included (tier ``main``); directional: targets without a figure (value None), apart so
    that figures can be counted, also in text order, under ids of their own; indicators: the rows of
    the main table; problems: what was left out or looked wrong, in text order; period: the plan's
    years as far as the text says; work: tasks, policy measures, projects, platforms, bodies, places
    and the coverage ledger.
    """

    outline: Outline
    targets: tuple[Target, ...]
    directional: tuple[Target, ...]
    indicators: tuple[MainIndicator, ...]
    problems: tuple[Problem, ...]
    period: Horizon
    work: Work


def read_plan(document: Document) -> Reading:
    """Read a document as a plan. The same bytes give the same records."""
    shadow = fold(document.text)
    outline = read_outline(document, shadow)
    period = horizon(outline.title, shadow)
    tables = read_tables(document, shadow, period)
    prose = read_targets(document, outline, period, without=(*tables.covered, *tables.captions))
    homes = _Homes(outline)
    table_targets = tuple(replace(t, section=homes.at(t.span)) for t in tables.targets)
    every = identified(sorted((*prose, *table_targets), key=lambda t: _place(t.span)))
    targets = tuple(t for t in every if t.value is not None)
    directional = tuple(t for t in every if t.value is None)
    problems = sorted((*outline.problems, *tables.problems), key=lambda p: (p.line, p.column, p.code))
    work = read_work(document, outline, period, every, tables.covered)
    return Reading(outline, targets, directional, tables.indicators, tuple(problems), period, work)


def _place(span: Span | None) -> tuple[int, int]:
    return (0, 0) if span is None else (span.start, span.end)


class _Homes:
    """The innermost heading around a place."""

    def __init__(self, outline: Outline) -> None:
        self._nodes = [s for s in outline.sections if s.span and s.kind is not SectionKind.PARAGRAPH]
        self._starts = [s.span.start for s in self._nodes if s.span]

    def at(self, span: Span | None) -> str:
        """EId of the last heading that opens before the span, "" when none does."""
        index = bisect_right(self._starts, _place(span)[0])
        return self._nodes[index - 1].eid if index else ""
