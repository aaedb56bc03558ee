"""``lantu load`` as users run it."""

import shutil

import pytest


@pytest.fixture
def database(prepared, tmp_path):
    """A copy of the prepared database, so that tests do not see each other's plans."""
    path = tmp_path / "copy.sqlite3"
    shutil.copy(prepared.removeprefix("sqlite:///"), path)
    return f"sqlite:///{path}"


def test_a_new_text_becomes_a_plan_that_can_be_judged(lantu, database, root):
    plan = root / "examples" / "qingyuan-15fyp.txt"
    done = lantu("load", plan, "--id", "qingyuan-15fyp", "--database", database)
    assert done.returncode == 0, done.stderr
    assert "qingyuan-15fyp" in done.stdout
    judged = lantu("status", "qingyuan-15fyp", "--format", "csv", "--database", database)
    assert judged.returncode == 0, judged.stderr
    assert len(judged.stdout.splitlines()) > 10


def test_loading_the_same_text_again_changes_nothing(lantu, database, root):
    plan = root / "examples" / "qingyuan-15fyp.txt"
    lantu("load", plan, "--id", "q", "--database", database)
    before = lantu("status", "q", "--format", "csv", "--as-of", "2026-01-01", "--database", database).stdout
    again = lantu("load", plan, "--database", database)
    assert again.returncode == 0, again.stderr
    assert "另有 0 处" in again.stdout
    after = lantu("status", "q", "--format", "csv", "--as-of", "2026-01-01", "--database", database).stdout
    strip = [line.split(",", 3)[3] for line in before.splitlines()]
    assert strip == [line.split(",", 3)[3] for line in after.splitlines()]


@pytest.mark.shared
def test_the_text_of_a_shipped_plan_is_attached_and_matched(lantu, database, shared):
    done = lantu("load", shared / "plans" / "liaoning-14fyp.txt", "--database", database)
    assert done.returncode == 0, done.stderr
    assert "liaoning-14fyp" in done.stdout


def test_an_id_of_another_text_is_refused(lantu, database, root):
    plan = root / "examples" / "qingyuan-15fyp.txt"
    done = lantu("load", plan, "--id", "liaoning-14fyp", "--database", database)
    assert done.returncode == 5
    assert "liaoning-14fyp" in done.stderr


def test_a_shipped_case_by_name(lantu, database):
    done = lantu("load", "national-15fyp", "--database", database)
    assert done.returncode == 0
    assert "national-15fyp" in done.stdout


@pytest.mark.parametrize(
    ("text", "options", "told"),
    [
        ("没有标题的一段话。", (), "--title"),
        ("没有年份的一段话。", ("--title", "青原省某规划"), "--period"),
        ("一段话。", ("--title", "青原省某规划", "--period", "2030/2026"), "2030/2026"),
        ("一段话。", ("--title", "青原省某规划", "--region", "21"), "21"),
    ],
)
def test_what_cannot_be_told_is_asked_for(lantu, database, tmp_path, text, options, told):
    (tmp_path / "plan.txt").write_text(text, encoding="utf-8")
    done = lantu("load", "plan.txt", *options, "--database", database)
    assert done.returncode == 3
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_file_makes_no_database(lantu, tmp_path):
    done = lantu("load", "nothing.txt")
    assert done.returncode == 3
    assert "nothing.txt" in done.stderr
    assert not (tmp_path / "lantu.sqlite3").exists()


def test_another_text_takes_the_place_only_when_asked(lantu, database, root, tmp_path):
    plan = root / "examples" / "qingyuan-15fyp.txt"
    lantu("load", plan, "--id", "q", "--database", database)
    text = plan.read_text(encoding="utf-8")
    better = tmp_path / "better.txt"
    better.write_text("编者前言。\n\n" + text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    twin = lantu("load", better, "--id", "twin", "--database", database)
    assert twin.returncode == 0 and "--id q --replace-text" in twin.stderr
    better.write_text("又一前言。\n\n" + text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    refused = lantu("load", better, "--id", "q", "--database", database)
    assert refused.returncode == 5 and "--replace-text" in refused.stderr
    done = lantu("load", better, "--id", "q", "--replace-text", "--database", database)
    assert done.returncode == 0, done.stderr
    assert "已替换" in done.stdout and "另有 0 处" in done.stdout
    english = lantu(
        "load", plan, "--id", "q", "--replace-text", "--database", database, env={"LANTU_LANGUAGE": "en"}
    )
    assert english.returncode == 0 and "was replaced" in english.stdout
    assert lantu("audit", "verify", "--database", database).returncode == 0


def test_what_is_not_found_in_the_other_text_is_listed(lantu, database, root, tmp_path):
    plan = root / "examples" / "qingyuan-15fyp.txt"
    lantu("load", plan, "--id", "q", "--database", database)
    text = plan.read_text(encoding="utf-8")
    assert "67%左右" in text
    (tmp_path / "other.txt").write_text(text.replace("67%左右", "66%左右"), encoding="utf-8")
    done = lantu("load", "other.txt", "--id", "q", "--replace-text", "--database", database)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert any("66%" in line for line in lines) and any("q.0" in line and "67%" in line for line in lines)


def test_replacing_the_text_of_no_plan(lantu, database, root):
    plan = root / "examples" / "qingyuan-15fyp.txt"
    for options in ((), ("--id", "nobody")):
        done = lantu("load", plan, "--replace-text", *options, "--database", database)
        assert done.returncode == 4 and "--id" in done.stderr
