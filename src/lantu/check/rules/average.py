"""年均与累计矛盾: a yearly average against the levels, the total or the single years it is of."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lantu.check import arithmetic
from lantu.check.amount import admitted, unit_of
from lantu.check.counting import counted
from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.interval import Interval
from lantu.check.prices import Follows, follows
from lantu.check.said import Said, beside
from lantu.check.shown import as_written, mention, middle
from lantu.check.spans import Spans
from lantu.check.statement import Role, Statement
from lantu.values import Message, msg

_JUDGED = (Role.GROWTH, Role.ACTUAL, Role.CHANGE)
_REVISED = Interval.rounded(Decimal(0), Decimal("0.2"))
"""What rates published year by year may lose against the average of revised ones, in points."""


@dataclass(frozen=True, slots=True)
class _Basis:
    """What a yearly average is computed from: the average that follows, and the figures."""

    average: Interval
    told: Message
    figures: tuple[Statement, ...]


def check_average(dossier: Dossier) -> Iterator[Finding]:
    """Every yearly average with first and last level, with the total, or with all its years in the draft."""
    said = Said(dossier)
    spans = Spans(said)
    for one in dossier.draft.statements:
        if one.measure not in _JUDGED:
            continue
        if not one.yearly:
            yield from _cumulative(spans, one)
        else:
            for basis in (_of_levels(said, spans, one), _of_total(spans, one), _of_years(spans, one)):
                stated = admitted(one)
                if basis is not None and stated is not None and not basis.average.meets(stated):
                    yield _finding(one, basis)
                    break


def _finding(one: Statement, basis: _Basis) -> Finding:
    near = all(beside(one, other) for other in basis.figures)
    return Finding(
        Rule.AVERAGE,
        one.span,
        one.quote,
        basis.told,
        Confidence.SURE if near else Confidence.LIKELY,
        statement=one.id,
        expected=as_written(middle(basis.average), one),
        evidence=tuple(mention(other) for other in basis.figures),
    )


def _of_levels(said: Said, spans: Spans, one: Statement) -> _Basis | None:
    """由A增加到B，年均增长C%, 年均增加C: of the levels at both ends."""
    ends = spans.ends(one)
    if ends is None:
        return None
    first, last, years = ends
    unit = unit_of(last)
    before, after = counted(first, unit), counted(last, unit)
    if before is None or after is None or before.low is None:
        return None
    if one.measure is Role.GROWTH:
        if (
            before.low <= 0
            or last.measure is not Role.ACTUAL
            or follows(said.dossier, one, last) is Follows.NO
        ):
            return None
        found = arithmetic.average(arithmetic.growth(before, after), years)
    else:
        changed = _in(one, last, after - before)
        if changed is None:
            return None
        found = changed.times(1 / Decimal(years))
    told = msg(
        "“{phrase}”由{before}到{after}，{years}年年均推算应为{expected}，文中写“{quote}”；请核对年均数和首末两个数。",
        phrase=one.phrase, before=first.quote, after=last.quote, years=years,
        expected=as_written(middle(found), one) or "——", quote=one.quote,
    )  # fmt: skip
    return _Basis(found, told, (first, last))


def _in(one: Statement, level: Statement, changed: Interval) -> Interval | None:
    """A difference of levels in the unit of the average."""
    own, unit = unit_of(one), unit_of(level)
    if own.measure == "percentage point":
        return changed if unit.measure == "%" else None
    if one.measure is not Role.CHANGE or own.measure == "%" or not unit.converts_to(own):
        return None
    return changed.times(unit.convert(Decimal(1), own))


def _of_total(spans: Spans, one: Statement) -> _Basis | None:
    """五年累计C，年均D: of the growth or the sum over the whole period."""
    found = spans.total(one)
    if found is None:
        return None
    whole, years = found
    value = counted(whole, unit_of(one))
    if value is None:
        return None
    if one.measure is Role.GROWTH:
        if set(whole.basis) - {"累计"} != set(one.basis) - {"累计"}:
            return None
        result = arithmetic.average(value, years)
    else:
        result = value.times(1 / Decimal(years))
    told = msg(
        "“{phrase}”{years}年累计{whole}，年均推算应为{expected}，文中写“{quote}”；请核对年均数和累计数。",
        phrase=one.phrase, years=years, whole=whole.quote,
        expected=as_written(middle(result), one) or "——", quote=one.quote,
    )  # fmt: skip
    return _Basis(result, told, (whole,))


def _of_years(spans: Spans, one: Statement) -> _Basis | None:
    """各年分别增长…，年均增长C%: of every single year."""
    parts = spans.each_year(one)
    if not parts:
        return None
    values = [v for part in parts if (v := counted(part, unit_of(one))) is not None]
    if len(values) != len(parts):
        return None
    if one.measure is Role.GROWTH:
        result = arithmetic.average(arithmetic.chained(values), len(values)) + _REVISED
    else:
        result = arithmetic.total(values).times(1 / Decimal(len(values)))
    told = msg(
        "“{phrase}”各年分别为{rates}，年均推算应为{expected}，文中写“{quote}”；请核对年均数和各年数。",
        phrase=one.phrase, rates="、".join(part.quote for part in parts),
        expected=as_written(middle(result), one) or "——", quote=one.quote,
    )  # fmt: skip
    return _Basis(result, told, parts)


def _cumulative(spans: Spans, one: Statement) -> Iterator[Finding]:
    """各年分别增长…，累计增长C%: the growth over all years against every single one."""
    if one.measure is not Role.GROWTH or one.table or "累计" not in one.basis or spans.years(one) is None:
        return
    parts = spans.each_year(one)
    values = [v for part in parts if (v := admitted(part)) is not None]
    stated = admitted(one)
    if not parts or len(values) != len(parts) or stated is None:
        return
    wide = _REVISED.times(Decimal(len(parts)))
    found = arithmetic.chained(values) + wide
    if found.meets(stated):
        return
    told = msg(
        "“{phrase}”各年分别为{rates}，累计推算应为{expected}，文中写“{quote}”；请核对累计数和各年数。",
        phrase=one.phrase, rates="、".join(part.quote for part in parts),
        expected=as_written(middle(found), one) or "——", quote=one.quote,
    )  # fmt: skip
    yield _finding(one, _Basis(found, told, parts))
