"""Typing in a lost main-indicator table: rows from the page, or whole forms from a workbook."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from lantu.exchange import read_entry_form
from lantu.plan import Entry
from lantu.store import Store, Writer
from lantu.values import Conflict, InputError, Message, Problem, msg


@dataclass(frozen=True, slots=True)
class Replacement:
    """A row kept already, and one of the same number with other content that would take its place."""

    old: Entry
    new: Entry

    @property
    def mark(self) -> str:
        """Names the old row as it stands: agreeing to replace it is worth nothing once it has changed."""
        return sha256(repr(self.old).encode()).hexdigest()

    @property
    def message(self) -> Message:
        """One sentence: which row, what it says, from which page, who typed it and when."""
        old = self.old
        return msg(
            "“{indicator}”（序号 {no}）已经录入过，内容不同：{content}，第 {page} 页，{who} 于 {day} 录入。",
            indicator=old.indicator,
            no=old.no or "—",
            content=_content(old),
            page=old.page,
            who=old.entered_by,
            day=old.entered_at.date(),
        )


class RowsDiffer(Conflict):
    """Rows of the same number stand already with other content; nothing was written."""

    def __init__(self, rows: Sequence[Replacement]) -> None:
        super().__init__(rows[0].message)
        self.rows = tuple(rows)


def enter_rows(
    store: Store, entries: Sequence[Entry], actor: str, at: datetime, agreed: Collection[str] = ()
) -> None:
    """Keep typed rows of one plan as 待核, all of them or none, in one write.

    agreed: marks of the rows that may be replaced (``Replacement.mark``). A row that stands already
    with the same content is left as it is. Raises RowsDiffer for those that would be replaced
    unasked, Conflict over a confirmed row, InputError for a number given twice, NotFound for a plan.
    """
    with store.write(actor, "enter-row", at) as writer:
        _keep(writer, entries, agreed)


def enter_form(
    store: Store, plan_id: str, data: bytes, actor: str, at: datetime
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Read a filled entry form and keep its rows as 待核; with any error nothing is written.

    Returns the rows kept and the problems found (each with sheet, row and column). Raises as
    ``enter_rows`` does; a workbook replaces no row that differs.
    """
    with store.read() as reader:
        reader.plan(plan_id)
    entries, problems = read_entry_form(plan_id, data, actor, at)
    if entries:
        with store.write(actor, "enter-form", at) as writer:
            _keep(writer, entries, ())
    return entries, problems


def _keep(writer: Writer, entries: Sequence[Entry], agreed: Collection[str]) -> None:
    rows: dict[str, Entry] = {}
    for entry in entries:
        writer.plan(entry.plan)
        if rows.setdefault(_key(entry), entry) is not entry:
            raise InputError(
                msg(
                    "序号（没有序号时为名称）“{key}”填了两次；什么都没有保存，请改正其中一行。",
                    key=_key(entry),
                )
            )
    standing = {_key(old): old for plan in {e.plan for e in entries} for old in writer.entries(plan)}
    pairs = [Replacement(standing[key], new) for key, new in rows.items() if key in standing]
    differing = [pair for pair in pairs if not _same(pair)]
    # A row that a second person confirmed is refused by the store, whoever agreed.
    unasked = [pair for pair in differing if pair.mark not in agreed and pair.old.state != "confirmed"]
    if unasked:
        raise RowsDiffer(unasked)
    same = {_key(pair.new) for pair in pairs if _same(pair)}
    for key, entry in rows.items():
        if key not in same:
            writer.put_entry(entry)


def _key(entry: Entry) -> str:
    return entry.no or entry.indicator


def _same(pair: Replacement) -> bool:
    """Whether both say the same, whoever typed them and whether or not they were confirmed."""
    old = pair.old
    return old == replace(pair.new, entered_by=old.entered_by, entered_at=old.entered_at, state=old.state)


def _content(entry: Entry) -> str:
    """The figures of a row in short, without words of any language."""
    top = f"–{entry.target_max}" if entry.target_max is not None else ""
    sign = (
        entry.comparator.value
        if entry.comparator and entry.comparator.value in ("<", "<=", ">", ">=")
        else ""
    )
    parts = (
        f"{entry.baseline_year}: {entry.baseline}" if entry.baseline is not None else "",
        f"{entry.target_year}: {sign}{entry.target}{top}" if entry.target is not None else "",
        f"[{entry.growth}]" if entry.growth is not None else "",
    )
    return f"{' → '.join(part for part in parts if part) or '—'} {entry.unit}"
