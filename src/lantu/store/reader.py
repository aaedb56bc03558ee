"""Reading the store: one consistent state, however long the reading takes."""

from collections.abc import Callable, Collection
from datetime import date

import sqlalchemy as sa

from lantu.check.answers import Dismissal, Verified
from lantu.documents import Document
from lantu.indicators import Confirmation, Observation
from lantu.monitoring import Verdict
from lantu.plan import BlankRow, Correction, CorrectionKind, Entry, Plan, Section, Target
from lantu.plan.overlay import corrected_targets, struck_by
from lantu.store import (
    answers,
    audit,
    corrections,
    documents,
    entries,
    observations,
    plans,
    targets,
    verdicts,
)
from lantu.store.schema import cases
from lantu.values import NotFound, msg


class Reader:
    """Records as they stand when the block of ``Store.read`` begins; valid inside it."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        self._made: dict[str, tuple[Correction, ...]] | None = None

    def plans(self) -> tuple[Plan, ...]:
        """All plans by id."""
        return plans.all_plans(self.connection)

    def plan(self, plan_id: str) -> Plan:
        """One plan; raises NotFound."""
        for plan in plans.all_plans(self.connection, plan_id):
            return plan
        raise NotFound(msg("没有编号为“{id}”的规划；请核对编号，或先用 lantu load 载入。", id=plan_id))

    def sections(self, plan_id: str) -> tuple[Section, ...]:
        """The structure of a plan in text order."""
        return plans.sections_of(self.connection, plan_id)

    def targets(self, plan_id: str) -> tuple[Target, ...]:
        """The targets of a plan with their corrections, by id."""
        made = self._target_corrections().get(plan_id, ())
        return corrected_targets(self.registered(plan_id), made)

    def registered(self, plan_id: str) -> tuple[Target, ...]:
        """The targets of a plan as registered, without corrections, by id."""
        return targets.of_plan(self.connection, plan_id)

    def target(self, target_id: str) -> Target:
        """One target with its corrections; raises NotFound, which says so when it was struck out."""
        found = targets.by_id(self.connection, target_id)
        made = self._target_corrections().get(found.plan, ()) if found else ()
        if found and made:
            by_id = {one.id: one for one in corrected_targets([found], made)}
            if target_id not in by_id and (struck := struck_by(target_id, made)):
                raise _struck_out(target_id, struck)
            found = by_id.get(target_id)
        if found is None:
            raise NotFound(msg("没有编号为“{id}”的目标；请核对编号。", id=target_id))
        return found

    def targets_of(self, indicator_code: str) -> tuple[Target, ...]:
        """The targets of all plans for one indicator of the registry, with their corrections, by id."""
        raw = targets.of_indicator(self.connection, indicator_code)
        return self._laid_over(raw, lambda target: target.indicator_code == indicator_code)

    def annual_targets(self, region: str | None = None) -> tuple[Target, ...]:
        """The targets of annual plans as corrected, by id; with ``region`` only of that region's plans."""
        return self._laid_over(targets.of_annual_plans(self.connection, region))

    def corrections(self, plan_id: str) -> tuple[Correction, ...]:
        """The corrections of a plan in the order they were made, withdrawn ones and withdrawals included."""
        return corrections.of_plan(self.connection, plan_id)

    def _target_corrections(self) -> dict[str, tuple[Correction, ...]]:
        if self._made is None:
            self._made = corrections.of_targets(self.connection)
        return self._made

    def _laid_over(
        self, raw: tuple[Target, ...], wanted: Callable[[Target], bool] | None = None
    ) -> tuple[Target, ...]:
        """Targets of several plans with their corrections.

        wanted: tells, where a correction can bring a target in, which targets of a corrected plan belong.
        """
        made = self._target_corrections()
        if not made:
            return raw
        plans_of_raw = {target.plan for target in raw}
        result = [target for target in raw if target.plan not in made]
        for plan_id in made if wanted else plans_of_raw & made.keys():
            result += filter(wanted, self.targets(plan_id))
        return tuple(sorted(result, key=lambda target: target.id))

    def observations(
        self, indicator: str | Collection[str] | None = None, region: str | None = None
    ) -> tuple[Observation, ...]:
        """Figures in force by indicator, region, period: of one or several indicators, one region, or all."""
        return observations.read(self.connection, indicator, region)

    def document(self, sha256: str) -> Document | None:
        """A text the user has loaded."""
        return documents.by_sha256(self.connection, sha256)

    def verdicts(self, plan_id: str, as_of: date, scheme: str) -> tuple[Verdict, ...]:
        """The stored verdicts of a plan at the present data version, by target id; () when not judged yet."""
        return verdicts.of_plan(self.connection, plan_id, as_of, self.data_version(), scheme)

    def verdict(self, target_id: str, as_of: date, scheme: str) -> Verdict | None:
        """The stored verdict of one target at the present data version."""
        return verdicts.of_target(self.connection, target_id, as_of, self.data_version(), scheme)

    def judged_days(self, plan_id: str, scheme: str | None = None) -> tuple[date, ...]:
        """The days with verdicts at the present data version, earliest first; of one scheme, or of any."""
        return verdicts.days(self.connection, plan_id, self.data_version(), scheme)

    def data_version(self) -> int:
        """Number of the last audit record whose verb is not ``judge``; 0 for an empty store."""
        return audit.data_version(self.connection)

    def audit(self, limit: int = 50) -> tuple[audit.AuditRecord, ...]:
        """The last audit records, newest first."""
        return audit.latest(self.connection, limit)

    def blanks(self, plan_id: str) -> tuple[BlankRow, ...]:
        """Rows of the plan's lost table that are known by name."""
        return entries.blanks_of(self.connection, plan_id)

    def entries(self, plan_id: str) -> tuple[Entry, ...]:
        """Rows typed from paper, by row number."""
        return entries.entries_of(self.connection, plan_id)

    def confirmations(self) -> tuple[Confirmation, ...]:
        """What people said phrases name, in the order they said it."""
        return answers.of_kind(self.connection, Confirmation)

    def verified(self) -> tuple[Verified, ...]:
        """Figures of drafts that people confirmed, in the order they did."""
        return answers.of_kind(self.connection, Verified)

    def dismissals(self) -> tuple[Dismissal, ...]:
        """Findings about drafts that people set aside, in the order they did."""
        return answers.of_kind(self.connection, Dismissal)

    def loaded(self, case_name: str) -> str | None:
        """Digest of the case as it was loaded, None when it was not."""
        return self.connection.scalar(sa.select(cases.c.digest).where(cases.c.name == case_name))


def _struck_out(target_id: str, by: Correction) -> NotFound:
    if by.kind is CorrectionKind.WITHDRAW:
        return NotFound(
            msg(
                "目标“{id}”是人工补录的，{who} 于 {day} 撤回了补录（更正 {correction}）。",
                id=target_id,
                who=by.by,
                day=by.at.date(),
                correction=by.id,
            )
        )
    return NotFound(
        msg(
            "目标“{id}”已由 {who} 于 {day} 删去（更正 {correction}）；如删错了，请撤回这条更正。",
            id=target_id,
            who=by.by,
            day=by.at.date(),
            correction=by.id,
        )
    )
