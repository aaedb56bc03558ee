"""Reads the cases of statements: made-up sentences with every statement they hold.

A file: ``= title``, ``@ region code``; then ``## heading`` or ``> sentence`` with its statements below, one a line:
quote | phrase | role, or target/measure | region | period | words (optional): a sense (about, over, under, nearly,
range), a sign (+, -), a move (at, from, to, by, above), yearly, ``level=0`` and other links to the n-th statement of the
sentence, ``against=kind:period or region``, ``among=``, ``basis=``, ``vintage=``, ``listed=``.
"""

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "statement_cases"


@dataclass
class Case:
    file: str
    title: str
    region: str
    heading: str
    sentence: str
    expected: list[list[str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        heading = f"{self.heading}\n\n" if self.heading else ""
        return f"{self.title}\n\n{heading}{self.sentence}\n"


def cases() -> list[Case]:
    found: list[Case] = []
    for path in sorted(FOLDER.glob("*.txt")):
        title = region = heading = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            mark, _, rest = line.partition(" ")
            if mark == "=":
                title = rest
            elif mark == "@":
                region = rest
            elif mark == "##":
                heading = rest
            elif mark == ">":
                found.append(Case(path.stem, title, region, heading, rest))
            elif line.strip():
                found[-1].expected.append([part.strip() for part in line.split("|")])
    return found
