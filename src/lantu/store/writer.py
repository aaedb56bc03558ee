"""Writing to the store: one transaction, one audit record that says what was written."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from lantu.documents import Document
from lantu.indicators import Observation
from lantu.monitoring import Verdict
from lantu.plan import BlankRow, Correction, Entry, Plan, Section, Target
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
from lantu.store.canonical import digest_of_rows
from lantu.store.codec import plain
from lantu.store.reader import Reader
from lantu.store.schema import cases
from lantu.store.sync import Change, sync
from lantu.values import Conflict, InputError, msg

# Up to this many changed records stand in the audit record in full; of more, the counts and a digest.
IN_FULL = 20


class Writer(Reader):
    """A Reader that also writes. Made by ``Store.write``; everything becomes visible at the end of its block.

    Puts that change nothing leave no trace: a block in which nothing changed adds no audit record.
    """

    def __init__(self, connection: sa.Connection, actor: str, verb: str, at: datetime) -> None:
        super().__init__(connection)
        self._actor, self._verb, self._at = actor, verb, at
        self._seq = audit.head(connection)[0] + 1
        self._done: list[dict[str, Any]] = []

    def data_version(self) -> int:
        """The version verdicts written here rest on: this write's number; when judging, the last one's."""
        return super().data_version() if self._verb == audit.JUDGE else self._seq

    def put_plan(self, plan: Plan) -> None:
        """Insert or update by id."""
        self._note("plan", plans.put_plan(self.connection, plan), [plan], plan=plan.id)

    def put_sections(self, plan_id: str, sections: Sequence[Section]) -> None:
        """Make these the plan's sections, in this order; raises NotFound for an unknown plan."""
        self.plan(plan_id)
        change = plans.put_sections(self.connection, plan_id, sections)
        self._note("sections", change, sections, plan=plan_id)

    def put_targets(self, wanted: Sequence[Target]) -> None:
        """Insert or update by permanent id.

        Raises InputError for a target without a plan, NotFound for an unknown plan.
        """
        for plan_id in sorted({target.plan for target in wanted}):
            if not plan_id:
                first = next(target for target in wanted if not target.plan)
                raise InputError(
                    msg("目标“{id}”没有写明属于哪个规划，不能存；请先为它编正式编号。", id=first.id)
                )
            self.plan(plan_id)
        self._note("targets", targets.put(self.connection, wanted), wanted)

    def next_correction(self, plan_id: str) -> str:
        """The id of the next correction of a plan; ids are never used twice."""
        return _correction_id(plan_id, corrections.number_after(self.connection, plan_id))

    def put_correction(self, correction: Correction) -> None:
        """Add a correction under the next id; raises NotFound for an unknown plan, Conflict for another id.

        The audit record holds it in full.
        """
        self.plan(correction.plan)
        number = corrections.number_after(self.connection, correction.plan)
        if correction.id != _correction_id(correction.plan, number):
            raise Conflict(
                msg(
                    "更正编号“{id}”不是规划“{plan}”的下一个；请重新提交。",
                    id=correction.id,
                    plan=correction.plan,
                )
            )
        corrections.put(self.connection, correction, number, self._seq)
        self._made = None
        self._note("correction", Change(new=({"id": correction.id},)), [correction], plan=correction.plan)

    def put_observations(self, wanted: Sequence[Observation]) -> int:
        """Append figures; identical ones are ignored. Returns how many are new (a correction is)."""
        new = observations.put(self.connection, wanted, self._seq)
        self._note("observations", Change(new=tuple({"record": one} for one in new)), wanted)
        return len(new)

    def put_blanks(self, plan_id: str, blanks: Sequence[BlankRow]) -> None:
        """Make these the empty rows of the plan's lost table; raises NotFound for an unknown plan."""
        self.plan(plan_id)
        change = entries.put_blanks(self.connection, plan_id, blanks)
        self._note("blanks", change, blanks, plan=plan_id)

    def put_entry(self, entry: Entry) -> None:
        """Keep a row typed from paper; raises NotFound for an unknown plan, Conflict over a confirmed row."""
        self.plan(entry.plan)
        self._note("entry", entries.put_entry(self.connection, entry), [entry], plan=entry.plan)

    def put_answers(self, wanted: Sequence[answers.Answer]) -> None:
        """Add what people said of phrases, figures and findings, in this order."""
        if wanted:
            answers.put(self.connection, wanted, self._seq)
            self._note("answers", Change(new=tuple({"record": one} for one in wanted)), wanted)

    def put_document(self, document: Document) -> None:
        """Keep a text; the audit record names its checksum and length, never its words."""
        if documents.put(self.connection, document):
            self._add(
                put="document", name=document.name, sha256=document.sha256, characters=len(document.text)
            )

    def put_verdicts(
        self,
        plan_id: str,
        as_of: date,
        scheme: str,
        wanted: Sequence[Verdict],
        data_version: int | None = None,
    ) -> None:
        """Keep verdicts at the present data version.

        data_version: the version they were computed at; raises Conflict when the store has moved on since.
        """
        now = self.data_version()
        if data_version not in {None, now}:
            raise Conflict(
                msg(
                    "结论按数据版本 {old} 算出，而数据已到版本 {new}；没有存，请重新计算。",
                    old=data_version,
                    new=now,
                )
            )
        change = verdicts.put(self.connection, plan_id, as_of, now, scheme, wanted)
        self._note("verdicts", change, wanted, plan=plan_id, as_of=as_of, scheme=scheme, data_version=now)

    def mark_loaded(self, case_name: str, digest: str) -> None:
        """Note that a case was loaded, by the digest of its files."""
        row = {"name": case_name, "digest": digest}
        if sync(self.connection, cases, [row], cases.c.name == case_name):
            self._add(put="case", name=case_name, digest=digest)

    def erase_payload(self, seq: int) -> None:
        """Erase what an audit record wrote down (personal data); that it was erased is itself recorded."""
        if audit.erase_payload(self.connection, seq):
            self._add(erase="payload", seq=seq)

    def finish(self) -> audit.AuditRecord | None:
        """Append the audit record; None when nothing changed. Called by the store at the end of the block."""
        if not self._done:
            return None
        return audit.append(self.connection, self._actor, self._verb, self._at, {"done": self._done})

    def _note(self, what: str, change: Change, given: Sequence[Any], **where: object) -> None:
        if not change:
            return
        note: dict[str, Any] = {"put": what, **where, "given": len(given)}
        note |= {"new": len(change.new), "changed": len(change.changed), "gone": change.gone}
        if what == "verdicts":
            note["rows"] = digest_of_rows(row["payload"] for row in (*change.new, *change.changed))
        else:
            note["rows"] = digest_of_rows(plain(one) for one in given)
            if len(given) <= IN_FULL:
                note["records"] = [plain(one) for one in given]
        self._add(**note)

    def _add(self, **note: object) -> None:
        if self._verb == audit.JUDGE and note.get("put") != "verdicts":
            raise ValueError(note)  # judging must leave the data version as it is
        self._done.append(note)


def _correction_id(plan_id: str, number: int) -> str:
    return f"{plan_id}.c{number:04d}"
