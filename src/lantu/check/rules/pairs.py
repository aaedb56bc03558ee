"""Two published values that may be set against each other, the likeliest pair first."""

from collections.abc import Iterable
from dataclasses import dataclass

from lantu.check.amount import unit_of
from lantu.check.interval import Interval
from lantu.check.knowledge import Standing
from lantu.check.rules.held import Held, Shelf, comparable
from lantu.check.statement import Link, Statement
from lantu.indicators import Indicator
from lantu.monitoring.ranking import CLASSES
from lantu.values import Unit


@dataclass(frozen=True, slots=True)
class Pair:
    """A value and the one it is set against.

    strict: both known, official, of one vintage class and one basis to the letter.
    known: as that, of any class.
    """

    one: Held
    other: Held
    strict: bool
    known: bool

    @property
    def sources(self) -> tuple[Held, ...]:
        """Both."""
        return self.one, self.other


def pairs(
    one: Iterable[Held], other: Iterable[Held], indicator: Indicator, beside: Indicator | None = None
) -> tuple[Pair, ...]:
    """All comparable pairs of public values, the likeliest first.

    A preliminary value is set against what was known then, so that pairs of one vintage class come before
    mixed ones; only among those of one basis to the letter is a difference certain. beside: the other's
    indicator, where it is not the same; then each keeps its own basis.
    """
    found = []
    for a in one:
        for b in other:
            if not a.public or not b.public:
                continue
            if beside is None and not comparable(a, b, indicator):
                continue
            letter = beside is not None or indicator.same_basis(a.observation.basis, b.observation.basis)
            known = a.standing is b.standing is Standing.KNOWN and a.official and b.official
            found.append(Pair(a, b, letter and known and _one_class(a, b), letter and known))
    found.sort(
        key=lambda p: (p.strict, p.one.official and p.other.official, _one_class(*p.sources), p.one.rank)
    )
    return tuple(reversed(found))


def _likely(pair: Pair) -> tuple[bool, bool, bool, tuple[object, ...]]:
    official = pair.one.official and pair.other.official
    return pair.strict, official, _one_class(*pair.sources), pair.one.rank


def _one_class(a: Held, b: Held) -> bool:
    return CLASSES[a.observation.vintage] == CLASSES[b.observation.vintage]


def in_unit(held: Held, like: Statement, indicator: Indicator) -> Interval | None:
    """What a value admits in the unit of a figure; points for a value in per cent."""
    to, own = unit_of(like), Unit.parse(held.observation.unit)
    if own.measure == "%" and to.measure in ("%", "percentage point"):
        return held.admits.times(own.factor)
    if own.converts_to(to) or indicator.measured_in(to):
        return held.admits.times(own.factor / to.factor)
    return None


def code_of(shelf: Shelf, one: Statement) -> str:
    """The indicator whose values a change, gap or share is of: its own, else of the figure it leans on."""
    code = shelf.dossier.code(one)
    if code:
        return code
    level = shelf.dossier.tied(one, Link.LEVEL)
    if level is not None and level.region == one.region and level.period == one.period:
        return shelf.dossier.code(level)
    return ""
