"""目标与规划原文不符: what a draft says of targets, held against the plans that set them."""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.knowledge import Goal
from lantu.check.rules.target_behind import goes_past, is_told, subject_of
from lantu.check.rules.target_differs import (
    agreed_message,
    bound_message,
    deadline_message,
    nature_message,
    scope_message,
    unit_message,
    value_message,
)
from lantu.check.rules.target_evidence import evidence_of
from lantu.check.rules.target_fits import due_then, goals_for, here
from lantu.check.rules.target_named import Asked, asked, of_region
from lantu.check.rules.target_nature import nature_said
from lantu.check.rules.target_terms import (
    Bound,
    apart,
    as_drafted,
    as_planned,
    bound_in,
    bound_of,
    same_value,
    worded,
)
from lantu.check.rules.target_told import told_findings
from lantu.check.statement import Link, Role, Statement
from lantu.reading.script import fold
from lantu.values import Binding, Direction, Message, Mode, PlanKind

_NEAR = (Decimal("0.5"), Decimal(2))
"""Without a plan named, a figure further from the target than this is of something else."""
_SLIPS = frozenset(Decimal(10) ** n for n in (1, 2, 3, 4, 8))
_TRIVIAL = (Decimal(0), Decimal(100))
_YEARS_MOVED = 5
_DECEMBER = 12
_UNJUDGED = (Role.RANK, Role.MULTIPLE, Role.OTHER)


def check_target(dossier: Dossier) -> Iterator[Finding]:
    """Every figure that is promised, or told as a target, against the targets of known plans.

    No finding where no known plan sets a target on the thing, region and time: it may be a new one.
    """
    for one in dossier.draft.statements:
        if one.compared is not None and one.compared.against == "goal" and _is_distance(one):
            yield from told_findings(dossier, one)
        elif one.promised and one.measure not in _UNJUDGED and not _was_reached(dossier, one):
            subject, code = subject_of(dossier, one)
            yield from _promised(dossier, subject, code) if code else ()


def _was_reached(dossier: Dossier, one: Statement) -> bool:
    """Whether the words around it say that it is what was reached, and no goal itself."""
    return goes_past(dossier, one) or any(
        other.compared is not None and other.compared.against == "goal"
        for other in dossier.leaning_on(one, Link.LEVEL)
    )


def _is_distance(one: Statement) -> bool:
    """How far from a goal, or which part of it was done: not the goal itself."""
    return one.measure is Role.CHANGE or not one.promised


def _promised(dossier: Dossier, one: Statement, code: str) -> Iterator[Finding]:
    ask = asked(dossier, one)
    if ask is None or one.period is None:
        return
    every = goals_for(dossier, one, code, ask)
    local = tuple(goal for goal in here(every, one, ask) if _whole(one, goal))
    if due := due_then(dossier, local, one, ask):
        yield from _held(dossier, one, ask, due)
    elif (goal := _moved(dossier, one, ask, local)) is not None:
        yield _finding(one, goal, deadline_message(one, goal), f"{goal.target.due_year}年", sure=ask.named)
    elif not local and ask.named:
        yield from _elsewhere(dossier, one, ask, every)


def _held(dossier: Dossier, one: Statement, ask: Asked, due: tuple[Goal, ...]) -> Iterator[Finding]:
    """Against the targets due then: agreement with any is enough, else the nearest is named."""
    alike = [goal for goal in due if same_value(one, goal)]
    if not alike:
        goals = due if ask.named else tuple(g for g in due if not _outdoes(dossier, one, g))
        if goals and not _said_beside(dossier, one, due):
            yield from _other_value(one, ask, goals)
        return
    said = nature_said(dossier, one)
    natures = {goal.target.binding for goal in alike} - {Binding.UNKNOWN}
    if said is not Binding.UNKNOWN and natures and said not in natures:
        goal = next(g for g in alike if g.target.binding in natures)
        yield _finding(one, goal, nature_message(goal), "", sure=True)
        return
    told = bound_of(one) is Bound.POINT and is_told(dossier, one)
    fitting = [g for g in alike if told or bound_in(g.target) is bound_of(one) or not worded(g)]
    goal = next(iter(fitting), alike[0])
    if fitting:
        yield Finding(
            Rule.AGREES,
            one.span,
            one.quote,
            agreed_message(goal),
            statement=one.id,
            evidence=(evidence_of(goal),),
        )
    elif ask.named or not _outdoes(dossier, one, goal):
        yield _finding(one, goal, bound_message(one, goal), as_drafted(one, goal), sure=ask.named)


def _outdoes(dossier: Dossier, one: Statement, goal: Goal) -> bool:
    """Whether a draft that plans one year asks more for it than a plan of several years did: a new target."""
    clock, times = dossier.draft.clock, apart(one, goal)
    plans_it = clock.ahead is not None and clock.ahead.is_year and clock.ahead.year == clock.year
    if goal.plan.kind is PlanKind.ANNUAL or not plans_it or clock.year != goal.target.due_year:
        return False
    if times is None:
        return False
    if times == 1:
        return bound_of(one) in (Bound.FLOOR, Bound.CEILING) and bound_in(goal.target) is Bound.POINT
    return times < 1 if goal.target.direction is Direction.DOWN else times > 1


def _whole(one: Statement, goal: Goal) -> bool:
    """Whether the time ends with a year, and for all but levels begins with one: half a year has no goal."""
    period = one.period
    if period is None or period.last.month != _DECEMBER:
        return False
    return period.first.month == 1 or goal.target.mode is Mode.LEVEL


def _said_beside(dossier: Dossier, one: Statement, due: tuple[Goal, ...]) -> bool:
    """Whether the same sentence has the target itself: 增长5%以上，力争5.5%."""
    every = dossier.draft.statements
    return any(
        other is not one
        and other.sentence.start == one.sentence.start
        and other.promised
        and any(g.target.indicator_code == dossier.code(other) and same_value(other, g) for g in due)
        for other in every[max(0, one.id - 2) : one.id + 3]
    )


def _other_value(one: Statement, ask: Asked, due: tuple[Goal, ...]) -> Iterator[Finding]:
    """Another number than any of the targets due then."""
    measured = [(times, goal) for goal in due if (times := apart(one, goal)) is not None]
    if not measured:
        same = [g for g in due if g.target.value == one.written.value]
        if same:
            yield _finding(
                one, same[0], unit_message(one, same[0]), as_planned(same[0].target), sure=ask.named
            )
        return
    times, goal = min(measured, key=lambda pair: abs(pair[0] - 1))
    if times and (times in _SLIPS or 1 / times in _SLIPS):
        yield _finding(one, goal, unit_message(one, goal), as_planned(goal.target), sure=ask.named)
    elif ask.named or _NEAR[0] <= times <= _NEAR[1]:
        yield _finding(one, goal, value_message(one, goal), as_drafted(one, goal), sure=ask.named)


def _moved(dossier: Dossier, one: Statement, ask: Asked, local: tuple[Goal, ...]) -> Goal | None:
    """The target of a plan of several years that the draft gives for another year in so many words.

    Without a plan named, only while that plan runs, and never for figures that many targets share.
    """
    if not one.period_words or one.period is None or one.yearly:
        return None
    year = one.period.year
    if any(goal.target.due_year == year for goal in local):
        return None
    for goal in local:
        plan, due = goal.plan, goal.target.due_year
        trivial = goal.target.value in _TRIVIAL and goal.target.unit == "%"
        if plan.kind is PlanKind.ANNUAL or due is None or trivial:
            continue
        if not same_value(one, goal) or not 0 < abs(due - year) <= _YEARS_MOVED:
            continue
        if bound_of(one) is not bound_in(goal.target) and not ask.named:
            continue
        if ask.named or (_says_due(dossier, one) and _runs(dossier, goal)):
            return goal
    return None


def _runs(dossier: Dossier, goal: Goal) -> bool:
    """Whether the draft speaks while the plan runs, and is no plan of another time itself."""
    clock, period = dossier.draft.clock, goal.plan.period
    if clock.ahead is not None and clock.ahead.year > period.year:
        return False
    return clock.year is not None and period.first.year <= clock.year <= period.year


def _says_due(dossier: Dossier, one: Statement) -> bool:
    """到2027年: the year is a deadline."""
    front = fold(dossier.document.text[one.sentence.start : one.span.start])
    return any(mark + fold(one.period_words) in front for mark in ("到", "至"))


def _elsewhere(dossier: Dossier, one: Statement, ask: Asked, every: tuple[Goal, ...]) -> Iterator[Finding]:
    """The figure of another region than the one the draft gives it to."""
    for goal in due_then(dossier, every, one, ask):
        part = goal.target.region not in ("", goal.plan.region)
        if same_value(one, goal) and (part or ask.titles) and of_region(goal) != one.region:
            yield _finding(one, goal, scope_message(one, goal), "", sure=False)
            return


def _finding(one: Statement, goal: Goal, message: Message, expected: str, *, sure: bool) -> Finding:
    return Finding(
        Rule.TARGET,
        one.span,
        one.quote,
        message,
        Confidence.SURE if sure else Confidence.LIKELY,
        one.id,
        expected,
        (evidence_of(goal),),
    )
