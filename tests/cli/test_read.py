"""``lantu read`` as users run it, on real files."""

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

LANTU = Path(sys.executable).with_name("lantu")
TARGET_KEYS = {
    "start", "end", "quote", "indicator", "comparator", "value", "value_max", "unit", "mode", "direction",
    "deadline", "base", "scope", "strength", "binding", "section", "id",
}  # fmt: skip
INDICATOR_KEYS = {
    "no", "category", "indicator", "unit", "baseline_year", "baseline", "target_year", "target_raw",
    "target_comparator", "target_value", "target_value_max", "growth_raw", "growth_kind",
    "growth_comparator", "growth_value", "binding",
}  # fmt: skip


@pytest.fixture
def example(root):
    return root / "examples" / "qingyuan-15fyp.txt"


@pytest.fixture
def run(tmp_path):
    def run_on(*arguments, **environment):
        command = [LANTU, "read", *map(str, arguments)]
        env = {**os.environ, **environment}
        return subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, check=False, encoding="utf-8", env=env
        )

    return run_on


def records(text):
    return [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in text.splitlines()]


def test_summary_counts_the_structure_and_the_targets(run, example):
    done = run(example)
    assert done.returncode == 0, done.stderr
    assert "青原省国民经济和社会发展第十五个五年规划纲要 (2026-2030)" in done.stdout
    assert "结构：4 篇，8 章，6 节，2 个专栏，3 个条目" in done.stdout
    assert "主要指标表：9 行，其中约束性 3 行。" in done.stdout
    total = next(line.split() for line in done.stdout.splitlines() if line.strip().startswith("合计"))
    assert int(total[-1]) == sum(map(int, total[1:-1])) == 42


def test_summary_in_english(run, example):
    done = run(example, LANTU_LANGUAGE="en")
    assert "Structure: 4 parts, 8 chapters" in done.stdout
    assert "Main-indicator table: 9 rows" in done.stdout


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "没有数字的目标：{n} 项"), ("en", "Targets without a figure: {n},")]
)
def test_summary_counts_the_targets_without_a_figure(run, example, language, said):
    listed = records(run(example, "--format", "directional.jsonl").stdout)
    done = run(example, LANTU_LANGUAGE=language)
    assert listed and said.format(n=len(listed)) in done.stdout


def test_targets_as_lines(run, example):
    text = example.read_text(encoding="utf-8")
    done = run(example, "--format", "targets.jsonl")
    rows = records(done.stdout)
    assert len(rows) == 42
    for row in rows:
        assert row.keys() >= TARGET_KEYS
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]
    places = [(row["start"], row["end"]) for row in rows]
    assert places == sorted(places)
    assert len({row["id"] for row in rows}) == len(rows)


def test_numbers_are_plain_and_whole(run, tmp_path):
    (tmp_path / "plan.txt").write_text(
        "第一章 任务\n\n粮食产量达到1.450万亿斤，培训300万人次，系数达到0.5930000000000000000000001。\n",
        encoding="utf-8",
    )
    done = run("plan.txt", "-f", "targets.jsonl")
    assert '"value": 1.45,' in done.stdout
    assert '"value": 3000000,' in done.stdout
    assert '"value": 0.5930000000000000000000001,' in done.stdout


def test_main_indicators_as_lines(run, example):
    rows = records(run(example, "-f", "indicators.jsonl").stdout)
    assert [row["no"] for row in rows] == [str(n) for n in range(1, 10)]
    assert all(row.keys() >= INDICATOR_KEYS for row in rows)
    by_no = {row["no"]: row for row in rows}
    assert (by_no["4"]["baseline"], by_no["4"]["baseline_year"]) == (Decimal("8.3"), 2024)
    assert (by_no["4"]["growth_comparator"], by_no["4"]["growth_kind"]) == (">", "annual")
    assert (by_no["7"]["growth_value"], by_no["7"]["growth_kind"]) == (17, "cumulative")
    assert by_no["2"]["growth_kind"] == "text"


def test_json_holds_everything(run, example):
    data = json.loads(run(example, "-f", "json").stdout)
    assert {"document", "sections", "targets", "indicators", "problems"} <= set(data)
    assert data["document"]["sha256"]
    assert (len(data["targets"]), len(data["indicators"])) == (42, 9)


def test_output_file_is_the_same_as_standard_output(run, example, tmp_path):
    shown = run(example, "-f", "targets.jsonl").stdout
    done = run(example, "-f", "targets.jsonl", "-o", "out.jsonl")
    assert done.stdout == ""
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == shown
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_gb18030_gives_the_same_records_and_says_so(run, example, tmp_path):
    (tmp_path / "gb.txt").write_bytes(example.read_text(encoding="utf-8").encode("gb18030"))
    done = run("gb.txt", "-f", "targets.jsonl")
    assert done.stdout == run(example, "-f", "targets.jsonl").stdout
    assert "gb.txt:1:1: 文件按 GB18030 编码读取" in done.stderr


def test_problems_have_line_and_column(run, tmp_path):
    (tmp_path / "plan.txt").write_text("第一章 基础\n\n文。\n\n第三章 目标\n\n文。\n", encoding="utf-8")
    done = run("plan.txt")
    assert done.stderr.startswith("plan.txt:5:1: 第2章在这份文本里找不到")
    assert "[chapter-missing]" in done.stderr
    assert "Chapter 2 is not in this text" in run("plan.txt", LANTU_LANGUAGE="en").stderr


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.txt", b"", "是空的"),
        ("binary.txt", b"\x00\x01\x02\xff" * 9, "无法解读"),
        ("scan.txt", b"%PDF-1.5 ...", "PDF"),
        ("broken.txt", "规划纲要".encode() + b"\xff\xff\xff", "无法解读"),
        ("big.txt", "长".encode() * 5000, "超过上限 0.0125 MB"),
    ],
)
def test_bad_files_end_in_one_sentence_and_code_3(run, tmp_path, name, data, told):
    (tmp_path / name).write_bytes(data)
    done = run(name, "--limit", "0.0125")
    assert done.returncode == 3
    assert done.stdout == ""
    assert told in done.stderr
    assert name in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_a_missing_file_and_a_folder_end_the_same_way(run, tmp_path):
    (tmp_path / "folder").mkdir()
    for name in ("nowhere.txt", "folder"):
        done = run(name)
        assert done.returncode == 3
        assert name in done.stderr
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_ends_the_same_way(run, tmp_path):
    path = tmp_path / "closed.txt"
    path.write_text("文", encoding="utf-8")
    path.chmod(0)
    done = run("closed.txt")
    assert (done.returncode, "closed.txt" in done.stderr) == (3, True)


def test_the_limit_is_also_a_setting(run, example):
    assert run(example, LANTU_SIZE_LIMIT="0.001").returncode == 3
    assert run(example, "--limit", "1", LANTU_SIZE_LIMIT="0.001").returncode == 0


def test_output_that_cannot_be_written_leaves_the_older_file(run, example, tmp_path):
    done = run(example, "-o", "no/folder/out.txt")
    assert done.returncode == 3
    assert "不能写入" in done.stderr
    (tmp_path / "taken").mkdir()
    assert run(example, "-o", "taken").returncode == 3
    (tmp_path / "old.txt").write_text("older", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")
    assert run("bad.txt", "-o", "old.txt").returncode == 3
    assert (tmp_path / "old.txt").read_text(encoding="utf-8") == "older"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.txt", "old.txt", "taken"]


def test_an_unknown_format_names_the_known_ones(run, example):
    done = run(example, "--format", "xml")
    assert done.returncode in (2, 3)
    assert "targets.jsonl" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one_sentence(example):
    command = [LANTU, "read", example, "-f", "json"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
