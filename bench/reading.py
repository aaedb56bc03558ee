"""Characters a second of reading a plan, whole and by its parts, beside a bare scan for figures.

    python bench/reading.py [plan.txt] [rounds]

CPU time of this process, warm (word lists loaded, patterns made), the median of 7 runs and the best of
the rounds' medians, so that what else the machine does counts little. The bare scan is one pattern of our
own, written below: digits with a unit. It finds figures and nothing of what they mean, and stands for the
least that any reader of figures must do. Peak memory is that of the process (resident).
"""

import os
import platform
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from lantu.documents import Document, read_bytes
from lantu.reading import read_outline, read_plan
from lantu.reading.horizon import horizon
from lantu.reading.script import fold
from lantu.reading.tables import read_tables
from lantu.reading.targets import read_targets
from lantu.reading.work import read_work

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("LANTU_SHARED", ROOT.parent / "shared"))
RUNS = 7
AIM = 1_000_000
NUMBER_AND_UNIT = re.compile(
    r"\d+(?:\.\d+)?\s*(?:%|％|‰|个百分点|(?:万|亿|万亿)?(?:元|吨|千瓦|公里|平方米|平方公里|立方米|亩|人|户|家|个"
    r"|项|座|所|件|张|床|台|辆|次|种|岁|天|小时|分钟|年|倍|标准煤|公顷|兆瓦))"
)


def seconds(work: Callable[[], object], rounds: int) -> float:
    """CPU seconds of one run: the best of the rounds' medians."""
    medians = []
    for _ in range(rounds):
        runs = []
        for _ in range(RUNS):
            start = time.process_time()
            work()
            runs.append(time.process_time() - start)
        medians.append(statistics.median(runs))
    return min(medians)


def parts(document: Document) -> dict[str, Callable[[], object]]:
    """The whole and the steps of ``read_plan``, each with what it needs made beforehand."""
    shadow = fold(document.text)
    outline = read_outline(document, shadow)
    period = horizon(outline.title, shadow)
    tables = read_tables(document, shadow, period)
    targets = read_plan(document).targets
    without = (*tables.covered, *tables.captions)
    return {
        "whole": lambda: read_plan(document),
        "folding": lambda: fold(document.text),
        "structure": lambda: read_outline(document, shadow),
        "tables": lambda: read_tables(document, shadow, period),
        "targets": lambda: read_targets(document, outline, period, without),
        "work": lambda: read_work(document, outline, period, targets, tables.covered),
        "bare scan": lambda: sum(1 for _ in NUMBER_AND_UNIT.finditer(document.text)),
    }


def main() -> None:
    plan = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "plans" / "liaoning-14fyp.txt"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    if not plan.is_file():
        print(f"{plan} is not there: name a plan's text, or set LANTU_SHARED")
        return
    document, _ = read_bytes(plan.name, plan.read_bytes())
    size = len(document.text)
    print(
        f"{plan.name}, {size:,} characters, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"
    )
    for name, work in parts(document).items():
        taken = seconds(work, rounds)
        print(f"{name:10} {1000 * taken:7.1f} ms {size / taken:13,.0f} characters/s", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"aim for the whole {AIM:,} characters/s; peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
