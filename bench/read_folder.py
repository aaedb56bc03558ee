"""A folder of 200 plans on one process and on all cores, by the command line, start included.

    python bench/read_folder.py [plan.txt] [copies] [rounds]

Prints the seconds of each round and the median speed-up; the two are timed in turn, so that what else the
machine does falls on both. Beside it stands the ceiling: what bare loops that share nothing gain in the same
minute, which is less than the number of cores where others use them.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from lantu.runner.run import cores

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("LANTU_SHARED", ROOT.parent / "shared"))
LANTU = Path(sys.executable).with_name("lantu")


def seconds(folder: Path, workers: int) -> float:
    """Wall clock of reading the folder into a new one."""
    out = folder.parent / "out"
    shutil.rmtree(out, ignore_errors=True)
    start = time.perf_counter()
    command = [LANTU, "read", folder, "-o", out, "--workers", str(workers)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def ceiling() -> float:
    """Speed-up of bare loops, one on each core at once."""
    command = [sys.executable, "-c", "for number in range(40_000_000): pass"]
    start = time.perf_counter()
    subprocess.run(command, check=True)
    alone = time.perf_counter() - start
    start = time.perf_counter()
    for run in [subprocess.Popen(command) for _ in range(cores())]:
        run.wait()
    return cores() * alone / (time.perf_counter() - start)


def main() -> None:
    plan = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "plans" / "liaoning-14fyp.txt"
    copies = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    if not plan.is_file():
        print(f"{plan} is not there: name a plan's text, or set LANTU_SHARED")
        return
    ratios = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "plans"
        folder.mkdir()
        for number in range(copies):
            shutil.copy(plan, folder / f"{number:03}{plan.suffix}")
        print(f"{copies} copies of {plan.name}, {cores()} cores, load {os.getloadavg()[0]:.1f} before")
        for _ in range(rounds):
            one, all_cores = seconds(folder, 1), seconds(folder, cores())
            ratios.append(one / all_cores)
            print(
                f"one process {one:.1f} s, {cores()} processes {all_cores:.1f} s,"
                f" ratio {ratios[-1]:.2f} (ceiling {ceiling():.2f})",
                flush=True,
            )
    print(f"median speed-up {statistics.median(ratios):.2f} of {cores()} cores")


if __name__ == "__main__":
    main()
