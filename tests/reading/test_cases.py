"""Every case of ``cases/*.md``: the passage gives these records and no others."""

from pathlib import Path

import pytest

from lantu.documents import Document
from lantu.reading import read_plan
from lantu.reading.jsonl import plain, target_row

from .case_files import cases

CASES = cases(Path(__file__).parent / "cases")


def test_there_are_enough_cases():
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case):
    reading = read_plan(Document.of_text("case", case.text))
    rows = [target_row(target) for target in reading.targets]
    for row in rows:
        assert case.text[row["start"] : row["end"]] == row["quote"]
    keys = list(case.rows[0]) if case.rows else ["quote", "indicator"]
    assert [{key: shown(row[key], key) for key in keys} for row in rows] == list(case.rows)


def shown(value, key):
    if value is None or (key == "strength" and value == "firm"):
        return ""
    return value if isinstance(value, str) else plain(value) if hasattr(value, "as_tuple") else str(value)
