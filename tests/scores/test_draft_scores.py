"""The reader against fourteen made-up outlines and their labels, written without sight of it (drafts/README.md)."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from lantu.documents import read_bytes
from lantu.reading import jsonl, read_plan

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["drafts"]
SECTION = "scores of the reader"
OPPOSITE = ({"up", "down"}, {">=", "<="})

pytestmark = pytest.mark.shared


def shifted(row, by):
    return {**row, "start": row["start"] + by, "end": row["end"] + by}


def pooled(writer):
    """Labels and records of all drafts of a writer, as if they were one text."""
    labels, records, base = [], [], 0
    for path in sorted((HERE / "drafts").glob(f"{writer}?.txt")):
        document, _ = read_bytes(path.name, path.read_bytes())
        lines = path.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
        labels += [shifted(row, base) for row in map(json.loads, lines)]
        assert all(document.text[row["start"] : row["end"]] == row["quote"] for row in map(json.loads, lines))
        rows = jsonl.lines(map(jsonl.target_row, read_plan(document).targets))
        records += [shifted(row, base) for row in map(json.loads, rows)]
        base += len(document.text) + 10
    return labels, records


def scores_of(shown):
    scores = {key: float(value) for key, value in re.findall(r"(\w+) (\d\.\d{3})(?=  |\n)", shown)}
    for name, value in re.findall(r"(figure|value) .*F1 (\d\.\d{3})", shown):
        scores[name] = float(value)
    return scores


@pytest.mark.parametrize("writer", FLOORS)
def test_drafts(writer, shared, tmp_path, record_property):
    labels, records = pooled(writer)
    files = {"gold.jsonl": labels, "found.jsonl": records}
    for name, rows in files.items():
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = [sys.executable, shared / "tools" / "score_targets.py", *(tmp_path / name for name in files)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    scores = scores_of(shown)
    told = "  ".join(f"{key} {scores[key]:.3f}" for key in FLOORS[writer])
    record_property(SECTION, f"drafts {writer}: {len(labels)} labels, {len(records)} targets  {told}")
    low = {key: (scores[key], floor) for key, floor in FLOORS[writer].items() if scores[key] < floor}
    assert not low, f"drafts {writer}: below the floor (reached, floor): {low}"


@pytest.mark.parametrize("writer", FLOORS)
def test_no_error_of_polarity(writer):
    """Where one label and one record stand on a span, neither direction nor bound is turned round."""
    labels, records = pooled(writer)
    by_span = {(row["start"], row["end"]): row for row in records}
    turned = [
        (row["quote"], row["indicator"], row[key], by_span[row["start"], row["end"]][key])
        for row in labels
        for key in ("direction", "comparator")
        if (row["start"], row["end"]) in by_span
        and {row[key], by_span[row["start"], row["end"]][key]} in OPPOSITE
    ]
    assert not turned
