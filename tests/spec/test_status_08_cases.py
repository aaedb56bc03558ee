"""# The shipped cases, judged.

The national plan's twenty main indicators against what is publicly said of them; each difference has its
reason in ``docs/explanation/national-14fyp-verdicts.md``. Liaoning against the nation and among the provinces.
"""

from datetime import date
from decimal import Decimal

import pytest

from lantu.cases import Case, load_case, names
from lantu.indicators import shipped_registry
from lantu.monitoring import Evidence, Status, Verdict, judge_plan, nation_gap, rank, shipped_scheme
from lantu.values import Period, PlanKind

TODAY = "2026-11-25"
LIAONING = "210000"


@pytest.fixture(scope="module")
def cases() -> dict[str, Case]:
    return {name: load_case(name) for name in names()}


@pytest.fixture(scope="module")
def evidence(cases) -> Evidence:
    annual = {plan.id for case in cases.values() for plan in case.plans if plan.kind is PlanKind.ANNUAL}
    return Evidence(
        tuple(one for case in cases.values() for one in case.observations),
        tuple(t for case in cases.values() for t in case.targets if t.plan in annual),
        shipped_registry(),
    )


def verdicts(cases, evidence, plan_id, as_of=TODAY) -> dict[str, Verdict]:
    plan = next(p for case in cases.values() for p in case.plans if p.id == plan_id)
    targets = [t for case in cases.values() for t in case.targets if t.plan == plan_id]
    found = judge_plan(plan, targets, evidence, date.fromisoformat(as_of), shipped_scheme())
    return {v.target.removeprefix(f"{plan_id}."): v for v in found}


# number, quantity, ours on 2026-11-25, and whether that is what is publicly said ("" = it is)
NATIONAL = [
    (1, "国内生产总值增长", Status.MET, ""),
    (
        2,
        "全员劳动生产率增长",
        Status.NO_DATA,
        "2024 not published: above growth in every known year, not proven",
    ),
    (3, "城镇化率", Status.MET, ""),
    (4, "研发经费投入增长", Status.NO_DATA, "2022 and 2024 missing: every known year above, not proven"),
    (5, "高价值发明专利", Status.MET, ""),
    (6, "数字经济核心产业占比", Status.MET, ""),
    (7, "居民收入增长", Status.MET, ""),
    (8, "城镇调查失业率", Status.UNMET, "5.6 in 2022: a limit broken in one year is broken"),
    (9, "平均受教育年限", Status.MET, ""),
    (10, "执业（助理）医师", Status.MET, ""),
    (11, "养老保险参保率", Status.MET, ""),
    (12, "婴幼儿托位", Status.MET, ""),
    (13, "人均预期寿命", Status.MET, ""),
    (14, "能源消耗降低", Status.BASIS, "met on the new basis (16.1), the old one ends in 2022"),
    (15, "二氧化碳排放降低", Status.UNMET, ""),
    (16, "空气优良天数", Status.MET, ""),
    (17, "地表水", Status.MET, ""),
    (18, "森林覆盖率", Status.MET, ""),
    (19, "粮食综合生产能力", Status.MET, ""),
    (20, "能源综合生产能力", Status.MET, ""),
]


@pytest.mark.parametrize(("number", "name", "status", "difference"), NATIONAL)
def test_the_twenty_national_indicators(cases, evidence, root, number, name, status, difference):
    verdict = verdicts(cases, evidence, "national-14fyp")[f"{number:04}"]
    assert verdict.status is status, f"{name}: {verdict.reason}"
    table = (root / "docs" / "explanation" / "national-14fyp-verdicts.md").read_text(encoding="utf-8")
    row = next(line for line in table.splitlines() if line.startswith(f"| {number} |"))
    assert status.value in row
    assert ("differs" in row) == bool(difference)


def test_carbon_is_short_by_three_tenths(cases, evidence):
    verdict = verdicts(cases, evidence, "national-14fyp")["0015"]
    assert "17.7 %" in str(verdict.reason) and "≥ 18 %" in str(verdict.reason)
    assert verdict.progress is not None and round(verdict.progress, 3) == Decimal("0.982")


def test_energy_depends_on_the_basis(cases, evidence):
    verdict = verdicts(cases, evidence, "national-14fyp")["0014"]
    assert "2021—2022: 2.8 %" in str(verdict.reason) and "2021—2025: 16.11 %" in str(verdict.reason)


def test_the_bases_of_2020_that_differ_give_no_rate_of_progress(cases, evidence):
    found = verdicts(cases, evidence, "national-14fyp")
    for number in ("0003", "0008", "0017", "0018"):
        assert found[number].progress is None
        assert found[number].other_bases


@pytest.mark.parametrize("as_of", ["2022-06-30", "2023-06-30", "2025-12-31", TODAY])
def test_liaoning_urbanisation_is_not_comparable(cases, evidence, as_of):
    found = verdicts(cases, evidence, "liaoning-14fyp", as_of)
    target = next(
        t for c in cases.values() for t in c.targets if t.plan == "liaoning-14fyp" and t.value == 69
    )
    verdict = found[target.id[-4:]]
    assert verdict.status is Status.BASIS
    assert "68.11" in str(verdict.reason)


def test_liaoning_investment_of_2025(cases, evidence):
    found = verdicts(cases, evidence, "liaoning-annual-2025").values()
    verdict = next(v for v in found if v.observation and v.observation.indicator == "investment.growth")
    assert (verdict.status, verdict.observation.value) == (Status.UNMET, Decimal("-19.0"))
    assert verdict.observation.period == Period.of_year(2025)  # not +10.5 of its first two months
    # the year was half over: the figures of months never stood for it
    then = verdicts(cases, evidence, "liaoning-annual-2025", "2025-08-31").values()
    assert {v.status for v in then} <= {Status.NOT_DUE, Status.NO_DATA}


@pytest.mark.parametrize(
    ("year", "place", "ties"), [(2021, 29, 0), (2022, 23, 0), (2023, 16, 1), (2024, 17, 3)]
)
def test_liaoning_among_the_provinces_by_revised_growth(evidence, year, place, ties):
    growth = evidence.registry.get("gdp.growth")
    found = rank(growth, LIAONING, Period.of_year(year), evidence.observations, date.fromisoformat(TODAY))
    assert found is not None and found.complete
    assert (found.rank, found.of, len(found.ties), found.vintage) == (place, 31, ties, "census_revision")


def test_the_place_of_2023_was_the_same_before_the_revision(evidence):
    growth = evidence.registry.get("gdp.growth")
    found = rank(growth, LIAONING, Period.of_year(2023), evidence.observations, date(2024, 12, 31))
    assert found is not None and (found.rank, found.vintage) == (16, "preliminary")


def test_liaoning_was_above_the_nation_in_2023_and_2024_only(evidence):
    growth = evidence.registry.get("gdp.growth")
    gaps = {
        year: nation_gap(
            growth, LIAONING, Period.of_year(year), evidence.observations, date.fromisoformat(TODAY)
        )
        for year in range(2020, 2026)
    }
    assert all(gap is not None and gap.vintage == "preliminary" for gap in gaps.values())
    assert {y: str(g.gap) for y, g in gaps.items()} == {
        2020: "-1.7", 2021: "-2.3", 2022: "-0.9", 2023: "0.1", 2024: "0.1", 2025: "-1.3",
    }  # fmt: skip


def test_the_plan_in_force_is_not_due(cases, evidence):
    found = verdicts(cases, evidence, "national-15fyp").values()
    assert {v.status for v in found} <= {Status.NOT_DUE, Status.NO_DATA}


def test_no_annual_figure_of_the_nation_says_otherwise_than_is_publicly_said(cases, evidence):
    """Growth fell short in 2022 only; new jobs were reached every year."""
    growth, jobs = {}, {}
    for year in range(2021, 2026):
        for verdict in verdicts(cases, evidence, f"national-annual-{year}").values():
            code = verdict.observation.indicator if verdict.observation else ""
            if code == "gdp.growth":
                growth[year] = verdict.status
            if code == "jobs.new":
                jobs[year] = verdict.status
    assert [year for year, status in growth.items() if status is not Status.MET] == [2022]
    assert len(growth) == len(jobs) == 5 and set(jobs.values()) == {Status.MET}
