"""Fuzzes the whole way from bytes to outputs: no crash, no hang, no quote that differs from its span.

    python tools/fuzz_reading.py [--minutes 20] [--seed 1] [--keep DIR] [--plain]

With atheris installed the inputs are guided by coverage; without it (or with --plain) they are mutations of
plan texts, documents of other formats and plain noise, the same for the same seed. Every fault is kept in the
folder ``--keep`` with the input that shows it, once per place in the code, and the run goes on. Prints
executions, faults and the slowest input per 100 kB; exit code 1 when there was any fault.
"""

import argparse
import os
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from fuzz.checks import PER_100_KB, Fault, check
from fuzz.inputs import ENDINGS, ROOT, WORDS, mutated, seeds

INSTRUMENTED_SLOWER = 3  # the same reading takes so many times longer when coverage is counted
INSTRUMENTED = ["lantu.documents", "lantu.reading", "lantu.exchange", "lantu.values"]


@dataclass
class Run:
    """Counts of a run and the faults found, each kept once."""

    minutes: float
    keep: Path
    allowed: float = PER_100_KB
    started: float = field(default_factory=time.monotonic)
    executions: int = 0
    read: Counter = field(default_factory=Counter)
    faults: Counter = field(default_factory=Counter)
    slowest: float = 0.0

    @property
    def over(self) -> bool:
        return time.monotonic() - self.started > self.minutes * 60

    def one(self, name: str, data: bytes) -> None:
        self.executions += 1
        try:
            rate = check(name, data, self.allowed)
        except Exception as error:  # every one is a finding
            self._note(name, data, error)
        else:
            self.read[name.rpartition(".")[2]] += 1
            if rate > self.slowest:
                self.slowest = rate
                self._save("slowest", name, data)

    def _note(self, name: str, data: bytes, error: Exception) -> None:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if "lantu" in f.filename]
        last = frames[-1] if frames else traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} {Path(last.filename).name}:{last.lineno} {str(error)[:60]!r}"
        key = place if not isinstance(error, Fault) else f"Fault {str(error).split(':')[0]}"
        self.faults[key] += 1
        if self.faults[key] == 1:
            self._save(f"fault-{len(self.faults):03}", name, data)
            print(f"fault {len(self.faults)}: {key}", flush=True)
            traceback.print_exc(limit=-3, file=sys.stdout)

    def _save(self, stem: str, name: str, data: bytes) -> None:
        self.keep.mkdir(parents=True, exist_ok=True)
        (self.keep / f"{stem}.{name.rpartition('.')[2]}").write_bytes(data)

    def report(self) -> int:
        minutes = (time.monotonic() - self.started) / 60
        print(
            f"{self.executions} executions in {minutes:.1f} min; read or refused in order: {dict(self.read)}"
        )
        print(f"faults {len(self.faults)}; slowest {self.slowest:.2f} s per 100 kB")
        for key, times in self.faults.most_common():
            print(f"  {times} x {key}")
        return 1 if self.faults else 0


def plainly(run: Run, seed: int) -> None:
    rng, corpus = random.Random(seed), seeds()
    for name, data in corpus:
        run.one(name, data)
    while not run.over:
        run.one(*mutated(rng, corpus))


def guided(run: Run, seed: int) -> None:
    """By coverage: the first byte of an input chooses the ending of its name."""
    import atheris

    run.allowed = INSTRUMENTED_SLOWER * PER_100_KB
    with atheris.instrument_imports(
        include=["lantu.documents", "lantu.reading", "lantu.exchange", "lantu.values"]
    ):
        import lantu.exchange.formats
        import lantu.exchange.task_table  # noqa: F401
    folder = Path(tempfile.mkdtemp(prefix="lantu-fuzz-"))
    for number, (name, data) in enumerate(seeds()):
        ending = ENDINGS.index(name.rpartition(".")[2])
        (folder / f"{number:04}").write_bytes(bytes([ending]) + data)
    words = folder.with_suffix(".dict")
    escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in WORDS)
    words.write_text("".join(f'"{word}"\n' for word in escaped))

    def one(data: bytes) -> None:
        if data:
            run.one(f"a.{ENDINGS[data[0] % len(ENDINGS)]}", data[1:])
        if run.over:
            code = run.report()
            sys.stdout.flush()
            os._exit(code)

    options = [
        "-max_len=30000",
        f"-seed={seed}",
        f"-dict={words}",
        "-timeout=600",
        "-rss_limit_mb=4096",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], str(folder), *options], one)
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=ROOT / "build" / "fuzz")
    parser.add_argument("--plain", action="store_true", help="mutations without coverage")
    options = parser.parse_args()
    run = Run(options.minutes, options.keep)
    if not options.plain:
        try:
            import atheris  # noqa: F401
        except ImportError:
            print("atheris is not installed: mutations without coverage")
        else:
            guided(run, options.seed)
    plainly(run, options.seed)
    return run.report()


if __name__ == "__main__":
    sys.exit(main())
