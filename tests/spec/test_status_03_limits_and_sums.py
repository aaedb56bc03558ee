"""# Limits kept every year, and counts that add up.

A limit (at most, at least, in between) is kept in every year or it is broken: a good year cannot offset a
bad one. Counts and amounts over the whole period are added, when every year so far is known.
"""

from decimal import Decimal

import pytest

from lantu.monitoring import Status
from lantu.values import Direction, Mode

LIMITS = [
    # limit, yearly figures, status, years named
    ("<", "5.5", {2021: "5.1", 2022: "5.2"}, Status.ON_PACE, ""),
    ("<", "5.5", {2021: "5.1", 2022: "5.6"}, Status.UNMET, "2022"),
    ("<", "5.5", {2021: "5.1", 2022: "5.5"}, Status.UNMET, "2022"),  # below is not at most
    ("<=", "5.5", {2021: "5.1", 2022: "5.5"}, Status.ON_PACE, ""),
    ("<", "5.5", {2021: "5.1", 2022: "5.6", 2023: "4.0", 2024: "4.0", 2025: "4.0"}, Status.UNMET, "2022"),
    ("<", "5.5", {2021: "5.1", 2022: "5.2", 2023: "5.2", 2024: "5.1", 2025: "5.2"}, Status.MET, ""),
    ("<", "5.5", {2021: "5.1", 2023: "5.2", 2025: "5.2"}, Status.ON_PACE, "2022、2024"),  # not proven
    ("~", "5.5", {2021: "5.6"}, Status.ON_PACE, ""),  # 左右: within 0.2 points on either side
    ("~", "5.5", {2021: "5.2"}, Status.UNMET, "2021"),
]


@pytest.mark.parametrize(("sign", "limit", "years", "status", "named"), LIMITS)
def test_a_limit_is_kept_every_year_or_broken(bench, sign, limit, years, status, named):
    verdict = bench.judge(bench.target("jobless", limit, sign), bench.series("jobless", years))
    assert (verdict.status, verdict.method) == (status, "limit")
    assert named in str(verdict.reason)
    if status is Status.UNMET:
        assert verdict.period is not None and verdict.period.code == named  # the figure that decided


def test_a_limit_does_not_rest_on_the_base(bench):
    target = bench.target("jobless", "5.5", "<", base_value="5.2")
    assert bench.judge(target, bench.series("jobless", {2021: "5.3"})).status is Status.ON_PACE


def test_a_yearly_amount_is_owed_every_year(bench):
    target = bench.target("jobs", "40", mode=Mode.FLOW_PER_YEAR)
    assert bench.judge(target, bench.series("jobs", {2021: "45", 2022: "39"})).status is Status.UNMET
    assert bench.judge(target, bench.series("jobs", {2021: "45", 2022: "40"})).status is Status.ON_PACE


SUMS = [
    # target, yearly figures, progress, status
    ("200", {2021: "45", 2022: "40"}, "0.425", Status.ON_PACE),
    ("200", {2021: "50", 2022: "50"}, "0.5", Status.FASTER),
    ("200", {2021: "30", 2022: "30"}, "0.3", Status.SLOWER),
    ("200", {2021: "100", 2022: "100"}, "1", Status.MET),  # reached early, time ahead
    ("200", {2021: "40", 2022: "40", 2023: "40", 2024: "40", 2025: "39"}, "0.995", Status.UNMET),
    ("200", {2021: "60", 2022: "-20", 2023: "40"}, "0.4", Status.SLOWER),  # what is cancelled is subtracted
    ("200", {2021: "45", 2023: "40"}, None, Status.NO_DATA),  # 2022 is missing
    ("80", {2021: "45", 2023: "40"}, None, Status.MET),  # what is known is enough
]


@pytest.mark.parametrize("mode", [Mode.CUMULATIVE, Mode.COUNT_BUILT])
@pytest.mark.parametrize(("whole", "years", "progress", "status"), SUMS)
def test_counts_and_amounts_add_up(bench, mode, whole, years, progress, status):
    verdict = bench.judge(bench.target("jobs", whole, mode=mode), bench.series("jobs", years))
    assert (verdict.status, verdict.method) == (status, "sum")
    assert verdict.progress == (None if progress is None else Decimal(progress))
    if progress is None and status is Status.NO_DATA:
        assert "缺2022年" in str(verdict.reason)


def test_a_published_total_is_taken_as_it_is(bench):
    target = bench.target("jobs", "200", mode=Mode.CUMULATIVE)
    figures = [*bench.series("jobs", {2021: "45"}), bench.figure("jobs", "2021/2025", "212")]
    verdict = bench.judge(target, figures)
    assert (verdict.status, verdict.progress, verdict.formula) == (
        Status.MET,
        Decimal("1.06"),
        "212 ; 212 ÷ 200 = 106 %",
    )


def test_the_unit_of_the_target_is_kept_and_the_value_held_against_it_is_told(bench):
    target = bench.target("jobs", "2000000", mode=Mode.CUMULATIVE, unit="人")
    verdict = bench.judge(target, bench.series("jobs", {2021: "45", 2022: "40"}))
    assert (verdict.progress, verdict.value) == (Decimal("0.425"), Decimal(850000))
    assert verdict.observation == bench.figure("jobs", 2022, "40")  # the last figure, as published


def test_a_ceiling_on_a_total_must_not_be_used_up_too_fast(bench):
    target = bench.target("jobs", "100", "<=", mode=Mode.CUMULATIVE, direction=Direction.DOWN)
    assert bench.judge(target, bench.series("jobs", {2021: "20", 2022: "20"})).status is Status.ON_PACE
    assert bench.judge(target, bench.series("jobs", {2021: "30", 2022: "30"})).status is Status.SLOWER
    assert bench.judge(target, bench.series("jobs", {2021: "60", 2022: "50"})).status is Status.UNMET


def test_what_is_built_cannot_be_told_from_what_stands(bench):
    target = bench.target("stock", "5", mode=Mode.COUNT_BUILT)
    assert bench.judge(target, bench.series("stock", {2020: "10", 2022: "20"})).status is Status.NO_DATA


# 民法典 article 1259: 以上 and 以内 take the number in, 超过 and 不满 leave it out
WORDS = [
    (">=", "以上", "20", Status.MET),
    (">=", "不低于", "20", Status.MET),
    (">=", "超过", "20", Status.UNMET),
    (">=", "超过", "20.1", Status.MET),
    (">=", "高于", "20", Status.UNMET),
]


@pytest.mark.parametrize(("comparator", "word", "came", "status"), WORDS)
def test_the_word_says_whether_the_number_itself_is_enough(bench, comparator, word, came, status):
    target = bench.target("share", "20", comparator, base_value="10", qualifier=word)
    assert bench.judge(target, bench.series("share", {2025: came})).status is status
