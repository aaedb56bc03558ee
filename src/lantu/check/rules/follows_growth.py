"""Growth over several years, yearly averages, multiples and sums, worked out of the values of the years."""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.amount import admitted
from lantu.check.arithmetic import average, chained, growth, total
from lantu.check.finding import Rule
from lantu.check.interval import Interval
from lantu.check.knowledge import Standing
from lantu.check.rules.followed import Follows, Worked, whole
from lantu.check.rules.held import Held, Shelf, figure, prices_in, same, shown
from lantu.check.rules.pairs import in_unit, pairs
from lantu.check.statement import Move, Statement
from lantu.indicators import GrowthBasis, Indicator, IndicatorKind
from lantu.values import msg

_TURN = "番"
_SUMMED = "累计"
_AVERAGED = {"两年平均": 2, "三年平均": 3}
_TERMS = 5
_NEARLY_DOUBLED = Decimal("0.975")


def growth_over(shelf: Shelf, one: Statement) -> Follows | None:
    """比2020年增长…, “十四五”年均增长…, and a year's growth of a count whose growth nobody published.

    Real growth is the product of the yearly rates and never the ratio of amounts at current prices; agreement
    with that ratio is 口径疑误.
    """
    code = shelf.dossier.code(one)
    indicator = shelf.registry.get(code) if code else None
    span = _span(one)
    if indicator is None or span is None or not indicator.growth_of or indicator.reduction:
        return None
    own = one.period is not None and len(one.period.years) == len(span)  # the span is the period itself
    direct = own and _published(shelf, code, one) and (len(span) == 1 or one.yearly)
    mine = figure(one, "%", indicator)
    if direct or mine is None:
        return None
    prices = prices_in(one.basis) or (indicator.growth.value if indicator.growth else "")
    chains = () if len(span) == 1 else tuple(_chains(shelf, code, one, span, prices))
    ratios = tuple(_ratios(shelf, indicator, one, span))
    if prices == GrowthBasis.REAL.value:
        return _real(one, mine, chains, ratios, span)
    return _nominal(one, mine, chains, ratios, span, prices)


def _nominal(
    one: Statement,
    mine: Interval,
    chains: tuple[Worked, ...],
    ratios: tuple[tuple[Worked, bool], ...],
    span: range,
    prices: str,
) -> Follows | None:
    """Of amounts at current prices, counts, and what may be either.

    A single year's growth of money is published on a base that was restated: the ratio of the two amounts
    can confirm it, and proves nothing against it.
    """
    every = (*(work for work, _ in ratios), *chains)
    if not every:
        return None
    single = len(span) == 1 and prices != GrowthBasis.COUNT.value
    if single and not any(same(work.admits, mine) for work in every):
        return None
    firm = bool(ratios) and ratios[0][1] and prices != ""
    return Follows(mine, every, _grown(one, every[0], span), firm)


def _real(
    one: Statement,
    mine: Interval,
    chains: tuple[Worked, ...],
    ratios: tuple[tuple[Worked, bool], ...],
    span: range,
) -> Follows | None:
    message = msg(
        "“{quote}”与按现价总量算出的名义增速相同，不是按不变价的增速；请核对口径。", quote=one.quote
    )
    others = tuple((Rule.BASIS, work, message) for work, _ in ratios)
    if not chains:
        told = any(same(work.admits, mine) for work, strict in ratios if strict)
        return Follows(mine, (), "", others=others) if told and len(span) > 1 else None
    known = all(held.standing is Standing.KNOWN for held in chains[0].sources)
    return Follows(mine, chains, _grown(one, chains[0], span), known, others)


def _grown(one: Statement, best: Worked, span: range) -> str:
    """How a growth was worked out: of two levels, or of the rates of all years."""
    every = best.sources
    if every[0].observation.unit != "%":
        return _rooted(one, f"{shown(every[0])}÷{shown(every[1])}", span)
    factors = [f"{1 + held.observation.value / 100:f}" for held in every]
    return _rooted(one, "×".join(_shortened(factors)), span)


def _rooted(one: Statement, times: str, span: range) -> str:
    return f"({times})^(1/{len(span)})−1" if _averaged(one) else f"{times}−1"


def _summed(one: Statement, sources: tuple[Held, ...], span: range) -> str:
    whole = "+".join(_shortened([shown(held) for held in sources]))
    return f"({whole})÷{len(span)}" if one.yearly else whole


def _shortened(terms: list[str]) -> list[str]:
    """Long rows by their ends."""
    return terms if len(terms) <= _TERMS else [*terms[:2], "…", terms[-1]]


def _averaged(one: Statement) -> bool:
    """Whether a figure is the average of several years."""
    return one.yearly or any(words in one.basis for words in _AVERAGED)


def _span(one: Statement) -> range | None:
    """The years that a figure grew in, None when they cannot be told or are no whole years."""
    period, against = one.period, one.compared
    if period is None or (period.last.month, period.last.day) != (12, 31):
        return None
    some = next((years for words, years in _AVERAGED.items() if words in one.basis), 0)
    if some and period.is_year:
        return range(period.year - some + 1, period.year + 1)
    if against is not None:
        base = against.period
        if against.against != "year" or base is None or not base.is_year or base.year >= period.year:
            return None
        return range(base.year + 1, period.year + 1)
    if (period.first.month, period.first.day) != (1, 1) or (one.yearly and period.is_year):
        return None
    return range(period.first.year, period.year + 1)


def _chains(shelf: Shelf, code: str, one: Statement, span: range, prices: str) -> Iterator[Worked]:
    """The growth over the years: of the best value of each, and of all values that were public."""
    years = [
        [
            held
            for held in shelf.year(code, one.region, year)
            if prices in ("", held.prices) or not held.prices
        ]
        for year in span
    ]
    if not all(years):
        return
    best = [max(every, key=lambda h: (h.standing is Standing.KNOWN, h.official, h.rank)) for every in years]
    hulls = [whole(tuple(held.admits for held in every)) for every in years]
    for rates in ([held.admits for held in best], hulls):
        grown = chained(rates)
        yield Worked(average(grown, len(span)) if _averaged(one) else grown, tuple(best))


def _ratios(shelf: Shelf, indicator: Indicator, one: Statement, span: range) -> Iterator[tuple[Worked, bool]]:
    """The growth between the levels of the first and the last year, and whether their pair is strict."""
    level = shelf.registry.get(indicator.growth_of or indicator.code)
    if level is None:
        return
    now = shelf.year(level.code, one.region, span.stop - 1)
    before = shelf.year(level.code, one.region, span.start - 1)
    for pair in pairs(now, before, level):
        if pair.one.observation.unit == pair.other.observation.unit:
            grown = growth(pair.other.admits, pair.one.admits)
            yield Worked(average(grown, len(span)) if _averaged(one) else grown, pair.sources), pair.strict


def multiple(shelf: Shelf, one: Statement) -> Follows | None:
    """是2020年的1.3倍, 增长1.3倍, 翻一番: of the amounts, or of what grew in real terms."""
    code = shelf.dossier.code(one)
    indicator = shelf.registry.get(code) if code else None
    span = _span(one)
    if indicator is None or span is None or one.compared is None or one.yearly or indicator.reduction:
        return None
    ratios = tuple(_ratios(shelf, indicator, one, span))
    mine = _times(one)
    level = indicator.growth_of or code
    chains = [
        work
        for growth_code in shelf.growths_of(level)
        for work in _chains(shelf, growth_code, one, span, "")
        if len(span) > 1
    ]
    if not ratios or mine is None:
        return None
    turned = one.unit == _TURN or one.move is not Move.BY
    every = tuple(
        Worked(_as_times(w.admits, turned=turned), w.sources) for w in (*(r for r, _ in ratios), *chains)
    )
    first = ratios[0][0].sources
    what = f"{shown(first[0])}÷{shown(first[1])}"
    return Follows(mine, every, what, ratios[0][1], ratio=True)


def _times(one: Statement) -> Interval | None:
    if one.unit == _TURN:
        doubled = Decimal(2) ** int(one.written.value)
        return Interval(doubled * _NEARLY_DOUBLED, None)
    return admitted(one)


def _as_times(grown: Interval, *, turned: bool) -> Interval:
    """Growth in per cent as 增长到 n 倍, or as 增长 n 倍."""
    times = grown.times(1 / Decimal(100))
    return times + Interval.exactly(Decimal(1)) if turned else times


def sum_over(shelf: Shelf, one: Statement) -> Follows | None:
    """五年累计新增就业…, 年均…: the sum of a flow over whole years, or its yearly average."""
    code = shelf.dossier.code(one)
    indicator = shelf.registry.get(code) if code else None
    span = _span(one)
    if indicator is None or indicator.kind is not IndicatorKind.FLOW or span is None or len(span) == 1:
        return None
    summed = one.yearly or any(_SUMMED in word for word in one.basis)
    if one.compared is not None or not summed or (not one.yearly and _published(shelf, code, one)):
        return None
    years = [
        [
            (held, amount)
            for held in shelf.year(code, one.region, year)
            if (amount := in_unit(held, one, indicator))
        ]
        for year in span
    ]
    mine = admitted(one)
    if not all(years) or mine is None:
        return None
    best = [max(every, key=lambda pair: pair[0].rank) for every in years]
    hulls = [whole(tuple(amount for _, amount in every)) for every in years]
    parts = Decimal(1) / (len(span) if one.yearly else 1)
    sources = tuple(held for held, _ in best)
    works = tuple(Worked(total(each).times(parts), sources) for each in ([a for _, a in best], hulls))
    return Follows(mine, works, _summed(one, sources, span), _firm(sources))


def _published(shelf: Shelf, code: str, one: Statement) -> bool:
    return one.period is not None and any(held.public for held in shelf.at(code, one.region, one.period))


def _firm(sources: tuple[Held, ...]) -> bool:
    return all(held.standing is Standing.KNOWN and held.official for held in sources)
