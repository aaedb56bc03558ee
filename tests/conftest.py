"""Fixtures for every kind of test."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def shared_folder() -> Path | None:
    """The folder of plan texts and labels that LANTU_SHARED names, if it is there."""
    folder = Path(os.environ.get("LANTU_SHARED", ROOT.parent / "shared"))
    return folder if (folder / "plans").is_dir() else None


def missing(what: str) -> None:
    """Skip with one line; on a build machine (CI set) a missing part is a failure."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = shared_folder()
    if folder is None:
        missing("plan texts not found: set LANTU_SHARED to the folder that holds plans/ and gold/")
    assert folder is not None
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT
