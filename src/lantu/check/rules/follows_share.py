"""Shares of one published level in another: of the nation, of the province, of the whole of the economy."""

from lantu.check.amount import admitted
from lantu.check.arithmetic import share
from lantu.check.regions_of import Home, region_at
from lantu.check.rules.followed import Follows, Worked
from lantu.check.rules.held import Shelf, shown
from lantu.check.rules.pairs import pairs
from lantu.check.statement import Link, Statement
from lantu.indicators import Indicator, IndicatorKind
from lantu.values import Unit

_ADDS = (IndicatorKind.FLOW, IndicatorKind.STOCK)
_OF = "占"
_SEVERAL = ("、", "和", "与", "及", "两市", "三市", "合计")


def share_of(shelf: Shelf, one: Statement) -> Follows | None:
    """占全国的2.2%: a published level in that of the wider region, or in another level that the words name.

    None for a share that is published itself, and for one of several things or places together.
    """
    part = shelf.registry.get(_part(shelf, one))
    mine = admitted(one)
    if part is None or part.kind not in _ADDS or mine is None or one.period is None:
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
        a, b = pair.one.observation, pair.other.observation
        if Unit.parse(a.unit).converts_to(Unit.parse(b.unit)):
            factor = Unit.parse(a.unit).factor / Unit.parse(b.unit).factor
            works.append(Worked(share(pair.one.admits.times(factor), pair.other.admits), pair.sources))
    if not works:
        return None
    what = f"{shown(every[0].one)}÷{shown(every[0].other)}"
    return Follows(mine, tuple(works), what, every[0].strict, ratio=True)


def _part(shelf: Shelf, one: Statement) -> str:
    """The code of what a share is of: by the words in front of 占, else by the figure it leans on."""
    code = shelf.dossier.code(one)
    if not one.whole or (
        code and one.period and any(h.public for h in shelf.at(code, one.region, one.period))
    ):
        return ""
    words = one.phrase.split(_OF)[0]
    if any(word in words for word in _SEVERAL):
        return ""
    level = shelf.dossier.tied(one, Link.LEVEL)
    if level is None:
        return shelf.without_unit(words) if words else ""
    row = level.tied(Link.ROW) is not None or bool(shelf.dossier.leaning_on(level, Link.ROW))
    same = level.period == one.period and level.region == one.region and not level.promised
    if row or not same:
        return ""
    found = shelf.registry.get(shelf.dossier.code(level))
    return "" if found is None else found.growth_of or found.code


def _whole(shelf: Shelf, one: Statement, part: Indicator) -> tuple[Indicator, str] | None:
    """The whole of a share: the same level of a wider region, or another level of the same region."""
    named = region_at(one.whole, Home(shelf.dossier.draft.region))
    if named is not None and named.size == len(one.whole):
        return (part, named.code) if named.code and named.code != one.region else None
    code = shelf.without_unit(one.whole)
    whole = shelf.registry.get(code) if code and code != part.code else None
    return None if whole is None else (whole, one.region)
