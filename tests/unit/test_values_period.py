from datetime import date

import pytest

from lantu.values import InputError, Period


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024H1", date(2024, 1, 1), date(2024, 6, 30)),
        ("2025Q3", date(2025, 7, 1), date(2025, 9, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2020-11-01", date(2020, 11, 1), date(2020, 11, 1)),
        ("2021/2025", date(2021, 1, 1), date(2025, 12, 31)),
        ("2025-01/2025-08", date(2025, 1, 1), date(2025, 8, 31)),
    ],
)
def test_every_form_has_a_first_and_a_last_day(code: str, first: date, last: date) -> None:
    period = Period.parse(code)
    assert (period.first, period.last, period.code) == (first, last, code)


@pytest.mark.parametrize(
    "code", ["", "25", "2025Q5", "2025-13", "2025-02-30", "2021/2022/2023", "2025/2021", "2025-", "x", "0000"]
)
def test_what_is_no_period_is_named_in_the_error(code: str) -> None:
    with pytest.raises(InputError, match="时期"):
        Period.parse(code)


def test_only_a_calendar_year_is_a_year() -> None:
    assert Period.parse("2025").is_year
    assert not Period.parse("2025Q4").is_year
    assert Period.parse("2021/2025").years == (2021, 2022, 2023, 2024, 2025)


def test_periods_sort_by_time() -> None:
    codes = ["2025", "2024H1", "2024", "2024Q1"]
    assert [p.code for p in sorted(map(Period.parse, codes))] == ["2024Q1", "2024H1", "2024", "2025"]
