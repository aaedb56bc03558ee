"""The terms of a target: how firm its bound is, its value in another unit, and both written out."""

from decimal import Decimal
from enum import StrEnum
from functools import cache

from lantu.check.amount import unit_of
from lantu.check.interval import Interval
from lantu.check.knowledge import Goal
from lantu.check.rules.target_fits import in_unit
from lantu.check.statement import Statement
from lantu.check.written import Sense
from lantu.plan import Target
from lantu.reading.lexicon import cues
from lantu.reading.script import fold
from lantu.values import Comparator, PlanKind


class Bound(StrEnum):
    """What a word beside a figure asks for."""

    POINT = "point"
    FLOOR = "floor"
    CEILING = "ceiling"
    ABOUT = "about"
    RANGE = "range"


_OF = {
    Comparator.AT_LEAST: Bound.FLOOR,
    Comparator.ABOVE: Bound.FLOOR,
    Comparator.AT_MOST: Bound.CEILING,
    Comparator.BELOW: Bound.CEILING,
    Comparator.ABOUT: Bound.ABOUT,
    Comparator.RANGE: Bound.RANGE,
}


def bound_of(one: Statement) -> Bound:
    """What the draft asks for: 控制在3%左右 is about."""
    if one.value_max is not None:
        return Bound.RANGE
    if one.written.sense in (Sense.ABOUT, Sense.NEARLY):
        return Bound.ABOUT
    return _OF.get(one.comparator, Bound.POINT)


def bound_in(target: Target) -> Bound:
    """What the plan asks for."""
    return _OF.get(target.comparator, Bound.POINT)


def worded(goal: Goal) -> bool:
    """Whether the plan's own bound is known.

    An annual target without a word of its own and with a note is known by the press, which drops such words.
    """
    target = goal.target
    return bool(target.qualifier) or not (goal.plan.kind is PlanKind.ANNUAL and target.note)


def same_value(one: Statement, goal: Goal) -> bool:
    """Whether the figure is that of the target: equal, or rounded in a larger unit."""
    unit, target = in_unit(one, goal), goal.target
    if unit is None or target.value is None:
        return False
    factor = unit_of(one).convert(Decimal(1), unit)
    pairs = [(one.written, target.value)]
    if (one.value_max is None) != (target.value_max is None):
        return False
    if one.value_max is not None and target.value_max is not None:
        pairs.append((one.value_max, target.value_max))
    return all(
        abs(written.value) * factor == abs(value)
        or (factor > 1 and Interval.rounded(abs(written.value), written.step).times(factor).holds(abs(value)))
        for written, value in pairs
    )


def apart(one: Statement, goal: Goal) -> Decimal | None:
    """How many times the target the figure is; None when that cannot be told."""
    unit, target = in_unit(one, goal), goal.target
    if unit is None or not target.value:
        return None
    return abs(unit_of(one).convert(one.written.value, unit) / target.value)


def as_planned(target: Target) -> str:
    """The target as its plan writes it, with unit and qualifier: 65%以上."""
    text = fold(target.quote).strip("〔〕")
    bare = text.replace(fold(target.qualifier), "").strip(" " + "".join(_SIGNS)) if target.qualifier else text
    if target.unit and not any(c.isalpha() or c == "%" for c in bare):
        text = bare + fold(target.unit)
    return _qualified(text, target)


def as_drafted(one: Statement, goal: Goal) -> str:
    """The target in the unit of the draft, with its qualifier; as the plan writes it when units differ."""
    unit, target = in_unit(one, goal), goal.target
    if unit is None or target.value is None:
        return as_planned(target)
    own = unit_of(one)
    ends = [plainly(unit.convert(v, own)) for v in (target.value, target.value_max) if v is not None]
    mark = fold(one.unit)
    text = (mark + "—").join(ends) + mark if mark == "%" else "—".join(ends) + mark
    return _qualified(text, target)


def plainly(value: Decimal) -> str:
    """Plain digits without zeros that say nothing."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def quoted(one: Statement) -> str:
    """The figure of the draft with its qualifier."""
    word = fold(one.qualifier)
    if not word or word in fold(one.quote):
        return one.quote
    return one.quote + word if word in _behind() else word + one.quote


def _qualified(text: str, target: Target) -> str:
    """With the plan's own word, else one of the same meaning."""
    word = fold(target.qualifier) or _PLAIN_WORDS.get(target.comparator, "")
    if bound_in(target) in (Bound.POINT, Bound.RANGE) or word in text:
        return text
    if word in _SIGNS:
        return text if text[:1] in _SIGNS else word + text
    return text + word if word in _behind() else word + text


_PLAIN_WORDS = {
    Comparator.AT_LEAST: "以上",
    Comparator.ABOVE: "超过",
    Comparator.AT_MOST: "以内",
    Comparator.BELOW: "低于",
    Comparator.ABOUT: "左右",
}
_SIGNS = (">", "<", "≥", "≤")


@cache
def _behind() -> frozenset[str]:
    return frozenset(word for group in cues().comparators.after for word in group.words)
