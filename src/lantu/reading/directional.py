"""Targets without a figure: relative goals and directions, out of sentences and cells.

A promise that names what it is measured against (全国平均水平, 经济增长, a place in a ranking, the
reasonable range) has a ``Reference``; one that only says which way (持续下降, 位居前列) has none, and
nothing tests it. Both have no value.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from lantu.documents import Document
from lantu.plan import MainIndicator, Reference, Target
from lantu.reading import completion
from lantu.reading import indicator_phrase as phrase
from lantu.reading.clauses import clause_bounds, masked, years
from lantu.reading.direction_words import OTHER, PREFECTURE, PROVINCE, Found, directions
from lantu.reading.directions import found, is_measured
from lantu.reading.horizon import Horizon
from lantu.reading.lexicon import prefix, suffix
from lantu.reading.quantities import Quantity
from lantu.reading.scope import scope_of
from lantu.reading.script import fold
from lantu.reading.softness import strength
from lantu.reading.tense import is_promise
from lantu.reading.words import NONE, Words
from lantu.values import Comparator, Direction, Mode, Tier

_GROWTH = re.compile("(?:增速|增长|增长率|增长速度|增幅|涨幅|提高)$")
_CEILING = re.compile("失业率|赤字率|负债率|债务率|不良率|价格|涨幅")
_BEHIND_FIGURE = re.compile(r".*\d[^、]*、")  # 产量稳定在2亿吨左右、消费量…: the figure has its own words
_THAN = re.compile("较(?!高|低|快|好|强|大)[^，。；、]{2,6}$")  # 碳排放总量较峰值稳中有降
_SEVERAL = re.compile("(?:均|都|分别)$")
_PLACE_DIGITS = {PROVINCE: 2, PREFECTURE: 4}


def directional(
    document: Document, words: Words, plan: Horizon, section: str, *, back: bool
) -> Iterator[Target]:
    """The targets without a figure of a sentence, without ids."""
    text = words.text
    promised = found(text)
    if not promised:
        return
    mask, stated = masked(text), years(text)
    last = 0
    for one in promised:
        place = Quantity(one.start, one.end, Decimal(0), "direction")
        ahead = is_promise(text, mask, place, stated, back=back, plan_start=plan.start)
        clause = clause_bounds(mask, one.start)[0]
        start = max(clause, last)
        last = one.end
        if not ahead:
            continue
        heads = _heads(words, mask, start, one)
        due = [y for y in stated if y.end <= one.start and y.role == "due"]
        scope = scope_of(text[start : one.start], 0, one.start - start)
        base = next((str(y.year) for y in stated if y.role == "base" and start <= y.start < one.start), "")
        for head in heads:
            first, end = words.place(one.start, one.end)
            known = Target(
                id="",
                quote=document.text[first:end],
                indicator=head.spelt(document.text),
                comparator=Comparator.EQUAL,
                value=None,
                unit="",
                mode=_mode(one, head.text),
                direction=_direction(one, head.text),
                qualifier=words.cut(*_word(text, one)).spelt(document.text),
                deadline=due[-1].year if due else None,
                deadline_inferred=None if due else plan.end,
                base=one.base or base,
                scope="" if scope is None else words.cut(start).cut(*scope).spelt(document.text),
                strength=strength(text, clause, one.start),
                tier=Tier.FIELD,
                section=section,
                span=document.span(first, end),
            )
            yield from (replace(known, reference=reference) for reference in _references(one))


def of_cell(document: Document, words: Words, row: MainIndicator) -> Iterator[Target]:
    """The targets without a figure of a cell of the main-indicator table."""
    name = fold(row.indicator)
    for one in found(words.text):
        first, end = words.place(one.start, one.end)
        known = Target(
            id="",
            quote=document.text[first:end],
            indicator=row.indicator,
            comparator=Comparator.EQUAL,
            value=None,
            unit=row.unit,
            mode=_mode(one, _without_unit(name)),
            direction=_direction(one, name),
            qualifier=words.cut(*_word(words.text, one)).spelt(document.text),
            deadline=row.target_year,
            base=one.base,
            strength=strength(words.text, 0, one.start),
            binding=row.binding,
            tier=Tier.MAIN,
            span=document.span(first, end),
        )
        yield from (replace(known, reference=reference) for reference in _references(one))


def _without_unit(name: str) -> str:
    """The name of a row without what stands in brackets at its end."""
    return re.sub(r"[（(][^（）()]*[）)]$", "", name)


def resolved(target: Target, region: str) -> Target:
    """The target as a plan of this region (code) means it: 全省 and 全市 get their codes.

    A reference to what has no code here (中西部地区, a series the registry does not know) is left out:
    it could only be compared with the wrong thing.
    """
    reference = target.reference
    if reference is None:
        return target
    digits = _PLACE_DIGITS.get(reference.region)
    where = reference.region if digits is None else region[:digits].ljust(6, "0") if region else OTHER
    if OTHER in (where, reference.indicator):
        return replace(target, reference=None)
    return replace(target, reference=replace(reference, region=where))


def _references(one: Found) -> tuple[Reference | None, ...]:
    if not one.relation:
        return (None,)
    return tuple(Reference(one.relation, one.series, where, one.margin) for where in one.regions)


def _word(text: str, one: Found) -> tuple[int, int]:
    at = text.find(one.word, one.start, one.end)
    return at, at + len(one.word)


def _mode(one: Found, head: str) -> Mode:
    """A growth by its name, or by the growth it is compared with (居民收入与经济增长同步)."""
    with_growth = one.relation == "in_step" and one.series and one.margin is None
    return Mode.GROWTH_PER_YEAR if with_growth or _GROWTH.search(head) else Mode.LEVEL


def _direction(one: Found, head: str) -> Direction:
    """Which way is better; staying under others is a ceiling for what has one."""
    ceiling = one.direction is Direction.DOWN and one.relation == "not_above" and _CEILING.search(head)
    return Direction.KEEP if ceiling else one.direction


def _heads(words: Words, mask: str, start: int, one: Found) -> tuple[Words, ...]:
    """What the promise is of; none when it is of nothing that is measured."""
    left = words.cut(start, one.subject_end)
    head = _subject(left)
    if not head and start > 0 and one.relation:
        before = clause_bounds(mask, start - 2)[0]
        head = _subject(phrase.closed(_first(words.cut(before, start - 1))))
    if len(head) < 2:
        return ()
    if not one.relation and one.word not in directions().ranking.front and not one.base:
        # leading in the world, or simply on the rise, is a goal in words unless it can be measured
        return (head,) if is_measured(head.text, adds=one.direction is Direction.UP) else ()
    return _each(head) if _SEVERAL.search(left.text.rstrip("保持明显总体")) else (head,)


def _first(clause: Words) -> Words:
    """货物贸易规模提升、结构优化: what the first of several predicates is said of."""
    at = clause.text.find("、")
    return clause if at < 0 else clause.cut(0, at)


def _each(head: Words) -> tuple[Words, ...]:
    """A、B增速均…: each of them, with the growth that the last one names."""
    parts = completion.each(head)
    growth = suffix(parts[-1].text, directions().compared.growth)
    tail = parts[-1].cut(len(parts[-1]) - len(growth)) if growth else NONE
    return tuple(p if not tail or suffix(p.text, directions().compared.growth) else p + tail for p in parts)


def _subject(left: Words) -> Words:
    """The noun phrase in front: times, adverbs and verbs that only carry the promise taken off."""
    pack = directions().subject
    if behind := _BEHIND_FIGURE.match(left.text):
        left = left.cut(behind.end())
    if than := _THAN.search(left.text):
        left = left.cut(0, than.start())
    head = phrase.without_times(left).stripped("，、：-—~和并且")
    while word := suffix(head.text, pack.trailing):
        head = head.cut(0, len(head) - len(word)).stripped("，、：")
    while True:
        word = prefix(head.text, pack.leading)
        rest = phrase.opened(head.cut(len(word)))
        if rest.text == head.text:
            return phrase.without_modifier(head)
        head = rest
