"""Recall per class of comparator, mode and direction on the case files, and errors of polarity.

A label is found when the reader gives a record on the same words (the n-th of the same quote in the
passage) with the same class. Polarity: up read as down, >= read as <=, or the other way round.
"""

import tomllib
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from lantu.documents import Document
from lantu.reading import read_plan
from lantu.reading.jsonl import target_row

from ..reading.case_files import cases

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["cases"]
SECTION = "scores of the reader"
CLASSES = {
    "comparator": ("=", ">=", "<=", "~", "range", "cover"),
    "mode": ("level", "flow_per_year", "cumulative", "growth_per_year", "change", "count_built"),
    "direction": ("up", "down", "keep"),
}
OPPOSITE = {("up", "down"), ("down", "up"), (">=", "<="), ("<=", ">=")}
LEAST_CASES = 20


def numbered(rows):
    """Rows by quote and which one of that quote it is."""
    seen = Counter()
    found = {}
    for row in rows:
        found[row["quote"], seen[row["quote"]]] = row
        seen[row["quote"]] += 1
    return found


@pytest.fixture(scope="module")
def pairs():
    """(case, label, record or None) for every label of the case files."""
    made = []
    for case in cases(HERE.parent / "reading" / "cases"):
        reading = read_plan(Document.of_text("case", case.text))
        found = numbered(target_row(target) for target in reading.targets)
        made += [(case.name, label, found.get(key)) for key, label in numbered(case.rows).items()]
    return made


@pytest.mark.parametrize("key", CLASSES)
def test_recall_per_class(key, pairs, record_property):
    labels, hits, names = Counter(), Counter(), defaultdict(set)
    wrong = []
    for name, label, row in pairs:
        if key not in label:
            continue
        wanted, got = label[key], row[key] if row else None
        labels[wanted] += 1
        hits[wanted] += got == wanted
        names[wanted].add(name)
        if (wanted, got) in OPPOSITE:
            wrong.append((name, label["quote"], wanted, got))
    told = "  ".join(f"{one} {hits[one] / labels[one]:.3f} of {labels[one]}" for one in CLASSES[key])
    record_property(SECTION, f"cases {key}: {told}  polarity errors {len(wrong)}")
    assert set(labels) == set(CLASSES[key])
    few = {one: len(names[one]) for one in CLASSES[key] if len(names[one]) < LEAST_CASES}
    assert not few, f"classes with fewer than {LEAST_CASES} cases: {few}"
    low = {one: hits[one] / labels[one] for one in labels if hits[one] / labels[one] < FLOORS[key]}
    assert not low, low
    assert not wrong, wrong
