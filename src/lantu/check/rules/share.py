"""比重与分项矛盾: a share against its part and its whole; the parts of a structure against 100."""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check import arithmetic
from lantu.check.amount import admitted, unit_of
from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.interval import Interval
from lantu.check.said import Said, beside, days
from lantu.check.shown import as_written, mention, middle
from lantu.check.sought import Sought
from lantu.check.statement import Link, Role, Statement
from lantu.check.within import Division, within_words
from lantu.values import Comparator, Message, msg

_ALL = Decimal(100)


def check_share(dossier: Dossier) -> Iterator[Finding]:
    """Every share whose part and whole stand in the draft, and the structures that must add to 100."""
    said = Said(dossier)
    sought = Sought(said)
    for one in dossier.draft.statements:
        if one.measure is Role.SHARE and unit_of(one).measure == "%":
            yield from _of_levels(sought, one)
    for division, row in _structures(said):
        yield from _of_structure(said, division, row)


def _of_levels(sought: Sought, one: Statement) -> Iterator[Finding]:
    pair = sought.part_and_whole(one)
    if pair is not None:
        yield from _against(one, *pair, Confidence.SURE if beside(one, pair[0]) else Confidence.LIKELY)


def _against(one: Statement, part: Statement, whole: Statement, confidence: Confidence) -> Iterator[Finding]:
    """The share against one part and one whole."""
    unit = unit_of(whole)
    mine, all_of = admitted(part, unit), admitted(whole, unit)
    stated = admitted(one)
    if mine is None or all_of is None or stated is None:
        return
    found = arithmetic.share(mine, all_of)
    if not found.meets(stated):
        yield _finding(one, found, part, whole, confidence)


def _finding(
    one: Statement, found: Interval, part: Statement, whole: Statement, confidence: Confidence
) -> Finding:
    expected = as_written(middle(found), one)
    return Finding(
        Rule.SHARE,
        one.span,
        one.quote,
        msg(
            "“{phrase}”按分项{part}、总体{whole}推算应为{expected}，文中写“{quote}”；请核对比重和两个数。",
            phrase=one.phrase,
            part=part.quote,
            whole=whole.quote,
            expected=expected or "——",
            quote=one.quote,
        ),
        confidence,
        statement=one.id,
        expected=expected,
        evidence=(mention(part), mention(whole)),
    )


def _structures(said: Said) -> Iterator[tuple[Division, list[Statement]]]:
    """Rows of shares that divide a whole: 三次产业结构 a:b:c, or 三次产业占比分别为."""
    statements = said.dossier.draft.statements
    for division in within_words().divisions:
        if not division.shares:
            continue
        for first in statements:
            if first.measure is not Role.SHARE or first.tied(Link.ROW) is not None:
                continue
            row = [first, *said.dossier.leaning_on(first, Link.ROW)]
            if len(row) == len(division.parts) and _is_structure(said, division, row):
                yield division, row


def _is_structure(said: Said, division: Division, row: list[Statement]) -> bool:
    if any(one.comparator is not Comparator.EQUAL for one in row):
        return False
    if tuple(said.dossier.code(one) for one in row) == division.shares:
        return True
    name = row[0].key
    return row[0].unit == "" and any(word in name for word in division.ratios)


def _of_structure(said: Said, division: Division, row: list[Statement]) -> Iterator[Finding]:
    """Each part against the values added where the draft gives them; all together against 100."""
    findings: list[Finding] = []
    if row[0].unit == "":
        whole = _valued(said, division.whole, row[0])
        for code, one in zip(division.parts, row, strict=True):
            part = _valued(said, code, one)
            if part is not None and whole is not None:
                findings += _against(one, part, whole, Confidence.LIKELY)
    together = [found for one in row if (found := admitted(one)) is not None]
    if not findings and len(together) == len(row):
        found = arithmetic.total(together)
        if not found.holds(_ALL):
            findings.append(_not_all(row))
    yield from findings


def _valued(said: Said, code: str, one: Statement) -> Statement | None:
    """The level of a part or the whole at the place of the structure."""
    found = said.levels.get((code, one.region or one.region_words, days(one.period)), ())
    levels = (s for s in found if s.measure is Role.ACTUAL and s.promised == one.promised)
    return said.nearest(levels, one)


def _not_all(row: list[Statement]) -> Finding:
    total = sum((one.written.value for one in row), Decimal(0))
    last = row[-1]
    rest = _ALL - sum((one.written.value for one in row[:-1]), Decimal(0))
    return Finding(
        Rule.SHARE,
        last.span,
        last.quote,
        _told(last, total),
        Confidence.SURE,
        statement=last.id,
        expected=as_written(rest, last) if rest > 0 else "",
        evidence=tuple(mention(one) for one in row[:-1]),
    )


def _told(one: Statement, total: Decimal) -> Message:
    return msg("“{phrase}”各部分相加为{total}，不等于100；请核对各项比重。", phrase=one.phrase, total=total)
