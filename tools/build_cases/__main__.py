"""Builds the case files from the shared texts, labels and tables; running it again changes nothing.

    python tools/build_cases [--shared ../shared] [--out src/lantu/cases]

Prints what became of every row of the tables.
"""

import argparse
import json
from collections.abc import Callable, Iterable
from pathlib import Path

import national
import outline
from ledger import Ledger
from merge import merge
from observe import Found, observe
from plans import annual
from promises import Promises
from rows import FIGURES, TARGETS, read

from lantu.cases.files import lines, observations_text, sections_text
from lantu.indicators import NATION, Observation, divisions, region
from lantu.plan import BlankRow, Plan, Section, Target

_ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Build all four cases."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=Path, default=_ROOT.parent / "shared")
    parser.add_argument("--out", type=Path, default=_ROOT / "src" / "lantu" / "cases")
    options = parser.parse_args()
    ledger = Ledger()
    figures, promises = read(options.shared, FIGURES), Promises(ledger)
    found = merge([observe(row) for row in figures], ledger)
    targets = read(options.shared, TARGETS)
    for row in targets:
        promises.add(row)
    ledger.check(figures + targets)
    _liaoning(options.shared, options.out, promises, found)
    for one, years in ((national.FOURTEENTH, range(2021, 2026)), (national.FIFTEENTH, range(2026, 2031))):
        _national(options.shared, options.out, promises, found, one, years)
    _reference(options.out, promises, found)
    print("\n".join(ledger.lines()))


def _liaoning(shared: Path, out: Path, promises: Promises, found: list[Found]) -> None:
    doc = outline.document(shared, outline.PLAN)
    sections = outline.headings(doc)
    promises.plans.setdefault("liaoning-annual-2024", annual("辽宁省", 2024, None))
    others = [p for p in promises.plans.values() if p.region.startswith("21")]
    figures = _figures(found, lambda o: o.region.startswith("21"))
    _write(
        out / outline.PLAN,
        "辽宁省“十四五”规划纲要",
        [outline.liaoning_plan(doc), *sorted(others, key=lambda p: p.id)],
        [(outline.PLAN, sections)],
        [*outline.liaoning_targets(shared, doc, sections), *_targets(promises, others)],
        figures,
        outline.blanks(),
    )


def _national(
    shared: Path, out: Path, promises: Promises, found: list[Found], one: national.Outline, years: range
) -> None:
    plan, sections, targets = national.national(shared, one)
    others = [p for p in promises.plans.values() if p.region == "000000" and p.period.year in years]
    _write(
        out / one.id,
        f"国家“{'十四五' if one is national.FOURTEENTH else '十五五'}”规划纲要",
        [plan, *sorted(others, key=lambda p: p.id)],
        [(one.id, sections)],
        [*targets, *_targets(promises, others)],
        _figures(found, lambda o: o.region == "000000"),
        [],
    )


def _reference(out: Path, promises: Promises, found: list[Found]) -> None:
    codes = {f.observation.indicator for f in found if any(r.file == "provinces" for r in f.rows)}

    def wanted(o: Observation) -> bool:
        place = region(o.region)
        return place is not None and place.level in {"nation", "province"} and o.indicator in codes

    others = {r.code for r in divisions(NATION)} - {"210000"}
    plans = [p for p in promises.plans.values() if p.region in others]
    _write(
        out / "reference",
        "全国与31个省份的参照序列",
        sorted(plans, key=lambda p: p.id),
        [],
        _targets(promises, plans),
        _figures(found, wanted),
        [],
    )


def _targets(promises: Promises, plans: Iterable[Plan]) -> list[Target]:
    return [t for plan in sorted(plans, key=lambda p: p.id) for t in promises.numbered(plan.id)]


def _figures(found: list[Found], wanted: Callable[[Observation], bool]) -> list[Observation]:
    chosen = [f.observation for f in found if wanted(f.observation)]
    return sorted(chosen, key=_order)


def _order(o: Observation) -> tuple[object, ...]:
    return o.indicator, o.region, o.period.first, o.period.last, o.vintage.value, o.basis, o.value, o.unit


def _write(
    folder: Path,
    title: str,
    plans: list[Plan],
    sections: list[tuple[str, tuple[Section, ...]]],
    targets: list[Target],
    observations: list[Observation],
    blanks: list[BlankRow],
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    sources, values = observations_text(observations)
    about = {"name": folder.name, "title": title}
    texts = {
        "case.json": json.dumps(about, ensure_ascii=False) + "\n",
        "plans.jsonl": lines(plans),
        "sections.csv": sections_text(sections),
        "targets.jsonl": lines(targets),
        "blanks.jsonl": lines(blanks),
        "sources.csv": sources,
        "observations.csv": values,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{folder.name}: {len(plans)} plans, {len(targets)} targets, {len(observations)} figures")


main()
