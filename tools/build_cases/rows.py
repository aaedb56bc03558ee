"""The tables of published figures and annual targets, row by row, each with its place."""

import csv
from dataclasses import dataclass
from pathlib import Path

FIGURES = (
    "liaoning_actuals",
    "liaoning_actuals_more",
    "liaoning_cities",
    "national_actuals",
    "provinces",
)
TARGETS = ("annual_targets", "liaoning_plan_indicators")


@dataclass(frozen=True)
class Row:
    """One row; ``place`` is file and line, 1 = header."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name) or ""

    @property
    def place(self) -> str:
        return f"{self.file}.csv:{self.line}"

    @property
    def note(self) -> str:
        return self["note"] or self["retrieved_note"]


def read(shared: Path, names: tuple[str, ...]) -> list[Row]:
    """All rows of these tables, in order."""
    found = []
    for name in names:
        with (shared / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found += [Row(name, n, cells) for n, cells in enumerate(csv.DictReader(file), 2)]
    return found
