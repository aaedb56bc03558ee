"""口径疑误: figures that agree with a value on another basis than the words claim."""

from lantu.check.arithmetic import growth
from lantu.check.finding import Confidence, Finding, Rule
from lantu.check.interval import Interval
from lantu.check.knowledge import Standing
from lantu.check.rules.fits import meets
from lantu.check.rules.held import Held, Shelf, comparable, digits_of, evidence, expected, figure, same, shown
from lantu.check.statement import Role, Statement
from lantu.indicators import Indicator, IndicatorKind
from lantu.values import Message, msg

_TELLING = 3
"""Digits from which agreement with another value is no accident."""


def other_basis(
    one: Statement, claimed: tuple[Held, ...], public: tuple[Held, ...], indicator: Indicator
) -> Finding | None:
    """Among the public values those on another basis, when the figure agrees with one of them."""
    others = tuple(held for held in public if held not in claimed and meets(one, held, indicator))
    if not others:
        return None
    other = max(others, key=lambda held: held.rank)
    best = max(claimed, key=lambda held: held.rank, default=None)
    return Finding(
        Rule.BASIS,
        one.span,
        one.quote,
        _prices_message(one, other, best),
        Confidence.SURE if best is not None else Confidence.LIKELY,
        one.id,
        "" if best is None else expected(one, best, indicator),
        evidence(*((other,) if best is None else (best, other))),
    )


def _prices_message(one: Statement, other: Held, best: Held | None) -> Message:
    basis = "、".join(other.observation.basis) or _PRICES.get(other.prices, "")
    period = other.observation.period
    if best is None:
        return msg(
            "{quote}是按“{basis}”口径的公布数（{period}），与文中所写口径不符；请核对口径。",
            quote=one.quote,
            period=period,
            basis=basis,
        )
    return msg(
        "{quote}是按“{basis}”口径的公布数（{period}），按文中口径应为{value}；请核对口径。",
        quote=one.quote,
        period=period,
        basis=basis,
        value=shown(best),
    )


_PRICES = {"real": "不变价", "nominal": "现价"}


def part_of_year(shelf: Shelf, one: Statement, best: Held, indicator: Indicator) -> Finding | None:
    """累计 for 当年, part for whole: the figure is the value of another stretch that touches the same year.

    Of growth on constant prices also the growth of the amounts at current prices.
    """
    found = _other_span(shelf, one, indicator) if digits_of(one) >= _TELLING else None
    if found is not None:
        message = msg(
            "{quote}是另一时期（{other}）的公布数，所写时期（{period}）的公布数为{value}；请核对时期和累计口径。",
            quote=one.quote,
            other=found.observation.period,
            period=best.observation.period,
            value=shown(best),
        )
        return _finding(one, message, best, found, indicator)
    ratio = _at_current_prices(shelf, one, best, indicator)
    if ratio is None:
        return None
    message = msg(
        "{quote}与按现价总量算出的名义增速相同，按不变价的增速（{period}）为{value}；请核对口径。",
        quote=one.quote,
        period=best.observation.period,
        value=shown(best),
    )
    return _finding(one, message, best, ratio, indicator)


def _finding(one: Statement, message: Message, best: Held, other: Held, indicator: Indicator) -> Finding:
    return Finding(
        Rule.BASIS,
        one.span,
        one.quote,
        message,
        Confidence.LIKELY,
        one.id,
        expected(one, best, indicator),
        evidence(best, other),
    )


def _other_span(shelf: Shelf, one: Statement, indicator: Indicator) -> Held | None:
    period = one.period
    if period is None or one.measure is Role.GROWTH or indicator.kind is IndicatorKind.STOCK:
        return None
    for every in shelf.series(indicator.code, one.region).values():
        for held in every:
            other = held.observation.period
            same = other.year == period.year and other != period
            if same and held.public and meets(one, held, indicator):
                return held
    return None


def _at_current_prices(shelf: Shelf, one: Statement, best: Held, indicator: Indicator) -> Held | None:
    """The level at current prices whose growth the figure is, for a growth on constant prices."""
    if best.prices != "real" or one.period is None or not one.period.is_year or not indicator.growth_of:
        return None
    level = shelf.registry.get(indicator.growth_of)
    mine = figure(one, "%", indicator)
    if level is None or mine is None:
        return None
    now = shelf.year(level.code, one.region, one.period.year)
    before = shelf.year(level.code, one.region, one.period.year - 1)
    for a in now:
        for b in before:
            if a.standing is Standing.KNOWN and comparable(a, b, level) and _one_unit(a, b):
                rate = growth(b.admits, a.admits)
                if _bounded(rate) and same(mine, rate):
                    return a
    return None


def _one_unit(a: Held, b: Held) -> bool:
    return a.observation.unit == b.observation.unit


def _bounded(rate: Interval) -> bool:
    return rate.low is not None and rate.high is not None
