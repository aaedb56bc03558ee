"""同文前后不一 by a slip of the pen: 全年32162.7亿元的总量, where the draft has 32612.7亿元 elsewhere.

A figure whose words name nothing certain cannot be looked up. When it has the unit, region and time of
another figure of the draft and its digits but for two that changed places, it is that figure mistyped; one
digit that is another counts from five digits on, where two figures are hardly so alike by chance.
"""

from collections.abc import Iterator

from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.said import days
from lantu.check.shown import mention
from lantu.check.statement import Move, Role, Statement
from lantu.values import msg

_SWAPPED_FROM = 4
_REPLACED_FROM = 5
"""Digits from which on a likeness is no chance."""
_Alike = tuple[str, str, str, int, int]


def check_slip(dossier: Dossier) -> Iterator[Finding]:
    """Every figure without a certain name that is another of the draft but for a slip."""
    named: dict[_Alike, list[Statement]] = {}
    for one in dossier.draft.statements:
        if dossier.code(one) and (kind := _kind(one)):
            named.setdefault(kind, []).append(one)
    for one in dossier.draft.statements:
        kind = None if dossier.code(one) else _kind(one)
        if kind is None or _is_said(one, named.get(kind, ())):
            continue
        like = [other for other in named.get(kind, ()) if slipped(_digits(one), _digits(other))]
        if like and len({_digits(other) for other in like}) == 1:
            yield _finding(one, like)


def slipped(a: str, b: str) -> bool:
    """Whether two strings of digits differ by two neighbours that changed places, or by one digit."""
    if a == b or len(a) != len(b) or len(a) < _SWAPPED_FROM:
        return False
    wrong = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(wrong) == 1:
        return len(a) >= _REPLACED_FROM
    first, last = wrong[0], wrong[-1]
    return len(wrong) == 2 and last == first + 1 and a[first] == b[last] and a[last] == b[first]


def _kind(one: Statement) -> _Alike | None:
    """What a figure and the one it is a slip of share."""
    if one.measure is not Role.ACTUAL or one.promised or one.value_max or one.move is Move.FROM:
        return None
    if one.period is None or not one.unit:
        return None
    places = one.written.step.as_tuple().exponent
    return one.unit, one.region or one.region_words, days(one.period), len(_digits(one)), int(places)


def _digits(one: Statement) -> str:
    return "".join(map(str, one.written.value.as_tuple().digits))


def _is_said(one: Statement, others: tuple[Statement, ...] | list[Statement]) -> bool:
    return any(_digits(one) == _digits(other) for other in others)


def _finding(one: Statement, like: list[Statement]) -> Finding:
    nearest = min(like, key=lambda s: (abs(s.id - one.id), s.id))
    return Finding(
        Rule.REPEATED,
        one.span,
        one.quote,
        msg(
            "文中另一处“{phrase}”写“{other}”，此处写“{quote}”，只差一两个数字，可能是笔误；请核对。",
            phrase=nearest.phrase,
            other=nearest.quote,
            quote=one.quote,
        ),
        Confidence.LIKELY,
        statement=one.id,
        expected=nearest.quote,
        evidence=tuple(mention(other) for other in like[:3]),
    )
