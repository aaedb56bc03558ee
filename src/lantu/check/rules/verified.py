"""Figures that whoever has them confirmed (已核定): the draft agrees with their word, or it does not."""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.amount import admitted, unit_of
from lantu.check.answers import Verified
from lantu.check.dossier import Dossier
from lantu.check.finding import Evidence, Finding, Rule
from lantu.check.statement import Statement
from lantu.indicators.phrase import plain
from lantu.values import Source, Unit, msg


def check_verified(dossier: Dossier) -> Iterator[Finding]:
    """A finding for every figure somebody confirmed, where the units convert."""
    for one in dossier.draft.statements:
        known = dossier.answered.figure(one)
        if known is not None and (finding := _held(one, known)) is not None:
            yield finding


def _held(one: Statement, known: Verified) -> Finding | None:
    unit = Unit.parse(plain(known.unit)) if known.unit else unit_of(one)
    found = admitted(one, unit)
    if found is None:
        return None
    text = f"{known.value:f}{known.unit}"
    source = Source(f"{known.by}核定，{known.on.isoformat()}", publisher=known.by, seen_on=known.on)
    evidence = (Evidence(text, source, period=known.period, published_on=known.on),)
    agrees = found.holds(known.value)
    message = (
        msg("与 {by} {day} 核定的数一致。", by=known.by, day=known.on)
        if agrees
        else msg(
            "{by} {day} 核定的数是 {value}；请按核定的数改，或再请其核定。",
            by=known.by,
            day=known.on,
            value=text,
        )
    )
    expected = "" if agrees else _written(one, unit, known.value)
    rule = Rule.AGREES if agrees else Rule.SOURCE
    return Finding(
        rule,
        one.span,
        one.quote,
        message,
        statement=one.id,
        expected=expected,
        evidence=evidence,
        verified=True,
    )


def _written(one: Statement, unit: Unit, value: Decimal) -> str:
    """The confirmed figure in the draft's own unit."""
    mine = unit.convert(abs(value) if one.sign < 0 else value, unit_of(one))
    text = f"{mine:f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}{one.unit}"
