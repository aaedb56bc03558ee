"""Which indicator a phrase of a text names: one function, with a score, a reason and alternatives.

Nothing is guessed. An entry scores at or above ``SURE`` only when its wording and that of the phrase are
the same quantity (``wording``), the unit fits, and the aspect follows from the words, the unit or the role
of the figure (地区生产总值 … 5.2% is its growth). Everything else is an alternative for a person to choose
from, below ``SURE``: a phrase that says more names something narrower, one that says less something wider.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lantu.indicators.confirmation import Answer, Confirmed
from lantu.indicators.index import Index, Named
from lantu.indicators.indicator import GrowthBasis, Indicator
from lantu.indicators.phrase import plain
from lantu.indicators.readings import Fit, Reading, Sort, readings, sort_of
from lantu.indicators.registry import Registry, allows
from lantu.indicators.wording import Aspect, Wording, wording
from lantu.values import Message, Mode, Unit, msg

SURE = 0.9
"""From this score on an entry is what the phrase names, unless another comes close."""
CLEAR = 0.04
"""By this much the runner-up must be lower."""
AT_MOST = 0.85
"""Score of an alternative at the highest."""
_REORDERED = 0.95
_OTHER_UNIT = 0.85
"""Of two entries that a phrase without a unit could be, and that only the unit tells apart."""
_FLOOR = 0.25
"""Alternatives less alike than this are not worth a person's time."""
_PRICE_TAGS = {
    "实际": frozenset({"扣除价格因素", "不变价"}),
    "名义": frozenset({"名义", "现价"}),
}
_PRICE = {"实际": GrowthBasis.REAL, "名义": GrowthBasis.NOMINAL}
_NOBODY = Confirmed()


@dataclass(frozen=True, slots=True)
class Match:
    """An entry a phrase may name; score: 0 (no likeness) to 1 (certain); why: for the person who decides."""

    code: str
    score: float
    why: Message


def candidates(
    phrase: str,
    registry: Registry,
    unit: str = "",
    *,
    role: str = "",
    mode: Mode | None = None,
    confirmed: Confirmed = _NOBODY,
    limit: int = 8,
) -> tuple[Match, ...]:
    """The entries the phrase may name, best first, at most ``limit``.

    phrase: the indicator words as written; place, time and manner in front do not matter.
    unit: of the figure as written ("" when there is none). role: what the figure says of the indicator
    (actual, growth, change, target, share, rank, count, multiple, other). mode: the same for a target.
    confirmed: what people said before; an entry they chose comes first, one they refused is left out.
    """
    words = wording(phrase)
    if not words.core:
        return ()
    measured = Unit.parse(plain(unit)) if unit.strip() else None
    ways = readings(words, measured, role, mode)
    answer = confirmed.answer(phrase, unit)
    found = _named(words, registry, ways, measured, mode, answer)
    if len(found) < limit:
        others = _alike(words, registry.index, ways, measured)
        new = [other for other in others if other.code not in found and other.code not in answer.no]
        found |= {other.code: other for other in new[: limit - len(found)]}
    return tuple(sorted(found.values(), key=lambda m: -m.score)[:limit])


def best(
    phrase: str,
    registry: Registry,
    unit: str = "",
    *,
    role: str = "",
    mode: Mode | None = None,
    confirmed: Confirmed = _NOBODY,
) -> str:
    """The code of the entry the phrase names for certain, or "": never the likelier of two."""
    words = wording(phrase)
    if not words.core:
        return ""
    measured = Unit.parse(plain(unit)) if unit.strip() else None
    ways = readings(words, measured, role, mode)
    found = _named(words, registry, ways, measured, mode, confirmed.answer(phrase, unit))
    return certain(tuple(sorted(found.values(), key=lambda m: -m.score)))


def certain(matches: tuple[Match, ...]) -> str:
    """The code of the first of ``candidates`` when it is certain and clear of the second, or ""."""
    if not matches or matches[0].score < SURE:
        return ""
    runner_up = matches[1].score if len(matches) > 1 else 0.0
    return matches[0].code if matches[0].score - runner_up >= CLEAR else ""


def _named(
    words: Wording,
    registry: Registry,
    ways: tuple[Reading, ...],
    unit: Unit | None,
    mode: Mode | None,
    answer: Answer,
) -> dict[str, Match]:
    """Entries of the same quantity, and what people said: all that can be certain."""
    same = _same(words, registry.index, ways, unit, mode)
    found = {match.code: match for match in same if match.code not in answer.no}
    if answer.yes and registry.get(answer.yes.code):
        found = {code: Match(code, min(m.score, AT_MOST), m.why) for code, m in found.items()}
        found[answer.yes.code] = Match(answer.yes.code, 1.0, msg("{by}已确认", by=answer.yes.by))
    return found


def _same(
    words: Wording, index: Index, ways: tuple[Reading, ...], unit: Unit | None, mode: Mode | None
) -> tuple[Match, ...]:
    """Entries of the same quantity, the best way each can be meant."""
    found: dict[str, Match] = {}
    for way in ways:
        core = way.before + words.core
        entries = [(n, 1.0) for n in _of(index.exact(core, way.aspect), unit, way)]
        if way.aspect in (Aspect.GROWTH, Aspect.FALL):
            entries += [(n, 1.0) for n in _of(index.moved(core, way.aspect), unit, way)]
        if not entries:
            bag = Wording(core, way.aspect).bag
            entries = [(n, _REORDERED) for n in _of(index.reordered(bag, way.aspect), unit, way)]
        names = {n.indicator.code for n, _ in entries if n.name}
        for named, likeness in entries:
            one = named.indicator
            score = way.score * likeness * _price(words.price, named.words.price, one)
            if unit is None and way.fit is not Fit.ANY and len(_codes(entries)) > 1 and one.code not in names:
                score *= _OTHER_UNIT
            if _is_guess(words, way) and one.growth is GrowthBasis.COUNT:
                score = min(score, AT_MOST)  # 企业 … 80% is more often a share of them than their growth
            if _allowed(one, way, unit, mode) and score > found.get(one.code, _NOTHING).score:
                found[one.code] = Match(one.code, score, _why(words, way, likeness))
    return tuple(found.values())


_NOTHING = Match("", 0.0, msg("名称一致"))


def _is_guess(words: Wording, way: Reading) -> bool:
    """Whether only the unit says that the figure is a growth."""
    return words.aspect is Aspect.LEVEL and way.aspect is Aspect.GROWTH and way.score < 1


def _allowed(one: Indicator, way: Reading, unit: Unit | None, mode: Mode | None) -> bool:
    """Whether a target of this mode can be about the entry; changes by points or an amount are of any."""
    if (
        mode is Mode.CHANGE
        and way.aspect in (Aspect.LEVEL, Aspect.RISE)
        and sort_of(unit) not in (Sort.NONE, Sort.PERCENT)
    ):
        return True
    return allows(one, mode)


def _codes(entries: list[tuple[Named, float]]) -> set[str]:
    return {named.indicator.code for named, _ in entries}


def _of(named: tuple[Named, ...], unit: Unit | None, way: Reading) -> Iterator[Named]:
    return (one for one in named if fits(one.indicator, unit, way.fit))


def fits(indicator: Indicator, unit: Unit | None, fit: Fit) -> bool:
    """Whether a figure with this unit can be said of the entry in this way."""
    if unit is None or fit is Fit.ANY:
        return True
    return indicator.family == "%" if fit is Fit.POINTS else indicator.measured_in(unit)


def _price(said: str, named: str, one: Indicator) -> float:
    """How the price basis the phrase says suits the entry: 1, or less."""
    if said == named:
        return 1.0
    if not said:
        return 0.7
    tags = {tag for group in one.exclusive for tag in group}
    if one.growth is _PRICE[said] or tags & _PRICE_TAGS[said]:
        return 1.0
    return 0.6


def _why(words: Wording, way: Reading, likeness: float) -> Message:
    if likeness < 1:
        return msg("用词相同，词序不同")
    if way.before:
        return msg("数字为新增数，按“{words}”理解", words=way.before)
    if way.aspect is words.aspect or way.fit is Fit.ANY:
        return msg("名称一致")
    if way.aspect is Aspect.GROWTH:
        return msg("名称一致，数字为增长幅度")
    if way.aspect is Aspect.FALL:
        return msg("名称一致，数字为下降幅度")
    return msg("名称一致，数字为变动量")


def _alike(words: Wording, index: Index, ways: tuple[Reading, ...], unit: Unit | None) -> list[Match]:
    """Entries with like wording, the likest first, every one below ``SURE``."""
    aspects = {way.aspect for way in ways}
    found: dict[str, Match] = {}
    for dice, named in index.near(words.core):
        score = min(AT_MOST, dice)
        fitting = any(fits(named.indicator, unit, way.fit) for way in ways)
        score *= 1.0 if fitting else 0.8
        score *= 1.0 if named.words.aspect in aspects else 0.85
        code = named.indicator.code
        if score >= _FLOOR and score > found.get(code, _NOTHING).score:
            found[code] = Match(code, score, _difference(words, named, fitting))
    return sorted(found.values(), key=lambda m: -m.score)


def _difference(words: Wording, named: Named, fitting: bool) -> Message:
    """What sets the phrase apart from the entry's."""
    mine, theirs = words.core, named.words.core
    if mine == theirs and fitting:
        return msg("名称一致，所指不同（总量、增速、占比）")
    if mine == theirs:
        return msg("名称一致，单位应为“{unit}”", unit=named.indicator.unit)
    more, less = _beyond(mine, theirs), _beyond(theirs, mine)
    if more and not less:
        return msg("多出“{more}”", more=more)
    if less and not more:
        return msg("缺少“{less}”", less=less)
    return msg("用词相近")


def _beyond(longer: str, shorter: str) -> str:
    """What ``longer`` says beyond ``shorter`` when that runs through it in order, "" otherwise."""
    rest, at = [], 0
    for character in longer:
        if at < len(shorter) and character == shorter[at]:
            at += 1
        else:
            rest.append(character)
    return "".join(rest) if at == len(shorter) and rest else ""
