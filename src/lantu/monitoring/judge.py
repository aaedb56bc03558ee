"""Judging targets: the method by value type, the basis before the verdict, ``as_of`` an argument."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from lantu.indicators import IndicatorKind, Observation
from lantu.monitoring import reasons
from lantu.monitoring.asking import ask, unit_of
from lantu.monitoring.by_annual import judge_annual, judge_reasonable
from lantu.monitoring.by_growth import judge_growth
from lantu.monitoring.by_level import judge_change, judge_level
from lantu.monitoring.by_limit import holds_every_year, judge_limit
from lantu.monitoring.by_reference import RELATIONS, judge_rank, judge_reference
from lantu.monitoring.by_sum import judge_sum
from lantu.monitoring.evidence import Evidence
from lantu.monitoring.points import Point, families, in_unit, settled_last
from lantu.monitoring.question import Finding, Question
from lantu.monitoring.scheme import Scheme
from lantu.monitoring.verdict import Stage, Status, Verdict
from lantu.plan import Plan, Reference, Target
from lantu.values import Mode

DECEMBER = 12
PACE = frozenset({Status.FASTER, Status.ON_PACE, Status.SLOWER})


def judge_plan(
    plan: Plan, targets: Iterable[Target], evidence: Evidence, as_of: date, scheme: Scheme
) -> tuple[Verdict, ...]:
    """The verdicts of a plan's targets, in their order, as known on ``as_of``."""
    return tuple(judge(target, plan, evidence, as_of, scheme) for target in targets)


def judge(
    target: Target,
    plan: Plan,
    evidence: Evidence,
    as_of: date,
    scheme: Scheme,
    stage: Stage | None = None,
) -> Verdict:
    """The measured status of one target as known on ``as_of``.

    stage: decides the words only; worked out from plan and day when not given. No later publication
    and no clock takes part; the order of the evidence does not matter.
    """
    stage = stage or scheme.stages.of(plan, as_of)
    indicator = evidence.registry.get(target.indicator_code) if target.indicator_code else None
    if indicator is None:
        return _verdict(target, as_of, stage, scheme, reasons.not_in_registry(target))
    question = ask(target, plan, indicator, evidence, as_of, scheme, stage)
    fitting, others, shown = _by_basis(question)
    question = question.with_points((*fitting, *others))
    finding = _over_families(question, fitting) or _nothing(question, others)
    finding = _basis_at_the_end(question, finding, others)
    finding, stage = _pace_at_the_end(question, finding)
    return _verdict(target, as_of, stage, scheme, finding, (*others, *shown))


def _by_basis(question: Question) -> tuple[tuple[Point, ...], tuple[Point, ...], tuple[Point, ...]]:
    """Figures on the target's basis, on another one, and those that are shown and judge nothing."""
    silent = set(question.scheme.bands.shown_only)
    basis, same = question.basis, question.indicator.same_basis
    shown = tuple(p for p in question.points if silent & set(p.observation.basis))
    judging = [p for p in question.points if p not in shown]
    fitting = tuple(p for p in judging if same(p.observation.basis, basis))
    return fitting, tuple(p for p in judging if p not in fitting), shown


def _over_families(question: Question, points: tuple[Point, ...]) -> Finding | None:
    """Judge on each basis the figures stand on; one answer counts only where the bases agree.

    Bases whose figures end earlier have no say against those that reach further. Of bases that agree
    the one with a published total is shown, then the one with most figures.
    """
    findings = [
        finding
        for family in families(question.indicator, points)
        if (finding := _method(question.with_points(family))) is not None
    ]
    judged = [finding for finding in findings if finding.status.is_judged] or findings
    if not judged:
        return None
    latest = max(finding.reaches for finding in judged)
    last = [finding for finding in judged if finding.reaches == latest]
    if len({finding.status for finding in last}) > 1:
        return reasons.bases_disagree(question, last)
    shown = max(last, key=_telling)
    used = {shown.point, *shown.working.earlier}
    rest = {p for f in findings if f is not shown for p in (f.point, *f.working.earlier) if p}
    return replace(shown, others=tuple(rest - used))


def _telling(finding: Finding) -> tuple[bool, int, str]:
    working = finding.working
    whole = finding.method == "compound" and working.progress is not None
    used = len(working.earlier)
    return whole, -used if whole else used, working.formula


def _method(question: Question) -> Finding | None:
    """The rule by value type."""
    target, limits = question.target, question.demand
    if target.reference is not None:
        return _relative(question, target.reference)
    if limits is None or question.is_yearly:
        return judge_annual(question, limits) if limits else None
    growth = question.indicator.kind is IndicatorKind.GROWTH
    if target.mode in {Mode.CUMULATIVE, Mode.COUNT_BUILT}:
        return judge_sum(question, limits) if question.indicator.kind is IndicatorKind.FLOW else None
    if target.mode is Mode.CHANGE:
        return (judge_growth if growth else judge_change)(question, limits)
    if target.mode is Mode.GROWTH_PER_YEAR:
        return judge_growth(question, limits) if growth else None
    return (judge_limit if holds_every_year(target) else judge_level)(question, limits)


def _relative(question: Question, reference: Reference) -> Finding | None:
    if reference.relation == "reasonable":
        return judge_reasonable(question)
    return (judge_reference if reference.relation in RELATIONS else judge_rank)(question, reference)


def _nothing(question: Question, others: tuple[Point, ...]) -> Finding:
    """No figure on the target's basis: another basis, too early, or nothing at all."""
    target = question.target
    if target.value is None and target.reference is None:
        return reasons.no_number(question)
    if _newer_elsewhere(question, others):
        return reasons.other_basis(question, others, _over_families(question, others))
    if target.reference is not None and question.yearly():
        return reasons.no_pair(question)
    first_due = question.due_year if question.is_yearly else question.first_year
    early = question.as_of <= question.scheme.stages.released(first_due)
    if early and (question.is_yearly or question.points):
        return reasons.not_released(question)
    observations = question.evidence.of(question.indicator.code, question.region)
    if observations and not in_unit(observations, unit_of(target, question.indicator)):
        return reasons.other_unit(question, observations[0])
    return reasons.no_data(question)


def _newer_elsewhere(question: Question, others: tuple[Point, ...]) -> bool:
    """Whether another basis reaches further than the target's own figures and its base.

    The base year counts too: a new census is known before the first year of the plan.
    """
    since = question.due_year if question.is_yearly else question.first_year - 1
    ends = [point.end for point in others if since <= point.year <= question.due_year]
    baseline = question.target.baseline
    own = [point.end for point in question.points if point not in others]
    own += [baseline.period.last] if baseline else []
    return bool(ends) and max(ends) > max(own, default=date.min)


def _basis_at_the_end(question: Question, finding: Finding, others: tuple[Point, ...]) -> Finding:
    """The target's own basis is published no more, another one is: not comparable.

    So it is when the next figure on the own basis is overdue while that year is known on another. The
    progress known stays as it is: figures on another basis never change it.
    """
    open_end = finding.status in {*PACE, Status.NOT_DUE}
    if not open_end or finding.point is None or finding.reaches >= question.last_day:
        return finding
    after = finding.reaches.year + 1
    known = {p.year for p in others if p.observation.period.last.month == DECEMBER}
    overdue = question.as_of > question.scheme.stages.released(after)
    if not overdue or not any(after <= year <= question.due_year for year in known):
        return finding
    changed = reasons.other_basis(question, others, _over_families(question, others), finding)
    return replace(finding, status=Status.BASIS, reason=changed.reason)


def _pace_at_the_end(question: Question, finding: Finding) -> tuple[Finding, Stage]:
    """A final evaluation knows no pace: reached, not reached, or the figures that decide are missing.

    Until the last year's figures are due the pace stands, in the words of annual monitoring.
    """
    if question.stage is not Stage.FINAL or finding.status not in PACE:
        return finding, question.stage
    if question.as_of <= question.scheme.stages.released(question.due_year):
        return finding, Stage.ANNUAL
    return reasons.not_proven(question, finding), question.stage


def _verdict(
    target: Target,
    as_of: date,
    stage: Stage,
    scheme: Scheme,
    finding: Finding,
    others: tuple[Point, ...] = (),
) -> Verdict:
    point = finding.point
    observation = point.observation if point else None
    return Verdict(
        target=target.id,
        as_of=as_of,
        status=finding.status,
        stage=stage,
        method=finding.method,
        reason=finding.reason,
        observation=observation,
        period=observation.period if observation else None,
        progress=finding.working.progress,
        pace=finding.pace,
        formula=finding.working.formula,
        bands=str(scheme.bands) if finding.banded else "",
        earlier=_ordered(finding.working.earlier),
        other_bases=_ordered((*others, *finding.others)),
        value=point.value if point else None,
        lag_days=(as_of - observation.period.last).days if observation else None,
    )


def _ordered(points: tuple[Point, ...]) -> tuple[Observation, ...]:
    """Each observation once, by period and basis; of several for one period the most settled last."""
    found = sorted(
        dict.fromkeys(settled_last(points)), key=lambda p: (p.observation.period, p.observation.basis)
    )
    return tuple(dict.fromkeys(point.observation for point in found))
