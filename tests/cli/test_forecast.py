"""``lantu forecast`` as users run it."""

import csv
import gzip
import subprocess
import sys
from pathlib import Path

import pytest

LANTU = Path(sys.executable).with_name("lantu")
GOOD = "id,t,value\nA,2019,10\nA,2020,11\nA,2021,12.5\nA,2022,13\nB,2023,5\nB,2024,6\n"


@pytest.fixture
def run(tmp_path):
    def run_on(text, *options, name="in.csv", out="out.csv"):
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        command = [LANTU, "forecast", name, "-o", out, *options]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    return run_on


def rows(path):
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    return list(csv.DictReader(text.decode().splitlines()))


def test_writes_one_row_per_series_and_year(run, tmp_path):
    done = run(GOOD, "--horizon", "4")
    assert done.returncode == 0, done.stderr
    table = rows(tmp_path / "out.csv")
    assert [(row["id"], row["h"]) for row in table] == [("A", str(h)) for h in (1, 2, 3, 4)]
    for row in table:
        ends = [float(row[name]) for name in ("lo95", "lo80", "mean", "hi80", "hi95")]
        assert ends == sorted(ends)


def test_too_few_data_is_told_by_name(run):
    done = run(GOOD)
    assert "“B”" in done.stderr
    assert "数据不足" in done.stderr


def test_gzip_in_and_out_and_the_same_bytes_twice(run, tmp_path):
    for out in ("one.csv.gz", "two.csv.gz"):
        assert run(GOOD, name="in.csv.gz", out=out).returncode == 0
    assert (tmp_path / "one.csv.gz").read_bytes() == (tmp_path / "two.csv.gz").read_bytes()
    assert len(rows(tmp_path / "one.csv.gz")) == 6


def test_order_of_rows_does_not_matter(run, tmp_path):
    run(GOOD, out="one.csv")
    head, *lines = GOOD.splitlines()
    assert run("\n".join([head, *reversed(lines)]), out="two.csv").returncode == 0
    assert rows(tmp_path / "one.csv") == rows(tmp_path / "two.csv")


def test_shares_stay_inside(run, tmp_path):
    text = "id,t,value\n" + "".join(f"S,{2018 + i},{v}\n" for i, v in enumerate((95, 97, 98.5, 99.4, 99.9)))
    assert run(text, "--share", "--horizon", "9").returncode == 0
    assert max(float(row["hi95"]) for row in rows(tmp_path / "out.csv")) <= 100


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id,t,value\nA,2019,1\nA,2019,2\n", ["第 3 行", "t=2019", "第 2 行重复"]),
        ("id,t,value\nA,2019,1\nA,2020,2\nA,2022,3\n", ["第 4 行", "t=2020 与 t=2022 之间缺数"]),
        ("id,t,value\nA,2019,1\nA,2020,约二\n", ["第 3 行", "“约二”不是数"]),
        ("id,t,value\nA,2019,nan\n", ["第 2 行", "“nan”不是数"]),
        ("id,t,value\nA,2019,1_000\n", ["第 2 行", "不是数"]),
        ("id,t,value\nA,二〇一九,1\n", ["第 2 行", "不是整数"]),
        ("id,t,value\nA,2019\n", ["第 2 行", "应有 3 列"]),
        ("id,t,value\n,2019,1\n", ["第 2 行", "缺 id"]),
        ("name,year,value\nA,2019,1\n", ["第 1 行", "表头应为 id,t,value"]),
        ("id,t,value\n", ["没有数据"]),
        ("", ["第 1 行", "表头"]),
        ("id,t,value\nA,2019,1\n辽宁省".encode("gb18030"), ["第 3 行", "UTF-8"]),
    ],
)
def test_bad_input_is_named_and_nothing_is_written(run, tmp_path, text, told):
    done = run(text)
    assert done.returncode == 3
    assert all(words in done.stderr for words in told), done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_every_fault_is_counted_and_the_first_are_listed(run):
    done = run("id,t,value\n" + "".join(f"A,{2000 + i},x\n" for i in range(50)))
    assert "第 21 行" in done.stderr
    assert "第 22 行" not in done.stderr
    assert "共 50 处" in done.stderr


def test_an_older_result_survives_bad_input(run, tmp_path):
    run(GOOD)
    before = (tmp_path / "out.csv").read_bytes()
    assert run("id,t,value\nA,2019,x\n").returncode == 3
    assert (tmp_path / "out.csv").read_bytes() == before


def test_figures_that_are_no_share_are_refused(run):
    done = run("id,t,value\nA,2019,99\nA,2020,100\nA,2021,101\n", "--share")
    assert done.returncode == 3
    assert "“A”" in done.stderr


def test_a_missing_file_and_a_missing_folder_are_told(run, tmp_path):
    command = [LANTU, "forecast", "nowhere.csv", "-o", "out.csv"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "nowhere.csv" in done.stderr
    done = run(GOOD, out="no/folder/out.csv")
    assert done.returncode == 3
    assert "不能写入" in done.stderr
