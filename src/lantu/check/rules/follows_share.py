"""Shares of one published level in another: of the nation, of the province, of the whole of the economy."""

from lantu.check.amount import admitted
from lantu.check.arithmetic import share
from lantu.check.regions_of import Home, region_at
from lantu.check.rules.followed import Follows, Worked
from lantu.check.rules.held import Shelf, shown
from lantu.check.rules.pairs import in_unit, pairs
from lantu.check.statement import Link, Statement
from lantu.indicators import Indicator, IndicatorKind

_ADDS = (IndicatorKind.FLOW, IndicatorKind.STOCK)


def share_of(shelf: Shelf, one: Statement) -> Follows | None:
    """占全国的2.2%: the level the figure leans on, in that of the wider region or in the whole named.

    None when the level stands in a row (分别): the share may be that of all together.
    """
    level = _level(shelf, one)
    part = shelf.registry.get(shelf.dossier.code(level)) if level is not None else None
    mine = admitted(one)
    if level is None or part is None or part.kind not in _ADDS or mine is None or one.period is None:
        return None
    found = _whole(shelf, one, part)
    if found is None:
        return None
    whole, region = found
    beside = None if whole.code == part.code else whole
    parts, wholes = shelf.at(part.code, one.region, one.period), shelf.at(whole.code, region, one.period)
    every = pairs(parts, wholes, part, beside)
    works = []
    for pair in every:
        a, b = in_unit(pair.one, level, part), in_unit(pair.other, level, whole)
        if a is not None and b is not None:
            works.append(Worked(share(a, b), pair.sources))
    if not works:
        return None
    what = f"{shown(every[0].one)}÷{shown(every[0].other)}"
    return Follows(mine, tuple(works), what, every[0].strict, ratio=True)


def _level(shelf: Shelf, one: Statement) -> Statement | None:
    """The published level that a share is of, when it stands alone beside the share."""
    level = shelf.dossier.tied(one, Link.LEVEL)
    if level is None or shelf.dossier.code(one) or not one.whole or level.promised:
        return None
    row = level.tied(Link.ROW) is not None or bool(shelf.dossier.leaning_on(level, Link.ROW))
    same = level.period == one.period and level.region == one.region
    return level if same and not row else None


def _whole(shelf: Shelf, one: Statement, part: Indicator) -> tuple[Indicator, str] | None:
    """The whole of a share: the same level of a wider region, or another level of the same region."""
    named = region_at(one.whole, Home(shelf.dossier.draft.region))
    if named is not None and named.size == len(one.whole):
        return (part, named.code) if named.code and named.code != one.region else None
    code = shelf.without_unit(one.whole)
    whole = shelf.registry.get(code) if code and code != part.code else None
    return None if whole is None else (whole, one.region)
