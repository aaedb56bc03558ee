"""One target: the promise, the figure, how it was judged, what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lantu.documents import Document
from lantu.indicators import Observation, known
from lantu.monitoring import Status, Verdict
from lantu.plan import Plan, Section, Target
from lantu.values import Span
from lantu.web.numbers import digits, rounded
from lantu.web.pages.annual import RankCell, beside
from lantu.web.pages.averages import Averages, averages_of
from lantu.web.pages.chapters import Heading, Tree
from lantu.web.pages.common import Seen, TargetRow, row_of, seen_of
from lantu.web.pages.course import Course, course_of
from lantu.web.pages.heads import PlanHead, plan_head
from lantu.web.pages.names import Name, Names
from lantu.web.pages.passage import Passage, passage

SHOWN = 6
"""Values of each basis that stand side by side."""


@dataclass(frozen=True, slots=True)
class Judged:
    """How the verdict came about; progress and pace in percent as digits, "" where the method has none.

    averages: of a growth over several years set against another series, what decided.
    """

    method: str
    formula: str
    bands: str
    period: str
    progress: str
    pace: str
    lag_days: int | None
    used: tuple[Seen, ...]
    averages: Averages | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same indicator in another plan, with its verdict of the day when that plan was judged."""

    plan: Name
    plan_id: str
    row: TargetRow
    judged: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One basis of the indicator: its last values in order; own: the basis the target was set on."""

    basis: tuple[str, ...]
    values: tuple[Seen, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class TargetPage:
    """The page record.

    judged: None when the day has no verdict. course: None when nothing was published.
    readings: one per basis, for a target that is not comparable; else empty.
    published: every known value of the indicator for the region, latest period first.
    baseline: what the plan starts from, as (period, digits, basis, estimated).
    before, after: neighbours in the plan's order, for paging.
    """

    head: PlanHead
    trail: tuple[Heading, ...]
    row: TargetRow
    strength: str
    direction: str
    base: str
    inferred_due: bool
    quote: str
    span: Span | None
    document: str
    passage: Passage | None
    baseline: tuple[str, str, tuple[str, ...], bool] | None
    judged: Judged | None
    rank: RankCell | None
    nation: Seen | None
    course: Course | None
    readings: tuple[Reading, ...]
    published: tuple[Seen, ...]
    elsewhere: tuple[Elsewhere, ...]
    indicator_code: str
    indicator_name: Name
    definition: str
    basis: tuple[str, ...]
    note: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TargetSource:
    """What the store gave: observations are all of the target's indicator, every region."""

    plan: Plan
    sections: tuple[Section, ...]
    target: Target
    order: tuple[str, ...]
    verdict: Verdict | None
    observations: tuple[Observation, ...]
    others: tuple[tuple[Plan, Target, Verdict | None], ...]
    document: Document | None


def target_page(source: TargetSource, names: Names, day: date) -> TargetPage:
    """Arrange the page as on a day."""
    target, verdict = source.target, source.verdict
    tree = Tree(source.sections)
    everything = known(source.observations, day)
    region = (
        verdict.observation.region if verdict and verdict.observation else target.region or source.plan.region
    )
    mine = [one for one in everything if one.region == region]
    seen = verdict.observation if verdict else None
    nation, rank = beside(seen, everything, names, day) if seen else (None, None)
    place = source.order.index(target.id) if target.id in source.order else 0
    return TargetPage(
        plan_head(source.plan, names, day, has_text=source.document is not None),
        tree.trail(target.section),
        row_of(target, verdict, names),
        target.strength,
        target.direction,
        target.base,
        target.deadline is None and target.deadline_inferred is not None,
        target.quote,
        target.span,
        source.plan.document,
        passage(source.document, target.span),
        _baseline(target),
        _judged(verdict, names) if verdict else None,
        rank,
        nation,
        course_of(target, source.plan, mine, everything, names, verdict),
        _readings(target, verdict, mine, names),
        tuple(seen_of(one, names) for one in sorted(mine, key=_newest, reverse=True)),
        _elsewhere(source, names),
        target.indicator_code,
        names.indicator(target.indicator_code),
        names.indicators[target.indicator_code].definition
        if target.indicator_code in names.indicators
        else "",
        target.basis,
        target.note,
        source.order[place - 1] if place > 0 else "",
        source.order[place + 1] if place + 1 < len(source.order) else "",
    )


def _newest(one: Observation) -> tuple[date, bool, date]:
    """By the end of its period; a whole year after its own last month."""
    return one.period.last, one.period.is_year, one.known_from or date.min


def _baseline(target: Target) -> tuple[str, str, tuple[str, ...], bool] | None:
    base = target.baseline
    return None if base is None else (base.period.code, digits(base.value), base.basis, base.estimated)


def _judged(verdict: Verdict, names: Names) -> Judged:
    used = [one for one in (*verdict.earlier, verdict.observation) if one is not None]
    return Judged(
        verdict.method,
        verdict.formula,
        verdict.bands,
        verdict.period.code if verdict.period else "",
        _share(verdict.progress),
        _share(verdict.pace),
        verdict.lag_days,
        tuple(seen_of(one, names) for one in dict.fromkeys(used)),
        averages_of(verdict, names),
    )


def _share(value: Decimal | None) -> str:
    return "" if value is None else rounded(value * 100, 1)


def _readings(
    target: Target, verdict: Verdict | None, mine: Sequence[Observation], names: Names
) -> tuple[Reading, ...]:
    """For a verdict of 口径不可比: the values on each basis, the target's own first."""
    if verdict is None or verdict.status is not Status.BASIS:
        return ()
    bases: dict[tuple[str, ...], list[Observation]] = {}
    for one in sorted(mine, key=_newest):
        bases.setdefault(one.basis, []).append(one)
    own = next(
        (basis for basis in sorted(bases, key=len) if target.basis and set(target.basis) <= set(basis)), None
    )
    found = [
        Reading(basis, tuple(seen_of(one, names) for one in values[-SHOWN:]), basis == own)
        for basis, values in bases.items()
    ]
    return tuple(sorted(found, key=lambda reading: not reading.own))


def _elsewhere(source: TargetSource, names: Names) -> tuple[Elsewhere, ...]:
    found: Sequence[tuple[Plan, Target, Verdict | None]] = sorted(
        (one for one in source.others if one[1].id != source.target.id),
        key=lambda one: (one[0].region != source.plan.region, -one[0].period.year, one[0].id),
    )
    return tuple(
        Elsewhere(
            Name(plan.title, plan.title_en), plan.id, row_of(target, verdict, names), verdict is not None
        )
        for plan, target, verdict in found
    )
