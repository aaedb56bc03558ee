"""What became of each row: nothing is dropped in silence."""

from collections import Counter
from dataclasses import dataclass, field

from rows import Row


@dataclass
class Ledger:
    """(file, what became of the row, reason) for every row read."""

    entries: dict[str, tuple[str, str, str]] = field(default_factory=dict)

    def put(self, row: Row, end: str, reason: str = "") -> None:
        if row.place in self.entries:
            raise ValueError(f"{row.place} ends twice: {self.entries[row.place]} and {end} {reason}")
        self.entries[row.place] = (row.file, end, reason)

    def check(self, rows: list[Row]) -> None:
        missing = [row.place for row in rows if row.place not in self.entries]
        if missing:
            raise ValueError(f"{len(missing)} rows without an end, first {missing[:3]}")

    def lines(self) -> list[str]:
        counts = Counter(self.entries.values())
        return [
            f"{file:26} {count:5}  {end}{': ' + reason if reason else ''}"
            for (file, end, reason), count in sorted(counts.items())
        ]
