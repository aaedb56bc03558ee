"""Every case of ``work_cases/*.md``: the kinds of record it names are these and no others."""

from pathlib import Path

import pytest

from .work_case_files import shown, work_cases

CASES = work_cases(Path(__file__).parent / "work_cases")


def test_there_are_enough_cases_and_each_expects_something():
    assert len(CASES) >= 80
    assert all(case.lines for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case):
    found = shown(case.text)
    expected: dict[str, list[str]] = {}
    for kind, line in case.lines:
        expected.setdefault(kind, []).extend([line] if line or kind == "lead" else [])
    assert {kind: found[kind] for kind in expected} == expected
