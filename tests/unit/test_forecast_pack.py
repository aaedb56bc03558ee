"""The shipped pack keeps the rules its figures were made under."""

import pytest

from lantu.monitoring.forecast.members import NAMES, SLOPE_KEPT
from lantu.monitoring.forecast.pooled import quantiles, shipped

BANDS = [(name, band) for name in ("log", "plain") for band in getattr(shipped(), name).bands]
every_band = pytest.mark.parametrize(("name", "band"), BANDS)


@every_band
def test_no_weight_is_negative_and_no_line_is_steepened(name, band):
    for weights in band.weights:
        assert len(weights) == len(NAMES)
        assert min(weights) >= 0
        assert sum(w * kept for w, kept in zip(weights, SLOPE_KEPT, strict=True)) <= 1.002


@every_band
def test_quantiles_stand_in_order_and_widen(name, band):
    table = quantiles(band, 30)
    assert (table[0] < table[1]).all() and (table[1] < 0).all()
    assert (0 < table[2]).all() and (table[2] < table[3]).all()
    assert ((table[:, 1:] - table[:, :-1]) * [[-1], [-1], [1], [1]] > 0).all()


@every_band
def test_steadiness_marks_rise(name, band):
    assert list(band.steadiness) == sorted(set(band.steadiness))
    assert len(band.steadiness) == len(band.weights) == 3


def test_plain_widths_are_the_same_on_both_sides():
    for band in shipped().plain.bands:
        assert band.lo95 == tuple(-v for v in band.hi95)


def test_every_length_from_three_has_a_band():
    for scale in (shipped().log, shipped().plain):
        assert [scale.band(n).shortest for n in (3, 4, 5, 14, 15, 36, 60)] == [3, 3, 5, 8, 15, 36, 36]


def test_words_go_down_to_zero():
    limits = [word.at_least for word in shipped().words]
    assert limits == sorted(limits, reverse=True)
    assert limits[-1] == 0
