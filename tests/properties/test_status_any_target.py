"""Whatever the target and the figures: a verdict comes out, with words in both languages."""

from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantu.indicators import Indicator, IndicatorKind, Observation, Registry, divisions
from lantu.monitoring import Evidence, Status, judge_plan, shipped_scheme, tally
from lantu.plan import Baseline, Plan, Reference, Target
from lantu.texts import Language, render
from lantu.values import Comparator, Direction, Mode, Period, PlanKind, Rank, Source, Vintage

INDICATORS = [
    Indicator(
        kind.value, f"指标{kind.value}", "x", unit, kind, Direction.UP, exclusive=(("旧", "新"),), state=state
    )
    for kind, unit, state in (
        (IndicatorKind.STOCK, "万个", False),
        (IndicatorKind.FLOW, "亿元", False),
        (IndicatorKind.RATIO, "%", True),
        (IndicatorKind.GROWTH, "%", False),
    )
] + [Indicator("fall", "降低", "fall", "%", IndicatorKind.GROWTH, Direction.UP, reduction=True)]
REGISTRY = Registry(INDICATORS)
CODES = [one.code for one in INDICATORS]
REGIONS = ["210000", "000000", *(one.code for one in divisions("000000")[:2])]
PERIODS = [
    "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026", "2025H1", "2025-06", "2024Q3",
    "2021/2023", "2021/2025", "2020/2022", "2025-01/2025-08", "2020-11-01",
]  # fmt: skip
numbers = st.one_of(
    st.sampled_from([Decimal(n) for n in (0, -1, 1, 100, -100)]),
    st.decimals(min_value=-200, max_value=200, places=2),
)
bases = st.sampled_from([(), ("旧",), ("新",), ("别的",)])
references = st.builds(
    Reference,
    st.sampled_from(["above", "in_step", "not_above", "rank_up", "rank_within", "reasonable"]),
    st.sampled_from(["", *CODES, "没有"]),
    st.sampled_from(["", "000000"]),
    st.one_of(st.none(), numbers),
)


@st.composite
def targets(draw, plan="p", deadline=None):
    code = draw(st.sampled_from(CODES))
    value = draw(st.one_of(st.none(), numbers))
    return Target(
        f"{plan}.{draw(st.integers(1, 9999)):04}", "", "某指标", draw(st.sampled_from(list(Comparator))), value,
        draw(st.sampled_from(["%", "亿元", "万个", "个", "个百分点", "", "位"])),
        draw(st.sampled_from(list(Mode))), draw(st.sampled_from(list(Direction))),
        value_max=None if value is None else draw(st.sampled_from([None, value + 5])),
        deadline=deadline or draw(st.sampled_from([None, 2021, 2023, 2025, 2030])),
        base=draw(st.sampled_from(["", "2020", "2018", "上年"])),
        qualifier=draw(st.sampled_from(["", "左右", "基本同步"])),
        indicator_code=draw(st.sampled_from([code, ""])) if plan == "p" else code,
        baseline=draw(st.one_of(st.none(), st.builds(Baseline, st.just(Period.of_year(2020)), numbers, bases))),
        reference=draw(st.one_of(st.none(), st.none(), references)) if value is None else None,
        basis=draw(bases), region="210000", plan=plan,
    )  # fmt: skip


@st.composite
def figures(draw):
    code = draw(st.sampled_from(CODES))
    period = Period.parse(draw(st.sampled_from(PERIODS)))
    return Observation(
        code, draw(st.sampled_from(REGIONS)), period, draw(numbers), REGISTRY.get(code).unit,
        draw(st.sampled_from(list(Vintage))), Source("公报"), draw(bases),
        bound=draw(st.sampled_from([Comparator.EQUAL, Comparator.EQUAL, Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.ABOUT])),
        published_on=draw(st.sampled_from([None, period.last])),
    )  # fmt: skip


kinds = st.sampled_from(
    [(PlanKind.OUTLINE, "2021/2025"), (PlanKind.ANNUAL, "2025"), (PlanKind.ACTION, "2023/2025")]
)
days = st.dates(date(2019, 1, 1), date(2032, 1, 1))


@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(targets(), max_size=4, unique_by=lambda t: t.id),
    st.lists(figures(), max_size=14),
    st.lists(targets("annual", 2023), max_size=2),
    kinds,
    days,
)
def test_a_verdict_comes_out_whatever_goes_in(goals, known, annual, kind, as_of):
    plan = Plan("p", "某规划", kind[0], Rank.PROVINCIAL, "210000", Period.parse(kind[1]))
    evidence = Evidence(tuple(known), tuple(annual), REGISTRY)
    found = judge_plan(plan, goals, evidence, as_of, shipped_scheme())
    assert [v.target for v in found] == [t.id for t in goals]
    for verdict in found:
        for language in Language:
            assert "{" not in render(verdict.reason, language)
        assert verdict.status.is_judged <= (verdict.observation is not None)
        if verdict.status is Status.REVERSED and verdict.method != "rank":
            assert verdict.progress is None or verdict.progress < 0
        if verdict.observation is not None:
            assert verdict.observation in known
    assert sum(cell.all for cell in tally(goals, found).cells) == len(goals)
