"""与来源不符 and its neighbours: figures of a draft held against the published values of the same thing."""

from collections.abc import Iterator

from lantu.check.dossier import Dossier
from lantu.check.finding import Finding
from lantu.check.rules.agreed import agreed
from lantu.check.rules.differs import differs
from lantu.check.rules.fits import claims, direct, meets, with_siblings
from lantu.check.rules.held import Shelf
from lantu.check.rules.misread import other_unit
from lantu.check.rules.unpublished import unpublished
from lantu.check.statement import Role, Statement
from lantu.indicators import Indicator
from lantu.values import Period

_BRACKETS = ("〔", "【", "[")
_DIRECT = frozenset({Role.ACTUAL, Role.GROWTH, Role.SHARE})


def check_source(dossier: Dossier) -> Iterator[Finding]:
    """Each fact with a certain code, a region and a period, against what was published of it.

    Says nothing where no value of the period is known: that is for those who look for figures without source.
    """
    shelf = Shelf(dossier)
    for one in dossier.draft.statements:
        if one.promised or one.measure not in _DIRECT or one.period is None or not one.region:
            continue
        code = dossier.code(one)
        period = one.period
        found = _held_against(shelf, one, code, period) if code else other_unit(shelf, one, period)
        if found is not None:
            yield found


def _held_against(shelf: Shelf, one: Statement, code: str, period: Period) -> Finding | None:
    indicator = shelf.registry.get(code)
    if indicator is None:
        return None
    if _bracketed(shelf, one):
        return _over_years(shelf, one, indicator, period)
    if not direct(one, indicator, period):
        return _at_the_end(shelf, one, indicator, period)
    return _of_the_period(shelf, one, indicator, period)


def _of_the_period(shelf: Shelf, one: Statement, indicator: Indicator, period: Period) -> Finding | None:
    """Against the values of the period, of every vintage and basis."""
    values = with_siblings(shelf, indicator, one.region, period)
    public = tuple(held for held in values if held.public)
    if not public:
        return unpublished(shelf, one, values, indicator)
    claimed = tuple(held for held in public if claims(one, held, indicator))
    fits = tuple(held for held in claimed if meets(one, held, indicator))
    if fits:
        return agreed(one, fits, claimed, indicator)
    later = tuple(held for held in values if not held.public and meets(one, held, indicator))
    if later:
        return unpublished(shelf, one, later, indicator)
    return differs(shelf, one, claimed, public, indicator)


def _bracketed(shelf: Shelf, one: Statement) -> bool:
    """Whether a figure stands in the brackets of a main table for what is reached over all its years."""
    return shelf.dossier.document.text[max(0, one.span.start - 1) : one.span.start] in _BRACKETS


def _over_years(shelf: Shelf, one: Statement, indicator: Indicator, period: Period) -> Finding | None:
    """Of a figure in such brackets that it is the value of the years up to this one: nothing else."""
    every = tuple(
        held
        for (_, last), several in shelf.series(indicator.code, one.region).items()
        for held in several
        if last == period.last and held.public and len(held.observation.period.years) > 1
    )
    fits = tuple(held for held in every if meets(one, held, indicator))
    return agreed(one, fits, every, indicator) if fits else None


def _at_the_end(shelf: Shelf, one: Statement, indicator: Indicator, period: Period) -> Finding | None:
    """Of a level said of several years (“十四五”时期…达到) that it is the value of the last: nothing else."""
    level = one.measure in (Role.ACTUAL, Role.SHARE) and not indicator.growth_of and not one.yearly
    if not level or len(period.years) == 1 or one.compared is not None:
        return None
    claimed = tuple(held for held in shelf.year(indicator.code, one.region, period.year))
    fits = tuple(held for held in claimed if meets(one, held, indicator))
    return agreed(one, fits, claimed, indicator) if fits else None
