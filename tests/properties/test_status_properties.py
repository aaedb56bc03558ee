"""Laws the measured status keeps for any figures."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.indicators import Indicator, IndicatorKind, Observation, Registry
from lantu.monitoring import Evidence, Status, judge, shipped_scheme
from lantu.plan import Baseline, Plan, Target
from lantu.values import Comparator, Direction, Mode, Period, PlanKind, Rank, Source, Vintage

UP, DOWN = Direction.UP, Direction.DOWN
REGISTRY = Registry(
    [
        Indicator("level", "产量", "output", "万吨", IndicatorKind.FLOW, UP, exclusive=(("旧", "新"),)),
        Indicator("growth", "增速", "growth", "%", IndicatorKind.GROWTH, UP, exclusive=(("旧", "新"),)),
    ]
)
PLAN = Plan("p", "某规划", PlanKind.OUTLINE, Rank.PROVINCIAL, "210000", Period.parse("2021/2025"))
SCHEME = shipped_scheme()
NOW = date(2026, 11, 25)

amounts = st.decimals(min_value=1, max_value=1000, places=2)
rates = st.decimals(min_value=-15, max_value=25, places=1)
years = st.integers(2021, 2025)
ORDER = [Status.REVERSED, Status.SLOWER, Status.ON_PACE, Status.FASTER, Status.MET]

calm = settings(deadline=None)  # a busy machine is no failure


def target(value, base=None, direction=UP, unit="万吨", code="level", mode=Mode.LEVEL, basis=()):
    up = direction is UP
    return Target(
        "p.0001", "", "产量", Comparator.AT_LEAST if up else Comparator.AT_MOST, value, unit, mode, direction,
        deadline=2025, indicator_code=code, basis=basis,
        baseline=None if base is None else Baseline(Period.of_year(2020), base, basis),
    )  # fmt: skip


def figure(year, value, unit="万吨", code="level", basis=(), published=None, **more):
    return Observation(
        code, "210000", Period.of_year(year), value, unit, Vintage.PRELIMINARY, Source("公报"), basis,
        published_on=published or date(year + 1, 2, 28), **more,
    )  # fmt: skip


def verdict(goal, figures, as_of=NOW):
    return judge(goal, PLAN, Evidence(tuple(figures), (), REGISTRY), as_of, SCHEME)


@st.composite
def histories(draw):
    """Some years with figures, published some time after their year."""
    found = []
    for year in draw(st.sets(years, min_size=1)):
        delay = draw(st.integers(0, 700))
        day = date.fromordinal(date(year + 1, 1, 15).toordinal() + delay)
        found.append(figure(year, draw(amounts), published=day))
    return found


@calm
@given(amounts, amounts, amounts, amounts, st.integers(2021, 2024))
def test_a_better_figure_never_gets_a_worse_status(base, goal, one, other, year):
    low, high = sorted((one, other))
    wanted = target(base + goal, base)
    as_of = date(year + 1, 6, 30)
    worse, better = (verdict(wanted, [figure(year, v)], as_of).status for v in (low, high))
    assert ORDER.index(worse) <= ORDER.index(better)


@calm
@given(amounts, amounts, amounts, st.integers(2021, 2025))
def test_up_and_down_are_mirror_images(base, way, moved, year):
    up = verdict(target(base + way, base), [figure(year, base + moved)])
    down = verdict(target(-base - way, -base, DOWN), [figure(year, -base - moved)])
    assert (up.status, up.progress, up.pace) == (down.status, down.progress, down.pace)


@calm
@given(amounts, amounts, amounts, years)
def test_a_change_of_units_changes_nothing(base, way, value, year):
    goal = base + way
    tons = verdict(target(goal, base), [figure(year, value)])
    other = verdict(target(goal * 10000, base * 10000, unit="吨"), [figure(year, value / 10000, unit="亿吨")])
    assert (tons.status, tons.progress, tons.pace) == (other.status, other.progress, other.pace)


@calm
@given(histories(), amounts, st.randoms())
def test_the_order_of_the_figures_does_not_matter(figures, goal, random):
    wanted = target(goal, Decimal(1))
    shuffled = list(figures) + list(figures[:1])
    random.shuffle(shuffled)
    assert verdict(wanted, figures) == verdict(wanted, shuffled)


@calm
@given(histories(), amounts, st.dates(date(2021, 1, 1), date(2027, 12, 31)))
def test_nothing_published_later_takes_part(figures, goal, as_of):
    wanted = target(goal, Decimal(1))
    known = [one for one in figures if one.published_on <= as_of]
    seen = verdict(wanted, figures, as_of)
    assert seen == verdict(wanted, known, as_of)
    used = [seen.observation, *seen.earlier, *seen.other_bases]
    assert all(one.published_on <= as_of for one in used if one is not None)


@calm
@given(histories(), histories(), amounts, st.dates(date(2021, 1, 1), date(2027, 12, 31)))
def test_figures_on_another_basis_never_change_the_progress(own, other, goal, as_of):
    wanted = target(goal, Decimal(1), basis=("旧",))
    mine = [replace(one, basis=("旧",)) for one in own]
    theirs = [replace(one, basis=("新",)) for one in other]
    alone, together = verdict(wanted, mine, as_of), verdict(wanted, mine + theirs, as_of)
    assert (alone.progress, alone.pace, alone.period) == (together.progress, together.pace, together.period)
    # nor do they ever make it met, unmet, faster or slower
    assert together.status in {alone.status, Status.BASIS}


@calm
@given(rates, st.integers(1, 5))
def test_equal_rates_are_exactly_on_time(rate, count):
    goal = target(rate, code="growth", unit="%", mode=Mode.GROWTH_PER_YEAR)
    growth = [figure(2020 + k, rate, "%", "growth") for k in range(1, count + 1)]
    seen = verdict(goal, growth, date(2021 + count, 3, 31))
    if rate:
        assert seen.progress == Decimal(count) / 5
    assert seen.status in ({Status.MET} if count == 5 else {Status.ON_PACE})


@calm
@given(st.lists(rates, min_size=5, max_size=5), rates)
def test_the_average_decides_and_the_order_of_the_years_does_not(values, goal):
    wanted = target(goal, code="growth", unit="%", mode=Mode.GROWTH_PER_YEAR)
    one = verdict(wanted, [figure(2021 + k, v, "%", "growth") for k, v in enumerate(values)])
    other = verdict(wanted, [figure(2025 - k, v, "%", "growth") for k, v in enumerate(values)])
    assert (one.status, one.progress) == (other.status, other.progress)
    assert one.status in {Status.MET, Status.UNMET, Status.REVERSED}


@calm
@given(amounts, amounts, st.sampled_from(list(Comparator)[:5]), st.sampled_from([UP, DOWN]))
def test_a_bound_never_proves_what_it_cannot(goal, value, comparator, direction):
    wanted = replace(target(goal, direction=direction), comparator=comparator)
    lower = verdict(wanted, [figure(2025, value, bound=Comparator.AT_LEAST)]).status
    # every value the bound allows agrees with what it proved
    for step in (0, 1, 10**6):
        exact = verdict(wanted, [figure(2025, value + step)]).status
        assert lower in {exact, Status.NO_DATA}


@calm
@given(histories(), amounts)
def test_a_verdict_says_why_and_names_its_age(figures, goal):
    seen = verdict(target(goal, Decimal(1)), figures)
    assert str(seen.reason)
    assert seen.observation is None or seen.lag_days == (NOW - seen.period.last).days
    assert bool(seen.bands) == (seen.pace is not None)
