"""Every line of the tricky-case checklist names cases that exist."""

import re
from pathlib import Path

from .case_files import cases

HERE = Path(__file__).parent
LINES = 32


def test_every_line_has_its_cases():
    known = {
        "": {case.name for case in cases(HERE / "cases")},
        "D ": {case.name for case in cases(HERE / "directional_cases")},
    }
    rows = re.findall(
        r"(?m)^\| (?!line)(.+) \| (.+) \|$", (HERE / "CHECKLIST.md").read_text(encoding="utf-8")
    )
    assert len(rows) == LINES
    for line, named in rows:
        held = re.findall(r"(D )?`([^`]+)`", named)
        assert held, line
        for mark, name in held:
            found = (HERE / "cases" / name).exists() if name.startswith("../") else name in known[mark]
            assert found, f"{line}: no case {name}"
