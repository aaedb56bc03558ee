"""Targets told beside what was reached: 高于年度目标0.5个百分点, 完成全年目标的102.3%."""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.amount import unit_of
from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Evidence, Finding, Rule
from lantu.check.interval import Interval
from lantu.check.knowledge import Goal
from lantu.check.rules.target_evidence import evidence_of
from lantu.check.rules.target_fits import due_then, goals_for, here, in_unit
from lantu.check.rules.target_named import Asked, asked, by_words
from lantu.check.rules.target_terms import as_planned, plainly
from lantu.check.statement import Link, Role, Statement
from lantu.check.written import Sense
from lantu.reading.script import fold
from lantu.values import Comparator, Mode, PlanKind, msg

_AMOUNTS = frozenset({Mode.FLOW_PER_YEAR, Mode.CUMULATIVE, Mode.COUNT_BUILT})
_HUNDRED = Decimal(100)
_SUMMED = "累计"
_TENTH = Decimal("0.1")


def told_findings(dossier: Dossier, one: Statement) -> Iterator[Finding]:
    """For a figure compared with a goal; nothing when what was reached is not told beside it."""
    level = _level(dossier, one)
    if level is None or one.compared is None:
        return
    words = fold(one.compared.words)
    ask = by_words(dossier, words, "", level.region) if words else None
    if ask is None or not ask.named:
        ask = asked(dossier, one)
    if ask is None:
        return
    code = dossier.code(level)
    goals = due_then(dossier, here(goals_for(dossier, level, code, ask), level, ask), level, ask)
    goals = tuple(g for g in goals if in_unit(level, g) is not None)
    if not goals:
        return
    if one.measure is Role.CHANGE and one.sign and _by_points(one, level):
        yield from _difference(one, level, _sign(dossier, level), goals, ask)
    elif one.unit == "%" and one.measure in (Role.ACTUAL, Role.SHARE):
        yield from _ratio(one, level, goals, ask)


def _level(dossier: Dossier, one: Statement) -> Statement | None:
    """What was reached: the figure it leans on, else the one in front of it in the sentence."""
    tied = dossier.tied(one, Link.LEVEL)
    if tied is not None and dossier.code(tied):
        return tied
    if one.id == 0:
        return None
    before = dossier.draft.statements[one.id - 1]
    same = before.sentence.start == one.sentence.start and not before.promised and before.region == one.region
    alike = not one.phrase or one.key == before.key or one.phrase == before.phrase
    return before if same and alike and dossier.code(before) and before.unit != one.unit else None


def _by_points(one: Statement, level: Statement) -> bool:
    points = unit_of(one).measure == "percentage point"
    return (points and level.unit in ("%", "％")) or unit_of(one).converts_to(unit_of(level))


def _difference(
    one: Statement, level: Statement, sign: int, goals: tuple[Goal, ...], ask: Asked
) -> Iterator[Finding]:
    """How far above or below the goal."""
    reached = _admitted(level) if sign > 0 else -_admitted(level)
    factor = Decimal(1)
    if unit_of(one).converts_to(unit_of(level)):
        factor = unit_of(one).convert(Decimal(1), unit_of(level))
    by = _admitted(one).times(factor)
    implied = reached - by if one.sign > 0 else reached + by
    if any(_meets(implied, goal, level) for goal in goals):
        return
    goal = goals[0]
    if len(goals) > 1 and not ask.named:
        return
    real = level.written.value * sign - _value(goal, level)
    expected = plainly(abs(real) / factor) + fold(one.unit)
    facts = _facts(one, level, goal, expected)
    if real == 0:
        expected = ""
        message = msg(
            "文中说{reached}与目标相差{by}，《{plan}》定的{due}年目标是{goal}，应为与目标持平；请核对。",
            **facts,
        )
    elif real > 0:
        message = msg(
            "文中说{reached}与目标相差{by}，《{plan}》定的{due}年目标是{goal}，应为高于目标{expected}；请核对。",
            **facts,
        )
    else:
        message = msg(
            "文中说{reached}与目标相差{by}，《{plan}》定的{due}年目标是{goal}，应为低于目标{expected}；请核对。",
            **facts,
        )
    yield Finding(
        Rule.TARGET, one.span, one.quote, message,
        Confidence.SURE if ask.named else Confidence.LIKELY,
        one.id, expected, (evidence_of(goal), Evidence(level.quote, span=level.span)),
    )  # fmt: skip


def _ratio(one: Statement, level: Statement, goals: tuple[Goal, ...], ask: Asked) -> Iterator[Finding]:
    """Which part of the goal was done; only of amounts."""
    goals = tuple(
        g for g in goals if g.target.mode in _AMOUNTS and _value(g, level) and _of_same_time(level, g)
    )
    if not goals:
        return
    written = one.written.admits()
    done = [(level.written.admits().times(_HUNDRED / abs(_value(g, level))), g) for g in goals]
    if any(interval.meets(written) for interval, _ in done):
        return
    goal = goals[0]
    step = one.written.step
    expected = plainly((abs(level.written.value) / abs(_value(goal, level)) * _HUNDRED).quantize(step)) + "%"
    yield Finding(
        Rule.TARGET, one.span, one.quote,
        msg(
            "文中说{reached}完成目标的{by}，《{plan}》定的{due}年目标是{goal}，应为{expected}；请核对。",
            **_facts(one, level, goal, expected),
        ),
        Confidence.SURE if ask.named and len(goals) == 1 else Confidence.LIKELY,
        one.id, expected, (evidence_of(goal), Evidence(level.quote, span=level.span)),
    )  # fmt: skip


def _of_same_time(level: Statement, goal: Goal) -> bool:
    """An amount over several years is not measured by that of one year."""
    return goal.plan.kind is PlanKind.ANNUAL or any(_SUMMED in word for word in level.basis)


def _admitted(one: Statement) -> Interval:
    """Percentages are published with one decimal; a zero behind the point is left out (5%)."""
    if one.written.sense is Sense.EXACT and unit_of(one).measure in ("%", "percentage point"):
        return Interval.rounded(one.written.value, min(one.written.step, _TENTH))
    return one.written.admits()


def _sign(dossier: Dossier, level: Statement) -> int:
    """-1 for a fall of what should grow; the figure of a reduction counts as it is written."""
    indicator = dossier.knowledge.registry.get(dossier.code(level))
    falls = level.sign < 0 and level.written.value > 0 and level.measure in (Role.GROWTH, Role.CHANGE)
    return -1 if falls and indicator is not None and not indicator.reduction else 1


def _value(goal: Goal, level: Statement) -> Decimal:
    unit = in_unit(level, goal)
    if unit is None or goal.target.value is None:
        return Decimal(0)
    return unit.convert(goal.target.value, unit_of(level))


def _meets(implied: Interval, goal: Goal, level: Statement) -> bool:
    low = _value(goal, level)
    if goal.target.comparator is Comparator.RANGE and goal.target.value_max is not None:
        unit = in_unit(level, goal)
        high = unit.convert(goal.target.value_max, unit_of(level)) if unit else low
        return implied.meets(Interval(low, high))
    return implied.holds(low)


def _facts(one: Statement, level: Statement, goal: Goal, expected: str) -> dict[str, object]:
    return {
        "reached": level.quote,
        "by": one.quote,
        "plan": goal.plan.title,
        "due": goal.target.due_year,
        "goal": as_planned(goal.target),
        "expected": expected,
    }
