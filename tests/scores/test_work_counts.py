"""Tasks, policies, projects and the ledger of the shared texts: printed on every run, never below what was reached."""

import tomllib
from pathlib import Path

import opencc
import pytest

from lantu.documents import Document, read_bytes
from lantu.plan import SentenceClass
from lantu.reading import read_plan
from lantu.reading.script import fold

FLOORS = tomllib.loads((Path(__file__).parent / "work_floors.toml").read_text(encoding="utf-8"))
SECTION = "scores of the reader"

pytestmark = pytest.mark.shared


@pytest.mark.parametrize("name", FLOORS)
def test_counts(name, shared, record_property):
    path = shared / "plans" / f"{name}.txt"
    document, _ = read_bytes(path.name, path.read_bytes())
    reading = read_plan(document)
    work, ledger = reading.work, reading.work.ledger
    classes = {klass: ledger.count(klass) for klass in SentenceClass}
    assert sum(classes.values()) == len(ledger.sentences)
    listed = [one for sentence in ledger.sentences for one in sentence.records]
    assert all(listed.count(target.id) == 1 for target in reading.targets)
    found = {
        "task": len(work.tasks),
        "policy": len(work.policies),
        "project": len(work.projects),
        "platform": len(work.platforms),
        "place": len(work.places),
    }
    shown = "  ".join(f"{klass.value} {n}" for klass, n in classes.items())
    record_property(SECTION, f"{name}: {len(ledger.sentences)} sentences  {shown}")
    floors = FLOORS[name]
    low = {key: (n, floors[key]) for key, n in found.items() if n < floors[key]}
    assert not low, f"{name}: below the floor (reached, floor): {low}"
    assert classes[SentenceClass.UNRESOLVED] <= floors["unresolved"]


def test_a_traditional_text_and_its_simplified_one_give_the_same_records(shared):
    text = (shared / "plans" / "liaoning-14fyp.txt").read_text(encoding="utf-8")
    simplified = opencc.OpenCC("t2s").convert(text)
    assert len(simplified) == len(text)
    one, other = (read_plan(Document.of_text("plan", t)).work for t in (text, simplified))
    for a, b in zip(one.ledger.sentences, other.ledger.sentences, strict=True):
        assert (a.span.start, a.span.end, a.klass, a.why) == (b.span.start, b.span.end, b.klass, b.why)
    for kind in ("tasks", "policies", "projects", "platforms", "responsibilities", "places"):
        pairs = zip(getattr(one, kind), getattr(other, kind), strict=True)
        assert all((a.span.start, a.span.end) == (b.span.start, b.span.end) for a, b in pairs), kind
    assert [fold(p.name) for p in one.projects] == [fold(p.name) for p in other.projects]
