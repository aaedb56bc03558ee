"""# As of a day, and the stage that chooses the words.

``as_of`` is an argument everywhere: what was not published on that day takes no part. The stage (annual
monitoring, mid-term evaluation, final evaluation) decides the words, never the figures.
"""

from dataclasses import replace
from datetime import date

import pytest

from lantu.monitoring import Stage, Status, shipped_scheme, tally
from lantu.texts import Language, label
from lantu.values import Binding, Period, Tier


def test_on_2023_06_30_the_figures_of_2022_are_judged(bench):
    target = bench.target("share", "20", base_value="10")
    figures = bench.series("share", {2021: "12", 2022: "13", 2023: "15", 2024: "19"})
    verdict = bench.judge(target, figures, "2023-06-30")
    assert verdict.period == Period.of_year(2022)
    assert verdict.lag_days == (date(2023, 6, 30) - date(2022, 12, 31)).days == 181


def test_a_figure_takes_part_from_the_day_it_was_published(bench):
    target = bench.target("share", "20", base_value="10")
    figures = bench.series("share", {2022: "13"})
    assert bench.judge(target, figures, "2023-02-27").status is Status.NO_DATA
    assert bench.judge(target, figures, "2023-02-28").status is Status.SLOWER


def test_a_figure_without_a_day_takes_part_from_the_day_it_was_seen(bench):
    target = bench.target("share", "20", base_value="10")
    seen = bench.figure("share", 2022, "13", published_on=None)
    assert bench.judge(target, [seen]).status is Status.NO_DATA
    dated = replace(seen, source=replace(seen.source, seen_on=date(2024, 6, 2)))
    assert bench.judge(target, [dated], "2024-06-01").status is Status.NO_DATA
    assert bench.judge(target, [dated], "2024-06-02").status is Status.SLOWER


def test_before_the_first_figures_can_exist_nothing_is_late(bench):
    target = bench.target("share", "20")
    figures = bench.series("share", {2020: "10"})
    assert bench.judge(target, figures, "2021-12-31").status is Status.NOT_DUE
    assert bench.judge(target, figures, "2022-12-31").status is Status.NO_DATA
    # nobody has ever published it: no data from the first day, and who would have it
    never = bench.judge(target, [], "2021-12-31")
    assert never.status is Status.NO_DATA and "统计局" in str(never.reason)


def test_who_would_have_it_and_what_was_last_seen(bench):
    figures = bench.series("share", {2018: "8", 2019: "9"})
    late = bench.judge(bench.target("share", "20"), figures, "2023-06-30")
    assert "2021—2025年的公布数，最近的是2019的9 %；应由统计局提供" in str(late.reason)
    one_year = bench.judge(bench.target("share", "20", deadline=2021), figures, "2023-06-30")
    assert "在2021年的公布数" in str(one_year.reason)
    plan = bench.annual_plan(2024)
    annual = bench.judge(bench.yearly_target("share", 2024, "20"), figures, "2026-06-30", plan=plan)
    assert "在2024年的公布数" in str(annual.reason)


def test_a_unit_that_does_not_convert_is_no_data_and_says_so(bench):
    target = bench.target("stock", "20", unit="家")
    verdict = bench.judge(target, bench.series("stock", {2025: "30"}))
    assert verdict.status is Status.NO_DATA
    assert "“万个”不能换算成目标的单位“家”" in str(verdict.reason)


STAGES = [
    ("2021-12-31", Stage.ANNUAL),
    ("2023-06-30", Stage.ANNUAL),
    ("2023-07-01", Stage.MIDTERM),
    ("2023-12-26", Stage.MIDTERM),
    ("2024-01-01", Stage.ANNUAL),
    ("2025-12-31", Stage.ANNUAL),
    ("2026-01-01", Stage.FINAL),
]


@pytest.mark.parametrize(("as_of", "stage"), STAGES)
def test_the_stage_of_a_five_year_plan(bench, as_of, stage):
    assert shipped_scheme().stages.of(bench.plan, date.fromisoformat(as_of)) is stage


def test_a_short_plan_has_no_mid_term(bench):
    plan = replace(bench.plan, period=Period.parse("2023/2025"))
    assert shipped_scheme().stages.of(plan, date(2025, 9, 1)) is Stage.ANNUAL


def test_the_stage_chooses_words_and_no_figures(bench):
    target = bench.target("share", "20", base_value="10")
    figures = bench.series("share", {2022: "13"})
    annual = bench.judge(target, figures, "2023-06-30")
    midterm = bench.judge(target, figures, "2023-12-26")
    assert (annual.status, annual.progress) == (midterm.status, midterm.progress)
    assert label("status", annual.status, Language.ZH) == "慢于序时进度"
    assert label("status.midterm", midterm.status, Language.ZH) == "滞后"


# the national mid-term evaluation of the 14th plan: 20 indicators, "16 met or faster" (2023-12-26)
OFFICIAL = {Status.MET: 4, Status.FASTER: 5, Status.ON_PACE: 7, Status.SLOWER: 4}


def test_the_classes_of_the_national_mid_term_evaluation_are_ours(bench):
    words = {s: label("status.midterm", s, Language.ZH) for s in OFFICIAL}
    assert list(words.values()) == ["提前实现", "快于预期", "基本符合预期", "滞后"]
    # one figure per class against the same target, at the end of year two
    values = {Status.MET: "20", Status.FASTER: "15", Status.ON_PACE: "14", Status.SLOWER: "13"}
    targets, verdicts = [], []
    for status, count in OFFICIAL.items():
        for _ in range(count):
            target = bench.target("share", "20", base_value="10", id=f"t.{len(targets):04}", tier=Tier.MAIN)
            targets.append(target)
            verdicts.append(bench.judge(target, bench.series("share", {2022: values[status]}), "2023-12-26"))
    cell = tally(targets, verdicts).cell(Tier.MAIN, Binding.UNKNOWN)
    assert {s: cell.of(s) for s in OFFICIAL} == OFFICIAL
    assert (cell.all, cell.judged) == (20, 20)
    assert cell.all - cell.of(Status.SLOWER) == 16


def test_tiers_and_legal_natures_are_counted_apart_with_denominators(bench):
    kinds = [(Tier.MAIN, Binding.BINDING), (Tier.MAIN, Binding.EXPECTED), (Tier.FIELD, Binding.UNKNOWN)]
    targets = [
        bench.target("share", "12", id=f"t.{i}", tier=tier, binding=binding)
        for i, (tier, binding) in enumerate(kinds * 2)
    ]
    figures = bench.series("share", {2025: "13"})
    verdicts = [bench.judge(t, figures if i < 3 else []) for i, t in enumerate(targets)]
    counts = tally(targets, verdicts)
    assert [(c.tier, c.binding, c.all, c.judged, c.met) for c in counts.cells] == [
        (*kind, 2, 1, 1) for kind in kinds
    ]
    assert counts.tiers == (Tier.MAIN, Tier.FIELD)
    assert counts.cell(Tier.WORKLOAD, Binding.BINDING).all == 0


def test_what_the_registry_does_not_know_has_no_data(bench):
    verdict = bench.judge(bench.target("share", "12", indicator_code=""), [])
    assert (verdict.status, verdict.method) == (Status.NO_DATA, "none")
    assert "占比" in str(verdict.reason)
