"""What the shipped cases must say, read from the shipped files alone."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from lantu.cases import Case, load_case, names
from lantu.cases.sources import linkable
from lantu.indicators import Observation, divisions, known, region, shipped_registry
from lantu.monitoring import rank
from lantu.plan import SectionKind
from lantu.values import Binding, Comparator, Period, PlanKind, Tier, Unit, Vintage

CASES = {name: load_case(name) for name in names()}
TODAY = date(2026, 11, 25)
EARLY = {Vintage.FORECAST, Vintage.FLASH, Vintage.PRELIMINARY}


@pytest.fixture(params=sorted(CASES))
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[request.param]


def test_every_figure_has_a_known_indicator_region_unit_and_source(case: Case) -> None:
    registry = shipped_registry()
    for one in case.observations:
        indicator = registry.get(one.indicator)
        assert indicator is not None, one
        assert region(one.region) is not None, one
        unit = one.unit.replace("座", "个")
        assert Unit.parse(unit).converts_to(Unit.parse(indicator.unit)), one
        assert one.source.title, one
        assert one.source.seen_on, one
        assert one.basis == tuple(sorted(set(one.basis))), one


def test_links_lead_only_where_they_may(case: Case) -> None:
    sources = [o.source for o in case.observations] + [p.source for p in case.plans if p.source]
    assert all(s.url == linkable(s.url) for s in sources)
    assert not any("http" in text for o in case.observations for text in (o.note, o.source.title))


def test_no_word_about_the_collecting_is_shown(case: Case) -> None:
    sources = [o.source for o in case.observations] + [p.source for p in case.plans if p.source]
    texts = [s.title for s in sources] + [o.note for o in case.observations] + [t.note for t in case.targets]
    words = (
        "GitHub",
        "Kaggle",
        "只见",
        "镜像",
        "转引",
        "转载",
        "逐格",
        "引于",
        "检索",
        "域名",
        "网址",
        "存档",
        "待核",
    )
    assert not [text for text in texts for word in words if word in text]


def test_only_early_values_are_dated_by_the_calendar_and_no_value_before_its_period(case: Case) -> None:
    for one in case.observations:
        if one.published_inferred:
            assert one.published_on, one
            assert one.vintage in EARLY, one
            assert not _revised(one), one
        if one.vintage not in EARLY and one.published_on is None:
            assert one.known_from == one.source.seen_on
            assert one.source.seen_on >= date(2026, 6, 2), one
        if one.published_on:
            assert one.published_on >= one.period.first, one


def _revised(one: Observation) -> bool:
    """On a basis made after the value was first published: 修订口径, or a census of a later year."""
    years = {"四经普": 2018, "五经普": 2023, "七普": 2019}
    return "修订口径" in one.basis or any(one.period.year <= years.get(tag, 0) for tag in one.basis)


@pytest.mark.parametrize(
    ("words", "day"), [("“十四五”规划纲要", "2021-03-13"), ("“十五五”规划纲要", "2026-03-13")]
)
def test_what_stands_in_an_outline_was_published_with_it(words: str, day: str) -> None:
    found = [o for c in CASES.values() for o in c.observations if o.source.title.startswith(words)]
    assert len(found) > 10
    assert {(o.published_on, o.published_inferred) for o in found} == {(date.fromisoformat(day), False)}
    plans = [p for c in CASES.values() for p in c.plans if p.published_on == date.fromisoformat(day)]
    assert plans, "the day is that of a registered outline"


def test_levels_of_gdp_name_the_census_they_rest_on() -> None:
    levels = [o for c in CASES.values() for o in c.observations if o.indicator in {"gdp", "gdp.per_capita"}]
    for one in levels:
        if one.period.last >= date(2024, 12, 31):
            assert "五经普" in one.basis, one
        elif one.period.last >= date(2019, 12, 31):
            assert {"四经普", "五经普"} & set(one.basis), one
            assert one.vintage is Vintage.CENSUS_REVISION or "四经普" in one.basis, one
    settled = [
        o for o in levels if o.period.code == "2024" and o.vintage is Vintage.FINAL and o.region[2:] == "0000"
    ]
    assert len({o.region for o in settled}) == 32


def test_a_census_revision_takes_no_part_before_it_was_seen() -> None:
    growth = [o for o in CASES["reference"].observations if o.indicator == "gdp.growth"]
    assert any(o.vintage is Vintage.CENSUS_REVISION for o in growth)
    assert all(o.vintage is not Vintage.CENSUS_REVISION for o in known(growth, date(2026, 6, 1)))


def test_no_figure_stands_twice(case: Case) -> None:
    whole = Counter(
        (o.indicator, o.region, o.period, o.value, o.unit, o.vintage, o.basis) for o in case.observations
    )
    assert max(whole.values()) == 1


def test_the_same_figure_is_the_same_record_in_every_case() -> None:
    seen: dict[tuple[object, ...], object] = {}
    for case in CASES.values():
        for one in case.observations:
            key = (one.indicator, one.region, one.period, one.value, one.unit, one.vintage, one.basis)
            assert seen.setdefault(key, one) == one


def test_vintage_and_basis_are_told_apart(case: Case) -> None:
    for one in case.observations:
        assert not any(
            word in tag for tag in one.basis for word in ("修订", "初步", "快报", "预计")
        ) or one.basis == ("修订口径",), one
        assert not {"四经普", "五经普"} <= set(one.basis), one
        assert not {"七普前", "七普"} <= set(one.basis), one


def test_targets_have_permanent_ids_in_their_plan(case: Case) -> None:
    plans = {plan.id: plan for plan in case.plans}
    assert len(plans) == len(case.plans)
    ids = [t.id for t in case.targets]
    assert len(set(ids)) == len(ids)
    for target in case.targets:
        plan = plans[target.plan]
        assert target.id.startswith(f"{plan.id}.")
        assert len(target.id) == len(plan.id) + 5
        assert region(target.region) is not None
        assert target.due_year is not None
        assert target.indicator_code == "" or shipped_registry().get(target.indicator_code)
        assert (target.value_max is not None) is (target.comparator is Comparator.RANGE)
        if plan.kind is PlanKind.ANNUAL:
            assert target.deadline == plan.period.year


def test_headings_are_headings_and_nothing_like_a_sentence_is_stored(case: Case) -> None:
    for _, nodes in case.sections:
        eids = {node.eid for node in nodes}
        assert len(eids) == len(nodes)
        for node in nodes:
            assert node.kind is not SectionKind.PARAGRAPH
            assert node.parent in eids | {""}
            assert len(node.title) <= 40, node.title
            assert "。" not in node.title
    for target in case.targets:
        assert len(target.indicator) <= 40
        assert len(target.quote) <= 30
        assert "。" not in target.indicator + target.quote


def test_the_liaoning_case() -> None:
    case = CASES["liaoning-14fyp"]
    ((plan_id, nodes),) = case.sections
    kinds = Counter(node.kind for node in nodes)
    counts = {SectionKind.PART: 3, SectionKind.CHAPTER: 22, SectionKind.SECTION: 94, SectionKind.BOX: 45}
    assert {kind: kinds[kind] for kind in counts} == counts
    own = [t for t in case.targets if t.plan == plan_id]
    numbered = [t for t in own if t.value is not None]
    assert (len(numbered), len(own)) == (189, 192)
    plan = next(p for p in case.plans if p.id == plan_id)
    eids = {node.eid for node in nodes}
    for target in own:
        assert target.span is not None
        assert target.span.document == plan.document
        assert len(plan.document) == 64
        assert target.section in eids
        assert target.region == "210000"
        assert target.tier in {Tier.FIELD, Tier.WORKLOAD}
        assert target.deadline_inferred == (None if target.deadline else 2025)
    goals = [(t.indicator_code, t.reference.relation) for t in own if t.reference]
    assert goals == [("gdp.growth", "above"), ("gdp", "rank_up"), ("trade", "rank_up")]
    annual = {p.period.year for p in case.plans if p.kind is PlanKind.ANNUAL}
    assert annual == set(range(2021, 2027))


def test_69_per_cent_rests_on_the_series_before_the_census() -> None:
    case = CASES["liaoning-14fyp"]
    target = next(t for t in case.targets if t.indicator_code == "urbanization")
    assert (target.value, target.basis) == (Decimal(69), ("七普前",))
    assert target.baseline is not None
    assert (target.baseline.value, target.baseline.basis) == (Decimal("68.11"), ("七普前",))
    rates = [o for o in case.observations if (o.indicator, o.region) == ("urbanization", "210000")]
    assert {o.period.year for o in rates} >= {2019, 2020, 2021, 2023}
    for one in rates:
        assert one.basis == (("七普前",) if one.period.year < 2020 else ("七普",)), one


def test_the_rows_the_outline_reveals_are_listed_empty() -> None:
    blanks = CASES["liaoning-14fyp"].blanks
    assert len({row.no for row in blanks}) == len(blanks) >= 6
    for row in blanks:
        assert row.plan == "liaoning-14fyp"
        assert row.hint
        assert row.indicator_code == "" or shipped_registry().get(row.indicator_code)
    assert all(not CASES[name].blanks for name in names() if name != "liaoning-14fyp")


@pytest.mark.parametrize(("name", "rows", "binding"), [("national-14fyp", 20, 8), ("national-15fyp", 21, 8)])
def test_the_national_main_tables_in_full(name: str, rows: int, binding: int) -> None:
    main = [t for t in CASES[name].targets if t.plan == name]
    assert len(main) == rows
    assert all(t.tier is Tier.MAIN and t.indicator_code and t.span for t in main)
    assert sum(t.binding is Binding.BINDING for t in main) == binding
    assert sum(t.binding is Binding.EXPECTED for t in main) == rows - binding


def test_starred_baselines_and_bases_that_differ_from_their_target() -> None:
    by_code = {t.indicator_code: t for t in CASES["national-14fyp"].targets if t.plan == "national-14fyp"}

    def base(code: str) -> tuple[str, str, tuple[str, ...]]:
        baseline = by_code[code].baseline
        assert baseline is not None
        return baseline.period.code, str(baseline.value), baseline.basis

    assert base("urbanization") == ("2019", "60.6", ("七普前",))
    assert base("life_expectancy") == ("2019", "77.3", ())
    assert base("forest.cover")[0] == "2019"
    assert base("unemployment") == ("2020", "5.2", ("12月",))
    assert by_code["unemployment"].basis == ("全年平均",)
    assert base("water.surface.good")[2] == ("1940断面",)
    assert by_code["productivity.growth"].baseline.estimated
    references = {code: t.reference.relation for code, t in by_code.items() if t.reference}
    assert references == {
        "gdp.growth": "reasonable",
        "productivity.growth": "above",
        "income.growth": "in_step",
    }
    fifteenth = {t.indicator_code: t for t in CASES["national-15fyp"].targets if t.plan == "national-15fyp"}
    assert fifteenth["carbon.intensity.reduction"].baseline.period.code == "2021/2025"
    assert fifteenth["forest.cover"].baseline.period.code == "2024"


def test_cities_add_up_to_the_province() -> None:
    people = {
        o.region: o.value
        for o in CASES["liaoning-14fyp"].observations
        if o.indicator == "population" and o.period.code == "2021" and o.vintage is Vintage.PRELIMINARY
    }
    cities = [people[city.code] for city in divisions("210000")]
    assert sum(cities) == people["210000"] == Decimal("4229.4")


@pytest.mark.parametrize(
    ("year", "place", "ties"),
    [
        (2021, 29, ()),
        (2022, 23, ()),
        (2023, 16, ("110000",)),
        (2024, 17, ("110000", "360000", "410000")),
    ],
)
def test_places_of_liaoning_by_revised_growth(year: int, place: int, ties: tuple[str, ...]) -> None:
    growth = shipped_registry().get("gdp.growth")
    assert growth is not None
    found = rank(growth, "210000", Period.of_year(year), CASES["reference"].observations, TODAY)
    assert found is not None
    assert (found.rank, found.of, found.ties, found.vintage) == (place, 31, ties, "census_revision")


def test_growth_is_never_mixed_with_its_nominal_namesake() -> None:
    real = [o for o in CASES["liaoning-14fyp"].observations if o.indicator == "gdp.growth"]
    nominal = [o for o in CASES["liaoning-14fyp"].observations if o.indicator == "gdp.growth.nominal"]
    assert len(nominal) == 4
    assert all("不变价" in o.basis for o in real)


def test_bounds_stay_bounds() -> None:
    figures = {
        (o.indicator, o.region, o.period.code, o.value): o.bound for o in CASES["reference"].observations
    }
    assert figures["gdp.growth", "330000", "2025", Decimal("5.5")] is Comparator.AT_LEAST
    liaoning = {(o.indicator, o.period.code): o.bound for o in CASES["liaoning-14fyp"].observations}
    assert liaoning["telecom.5g.stations", "2021"] is Comparator.AT_LEAST
    assert liaoning["investment.growth", "2025"] is Comparator.EQUAL
