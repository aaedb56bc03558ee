"""Relative goals (methods 1.5h): above, in step, places gained. True or not, never interpolated."""

from dataclasses import dataclass
from decimal import Decimal

from lantu.indicators import Indicator, IndicatorKind, known, region
from lantu.monitoring.demand import number
from lantu.monitoring.points import Point
from lantu.monitoring.question import Finding, Question, Working
from lantu.monitoring.ranking import Ranking, pair, rank
from lantu.monitoring.verdict import Status
from lantu.monitoring.wording import years
from lantu.plan import Reference
from lantu.plan.paths import compound, half_up, yearly
from lantu.values import Message, Mode, Period, msg

RELATIONS = {"above": ">", "in_step": "≈", "not_above": "<"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Both figures of one year, of one vintage class."""

    here: Point
    other: Point

    @property
    def year(self) -> int:
        """The year of both."""
        return self.here.year


def judge_reference(question: Question, reference: Reference) -> Finding | None:
    """Against another series: year by year, and compounded over the years both are known for a growth.

    What decides at the end is the average over the period for a yearly growth, else the due year (one
    before the plan's end is a goal of that year). With a year missing the whole is not proven: on pace
    at most.
    """
    other = _other(question, reference)
    if other is None:
        return None
    pairs = _pairs(question, reference, other)
    if not pairs:
        return None
    margin = _margin(question, reference)
    relation = reference.relation
    over_the_plan = question.due_year == question.plan.period.last.year and not question.is_yearly
    whole = question.target.mode is Mode.GROWTH_PER_YEAR and over_the_plan
    judged = pairs if whole else pairs[-1:]
    mine, theirs = (_average(question.indicator, judged, i) for i in (0, 1))
    holds = _holds(relation, mine, theirs, margin)
    last = judged[-1].year
    missing = [y for y in range(question.first_year, last) if whole and y not in {p.year for p in judged}]
    final = last == question.due_year
    sign = {"above": ">", "in_step": "≥", "not_above": "<"}[relation]
    slack = f" − {number(margin)}" if relation == "in_step" else ""
    formula = " ; ".join(f"{p.year}: {number(p.here.value)} / {number(p.other.value)}" for p in judged)
    formula += (
        f" ; {number(half_up(mine, 2))} {sign} {number(half_up(theirs, 2))}{slack} : {'✓' if holds else '✗'}"
    )
    status = _status(holds=holds, final=final, gap=bool(missing))
    reason = _reason(question, reference, other, judged, missing, holds=holds)
    used = tuple(p.here for p in judged[:-1]) + tuple(p.other for p in judged)
    return Finding(status, "reference", reason, judged[-1].here, Working(formula, used))


def _status(*, holds: bool, final: bool, gap: bool) -> Status:
    if final and not gap:
        return Status.MET if holds else Status.UNMET
    return Status.ON_PACE if holds else Status.SLOWER


def _other(question: Question, reference: Reference) -> Indicator | None:
    return question.evidence.registry.get(reference.indicator or question.indicator.code)


def _pairs(question: Question, reference: Reference, other: Indicator) -> list[Pair]:
    where = reference.region or question.region
    theirs = known(question.evidence.of(other.code, where), question.as_of)
    found = []
    for year in question.years:
        period = Period.of_year(year)
        here = [p.observation for p in question.points if p.observation.period == period]
        there = [one for one in theirs if one.period == period]
        both = pair(question.indicator, here, there, other)
        if both and both[0].is_point and both[1].is_point:
            found.append(Pair(both[0], both[1]))
    return found


def _margin(question: Question, reference: Reference) -> Decimal:
    if reference.margin is not None:
        return reference.margin
    if reference.relation != "in_step":
        return Decimal(0)
    return question.scheme.comparators.in_step_word(question.target.qualifier).points


def _average(indicator: Indicator, pairs: list[Pair], side: int) -> Decimal:
    values = [(p.here, p.other)[side].value for p in pairs]
    if indicator.kind is not IndicatorKind.GROWTH or len(values) == 1:
        return values[-1]
    return yearly(compound(values), len(values))


def _holds(relation: str, mine: Decimal, theirs: Decimal, margin: Decimal) -> bool:
    if relation == "above":
        return mine > theirs + margin
    if relation == "not_above":
        return mine < theirs - margin
    return mine >= theirs - margin


def _reason(
    question: Question,
    reference: Reference,
    other: Indicator,
    judged: list[Pair],
    missing: list[int],
    *,
    holds: bool,
) -> Message:
    place = region(reference.region or question.region)
    series = f"{place.name if place and place.code != question.region else ''}{other.name}"
    facts = {
        "years": " · ".join(f"{p.year}: {number(p.here.value)} / {number(p.other.value)}" for p in judged),
        "series": series,
    }
    templates = {
        ("above", True): msg("高于{series}：{years}。{gap}", gap="", **facts),
        ("above", False): msg("没有高于{series}：{years}。{gap}", gap="", **facts),
        ("not_above", True): msg("低于{series}：{years}。{gap}", gap="", **facts),
        ("not_above", False): msg("没有低于{series}：{years}。{gap}", gap="", **facts),
        ("in_step", True): msg("与{series}同步：{years}。{gap}", gap="", **facts),
        ("in_step", False): msg("慢于{series}：{years}。{gap}", gap="", **facts),
    }
    template = templates[reference.relation, holds].template
    gap = f"（{years(missing)} ?）" if missing else ""
    return msg(template, gap=gap, **facts)


def judge_rank(question: Question, reference: Reference) -> Finding | None:
    """Places among the sister regions: within the first n, or better than before the plan.

    Only years in which every region has a figure of one vintage class count.
    """
    code = question.indicator.code
    observations = [one for one in question.evidence.observations if one.indicator == code]

    def place(year: int) -> Ranking | None:
        found = rank(question.indicator, question.region, Period.of_year(year), observations, question.as_of)
        return found if found and found.complete else None

    ranked = [found for year in question.years if (found := place(year))]
    if not ranked:
        return None
    now = ranked[-1]
    base_year = (
        int(question.target.base) if question.target.base.isdigit() else question.plan.period.first.year - 1
    )
    if reference.relation == "rank_within":
        limit = int(reference.margin or 0)
        before = None
    else:
        before = place(base_year)
        if before is None:
            return None
        limit = before.rank - max(1, int(reference.margin or 1))
    holds = now.rank <= limit
    final = now.period.year == question.due_year
    ends = (Status.MET, Status.UNMET) if final else (Status.ON_PACE, Status.SLOWER)
    status = ends[0] if holds else ends[1]
    if before is not None and now.rank > before.rank:
        status = Status.REVERSED
    point = Point(now.observation, now.value)
    facts = {"year": now.period.year, "rank": now.rank, "of": now.of, "ties": len(now.ties)}
    if before is None:
        facts["limit"] = limit
    else:
        facts |= {"base": before.period.year, "was": before.rank}
    reason = Message(
        _place_sentence(now, before).template, {name: str(value) for name, value in facts.items()}
    )
    return Finding(status, "rank", reason, point, Working(f"{now.rank} ≤ {limit} : {'✓' if holds else '✗'}"))


def _place_sentence(now: Ranking, before: Ranking | None) -> Message:
    """The sentence about a place; others are named as sharing it only where there are any."""
    if before is None:
        return (
            msg("{year}年居第{rank}位（共{of}个，并列{ties}个）；目标为前{limit}位。")
            if now.ties
            else msg("{year}年居第{rank}位（共{of}个）；目标为前{limit}位。")
        )
    return (
        msg("{year}年居第{rank}位（共{of}个，并列{ties}个）；{base}年居第{was}位。")
        if now.ties
        else msg("{year}年居第{rank}位（共{of}个）；{base}年居第{was}位。")
    )
