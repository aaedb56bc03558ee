"""One document of a folder: read, written, recorded as done. Runs in a worker process.

Next to its outputs a document has ``done.json``, written last: the checksum of its source, the version that
read it, the formats written and the counts. Where it is missing or says something else the document is read
again, so a run that was stopped at any moment continues where it stood.
"""

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from lantu import __version__
from lantu.cli.files import read_document, write_whole
from lantu.values import Problem

DONE, PROBLEMS = "done.json", "problems.jsonl"
# The rooms whose code and rules decide what is read and how it is written.
_ROOMS = ("documents", "exchange", "packs", "plan", "reading", "values")


@dataclass(frozen=True, slots=True)
class Job:
    """What to read, the folder for its outputs, the formats, the size limit in bytes, the version now."""

    source: Path
    folder: Path
    formats: tuple[str, ...]
    limit: int
    version: str


@dataclass(frozen=True, slots=True)
class Done:
    """What was found; kept: nothing had changed since an earlier run."""

    counts: dict[str, int]
    kept: bool = False


@dataclass(frozen=True, slots=True)
class _Record:
    """The content of ``done.json``."""

    source_sha256: str
    version: str
    formats: tuple[str, ...]
    counts: dict[str, int]


def read_one(job: Job) -> Done:
    """Read one document and write its outputs, unless they are there and current.

    Raises InputError when the document cannot be read; then nothing is recorded as done.
    """
    with job.source.open("rb") as stream:
        checksum = hashlib.file_digest(stream, "sha256").hexdigest()
    before = _recorded(job.folder)
    current = before is not None and (before.source_sha256, before.version) == (checksum, job.version)
    if before is not None and current and _all_there(job, before):
        return Done(before.counts, kept=True)
    outputs, counts = _outputs(job)
    job.folder.mkdir(parents=True, exist_ok=True)
    if before is not None and current:
        written = tuple(dict.fromkeys((*before.formats, *job.formats)))
    else:
        clear(job.folder)
        written = job.formats
    for name, data in outputs.items():
        write_whole(job.folder / name, data)
    record = _Record(checksum, job.version, written, counts)
    write_whole(job.folder / DONE, (json.dumps(asdict(record), indent=1) + "\n").encode())
    return Done(counts)


def write_failure(job: Job, problem: Problem) -> None:
    """Leave nothing of an earlier reading, and the problem in the document's problem file."""
    job.folder.mkdir(parents=True, exist_ok=True)
    clear(job.folder)
    write_whole(job.folder / PROBLEMS, _problem_lines([problem]))


def _all_there(job: Job, before: _Record) -> bool:
    """Whether every format asked for was written and its file is still in place."""
    from lantu.exchange.formats import file_name

    written = set(job.formats) <= set(before.formats)
    return written and all((job.folder / file_name(name)).is_file() for name in job.formats)


def clear(folder: Path) -> None:
    """Remove what an earlier run wrote, ``done.json`` first, and what it left half written."""
    from lantu.exchange.formats import FORMATS, file_name

    names = (DONE, PROBLEMS, *map(file_name, FORMATS))
    for name in names:
        (folder / name).unlink(missing_ok=True)
    for left in folder.glob(".*"):
        if left.is_file() and left.name[1:].startswith(names):
            left.unlink(missing_ok=True)


def _outputs(job: Job) -> tuple[dict[str, bytes], dict[str, int]]:
    """File name -> content, and the counts of what was read."""
    from lantu.exchange.formats import TABLES, file_name, written
    from lantu.reading import read_plan

    document, notes = read_document(job.source, job.limit)
    reading = read_plan(document)
    outputs = {file_name(name): written(name, document, reading) for name in job.formats}
    problems = [*notes, *reading.problems]
    outputs[PROBLEMS] = _problem_lines(problems)
    counts = {table: sum(1 for _ in rows(document, reading)) for table, rows in TABLES.items()}
    return outputs, {**counts, "problems": sum(problem.severity != "note" for problem in problems)}


def _problem_lines(problems: list[Problem]) -> bytes:
    from lantu.reading import jsonl

    return "".join(jsonl.lines(map(jsonl.problem_row, problems))).encode("utf-8", "surrogatepass")


def _recorded(folder: Path) -> _Record | None:
    """What an earlier run recorded, None when there is nothing or nothing that can be read."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        plain: dict[str, Any] = json.loads((folder / DONE).read_bytes())
        counts = {str(name): int(count) for name, count in plain["counts"].items()}
        return _Record(plain["source_sha256"], plain["version"], tuple(plain["formats"]), counts)
    return None


@cache
def version_now() -> str:
    """The version of Lantu with a checksum over the code and rules that read."""
    total = hashlib.sha256()
    for room in _ROOMS:
        for file in _walk(files("lantu") / room):
            total.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"{__version__}+{total.hexdigest()[:12]}"


def _walk(folder: Traversable) -> list[Traversable]:
    """Modules and packs below a folder, in the order of their names."""
    found = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _walk(entry)
        elif entry.name.endswith((".py", ".toml", ".txt", ".json", ".csv")):
            found.append(entry)
    return found
