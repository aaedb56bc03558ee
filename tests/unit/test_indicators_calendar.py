"""The release calendar dates early values only, and on the late side."""

from datetime import date

import pytest

from lantu.indicators import Observation, known, shipped_calendar
from lantu.values import Period, Source, Vintage


@pytest.mark.parametrize("vintage", [Vintage.FINAL, Vintage.CENSUS_REVISION, Vintage.UNKNOWN])
def test_a_revised_value_is_never_dated(vintage: Vintage) -> None:
    period = Period.of_year(2023)
    assert shipped_calendar().day("某公报", "210000", period, vintage) is None
    assert shipped_calendar().day("“十五五”规划纲要专栏1", "000000", period, vintage) is None


@pytest.mark.parametrize(
    ("title", "region", "period", "vintage", "day"),
    [
        ("某省统计公报", "210000", "2021", Vintage.PRELIMINARY, date(2022, 3, 31)),
        ("某市政府工作报告", "210100", "2021", Vintage.FORECAST, date(2022, 1, 31)),
        ("某公报", "000000", "2021", Vintage.PRELIMINARY, date(2022, 3, 1)),
        ("全省经济运行情况", "210000", "2024H1", Vintage.PRELIMINARY, date(2024, 7, 31)),
        ("某社:“十四五”以来的某报告", "000000", "2024", Vintage.PRELIMINARY, date(2025, 12, 31)),
        ("全省经济运行情况", "210000", "2021/2023", Vintage.PRELIMINARY, date(2024, 3, 30)),
        ("某县公报", "Z210001", "2021", Vintage.PRELIMINARY, None),
        ("某县公报", "999999", "2021", Vintage.PRELIMINARY, None),
    ],
)
def test_days(title: str, region: str, period: str, vintage: Vintage, day: date | None) -> None:
    assert shipped_calendar().day(title, region, Period.parse(period), vintage) == day


def test_no_day_lies_before_the_end_of_its_period() -> None:
    for lag in shipped_calendar().lags:
        assert lag.days > 0
        assert lag.why


def test_known_on_a_day() -> None:
    def value(published: date | None, seen: date | None) -> Observation:
        from decimal import Decimal

        source = Source("某公报", seen_on=seen)
        return Observation(
            "gdp",
            "210000",
            Period.of_year(2023),
            Decimal(1),
            "亿元",
            Vintage.FINAL,
            source,
            published_on=published,
        )

    dated = value(date(2024, 1, 20), date(2026, 11, 22))
    seen = value(None, date(2026, 6, 2))
    never = value(None, None)
    everything = (dated, seen, never)
    assert known(everything, date(2024, 1, 19)) == ()
    assert known(everything, date(2024, 1, 20)) == (dated,)
    assert known(everything, date(2026, 6, 1)) == (dated,)
    assert known(everything, date(2026, 6, 2)) == (dated, seen)
