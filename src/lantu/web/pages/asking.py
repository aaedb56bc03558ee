"""A correction asked for in a form: from the button pressed and the fields typed to what actions take."""

import re
from collections.abc import Mapping

from lantu.actions import Asked
from lantu.plan import FIELDS, Change, CorrectionKind, Subject
from lantu.values import Conflict, InputError, Span, msg
from lantu.web.pages.ledger import Line
from lantu.web.pages.ledger_records import LedgerRecord

_PARTS = {"class": 2, "field": 6, "remove": 4, "save": 4, "add": 1, "withdraw": 2}
"""Parts of a button's value by its first word, joined by ``|``."""
ADD_FIELDS = tuple(name for name in FIELDS[Subject.TARGET] if name not in ("binding", "tier"))


def press(form: Mapping[str, str]) -> list[str]:
    """The parts of the button that was pressed. Raises InputError when no button of the page was."""
    parts = form.get("do", "").split("|")
    if _PARTS.get(parts[0]) != len(parts):
        raise InputError(msg("没有收到要更正什么；请回到通读页，点句子下面的按钮。"))
    return parts


def asked(form: Mapping[str, str], line: Line, document: str, text: str) -> Asked:
    """What a form asks for about a sentence as it stands now.

    Raises Conflict when the sentence is no longer as the page showed it, InputError for a record or field
    that is not there or a figure that is not in the sentence.
    """
    parts = press(form)
    if form.get("seen", "") != line.seen:
        raise Conflict(msg("这句话在您打开页面之后已有人更正过；请看过现在的内容再改。"))
    reason = form.get("reason", "")
    if parts[0] == "class":
        change = Change("class", line.klass, parts[1])
        span = Span(document, line.start, line.end)
        quote = text[line.start : line.end]
        return Asked(CorrectionKind.CLASS, Subject.SENTENCE, span, quote, (change,), reason=reason)
    if parts[0] == "add":
        return _added(form, line, document, text, reason)
    key = "|".join(parts[1:4])
    record = next((one for one in line.records if one.key == key), None)
    if record is None:
        raise InputError(msg("这句话里没有这条记录；请看过现在的内容再改。"))
    return _of_record(parts, form, record, text, reason)


def _of_record(
    parts: list[str], form: Mapping[str, str], record: LedgerRecord, text: str, reason: str
) -> Asked:
    kind = CorrectionKind.REMOVE if parts[0] == "remove" else CorrectionKind.FIELD
    changes: tuple[Change, ...] = ()
    if parts[0] == "field":
        changes = (Change(parts[4], _now(record, parts[4]), parts[5]),)
    elif parts[0] == "save":
        typed = ((one, form.get(f"f.{one.name}", one.value).strip()) for one in record.typed)
        changes = tuple(Change(one.name, one.value, value) for one, value in typed if value != one.value)
        if not changes:
            raise InputError(msg("没有改动任何一栏；请改好再保存。"))
    place = record.place
    return Asked(
        kind, Subject(record.subject), place, text[place.start : place.end], changes, record.id, reason
    )


def _now(record: LedgerRecord, name: str) -> str:
    found = next((one for one in record.fields if one.name == name), None)
    if found is None:
        raise InputError(msg("这条记录没有“{field}”这一栏；请回到页面上改。", field=name[:20]))
    return found.value


def _place(quote: str, line: Line, text: str) -> int | None:
    """Where the figure stands: never inside a longer number, first where no target has been read yet."""
    if not quote:
        return None
    whole = re.compile(rf"(?<![\d.]){re.escape(quote)}(?![\d.])" if quote[0].isdigit() else re.escape(quote))
    found = [match.start() for match in whole.finditer(text, line.start, line.end)]
    taken = [one.place for one in line.records if one.subject == Subject.TARGET]
    free = [at for at in found if not any(place.start <= at < place.end for place in taken)]
    return next(iter(free or found), None)


def _added(form: Mapping[str, str], line: Line, document: str, text: str, reason: str) -> Asked:
    quote = form.get("f.quote", "").strip()
    at = _place(quote, line, text)
    if at is None:
        raise InputError(msg("“{quote}”不在这句话里；请照抄句子里的数字和单位，如“7.5%”。", quote=quote[:30]))
    changes = tuple(
        Change(name, "", value) for name in ADD_FIELDS if (value := form.get(f"f.{name}", "").strip())
    )
    span = Span(document, at, at + len(quote))
    return Asked(CorrectionKind.ADD, Subject.TARGET, span, quote, changes, reason=reason)
