"""Figures that follow from published ones: changes, growth over years, averages, multiples, shares, gaps."""

from collections.abc import Callable, Iterator

from lantu.check.dossier import Dossier
from lantu.check.finding import Finding
from lantu.check.rules.followed import Follows, told
from lantu.check.rules.follows_change import change, gap
from lantu.check.rules.follows_growth import growth_over, multiple, sum_over
from lantu.check.rules.follows_share import share_of
from lantu.check.rules.held import Shelf
from lantu.check.statement import Role, Statement

_Way = Callable[[Shelf, Statement], Follows | None]
_WAYS: dict[Role, tuple[_Way, ...]] = {
    Role.CHANGE: (gap, change),
    Role.GROWTH: (change, growth_over),
    Role.MULTIPLE: (multiple,),
    Role.SHARE: (share_of,),
    Role.ACTUAL: (sum_over,),
}


def check_derived(dossier: Dossier) -> Iterator[Finding]:
    """Each fact that is no published value itself but follows from some, against what they give.

    Says nothing where a value it would follow from is not known.
    """
    shelf = Shelf(dossier)
    for one in dossier.draft.statements:
        if one.promised or one.period is None or not one.region:
            continue
        for way in _WAYS.get(one.measure, ()):
            follows = way(shelf, one)
            if follows is not None:
                found = told(one, follows)
                if found is not None:
                    yield found
                break
