"""``lantu status`` as users run it."""

import csv
import json
import shutil

import pytest


def rows(done):
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(done.stdout.splitlines()))


def test_a_missing_database_is_made_with_the_cases_and_said(lantu, tmp_path):
    done = lantu("status", "national-14fyp")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "lantu.sqlite3").is_file()
    assert "lantu.sqlite3" in done.stderr
    assert "主要指标" in done.stdout
    assert lantu("status", "national-14fyp").stderr == ""


def test_table_json_and_csv_agree(lantu, prepared):
    options = ("status", "liaoning-14fyp", "--as-of", "2025-12-31", "--database", prepared)
    table = rows(lantu(*options, "--format", "csv"))
    objects = json.loads(lantu(*options, "--format", "json").stdout)
    assert [row["status"] for row in table] == [one["status"] for one in objects]
    assert [row["formula"] for row in table] == [one["formula"] for one in objects]
    printed = lantu(*options).stdout
    for tier in ("领域指标", "工作量"):
        assert tier in printed
    assert len({row["scheme"] for row in table}) == 1


def test_an_earlier_day_knows_less(lantu, prepared):
    then = rows(
        lantu("status", "liaoning-14fyp", "--as-of", "2022-06-30", "--format", "csv", "--database", prepared)
    )
    for row in then:
        assert row["published_on"] <= "2022-06-30"
        assert not row["period"] or row["period"][:4] <= "2022"


def test_the_same_day_gives_the_same_bytes(lantu, prepared):
    options = ("status", "--as-of", "2024-06-30", "--format", "json", "--database", prepared)
    assert lantu(*options).stdout == lantu(*options).stdout


def test_without_a_plan_all_outlines(lantu, prepared):
    table = rows(lantu("status", "--format", "csv", "--database", prepared))
    assert {"liaoning-14fyp", "national-14fyp", "national-15fyp"} <= {row["plan"] for row in table}


def test_in_english(lantu, prepared):
    done = lantu("status", "national-14fyp", "--database", prepared, env={"LANTU_LANGUAGE": "en"})
    assert "Targets" in done.stdout
    assert "achieved" in done.stdout
    assert "Outline of the 14th Five-Year Plan" in done.stdout
    assert "life expectancy at birth" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("status", "no-such-plan"), 4, "no-such-plan"),
        (("status", "--as-of", "31.12.2025"), 3, "31.12.2025"),
        (("status", "--as-of", "2025-02-30"), 3, "2025-02-30"),
        (("status", "--as-of", "2999-01-01"), 3, "2999-01-01"),
    ],
)
def test_bad_arguments_end_in_one_sentence(lantu, prepared, arguments, code, told):
    done = lantu(*arguments, "--database", prepared)
    assert done.returncode == code
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("nonsense", "nonsense"),
        ("sqlite:////no/such/folder/x.sqlite3", "/no/such/folder"),
        ("postgresql+psycopg://user:secret@127.0.0.1:1/none", "127.0.0.1"),
    ],
)
def test_a_bad_database_ends_in_one_sentence_without_the_password(lantu, url, told):
    done = lantu("status", "--database", url)
    assert done.returncode == 3
    assert told in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bad_language_says_which_there_are(lantu, prepared):
    done = lantu("status", "--database", prepared, env={"LANTU_LANGUAGE": "fr"})
    assert done.returncode == 3
    assert "zh-Hant" in done.stderr


def test_a_file_that_is_no_database_stays_as_it_is(lantu, tmp_path, root):
    path = tmp_path / "notes.sqlite3"
    shutil.copy(root / "README.md", path)
    before = path.read_bytes()
    done = lantu("status", "--database", f"sqlite:///{path}")
    assert done.returncode == 3
    assert "notes.sqlite3" in done.stderr
    assert path.read_bytes() == before
