"""A folder of plans: outputs per document, restart, faults that stay with their document."""

import csv
import io
import json
import os
import pty
import signal
import subprocess
import sys
import time

import pytest
from tests.cli.conftest import LANTU

from lantu.exchange.formats import USUAL, file_name

TEXT = "第一章 总体要求\n\n第一节 目标\n\n到{year}年，粮食产量达到{figure}万吨以上，城镇化率达到75%左右。\n"
DEFAULT = sorted(["done.json", "problems.jsonl", *map(file_name, USUAL)])


def write(path, figure=2500, year=2025):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT.format(figure=figure, year=year), encoding="utf-8")


@pytest.fixture
def plans(tmp_path):
    folder = tmp_path / "plans"
    write(folder / "乙.txt", 200)
    write(folder / "甲市" / "纲要.md", 300)
    write(folder / "a.TXT", 100)
    write(folder / ".hidden" / "x.txt")
    write(folder / ".hidden.txt")
    write(folder / "~$a.txt")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def states(out):
    rows = csv.DictReader(io.StringIO((out / "summary.csv").read_text(encoding="utf-8-sig")))
    return {row["file"]: row["state"] for row in rows}


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("workers", [1, 2])
def test_every_plan_gets_a_folder_of_outputs(lantu, plans, workers):
    done = lantu("read", "plans", "-o", "out", "--workers", workers)
    assert done.returncode == 0, done.stderr
    out = plans.parent / "out"
    assert list(states(out)) == ["a.TXT", "乙.txt", "甲市/纲要.md"]
    assert set(states(out).values()) == {"read"}
    assert "1" in done.stdout.splitlines()[-1]  # the picture
    for name, figure in (("a.TXT", 100), ("乙.txt", 200), ("甲市/纲要.md", 300)):
        assert names(out / name) == DEFAULT
        assert json.loads((out / name / "plan.json").read_text())["targets"][0]["value"] == figure
        first = (out / name / "targets.jsonl").read_text().splitlines()[0]
        assert json.loads(first)["value"] == figure
    assert "合计 3" in done.stdout
    assert done.stderr == ""


def test_formats_of_ones_own_and_the_same_bytes_as_one_file_alone(lantu, plans):
    assert lantu("read", "plans", "-o", "out", "-f", "targets.csv", "-f", "targets.jsonl").returncode == 0
    folder = plans.parent / "out" / "乙.txt"
    assert names(folder) == ["done.json", "problems.jsonl", "targets.csv", "targets.jsonl"]
    alone = lantu("read", "plans/乙.txt", "-f", "targets.jsonl").stdout
    assert (folder / "targets.jsonl").read_text() == alone


def test_a_second_run_reads_only_what_changed(lantu, plans):
    lantu("read", "plans", "-o", "out")
    out = plans.parent / "out"
    before = (out / "a.TXT" / "plan.json").stat().st_mtime_ns
    write(plans / "乙.txt", 222)
    assert lantu("read", "plans", "-o", "out").returncode == 0
    assert states(out) == {"a.TXT": "kept", "乙.txt": "read", "甲市/纲要.md": "kept"}
    assert (out / "a.TXT" / "plan.json").stat().st_mtime_ns == before
    assert json.loads((out / "乙.txt" / "plan.json").read_text())["targets"][0]["value"] == 222


def test_another_version_or_a_lost_output_is_read_again(lantu, plans):
    lantu("read", "plans", "-o", "out")
    out = plans.parent / "out"
    record = out / "a.TXT" / "done.json"
    record.write_text(record.read_text().replace('"version": "', '"version": "0.0-'))
    (out / "乙.txt" / "plan.json").unlink()
    (out / "甲市" / "纲要.md" / "done.json").write_text("{")
    assert lantu("read", "plans", "-o", "out").returncode == 0
    assert set(states(out).values()) == {"read"}
    assert lantu("read", "plans", "-o", "out").returncode == 0
    assert set(states(out).values()) == {"kept"}


def test_one_more_format_is_added_to_what_is_there(lantu, plans):
    lantu("read", "plans", "-o", "out")
    lantu("read", "plans", "-o", "out", "-f", "targets.csv")
    folder = plans.parent / "out" / "乙.txt"
    assert names(folder) == sorted([*DEFAULT, "targets.csv"])
    lantu("read", "plans", "-o", "out")
    assert states(plans.parent / "out")["乙.txt"] == "kept"


def test_a_broken_document_harms_no_other_and_the_exit_code_says_so(lantu, plans):
    lantu("read", "plans", "-o", "out")
    (plans / "乙.txt").write_bytes(b"\x00\x01\x02\x80")
    (plans / "0-empty.txt").write_bytes(b"")
    done = lantu("read", "plans", "-o", "out", "--workers", 2)
    out = plans.parent / "out"
    assert done.returncode == 3
    assert done.stderr.startswith("2 份")
    assert states(out) == {
        "0-empty.txt": "failed",
        "a.TXT": "kept",
        "乙.txt": "failed",
        "甲市/纲要.md": "kept",
    }
    assert names(out / "乙.txt") == ["problems.jsonl"]  # nothing of the older reading is left
    problem = json.loads((out / "乙.txt" / "problems.jsonl").read_text())
    assert problem["severity"] == "error"
    assert "乙.txt" in problem["message"]
    write(plans / "乙.txt", 5)
    (plans / "0-empty.txt").unlink()
    assert lantu("read", "plans", "-o", "out").returncode == 0
    assert names(out / "乙.txt") == DEFAULT


def test_a_run_that_was_killed_continues(plans):
    for number in range(40):
        write(plans / f"{number:02}.txt", number + 1)
        with (plans / f"{number:02}.txt").open("a", encoding="utf-8") as stream:
            stream.write("推进各项工作，促进协调发展。\n\n" * 2000)
    out = plans.parent / "out"
    command = [LANTU, "read", plans, "-o", out, "--workers", "2"]
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while len(list(out.glob("*/done.json"))) < 3:
        assert run.poll() is None, "finished before it could be stopped"
        time.sleep(0.01)
    run.send_signal(signal.SIGKILL)
    run.wait()
    finished = len(list(out.glob("*/done.json")))
    assert finished < 43
    time.sleep(0.5)  # workers whose parent is gone end by themselves
    again = subprocess.run(command, capture_output=True, text=True, check=True)
    assert again.returncode == 0
    kept = [name for name, state in states(out).items() if state == "kept"]
    assert finished <= len(kept) < 43
    assert not list(out.glob("*/.*"))
    assert all(names(folder) == DEFAULT for folder in out.glob("*.txt"))


def test_odd_names_links_and_pipes(lantu, plans):
    data = (plans / "a.TXT").read_bytes()
    (plans / "b\nc.txt").write_bytes(data)
    (plans / os.fsdecode(b"\xff\xfe.txt")).write_bytes(data)
    (plans / "loop").symlink_to(".")
    (plans / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(plans / "pipe.txt")
    done = lantu("read", "plans", "-o", "out", env={"PYTHONUTF8": "0", "LC_ALL": "C.UTF-8"})
    assert done.returncode == 0, done.stderr
    assert list(states(plans.parent / "out")) == [
        "a.TXT",
        "b\nc.txt",
        "乙.txt",
        "甲市/纲要.md",
        "\ufffd\ufffd.txt",
    ]


def test_outputs_inside_the_folder_are_not_read(lantu, plans):
    for _ in range(2):
        assert lantu("read", "plans", "-o", "plans/out").returncode == 0
    assert len(states(plans / "out")) == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["plans"], "-o"),
        (["none", "-o", "out"], "none"),
        (["empty", "-o", "out"], "empty"),
        (["plans", "-o", "plans/a.TXT"], "a.TXT"),
        (["plans", "-o", "out", "-f", "docx"], "docx"),
        (["plans/a.TXT", "-f", "json", "-f", "targets.csv"], "一种格式"),
        (["plans", "-o", "out", "--cluster", "nowhere"], "nowhere"),
    ],
)
def test_what_cannot_be_is_one_sentence(lantu, plans, arguments, words):
    (plans.parent / "empty").mkdir()
    if "--cluster" in arguments and pytest.importorskip("importlib.util").find_spec("distributed") is None:
        words = "lantu[cluster]"
    done = lantu("read", *arguments)
    assert done.returncode == 3
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


SLOW = """
import sys, time
from lantu.cli.folder_progress import shown
from lantu.texts import Language
for _ in shown(iter(range(2)), 2, Language.ZH):
    time.sleep(float(sys.argv[1]))
"""


@pytest.mark.parametrize(("seconds", "seen"), [("1.3", True), ("0.1", False)])
def test_a_bar_on_a_terminal_only_when_it_takes_its_time(seconds, seen):
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", SLOW, seconds], stderr=theirs) as run:
        os.close(theirs)
        said = b""
        try:
            while piece := os.read(ours, 65536):
                said += piece
        except OSError:  # the end of a terminal
            pass
        os.close(ours)
        assert run.wait() == 0
    assert ("读文档".encode() in said) is seen
