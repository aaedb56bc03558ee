"""Building the cases again from the shared texts and tables changes nothing, and no row is lost."""

import csv
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from lantu.cases import load_case, names
from lantu.cases.files import FILES
from lantu.documents import Document

FIGURES = ("liaoning_actuals", "liaoning_actuals_more", "liaoning_cities", "national_actuals", "provinces")
pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def rebuilt(shared: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    out = tmp_path_factory.mktemp("cases")
    command = [
        sys.executable,
        str(root / "tools" / "build_cases"),
        "--shared",
        str(shared),
        "--out",
        str(out),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return out, done.stdout


def test_rerunning_changes_no_byte(rebuilt: tuple[Path, str], root: Path) -> None:
    out, _ = rebuilt
    shipped = root / "src" / "lantu" / "cases"
    assert sorted(p.name for p in out.iterdir()) == list(names())
    for name in names():
        assert (
            {p.name for p in (out / name).iterdir()}
            == {p.name for p in (shipped / name).iterdir()}
            == set(FILES)
        )
        for file in FILES:
            assert (out / name / file).read_bytes() == (shipped / name / file).read_bytes(), f"{name}/{file}"


def test_every_row_of_the_tables_has_one_end(rebuilt: tuple[Path, str], shared: Path) -> None:
    """The ledger printed by the builder adds up to the rows of the tables."""
    ends: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for line in rebuilt[1].splitlines():
        if match := re.match(r"(\w+) +(\d+)  (observation|merged|target|left out)", line):
            ends[match[1]] += int(match[2])
            kinds[match[3]] += int(match[2])
    rows = {}
    for path in sorted((shared / "data").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows[path.stem] = sum(1 for _ in csv.DictReader(file))
    assert ends == Counter(rows)
    figures = {o for name in names() for o in load_case(name).observations}
    assert kinds["observation"] == len(figures)
    targets = {t.id for name in names() for t in load_case(name).targets if t.span is None}
    assert kinds["target"] == len(targets)
    assert kinds["left out"] == 8


def test_every_row_of_the_tables_is_found_again_by_its_value(shared: Path) -> None:
    """Read without the builder: region, first day and digits of each row stand in the cases."""
    from lantu.indicators import region_named

    kept = Counter(
        (o.region, o.period.first.isoformat()[:4], abs(o.value), o.unit)
        for o in {o for name in names() for o in load_case(name).observations}
    )
    rows = 0
    for name in FIGURES:
        with (shared / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                place = region_named(row["region"])
                assert place is not None
                assert kept[place.code, row["period"][:4], abs(Decimal(row["value"])), row["unit"]], row
                rows += 1
    assert rows == 3423


def test_quotes_are_cut_from_the_texts(shared: Path) -> None:
    documents = {}
    for path in sorted((shared / "plans").glob("*.txt")):
        document = Document.of_text(path.name, path.read_text(encoding="utf-8"))
        documents[document.sha256] = document.text
    seen = 0
    for name in names():
        for target in load_case(name).targets:
            if target.span is not None:
                assert target.span.quote(documents[target.span.document]) == target.quote
                seen += 1
    assert seen == 192 + 20 + 21


def test_headings_stand_in_the_texts(shared: Path) -> None:
    from lantu.reading.script import fold

    for name in ("liaoning-14fyp", "national-14fyp", "national-15fyp"):
        text = (shared / "plans" / f"{name}.txt").read_text(encoding="utf-8")
        ((_, nodes),) = load_case(name).sections
        for node in nodes:
            assert node.heading is not None
            words = re.sub(r"\s", "", fold(node.heading.quote(text)))
            assert re.sub(r"\s", "", node.title) in words


def test_no_long_run_of_a_plan_stands_in_the_case_files(shared: Path, root: Path) -> None:
    """Facts may be kept, sentences not: no 40 characters in a row are those of the text."""
    from lantu.reading.script import fold

    texts = [
        fold((shared / "plans" / f"{n}.txt").read_text(encoding="utf-8")) for n in names() if n != "reference"
    ]
    runs = {text[i : i + 40] for text in texts for i in range(len(text) - 40)}
    for name in names():
        for file in FILES:
            stored = (root / "src" / "lantu" / "cases" / name / file).read_text(encoding="utf-8")
            for line in stored.splitlines():
                shadow = fold(line)
                assert not any(shadow[i : i + 40] in runs for i in range(len(shadow) - 39)), line
