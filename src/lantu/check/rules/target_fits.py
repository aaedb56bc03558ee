"""Which targets of plans a figure of a draft can be held against, and on what terms."""

from lantu.check.amount import unit_of
from lantu.check.dossier import Dossier
from lantu.check.knowledge import Goal
from lantu.check.rules.spoken import speaks_on
from lantu.check.rules.target_named import Asked, of_region
from lantu.check.rules.target_words import words
from lantu.check.statement import Role, Statement
from lantu.indicators import IndicatorKind
from lantu.reading.script import fold
from lantu.values import Mode, PlanKind, Unit

_MOVING = frozenset({Role.CHANGE, Role.GROWTH})
_AMOUNTS = frozenset({Mode.FLOW_PER_YEAR, Mode.CUMULATIVE, Mode.COUNT_BUILT})

_OVER_ALL = frozenset({Mode.LEVEL, Mode.CHANGE, Mode.CUMULATIVE, Mode.COUNT_BUILT})


def goals_for(dossier: Dossier, one: Statement, code: str, asked: Asked) -> tuple[Goal, ...]:
    """Targets of known plans on the indicator that the words admit, of every deadline and region.

    Only plans public on the day the draft speaks at, and only targets with a value of the same sort.
    """
    day = speaks_on(dossier)
    return tuple(
        goal
        for goal in dossier.knowledge.goals_of(code)
        if goal.target.value is not None
        and goal.plan.known_on(day)
        and asked.admits(goal.plan)
        and same_sort(dossier, one, goal)
    )


def here(goals: tuple[Goal, ...], one: Statement, asked: Asked) -> tuple[Goal, ...]:
    """Those of the region the figure is about (that of the plan where its words say whose it is)."""
    regions = {asked.region} if asked.region else {one.region}
    return tuple(goal for goal in goals if of_region(goal) in regions)


def due_then(dossier: Dossier, goals: tuple[Goal, ...], one: Statement, asked: Asked) -> tuple[Goal, ...]:
    """Those due when the figure is, over a time of the same length.

    What a plan of several years sets for its end and the words name (高于规划目标) is due when that plan
    says, where the figure has no time of its own or that of what was reached.
    """
    if one.period is None:
        return ()
    year = one.period.year
    return tuple(
        g
        for g in goals
        if (g.target.due_year == year and _same_length(dossier, one, g))
        or (asked.named and not _says_due(dossier, one) and _runs_over(g, year))
    )


def _runs_over(goal: Goal, year: int) -> bool:
    period = goal.plan.period
    several = goal.plan.kind is not PlanKind.ANNUAL and goal.target.mode in _OVER_ALL
    return several and period.first.year <= year <= period.year and goal.target.due_year == period.year


def _says_due(dossier: Dossier, one: Statement) -> bool:
    """到2027年: the year is a deadline."""
    front = fold(dossier.document.text[one.sentence.start : one.span.start])
    return bool(one.period_words) and any(mark + fold(one.period_words) in front for mark in ("到", "至"))


def same_sort(dossier: Dossier, one: Statement, goal: Goal) -> bool:
    """Level against level, growth against growth, on a basis that can be compared."""
    indicator = dossier.knowledge.registry.get(goal.target.indicator_code)
    if indicator is None or not indicator.same_basis(one.basis, goal.target.basis):
        return False
    if indicator.kind is IndicatorKind.GROWTH and goal.target.mode is not Mode.LEVEL:
        return one.measure in (Role.GROWTH, Role.ACTUAL, Role.CHANGE)
    if goal.target.mode in _AMOUNTS:
        return one.measure in (Role.ACTUAL, Role.COUNT, Role.CHANGE)
    moving = goal.target.mode in (Mode.CHANGE, Mode.GROWTH_PER_YEAR)
    return (one.measure in _MOVING) == moving


def in_unit(one: Statement, goal: Goal) -> Unit | None:
    """The unit of the target when the figure's own converts into it."""
    unit = Unit.parse(fold(goal.target.unit) or "个")
    return unit if unit_of(one).converts_to(unit) else None


def _same_length(dossier: Dossier, one: Statement, goal: Goal) -> bool:
    """A year's amount or growth is not that of five years; a level is one whatever the time."""
    mode = goal.target.mode
    if mode is Mode.LEVEL or goal.plan.kind is PlanKind.ANNUAL:
        return mode is Mode.LEVEL or (_of_one_year(one) and not one.yearly)
    sentence = fold(dossier.document.text[one.sentence.start : one.span.end])
    clause = sentence[max(sentence.rfind(mark) for mark in "，；。") + 1 :]
    each_year = one.yearly or any(word in clause for word in words().yearly)
    if mode in (Mode.GROWTH_PER_YEAR, Mode.FLOW_PER_YEAR):
        return each_year
    if each_year:
        return False
    if not _of_one_year(one):
        return True
    base = one.compared.period if one.compared is not None else None
    if base is not None and base.is_year and one.period is not None:
        return goal.plan.period.first.year - base.year in (0, 1)
    due = one.period_words and any(mark + one.period_words in sentence for mark in ("到", "至"))
    return bool(due) or any(word in sentence for word in words().whole)


def _of_one_year(one: Statement) -> bool:
    """Whether the figure is of one year alone."""
    period = one.period
    base = one.compared.period if one.compared is not None else None
    if base is not None and base.is_year and period is not None and period.year - base.year > 1:
        return False
    return period is not None and period.first.year == period.year
