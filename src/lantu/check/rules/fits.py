"""Whether a figure of a draft is to be held against a published value, and whether the two agree."""

from lantu.check.rules.held import Held, Shelf, figure, prices_in, same
from lantu.check.statement import Move, Role, Statement
from lantu.indicators import Indicator, IndicatorKind
from lantu.values import Period

_LONGEST_YEAR = 366
_OTHER_SPAN = ("两年平均", "三年平均", "当月")


def direct(one: Statement, indicator: Indicator, period: Period) -> bool:
    """Whether a figure is a value of the indicator for the period, as values are published.

    What is measured against another time than the year before, the average of several years, or a start
    whose time the words do not tell is none.
    """
    if one.move is Move.FROM and not one.period_words:
        return False
    if any(word in tag for tag in one.basis for word in _OTHER_SPAN):
        return False
    against = one.compared
    if against is not None and one.measure is not Role.ACTUAL:
        before = against.period
        if against.against != "year" or before is None or before.year != period.first.year - 1:
            return False
    if (period.last - period.first).days < _LONGEST_YEAR:
        return not one.yearly or indicator.kind is IndicatorKind.RATIO  # 年均浓度 is the name
    if indicator.kind is IndicatorKind.GROWTH:
        return one.yearly is not indicator.reduction
    return indicator.kind is IndicatorKind.FLOW and not one.yearly


def with_siblings(shelf: Shelf, indicator: Indicator, region: str, period: Period) -> tuple[Held, ...]:
    """The values of the indicator, and of the growth of the same level on other prices."""
    found = shelf.at(indicator.code, region, period)
    for other in siblings(shelf, indicator):
        found += shelf.at(other, region, period)
    return found


def siblings(shelf: Shelf, indicator: Indicator) -> tuple[str, ...]:
    """Codes of the other growths of the level that this is the growth of."""
    if not indicator.growth_of or indicator.reduction:
        return ()
    return shelf.growths_of(indicator.growth_of, indicator.code)


def claims(one: Statement, held: Held, indicator: Indicator) -> bool:
    """Whether a value stands on the basis that the words of the draft say, or else mean.

    A growth without a word of prices means what the entry is computed on; one whose entry says nothing may
    mean either. Words of scope (全口径, 美元计价) must not speak against the tags of the value.
    """
    if indicator.growth_of:
        said = prices_in(one.basis) or (indicator.growth.value if indicator.growth else "")
        if said and held.prices and said != held.prices:
            return False
    tags = tuple(
        tag for group in indicator.exclusive for tag in group if any(tag in word for word in one.basis)
    )
    return indicator.same_basis(tags, held.observation.basis)


def meets(one: Statement, held: Held, indicator: Indicator) -> bool:
    """Whether the figure and the value can be the same."""
    mine = figure(one, held.observation.unit, indicator)
    return mine is not None and same(mine, held.admits)
