"""The annual plan's targets beside their results, the nation's and the rank among provinces."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lantu.indicators import NATION, Observation
from lantu.monitoring import Verdict, nation_gap, rank
from lantu.plan import Plan, Target
from lantu.values import InputError, PlanKind, msg
from lantu.web.pages.common import Seen, TargetRow, row_of, seen_of
from lantu.web.pages.names import Name, Names


@dataclass(frozen=True, slots=True)
class RankCell:
    """Place among ``of`` regions with a figure, out of ``total``.

    ties: how many others share it; vintage: the class of figures ranked.
    """

    rank: int
    of: int
    total: int
    ties: int
    vintage: str


@dataclass(frozen=True, slots=True)
class AnnualRow:
    """One target of the year; nation: the nation's value of the same year and class of figures."""

    row: TargetRow
    nation: Seen | None
    rank: RankCell | None


@dataclass(frozen=True, slots=True)
class Annual:
    """One annual plan; years: all there are, as (plan id, year); marked: the day was judged for it.

    early: the year asked for, when its plan was not yet adopted on the day shown.
    others: further annual plans of the same year, as (plan id, title); they have pages of their own.
    """

    plan: str
    title: Name
    year: int
    rows: tuple[AnnualRow, ...]
    judged: int
    met: int
    years: tuple[tuple[str, int], ...]
    marked: bool
    early: int | None
    others: tuple[tuple[str, Name], ...]


@dataclass(frozen=True, slots=True)
class AnnualSource:
    """What the store gave for one annual plan."""

    plan: Plan
    targets: tuple[Target, ...]
    verdicts: tuple[Verdict, ...]


Peers = Callable[[str], Sequence[Observation]]
"""All observations of an indicator, every region, as known on the day."""


def annual_of(
    plan: Plan, sources: Sequence[AnnualSource], peers: Peers, names: Names, day: date, wanted: int | None
) -> Annual | None:
    """The annual plan to show: the year wanted, else the latest of them with a result.

    Raises InputError for a year without a plan; ``early`` of the record names one not adopted by then.
    """
    by_year: dict[int, AnnualSource] = {}
    for one in sorted(sources, key=lambda one: len(one.targets)):
        # Of several plans of one year the one with most targets is the annual plan proper.
        if one.plan.kind is PlanKind.ANNUAL and one.plan.region == plan.region:
            by_year[one.plan.period.year] = one
    if wanted is not None and wanted not in by_year:
        raise InputError(
            msg(
                "没有 {year} 年的年度计划；有的年度：{years}。",
                year=wanted,
                years=", ".join(str(year) for year in sorted(by_year)) or "—",
            )
        )
    mine = [by_year[year] for year in sorted(by_year)]
    mine = [one for one in mine if one.plan.known_on(day)]
    if not mine:
        return None
    shown = [one for one in mine if any(verdict.status.is_judged for verdict in one.verdicts)]
    chosen = next((one for one in mine if one.plan.period.year == wanted), (shown or mine)[-1])
    by_target: Mapping[str, Verdict] = {one.target: one for one in chosen.verdicts}
    rows = []
    for target in chosen.targets:
        row = row_of(target, by_target.get(target.id), names)
        rows.append(AnnualRow(row, *_beside(target, by_target.get(target.id), peers, names, day)))
    judged = [one for one in chosen.verdicts if one.status.is_judged]
    return Annual(
        chosen.plan.id,
        Name(chosen.plan.title, chosen.plan.title_en),
        chosen.plan.period.year,
        tuple(rows),
        len(judged),
        sum(one.status == "met" for one in judged),
        tuple((one.plan.id, one.plan.period.year) for one in mine),
        bool(chosen.verdicts),
        wanted if wanted not in (None, chosen.plan.period.year) else None,
        tuple((one.id, Name(one.title, one.title_en)) for one in _others(chosen, sources, day)),
    )


def _others(chosen: AnnualSource, sources: Sequence[AnnualSource], day: date) -> list[Plan]:
    """The other annual plans of the year shown that have targets and were adopted by the day."""
    return [
        one.plan
        for one in sources
        if one.plan.id != chosen.plan.id
        and one.plan.kind is PlanKind.ANNUAL
        and (one.plan.region, one.plan.period.year) == (chosen.plan.region, chosen.plan.period.year)
        and one.targets
        and one.plan.known_on(day)
    ]


def _beside(
    target: Target, verdict: Verdict | None, peers: Peers, names: Names, day: date
) -> tuple[Seen | None, RankCell | None]:
    """The nation's value and the rank for the period that was judged."""
    if verdict is None or verdict.observation is None:
        return None, None
    return beside(verdict.observation, peers(target.indicator_code), names, day)


def beside(
    mine: Observation, others: Sequence[Observation], names: Names, day: date
) -> tuple[Seen | None, RankCell | None]:
    """The nation's figure of the same class and period, and the place among the provinces."""
    indicator = names.indicators.get(mine.indicator)
    if indicator is None or mine.region == NATION:
        return None, None
    gap = nation_gap(indicator, mine.region, mine.period, others, day)
    found = rank(indicator, mine.region, mine.period, others, day)
    cell = None
    if found is not None and found.of > 1:
        cell = RankCell(found.rank, found.of, found.total, len(found.ties), found.vintage)
    return seen_of(gap.nation, names) if gap else None, cell
