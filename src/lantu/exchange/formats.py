"""The formats a reading is written in, by name: one table for the command line, for one file or a folder."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from lantu.documents import Document
from lantu.exchange.csv_columns import columns
from lantu.exchange.csv_table import csv_table
from lantu.exchange.plan_json import dump_plan
from lantu.exchange.whole_plan import whole_plan
from lantu.reading import Reading, jsonl
from lantu.reading.work import rows as work

Rows = Iterable[Mapping[str, Any]]
Write = Callable[[Document, Reading], bytes]

# The kinds of record that are written as a table: its rows.
TABLES: dict[str, Callable[[Document, Reading], Rows]] = {
    "targets": lambda _, reading: map(jsonl.target_row, reading.targets),
    "directional": lambda _, reading: map(jsonl.directional_row, reading.directional),
    "indicators": lambda _, reading: map(jsonl.indicator_row, reading.indicators),
    "sentences": lambda document, reading: work.sentence_rows(reading.work.ledger.sentences, document.text),
    "tasks": lambda _, reading: map(work.task_row, reading.work.tasks),
    "policies": lambda _, reading: map(work.policy_row, reading.work.policies),
    "projects": lambda _, reading: map(work.project_row, reading.work.projects),
    "platforms": lambda _, reading: map(work.platform_row, reading.work.platforms),
    "responsibilities": lambda _, reading: map(work.responsibility_row, reading.work.responsibilities),
    "places": lambda _, reading: map(work.place_row, reading.work.places),
}


def _json(document: Document, reading: Reading) -> bytes:
    return dump_plan(whole_plan(document, reading))


def _jsonl(table: str, document: Document, reading: Reading) -> bytes:
    text = "".join(jsonl.lines(TABLES[table](document, reading)))
    return text.encode("utf-8", "surrogatepass")


def _csv(table: str, document: Document, reading: Reading) -> bytes:
    return csv_table(TABLES[table](document, reading), columns(table))


def _akoma_ntoso(document: Document, reading: Reading) -> bytes:
    from lantu.exchange.akoma_ntoso import akoma_ntoso

    return akoma_ntoso(document, reading)


def _task_table(document: Document, reading: Reading) -> bytes:
    from lantu.exchange.task_table import task_table

    return task_table(document, reading)


FORMATS: dict[str, Write] = {
    "json": _json,
    **{f"{table}.jsonl": partial(_jsonl, table) for table in TABLES},
    **{f"{table}.csv": partial(_csv, table) for table in TABLES},
    "tasks.xlsx": _task_table,
    "akn.xml": _akoma_ntoso,
}
# What is written for every document of a folder when nothing is asked for.
USUAL = ("json", *(f"{table}.jsonl" for table in TABLES))


def written(name: str, document: Document, reading: Reading) -> bytes:
    """A reading in the format of this name (KeyError for another); the same reading gives the same bytes."""
    return FORMATS[name](document, reading)


def file_name(name: str) -> str:
    """The name of the file of a format in a folder of outputs."""
    return "plan.json" if name == "json" else name
