"""同文前后不一: the same thing at the same time said with two values that cannot both be meant."""

from collections.abc import Iterator
from itertools import combinations

from lantu.check.amount import admitted, unit_of
from lantu.check.dossier import Dossier
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.interval import Interval
from lantu.check.periods import year_before
from lantu.check.said import Said, days, same_scope
from lantu.check.shown import as_written, mention
from lantu.check.statement import Move, Role, Statement
from lantu.check.words import words
from lantu.values import Comparator, Vintage, msg

_COMPARED = (Role.ACTUAL, Role.GROWTH, Role.SHARE, Role.RANK)
_SHORT = 7
"""Letters of a phrase without a registry code from which on it can name one thing in a whole draft."""
_COUNTS = frozenset({"个", "项", "件", "条", "次", "场", "种", "名", "处", "类"})
_CLAUSE = 40
"""Letters in front of a figure in which the verb of its clause stands."""
_MOST = 6
"""Other mentions a finding names, the nearest."""
_Kind = tuple[object, ...]


def check_repeated(dossier: Dossier) -> Iterator[Finding]:
    """Every figure that contradicts another mention of the same thing; the odd one out, else the later."""
    said = Said(dossier)
    groups: dict[_Kind, list[Statement]] = {}
    for one in dossier.draft.statements:
        kind = _kind(said, one)
        if kind is not None:
            groups.setdefault(kind, []).append(one)
    for group in groups.values():
        if len(group) > 1:
            yield from _contradictions(said, group)


def _kind(said: Said, one: Statement) -> _Kind | None:
    """What two mentions of the same must share; None for a figure that cannot be told apart from others."""
    told = one.move is not Move.FROM or bool(one.period_words)
    if one.measure not in _COMPARED or not told or not said.named(one):
        return None
    if one.value_max is not None or (one.measure is Role.ACTUAL and _shares_verb(said, one)):
        return None
    code = said.dossier.code(one)
    if not code and (len(one.key) < _SHORT or one.unit in _COUNTS or one.measure is Role.RANK):
        return None
    place = said.place(one)
    if place is None:
        return None
    return (
        *place,
        one.measure,
        one.promised,
        one.yearly,
        unit_of(one).measure,
        _base(one),
        one.among,
        one.whole,
    )


def _shares_verb(said: Said, one: Statement) -> bool:
    """新增上市企业20家、高新技术企业1000家: the verb and the scope of the first are those of all."""
    first, before = one, said.listed_with(one)
    while before is not None:
        first, before = before, said.listed_with(before)
    if first is one:
        return False
    clause = said.shadow[max(first.sentence.start, first.span.start - _CLAUSE) : first.span.start]
    return first.promised or any(word in clause for word in words().deeds.kept)


def _base(one: Statement) -> str:
    """What a growth is over: the year before unless other words are said."""
    if one.measure is not Role.GROWTH or one.yearly:
        return ""
    if one.compared is None:
        before = year_before(one.period)
        return f"year {days(before)}" if before else "span"
    return f"{one.compared.against} {days(one.compared.period)}{one.compared.region}"


def _contradictions(said: Said, group: list[Statement]) -> Iterator[Finding]:
    unit = unit_of(group[0])
    values = {one.id: found for one in group if (found := admitted(one, unit)) is not None}
    known = {one.id: one for one in group if one.id in values}
    against: dict[int, dict[int, Statement]] = {number: {} for number in known}
    for a, b in combinations(known.values(), 2):
        if _contradict(a, b, values):
            against[a.id][b.id] = b
            against[b.id][a.id] = a
    while known:
        worst = max(known, key=lambda number: (len(against[number]), number))
        if not against[worst]:
            return
        yield _finding(said, known.pop(worst), tuple(against[worst].values()))
        for other in against[worst]:
            del against[other][worst]


def _contradict(a: Statement, b: Statement, values: dict[int, Interval]) -> bool:
    if not _same_words(a, b) or _in_one_breath(a, b):
        return False
    if a.promised:
        return _goal(a) is _goal(b) and not _same_goal(a, b)
    return not values[a.id].meets(values[b.id])


def _in_one_breath(a: Statement, b: Statement) -> bool:
    """Two figures of a sentence or of a table's row: nobody says one thing twice there in two ways."""
    return a.sentence.start == b.sentence.start and a.table == b.table


def _same_goal(a: Statement, b: Statement) -> bool:
    """Whether two goals name one value: a rate to the digit, an amount up to its last place."""
    mine, theirs = unit_of(a), unit_of(b)
    other = theirs.convert(b.written.value, mine)
    if mine.measure in ("%", "percentage point"):
        return a.written.value == other
    step = theirs.convert(b.written.step, mine)
    return Interval.rounded(a.written.value, a.written.step).meets(Interval.rounded(other, step))


def _goal(one: Statement) -> Comparator:
    """Goals are compared with goals alike: a floor is no value, 左右 is one."""
    exact = one.comparator in (Comparator.ABOUT, Comparator.EQUAL)
    return Comparator.EQUAL if exact else one.comparator


def _same_words(a: Statement, b: Statement) -> bool:
    """Whether scope, price and vintage words can be of one value."""
    if {a.vintage, b.vintage} - {Vintage.UNKNOWN} and a.vintage is not b.vintage:
        return False
    return same_scope(a, b)


def _finding(said: Said, one: Statement, others: tuple[Statement, ...]) -> Finding:
    by_distance = sorted(others, key=lambda s: (abs(s.id - one.id), s.id))
    nearest = by_distance[0]
    value = _value_of(nearest, one)
    certain = bool(said.dossier.code(one))
    told = all(s.period_words or s.table for s in (one, nearest))
    return Finding(
        Rule.REPEATED,
        one.span,
        one.quote,
        msg(
            "“{phrase}”文中一处写“{other}”，一处写“{quote}”，两数对不上；请核对以哪一处为准，统一全文。",
            phrase=one.phrase,
            other=nearest.quote,
            quote=one.quote,
        ),
        Confidence.SURE if certain and told else Confidence.LIKELY,
        statement=one.id,
        expected=value,
        evidence=tuple(mention(other) for other in by_distance[:_MOST]),
    )


def _value_of(other: Statement, one: Statement) -> str:
    """The other value in the unit of this one."""
    if one.measure is Role.RANK:
        return other.quote
    factor = unit_of(other).convert(other.written.value, unit_of(one))
    return as_written(factor, one)
