"""Judging a plan as known on a day, and the summary of what was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lantu.indicators import shipped_registry
from lantu.monitoring import Evidence, Tally, Verdict, judge_plan, shipped_scheme, tally
from lantu.plan import Plan, Target
from lantu.store import Reader, Store
from lantu.values import InputError, msg

CIVIL = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The verdicts of one plan on one day.

    targets and verdicts stand in the same order; data_version and scheme name the state of the
    store and the rules they rest on.
    """

    plan: Plan
    as_of: date
    targets: tuple[Target, ...]
    verdicts: tuple[Verdict, ...]
    tally: Tally
    data_version: int
    scheme: str


def judge(store: Store, plan_id: str, as_of: date, actor: str, at: datetime) -> tuple[Verdict, ...]:
    """Return the verdicts of a plan as known on ``as_of``; compute and store them when there are none yet.

    Raises NotFound for an unknown plan and InputError for a day that has not come or on which the plan
    was not public yet.
    """
    return judge_plans(store, (plan_id,), as_of, actor, at)[plan_id]


def judge_all(store: Store, as_of: date, actor: str, at: datetime) -> dict[str, tuple[Verdict, ...]]:
    """Judge every plan that was public on ``as_of``; see ``judge``."""
    with store.read() as reader:
        plans = tuple(plan.id for plan in reader.plans() if plan.known_on(as_of))
    return judge_plans(store, plans, as_of, actor, at)


def judge_plans(
    store: Store, plan_ids: Sequence[str], as_of: date, actor: str, at: datetime
) -> dict[str, tuple[Verdict, ...]]:
    """Return the verdicts of several plans; what was missing is computed and stored in one write."""
    today = at.astimezone(CIVIL).date()
    if as_of > today:
        raise InputError(
            msg("截至日 {day} 还没有到（今天是 {today}）；请改成今天或以前的日期。", day=as_of, today=today)
        )
    scheme = shipped_scheme()
    with store.read() as reader:
        version = reader.data_version()
        found = {plan_id: reader.verdicts(plan_id, as_of, scheme.digest) for plan_id in plan_ids}
        missing = {}
        for plan_id in (one for one, verdicts in found.items() if not verdicts):
            plan, targets = reader.plan(plan_id), reader.targets(plan_id)
            if not plan.known_on(as_of):
                raise _not_yet(plan, as_of)
            evidence = _evidence(reader, plan, targets)
            missing[plan_id] = judge_plan(plan, targets, evidence, as_of, scheme)
    if not any(missing.values()):
        return found
    with store.write(actor, "judge", at) as writer:
        current = writer.data_version() == version  # else figures came in meanwhile: these are stale
        for plan_id, verdicts in missing.items() if current else ():
            writer.put_verdicts(plan_id, as_of, scheme.digest, verdicts)
    return {**found, **missing} if current else judge_plans(store, plan_ids, as_of, actor, at)


def _not_yet(plan: Plan, as_of: date) -> InputError:
    return InputError(
        msg(
            "规划“{id}”在 {day} 还没有公布（{published} 起）；请改成那天以后的日期。",
            id=plan.id,
            day=as_of,
            published=plan.published_on or plan.period.first,
        )
    )


def status(store: Store, plan_id: str, as_of: date, actor: str, at: datetime) -> StatusReport:
    """Judge a plan if that was not done yet, and return verdicts with their tally."""
    verdicts = judge(store, plan_id, as_of, actor, at)
    with store.read() as reader:
        plan, targets, version = reader.plan(plan_id), reader.targets(plan_id), reader.data_version()
    by_target = {verdict.target: verdict for verdict in verdicts}
    ordered = tuple(by_target[target.id] for target in targets)
    return StatusReport(
        plan, as_of, targets, ordered, tally(targets, ordered), version, shipped_scheme().digest
    )


def _evidence(reader: Reader, plan: Plan, targets: tuple[Target, ...]) -> Evidence:
    """What the verdicts of a plan may rest on: figures of its indicators and of those compared with."""
    codes = {target.indicator_code for target in targets if target.indicator_code}
    codes |= {
        target.reference.indicator for target in targets if target.reference and target.reference.indicator
    }
    observations = reader.observations(indicator=sorted(codes))
    annual = tuple(target for target in reader.annual_targets(region=plan.region) if target.plan != plan.id)
    return Evidence(observations, annual, shipped_registry())
