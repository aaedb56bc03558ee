"""The command line as users run it: a process of its own, in a folder of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LANTU = Path(sys.executable).with_name("lantu")


@pytest.fixture
def lantu(tmp_path):
    """Run ``lantu`` with arguments in an empty folder; settings come only from ``env``."""

    def run(*arguments, env=None, cwd=tmp_path):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("LANTU_")}
        command = [LANTU, *map(str, arguments)]
        return subprocess.run(
            command, cwd=cwd, env={**kept, **(env or {})}, capture_output=True, text=True, check=False
        )

    return run


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """A database with the shipped cases, made once: its URL."""
    path = tmp_path_factory.mktemp("prepared") / "lantu.sqlite3"
    url = f"sqlite:///{path}"
    subprocess.run([LANTU, "status", "national-15fyp", "--database", url], check=True, capture_output=True)
    return url
