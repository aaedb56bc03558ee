"""Corrections as JSON lines, one a line: what a person changed in a reading, to keep beside the text.

The keys are explained in docs/reference/records.md. What is written reads back as it was.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from lantu.plan import DERIVED, FIELDS, Change, Correction, CorrectionKind, Subject
from lantu.plan.fields import check_target, check_value, parsed
from lantu.plan.overlay import added
from lantu.values import InputError, LantuError, Message, Span, msg

_TEXTS = ("id", "plan", "kind", "subject", "quote", "document", "by", "at")
_PERHAPS = ("record", "before", "behind", "reason", "withdraws")
_KEYS = frozenset((*_TEXTS, *_PERHAPS, "start", "end", "changes"))


def write_corrections(corrections: Iterable[Correction]) -> bytes:
    """One JSON object a line in UTF-8, in the order given."""
    lines = (json.dumps(_row(one), ensure_ascii=False) + "\n" for one in corrections)
    return "".join(lines).encode()


def read_corrections(data: bytes, name: str = "corrections.jsonl") -> tuple[Correction, ...]:
    """The corrections of a file, in the order of its lines; empty lines are passed over.

    Raises InputError naming file and line, what is wrong and what to do.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(msg("文件“{name}”不是 UTF-8 文本；请从网站重新下载更正文件。", name=name)) from error
    found: dict[str, Correction] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            one = _read(line)
            if one.id in found:
                raise _Fault(
                    msg(
                        "文件“{name}”第 {line} 行：编号“{id}”在前面已有；请改正或重新下载。",
                        id=one.id,
                    )
                )
        except _Fault as fault:
            raise fault.at(name, number) from fault
        except LantuError as error:
            why = msg("文件“{name}”第 {line} 行：{why}", name=name, line=number, why=error.message)
            raise InputError(why) from error
        found[one.id] = one
    return tuple(found.values())


class _Fault(Exception):
    """What is wrong with a line; its file and number are filled in where they are known."""

    def __init__(self, message: Message) -> None:
        super().__init__()
        self.message = message

    def at(self, name: str, number: int) -> InputError:
        """The error for people."""
        arguments = {**self.message.arguments, "name": name, "line": str(number)}
        return InputError(Message(self.message.template, arguments))


def _row(one: Correction) -> dict[str, Any]:
    return {
        "id": one.id,
        "plan": one.plan,
        "kind": one.kind.value,
        "subject": one.subject.value,
        "record": one.record,
        "document": one.span.document,
        "start": one.span.start,
        "end": one.span.end,
        "quote": one.quote,
        "before": one.before,
        "behind": one.behind,
        "changes": [
            {"field": change.field, "before": change.before, "after": change.after} for change in one.changes
        ],
        "by": one.by,
        "at": one.at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "reason": one.reason,
        "withdraws": one.withdraws,
    }


def _read(line: str) -> Correction:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _Fault(
            msg(
                "文件“{name}”第 {line} 行：不是完整的 JSON（{why}）；请改正或重新下载。",
                why=error,
            )
        ) from error
    if not isinstance(row, dict):
        raise _Fault(msg("文件“{name}”第 {line} 行：应是一个 JSON 对象；请改正或重新下载。"))
    for key in sorted(map(str, row.keys() - _KEYS)):
        raise _Fault(
            msg(
                "文件“{name}”第 {line} 行：没有“{key}”这一项；请改正或重新下载。",
                key=key[:40],
            )
        )
    texts = {key: _text(row, key) for key in (*_TEXTS, *_PERHAPS)}
    start, end = (_offset(row, key) for key in ("start", "end"))
    if end < start:
        raise _Fault(msg("文件“{name}”第 {line} 行：end 小于 start；请改正或重新下载。"))
    correction = Correction(
        id=texts["id"],
        plan=texts["plan"],
        kind=CorrectionKind(_word("kind", texts["kind"], tuple(CorrectionKind))),
        subject=Subject(_word("subject", texts["subject"], tuple(Subject))),
        span=Span(texts["document"], start, end),
        quote=texts["quote"],
        changes=_changes(row.get("changes", [])),
        by=texts["by"],
        at=_instant(texts["at"]),
        **{key: texts[key] for key in _PERHAPS},
    )
    _check(correction)
    return correction


def _text(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key, "" if key in _PERHAPS else None)
    if value is None:
        raise _Fault(msg("文件“{name}”第 {line} 行：缺“{key}”这一项；请改正或重新下载。", key=key))
    if not isinstance(value, str):
        raise _Fault(msg("文件“{name}”第 {line} 行：“{key}”应是文字；请改正或重新下载。", key=key))
    return value


def _offset(row: Mapping[str, Any], key: str) -> int:
    value = row.get(key)
    if type(value) is not int or value < 0:
        raise _Fault(
            msg(
                "文件“{name}”第 {line} 行：“{key}”应是从 0 起的整数；请改正或重新下载。",
                key=key,
            )
        )
    return value


def _word(key: str, text: str, known: tuple[str, ...]) -> str:
    if text not in known:
        raise _Fault(
            msg(
                "文件“{name}”第 {line} 行：“{field}”不能是“{text}”；可以是：{known}；请改正或重新下载。",
                field=key,
                text=text[:40],
                known="、".join(known),
            )
        )
    return text


def _instant(text: str) -> datetime:
    try:
        at: datetime | None = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise _Fault(
            msg("文件“{name}”第 {line} 行：“at”应是带时区的时刻，如 2026-03-01T08:30:00Z；请改正或重新下载。")
        )
    return at.astimezone(UTC)


def _changes(rows: Any) -> tuple[Change, ...]:
    fits = isinstance(rows, list) and all(
        isinstance(row, dict)
        and row.keys() == {"field", "before", "after"}
        and all(isinstance(value, str) for value in row.values())
        for row in rows
    )
    if not fits:
        raise _Fault(
            msg("文件“{name}”第 {line} 行：“changes”应是几组文字 field、before、after；请改正或重新下载。")
        )
    return tuple(Change(**row) for row in rows)


def _check(one: Correction) -> None:
    """The kind fits its subject, and every new value is one its field may have."""
    of_sentence = one.subject is Subject.SENTENCE
    if one.kind is CorrectionKind.WITHDRAW:
        if not one.withdraws:
            raise _Fault(
                msg(
                    "文件“{name}”第 {line} 行：缺“{key}”这一项；请改正或重新下载。",
                    key="withdraws",
                )
            )
        return
    fits = of_sentence == (one.kind is CorrectionKind.CLASS) and (
        one.kind is not CorrectionKind.ADD or one.subject is Subject.TARGET
    )
    if not fits or (not one.changes and one.kind is not CorrectionKind.REMOVE):
        raise _Fault(
            msg(
                "文件“{name}”第 {line} 行：“{kind}”这种更正不能这样用于“{subject}”；请改正或重新下载。",
                kind=one.kind.value,
                subject=one.subject.value,
            )
        )
    known = (*FIELDS[one.subject], *(DERIVED if one.subject is Subject.TARGET else ()))
    for change in one.changes:
        _word("field", change.field, known)
        if one.kind is not CorrectionKind.REMOVE:
            parsed(one.subject, change.field, change.after)
    if one.kind is CorrectionKind.ADD:
        check_value(added(one))
        check_target(added(one))
