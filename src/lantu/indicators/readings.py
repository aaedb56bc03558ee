"""In which ways a phrase can be meant, by its words, its unit and the role of its figure.

``社会消费品零售总额`` with ``%`` is the growth of retail sales; ``出口总额下降`` with ``%`` the same
series as its growth; ``城镇化率提高`` with ``个百分点`` a change of the rate itself.
"""

from dataclasses import dataclass
from enum import Enum

from lantu.indicators.wording import Aspect, Wording
from lantu.values import Mode, Unit

LEVEL, GROWTH, RISE, FALL, SHARE, RANK = Aspect


class Fit(Enum):
    """How the unit of the figure must suit the entry."""

    OWN = "own"  # it converts into the entry's unit
    POINTS = "points"  # percentage points of an entry in per cent
    ANY = "any"  # a rank or a multiple says nothing of the unit


class Sort(Enum):
    """What a unit can tell."""

    NONE = "none"
    PERCENT = "percent"
    POINTS = "points"
    TIMES = "times"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way a phrase can be meant; score: how sure that is when an entry of this aspect exists.

    before: words the plan leaves out in front of the phrase (新建).
    """

    aspect: Aspect
    score: float
    fit: Fit = Fit.OWN
    before: str = ""


_TIMES = frozenset({"位", "倍", "番", "名次"})
_COUNTS = frozenset({Mode.COUNT_BUILT, Mode.CUMULATIVE, Mode.FLOW_PER_YEAR})
_PERCENT, _POINTS = "%", "percentage point"
_OWN, _AT, _ANY = Fit.OWN, Fit.POINTS, Fit.ANY
# by the aspect of the words and the sort of the unit: best first
_BY_WORDS: dict[tuple[Aspect, Sort], tuple[Reading, ...]] = {
    (LEVEL, Sort.NONE): (Reading(LEVEL, 1),),
    (LEVEL, Sort.PERCENT): (Reading(LEVEL, 1), Reading(GROWTH, 0.93)),
    (LEVEL, Sort.POINTS): (Reading(LEVEL, 1), Reading(LEVEL, 1, _AT), Reading(GROWTH, 0.85, _AT)),
    (LEVEL, Sort.AMOUNT): (Reading(LEVEL, 1),),
    (GROWTH, Sort.NONE): (Reading(GROWTH, 1),),
    (GROWTH, Sort.PERCENT): (Reading(GROWTH, 1),),
    (GROWTH, Sort.POINTS): (Reading(GROWTH, 1, _AT), Reading(LEVEL, 0.93, _AT)),
    (GROWTH, Sort.AMOUNT): (Reading(GROWTH, 1), Reading(LEVEL, 0.96)),
    (RISE, Sort.NONE): (Reading(RISE, 1), Reading(GROWTH, 0.88), Reading(LEVEL, 0.88)),
    (RISE, Sort.PERCENT): (Reading(RISE, 1), Reading(GROWTH, 0.97), Reading(LEVEL, 0.93)),
    (RISE, Sort.POINTS): (Reading(RISE, 1), Reading(LEVEL, 0.95, _AT)),
    (RISE, Sort.AMOUNT): (Reading(RISE, 1), Reading(LEVEL, 0.96)),
    (FALL, Sort.NONE): (Reading(FALL, 1), Reading(GROWTH, 0.88), Reading(LEVEL, 0.88)),
    (FALL, Sort.PERCENT): (Reading(FALL, 1), Reading(GROWTH, 0.97), Reading(LEVEL, 0.92)),
    (FALL, Sort.POINTS): (Reading(LEVEL, 0.95, _AT),),
    (FALL, Sort.AMOUNT): (Reading(FALL, 1), Reading(LEVEL, 0.96)),
}

# by the role of the figure, for words that name the quantity alone
_BY_ROLE = {
    "growth": (Reading(GROWTH, 1), Reading(FALL, 0.92), Reading(LEVEL, 0.6)),
    "share": (Reading(LEVEL, 1), Reading(SHARE, 0.97)),
    "change": (Reading(LEVEL, 1), Reading(GROWTH, 0.95), Reading(FALL, 0.95)),
}


def sort_of(unit: Unit | None) -> Sort:
    """What the unit of a figure can tell of its meaning."""
    if unit is None:
        return Sort.NONE
    if unit.measure == _PERCENT:
        return Sort.PERCENT
    if unit.measure == _POINTS:
        return Sort.POINTS
    return Sort.TIMES if unit.measure in _TIMES else Sort.AMOUNT


def readings(words: Wording, unit: Unit | None, role: str, mode: Mode | None) -> tuple[Reading, ...]:
    """The ways the phrase can be meant, likeliest first.

    role: of the figure (growth, change, share, rank, multiple; any other says nothing more).
    """
    sort, aspect = sort_of(unit), words.aspect
    if aspect is RANK:
        return Reading(RANK, 1, _ANY), Reading(LEVEL, 0.95, _ANY)
    if role in ("rank", "multiple") or sort is Sort.TIMES:
        own = Reading(aspect, 1, _ANY)
        return (own,) if aspect is LEVEL else (own, Reading(LEVEL, 0.95, _ANY))
    if aspect is SHARE:
        return (Reading(SHARE, 1, _AT if sort is Sort.POINTS else _OWN),)
    bare = _of_bare_words(sort, role, mode) if aspect is LEVEL else ()
    return bare or _BY_WORDS[aspect, sort]


def _of_bare_words(sort: Sort, role: str, mode: Mode | None) -> tuple[Reading, ...]:
    """What the role or mode of the figure adds to words that name the quantity alone; () for nothing."""
    if mode in _COUNTS:
        return Reading(LEVEL, 1, before="新建"), Reading(LEVEL, 1, before="新增"), Reading(LEVEL, 0.94)
    if sort not in (Sort.NONE, Sort.PERCENT):
        return ()
    if mode is Mode.CHANGE:
        return (Reading(FALL, 1),)
    if mode is Mode.GROWTH_PER_YEAR:
        return _BY_ROLE["growth"]
    return () if role == "change" and sort is Sort.NONE else _BY_ROLE.get(role, ())
