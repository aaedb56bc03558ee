"""The reader against hand-made labels: printed on every run, never below what was reached."""

import json
import re
import subprocess
import sys
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from lantu.documents import read_bytes
from lantu.reading import jsonl, read_plan

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
SECTION = "scores of the reader"

pytestmark = pytest.mark.shared


def reading_of(path):
    document, _ = read_bytes(path.name, path.read_bytes())
    return document, read_plan(document)


LABELS = {
    "liaoning-14fyp": "gold/liaoning-14fyp.targets.jsonl",
    **{path.stem: path for path in sorted((Path(__file__).parent / "second").glob("*.jsonl"))},
}
"""Labels by plan text: those that lie beside the texts, and our second set (see second/README.md)."""


@pytest.mark.parametrize("name", LABELS)
def test_targets(name, shared, tmp_path, record_property):
    document, reading = reading_of(shared / "plans" / f"{name}.txt")
    found = tmp_path / "found.jsonl"
    found.write_text("".join(jsonl.lines(map(jsonl.target_row, reading.targets))), encoding="utf-8")
    gold = shared / LABELS[name]
    tool = shared / "tools" / "score_targets.py"
    shown = subprocess.run(
        [sys.executable, tool, gold, found], capture_output=True, text=True, check=True
    ).stdout
    scores = {key: float(value) for key, value in re.findall(r"(\w+) (\d\.\d{3})(?=  |\n)", shown)}
    for name_, value in re.findall(r"(figure|value) .*F1 (\d\.\d{3})", shown):
        scores[name_] = float(value)
    told = "  ".join(f"{key} {scores[key]:.3f}" for key in FLOORS[name])
    record_property(SECTION, f"{name}: {len(reading.targets)} targets  {told}")
    low = {key: (scores[key], floor) for key, floor in FLOORS[name].items() if scores[key] < floor}
    assert not low, f"{name}: below the floor (reached, floor): {low}"
    assert all(document.text[t.span.start : t.span.end] == t.quote for t in reading.targets)


SAME = (
    *("no", "category", "indicator", "unit", "baseline_year", "baseline", "baseline_raw"),
    *("baseline_estimated", "target_year", "target_raw", "target_comparator", "target_value"),
    *("target_value_max", "growth_raw", "growth_kind", "growth_comparator", "growth_value"),
    *("value_kind", "binding"),
)


@pytest.mark.parametrize(
    ("name", "text"),
    [("national-15fyp", "national-15fyp-indicators"), ("suzhou-15fyp", "suzhou-15fyp")],
)
def test_tables(name, text, shared, record_property):
    lines = (shared / "gold" / f"{name}.table.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in lines]
    _, reading = reading_of(shared / "plans" / f"{text}.txt")
    rows = [jsonl.indicator_row(row) for row in reading.indicators]
    assert len(rows) == len(gold)
    wrong = {g["no"]: bad for g, row in zip(gold, rows, strict=True) if (bad := different(g, row))}
    share = 1 - len(wrong) / len(gold)
    record_property(SECTION, f"{name} main table: {len(rows)} rows, every cell right in {share:.3f}")
    assert share >= FLOORS["tables"][name], wrong


def different(gold, row):
    """Keys whose cells differ."""
    return {key: (gold[key], row[key]) for key in SAME if (gold[key] or None) != (row[key] or None)}
