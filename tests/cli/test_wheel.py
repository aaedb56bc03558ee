"""Lantu as an installed product: the wheel alone, in a clean environment, away from the checkout."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile

import pytest


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(root)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("lantu-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A clean environment with the wheel; its dependencies come from the environment of the tests."""
    home = tmp_path_factory.mktemp("home")
    venv.create(home / "venv", with_pip=False, symlinks=True)
    python = home / "venv" / "bin" / "python"
    target = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-deps",
        str(wheel),
    ]
    subprocess.run(target, check=True, capture_output=True)

    def run(*arguments, cwd):
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "PYTHONPATH": sysconfig.get_paths()["purelib"],  # a path entry: editable installs do not show
        }
        lantu = str(home / "venv" / "bin" / "lantu")
        return subprocess.run(
            [lantu, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False
        )

    return run


def test_the_wheel_holds_packs_cases_templates_and_migrations(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for part in ("lantu/packs/bands.toml", "lantu/cases/", "lantu/web/templates/", "lantu/store/migrations/"):
        assert any(name.startswith(part) for name in names), part
    assert "lantu/py.typed" in names


def test_reads_a_plan(installed, root, tmp_path):
    plan = tmp_path / "plan.txt"
    plan.write_bytes((root / "examples/qingyuan-15fyp.txt").read_bytes())
    done = installed("read", "plan.txt", "--format", "targets.jsonl", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count('"quote"') > 10


def test_makes_a_database_and_judges(installed, tmp_path):
    done = installed("status", "national-14fyp", "--format", "csv", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "lantu.sqlite3").is_file()
    assert "met" in done.stdout
