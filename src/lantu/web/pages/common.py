"""Small records that several pages share: aims, published values, marks, rows of targets."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lantu.indicators import Observation
from lantu.monitoring import Stage, Verdict
from lantu.plan import Target
from lantu.values import Direction, Message, Mode
from lantu.web.numbers import digits
from lantu.web.pages.names import Name, Names


@dataclass(frozen=True, slots=True)
class Aim:
    """What a target asks for, still in codes.

    value, high: digits ("" for a relative goal; high only for a range); unit: as the plan writes it.
    comparator, qualifier: meaning, and the plan's own word.
    relation, reference, region: of a relative goal, else "" and None.
    quote: the plan's own words, shown when there is neither a value nor a relation.
    arrow: ``up`` or ``down`` for a change against the base, whose digits carry no sign of their own.
    """

    value: str
    unit: str
    comparator: str
    qualifier: str = ""
    high: str = ""
    relation: str = ""
    reference: Name | None = None
    region: Name | None = None
    margin: str = ""
    arrow: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A published value as shown: digits, unit, where from, since when; exact: the plain decimal.

    bound: comparator code when only a bound is known ("=" for a value); inferred: the day of
    publication comes from the release calendar (推定); known_from: the day it could be known.
    """

    value: str
    unit: str
    period: str
    basis: tuple[str, ...]
    vintage: str
    bound: str
    published_on: date | None
    inferred: bool
    known_from: date | None
    source: str
    publisher: str
    url: str
    note: str
    region: Name
    indicator: Name
    code: str
    region_code: str
    exact: str


@dataclass(frozen=True, slots=True)
class Held:
    """What a verdict held against the target, in the target's unit (or the indicator's, where it has none).

    value: digits; of a rank goal the place, then ``of`` counts the regions and ``was`` is the place
    before the plan ("" in every other case). arrow: as in Aim. worked: it is not the published figure
    itself but worked out or converted from figures, so that the figure is to be named beside it.
    """

    value: str
    unit: str
    bound: str
    period: str
    exact: str
    arrow: str = ""
    of: str = ""
    was: str = ""
    worked: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A measured status with the stage that chooses its word; "" when the day has not been judged."""

    status: str
    stage: str = "annual"


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target in a list, with its verdict of the day.

    seen: the published figure that decided (of several the last), if any; held: what was held
    against the target, None when nothing was judged.
    """

    id: str
    name: Name
    phrase: str
    aim: Aim
    due: int | None
    mark: Mark
    reason: Message | None
    seen: Seen | None
    held: Held | None
    tier: str
    binding: str
    mode: str
    scope: str
    section: str
    chapter: str
    custodian: str
    code: str


def aim_of(target: Target, names: Names) -> Aim:
    """What the target asks for."""
    reference = target.reference
    return Aim(
        digits(target.value),
        target.unit,
        target.comparator,
        target.qualifier,
        digits(target.value_max),
        reference.relation if reference else "",
        names.indicator(reference.indicator) if reference and reference.indicator else None,
        names.region(reference.region) if reference and reference.region else None,
        digits(reference.margin) if reference and reference.margin is not None else "",
        _arrow(target),
        target.quote or target.qualifier or target.note,
    )


def _arrow(target: Target) -> str:
    if target.mode is not Mode.CHANGE or target.value is None or target.value < 0:
        return ""
    return {Direction.UP: "up", Direction.DOWN: "down"}.get(target.direction, "")


def seen_of(one: Observation, names: Names) -> Seen:
    """A published value for show."""
    return Seen(
        digits(one.value),
        one.unit,
        one.period.code,
        one.basis,
        one.vintage,
        one.bound,
        one.published_on,
        one.published_inferred,
        one.known_from,
        one.source.title,
        one.source.publisher,
        one.source.url,
        one.note,
        names.region(one.region),
        names.indicator(one.indicator),
        one.indicator,
        one.region,
        format(one.value, "f"),
    )


def mark_of(verdict: Verdict | None) -> Mark:
    """The mark of a verdict; no mark at all where the day has not been judged, which is not 暂无数据."""
    return Mark("", Stage.ANNUAL) if verdict is None else Mark(verdict.status, verdict.stage)


def held_of(target: Target, verdict: Verdict | None, names: Names) -> Held | None:
    """What the verdict held against the target."""
    if verdict is None or verdict.observation is None or verdict.value is None:
        return None
    seen, said = verdict.observation, verdict.reason.arguments
    period = verdict.period.code if verdict.period else seen.period.code
    if verdict.method == "rank" and "rank" in said:
        place = said["rank"]
        return Held(place, "", "=", period, place, of=said["of"], was=said.get("was", ""), worked=True)
    known_unit = names.indicators.get(target.indicator_code)
    unit = target.unit or (known_unit.unit if known_unit else seen.unit)
    same = verdict.value == seen.value and unit == seen.unit
    exact = format(seen.value if same else verdict.value.normalize(), "f")
    value = digits(Decimal(exact))
    arrow = _arrow(target) if verdict.value > 0 else ""
    return Held(value, unit, seen.bound, period, exact, arrow, worked=not same)


def row_of(target: Target, verdict: Verdict | None, names: Names, chapter: str = "") -> TargetRow:
    """A target and its verdict as one row."""
    seen = verdict.observation if verdict else None
    return TargetRow(
        target.id,
        names.indicator(target.indicator_code, target.indicator),
        target.indicator,
        aim_of(target, names),
        target.due_year,
        mark_of(verdict),
        verdict.reason if verdict else None,
        seen_of(seen, names) if seen else None,
        held_of(target, verdict, names),
        target.tier,
        target.binding,
        target.mode,
        target.scope,
        target.section,
        chapter,
        names.custodian(target.indicator_code),
        target.indicator_code,
    )
