"""The overview of one plan: the sentence, the main indicators, the year, the wall, and what to ask about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lantu.charts import Spark, spark
from lantu.indicators import Observation, known
from lantu.monitoring import Status, Verdict
from lantu.plan import BlankRow, Entry, Plan, Section, Target
from lantu.values import Mode
from lantu.web.numbers import digits
from lantu.web.pages.annual import Annual, AnnualSource, Peers, annual_of
from lantu.web.pages.chapters import Tree
from lantu.web.pages.common import Seen, TargetRow, row_of, seen_of
from lantu.web.pages.counting import Tallied, tiers_of
from lantu.web.pages.course import SETTLED, fits, lines_of
from lantu.web.pages.heads import PlanHead, plan_head
from lantu.web.pages.names import Name, Names
from lantu.web.pages.wall import Wall, wall_of

BEHIND = (Status.REVERSED, Status.UNMET, Status.SLOWER)
LATELY = 8
NATURE_ORDER = {"binding": 0, "expected": 1, "unknown": 2}


@dataclass(frozen=True, slots=True)
class MainRow:
    """A main indicator: its target and verdict, the start it names, and its course in small.

    latest: the value that decided, else the newest one published, on whatever basis.
    """

    row: TargetRow
    latest: Seen | None
    baseline: str
    baseline_year: str
    spark: Spark | None


@dataclass(frozen=True, slots=True)
class Custodian:
    """Who would have the figures that are missing: body ("" when the registry does not say), rows."""

    body: str
    rows: tuple[TargetRow, ...]


@dataclass(frozen=True, slots=True)
class Lately:
    """The newest figure of an indicator, and the targets of this plan that it concerns."""

    seen: Seen
    rows: tuple[TargetRow, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The page record.

    judged: whether verdicts of the day are stored; without them every mark is absent and the page
    offers to compute. tallies: one per tier, never added. main: the main indicators (also empty:
    then ``blanks`` are the rows to type in and ``entries`` those typed so far). behind: binding
    first. missing: by custodian, the largest first. lately: newest first.
    """

    head: PlanHead
    judged: bool
    total: int
    tallies: tuple[Tallied, ...]
    main: tuple[MainRow, ...]
    blanks: tuple[BlankRow, ...]
    entries: int
    annual: Annual | None
    wall: Wall
    behind: tuple[TargetRow, ...]
    missing: tuple[Custodian, ...]
    lately: tuple[Lately, ...]


@dataclass(frozen=True, slots=True)
class OverviewSource:
    """What the store gave for the page; observations are those of the plan's region."""

    plan: Plan
    sections: tuple[Section, ...]
    targets: tuple[Target, ...]
    verdicts: tuple[Verdict, ...]
    observations: tuple[Observation, ...]
    annual: tuple[AnnualSource, ...]
    blanks: tuple[BlankRow, ...]
    entries: tuple[Entry, ...]
    has_text: bool


def overview(source: OverviewSource, peers: Peers, names: Names, day: date, year: int | None) -> Overview:
    """Arrange the page as on a day; year chooses the annual plan shown."""
    tree = Tree(source.sections)
    rows = rows_of(source.targets, source.verdicts, names, tree)
    seen = known(source.observations, day)
    by_id = {target.id: target for target in source.targets}
    return Overview(
        plan_head(source.plan, names, day, has_text=source.has_text),
        bool(source.verdicts),
        len(rows),
        tiers_of(rows),
        tuple(_main(by_id[row.id], row, seen, names) for row in rows if row.tier == "main"),
        source.blanks,
        len(source.entries),
        annual_of(source.plan, source.annual, peers, names, day, year),
        wall_of(rows, tree),
        behind(rows),
        missing(rows) if source.verdicts else (),
        _lately(rows, seen, names),
    )


def rows_of(
    targets: Sequence[Target], verdicts: Sequence[Verdict], names: Names, tree: Tree
) -> tuple[TargetRow, ...]:
    """Targets with their verdicts, in the plan's order."""
    by_target = {verdict.target: verdict for verdict in verdicts}
    rows = []
    for target in targets:
        chapter = tree.chapter(target.section)
        rows.append(row_of(target, by_target.get(target.id), names, chapter.eid if chapter else ""))
    return tuple(rows)


def behind(rows: Sequence[TargetRow]) -> tuple[TargetRow, ...]:
    """What is not achieved, behind or moving the wrong way: binding first, then main before field."""
    tiers = {"main": 0, "field": 1, "workload": 2}
    found = [row for row in rows if row.mark.status in BEHIND]
    return tuple(sorted(found, key=lambda row: (NATURE_ORDER[row.binding], tiers[row.tier])))


def missing(rows: Sequence[TargetRow]) -> tuple[Custodian, ...]:
    """Targets without data by the body that would have them; an unknown body stands last."""
    bodies: dict[str, list[TargetRow]] = {}
    for row in rows:
        if row.mark.status == Status.NO_DATA:
            bodies.setdefault(row.custodian, []).append(row)
    ordered = sorted(bodies, key=lambda body: (not body, -len(bodies[body]), body))
    return tuple(Custodian(body, tuple(bodies[body])) for body in ordered)


def _main(target: Target, row: TargetRow, seen: Sequence[Observation], names: Names) -> MainRow:
    base = target.baseline
    mine = [one for one in seen if one.indicator == target.indicator_code]
    newest = max(mine, key=lambda one: _newest(target, one), default=None)
    return MainRow(
        row,
        row.seen or (seen_of(newest, names) if newest else None),
        digits(base.value) if base else "",
        str(base.period.year) if base else "",
        small_course(target, mine, names),
    )


def _newest(target: Target, one: Observation) -> tuple[date, bool, bool, int]:
    """Later first; among equals a whole year, the target's own basis, the more settled figure."""
    own = set(target.basis) <= set(one.basis)
    return one.period.last, one.period.is_year, own, SETTLED[one.vintage]


def small_course(target: Target, mine: Sequence[Observation], names: Names) -> Spark | None:
    """Yearly values of the target's indicator in small: the main line, broken where its basis changes."""
    lines = [line for line in lines_of(mine, target.unit, names) if not line.beside]
    steady = target.mode in (Mode.LEVEL, Mode.GROWTH_PER_YEAR) and fits(mine, target.unit)
    level = float(target.value) if steady and target.value is not None else None
    return spark([[(point.x, point.value) for point in line.points] for line in lines], level)


def _lately(rows: Sequence[TargetRow], seen: Sequence[Observation], names: Names) -> tuple[Lately, ...]:
    by_code: dict[str, list[TargetRow]] = {}
    for row in rows:
        if row.code:
            by_code.setdefault(row.code, []).append(row)
    # A revision of old years whose day is not known is no news.
    fresh = [one for one in seen if one.indicator in by_code and one.published_on is not None]
    fresh.sort(key=lambda one: (one.published_on or date.min, one.period.last), reverse=True)
    latest = {one.indicator: one for one in reversed(fresh)}
    news = sorted(latest.values(), key=lambda one: one.published_on or date.min, reverse=True)
    return tuple(Lately(seen_of(one, names), tuple(by_code[one.indicator])) for one in news[:LATELY])


def plan_name(plan: Plan) -> Name:
    """Title of a plan in both languages."""
    return Name(plan.title, plan.title_en)
