"""The rows of a 核数表: one for each figure or name of a draft, with all that was found about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from lantu.check import Evidence, Finding, Report, Rule, Statement
from lantu.check.answers import sentence_digest, sentence_of
from lantu.indicators import region, shipped_registry
from lantu.texts import Language, label, render

_SENTENCE_MOST = 300


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One line of the table.

    key: what a returned table is told by: the same figure in the same sentence has it in the next draft too.
    place: line and column, or the cell or page; value: as the draft writes it; known: published values and
    targets with vintage and source; wrong: whether it asks for a look; open: whether no source is known.
    """

    key: str
    place: str
    sentence: str
    indicator: str
    region: str
    period: str
    value: str
    known: str
    finding: str
    expected: str
    why: str
    wrong: bool
    open: bool
    statement: Statement | None


def check_rows(report: Report, language: Language) -> tuple[CheckRow, ...]:
    """The rows in text order: every statement, and every name a rule has something to say of."""
    by_place: dict[tuple[int, int], list[Finding]] = {}
    for one in report.findings:
        by_place.setdefault((one.span.start, one.span.end), []).append(one)
    for dismissed, _ in report.set_aside:
        by_place.setdefault((dismissed.span.start, dismissed.span.end), [])
    said = {(s.span.start, s.span.end): s for s in report.draft.statements}
    seen: dict[str, int] = {}
    return tuple(
        _row(report, place, found, said.get(place), seen, language)
        for place, found in sorted(by_place.items())
    )


def _row(
    report: Report,
    place: tuple[int, int],
    found: list[Finding],
    said: Statement | None,
    seen: dict[str, int],
    language: Language,
) -> CheckRow:
    start, end = sentence_of(report.document, said, report.document.span(*place))
    words = report.document.text[place[0] : place[1]]
    digest = sentence_digest(report.document, start, end)
    number = seen[digest + words] = seen.get(digest + words, 0) + 1
    entry = shipped_registry().get(report.code(said)) if said else None
    home = region(said.region) if said and said.region else None
    return CheckRow(
        key=sha256(f"{digest}/{words}/{number}".encode()).hexdigest()[:16],
        place=_place(report, place[0], said),
        sentence=_cut(" ".join(report.document.text[start:end].split())),
        indicator=_indicator(said, entry.name if entry else ""),
        region=home.name if home else (said.region_words if said else ""),
        period=said.period.code if said and said.period else "",
        value=words,
        known="\n".join(dict.fromkeys(_known(found, language))),
        finding="\n".join(label("check_rule", one.rule, language) for one in found),
        expected=next((one.expected for one in found if one.expected), ""),
        why="\n".join(render(one.message, language) for one in found),
        wrong=any(one.rule not in (Rule.AGREES, Rule.UNSUPPORTED) for one in found),
        open=any(one.rule is Rule.UNSUPPORTED for one in found),
        statement=said,
    )


def _place(report: Report, start: int, said: Statement | None) -> str:
    if said is not None and said.address:
        return said.address
    line, column = report.document.place(start)
    return f"{line}:{column}"


def _indicator(said: Statement | None, name: str) -> str:
    """The draft's phrase; behind it the registry's name where that is another."""
    if said is None:
        return ""
    return f"{said.phrase}\n（{name}）" if name and name != said.phrase else said.phrase


def _known(found: list[Finding], language: Language) -> Iterator[str]:
    for one in found:
        for evidence in one.evidence:
            if evidence.span is None:
                yield told(evidence, language)


def told(one: Evidence, language: Language) -> str:
    """What a figure was held against: the value or target, its period, vintage, basis, source."""
    vintage = "" if one.vintage == "unknown" else label("vintage", one.vintage, language)
    source = one.source.title if one.source else one.plan
    parts = (one.period, vintage, "、".join(one.basis), source)
    return f"{one.quote or one.text}（{'，'.join(part for part in parts if part)}）"


def _cut(text: str) -> str:
    return text if len(text) <= _SENTENCE_MOST else text[:_SENTENCE_MOST] + "…"
