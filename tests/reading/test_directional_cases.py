"""Every case of ``directional_cases/*.md``: the passage gives these promises without a figure, no others."""

from pathlib import Path

import pytest

from lantu.documents import Document
from lantu.reading import read_plan
from lantu.reading.jsonl import directional_row

from .case_files import cases
from .test_cases import shown

CASES = cases(Path(__file__).parent / "directional_cases")
NONE = [case for case in CASES if not case.rows]


def test_there_are_enough_cases():
    assert len(CASES) - len(NONE) >= 25
    assert len(NONE) >= 15


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case):
    reading = read_plan(Document.of_text("case", case.text))
    rows = [directional_row(target) for target in reading.directional]
    for row in rows:
        assert case.text[row["start"] : row["end"]] == row["quote"]
    keys = list(case.rows[0]) if case.rows else ["quote", "indicator"]
    assert [{key: shown(row[key], key) for key in keys} for row in rows] == list(case.rows)
    classes = {one for sentence in reading.work.ledger.sentences for one in sentence.records}
    assert {target.id for target in reading.directional} <= classes
