"""Probability of meeting a target, compounded growth, and the words."""

from statistics import NormalDist

import pytest

from lantu.monitoring.forecast import Step, chance_of, compounded, word_for
from lantu.values import Direction

STEP = Step(1, mean=50.0, lo80=50 - 12.8155, hi80=50 + 12.8155, lo95=50 - 19.59964, hi95=50 + 19.59964)


@pytest.mark.parametrize("target", [20.0, 37.0, 45.0, 50.0, 61.0, 80.0])
def test_normal_intervals_give_normal_probabilities(target):
    below = NormalDist(50, 10).cdf(target)
    assert chance_of(STEP, target, Direction.DOWN) == pytest.approx(below, abs=1e-5)
    assert chance_of(STEP, target, Direction.UP) == pytest.approx(1 - below, abs=1e-5)


def test_interval_ends_keep_their_meaning_in_a_skewed_forecast():
    skewed = Step(3, mean=10, lo80=8, hi80=15, lo95=7, hi95=21)
    assert chance_of(skewed, 15, Direction.UP) == pytest.approx(0.1)
    assert chance_of(skewed, 7, Direction.DOWN) == pytest.approx(0.025)


def test_without_width_the_answer_is_yes_or_no():
    still = Step(1, 100.0, 100.0, 100.0, 100.0, 100.0)
    assert chance_of(still, 100, Direction.UP) == 1
    assert chance_of(still, 101, Direction.UP) == 0
    assert chance_of(still, 100, Direction.DOWN) == 1


def test_a_floor_at_zero_keeps_the_order():
    floored = Step(5, mean=1.0, lo80=0.0, hi80=3.0, lo95=0.0, hi95=5.0)
    chances = [chance_of(floored, x, Direction.DOWN) for x in (0.0, 0.5, 1.0, 3.0, 5.0)]
    assert chances == sorted(chances)
    assert chances[0] == pytest.approx(0.1)
    assert chances[3] == pytest.approx(0.9)


def test_a_bound_to_hold_every_year_is_refused():
    with pytest.raises(ValueError, match="every year"):
        chance_of(STEP, 1, Direction.KEEP)


def test_growth_compounds_known_and_forecast_years():
    ahead = (Step(1, 5, 4, 6, 3, 7), Step(2, 5, 3, 7, 1, 9))
    made = compounded((6.0, 4.0), ahead)
    assert made.mean == pytest.approx(((1.06 * 1.04 * 1.05 * 1.05) ** 0.25 - 1) * 100)
    assert made.lo95 == pytest.approx(((1.06 * 1.04 * 1.03 * 1.01) ** 0.25 - 1) * 100)
    assert made.lo95 < made.lo80 < made.mean < made.hi80 < made.hi95
    assert made.horizon == 2


def test_the_more_years_are_known_the_narrower_the_average():
    ahead = (Step(1, 5, 3, 7, 1, 9),)
    one, four = compounded((), ahead), compounded((5.0, 5.0, 5.0, 5.0), ahead)
    assert four.hi95 - four.lo95 < (one.hi95 - one.lo95) / 4


def test_compounding_needs_a_year_to_come():
    with pytest.raises(ValueError, match="year to come"):
        compounded((5.0,), ())


@pytest.mark.parametrize(
    ("chance", "word"),
    [
        (1.0, "预计可以实现"),
        (0.8, "预计可以实现"),
        (0.79, "实现的可能性较大"),
        (0.2, "难度较大"),
        (0.0, "预计难以实现"),
    ],
)
def test_words_follow_the_published_rule(chance, word):
    assert word_for(chance) == word
