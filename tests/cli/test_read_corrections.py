"""``lantu read --corrections``: corrections laid over every output, and files that are none."""

import json

import pytest

TEXT = (
    "青原省某规划\n\n第一章 目标\n\n到2030年，建成学校30所，森林覆盖率达到42%。推动学校改造。\n\n"
    "第二章 任务\n\n完善学校管理制度。加强教师培训。\n"
)
AT = "2026-03-01T08:30:00Z"


def line(kind, subject, quote, *changes, number="p.c0001", text=TEXT, **more):
    at = text.index(quote)
    row = {
        "id": number,
        "plan": "p",
        "kind": kind,
        "subject": subject,
        "document": "0" * 64,
        "start": at,
        "end": at + len(quote),
        "quote": quote,
        "before": text[max(0, at - 40) : at],
        "behind": text[at + len(quote) :][:40],
        "changes": [dict(zip(("field", "before", "after"), one, strict=True)) for one in changes],
        "by": "u",
        "at": AT,
        **more,
    }
    return json.dumps(row, ensure_ascii=False)


@pytest.fixture
def read(lantu, tmp_path):
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")

    def run(*lines, form="targets.jsonl"):
        (tmp_path / "c.jsonl").write_text("\n".join(lines), encoding="utf-8")
        return lantu("read", "plan.txt", "--corrections", "c.jsonl", "--format", form)

    return run


def test_values_classes_and_removals_are_laid_over_the_output(read):
    lines = (
        line("field", "target", "30所", ("value", "30", "35"), ("deadline", "2030", "2028")),
        line("remove", "target", "42%", number="p.c0002"),
        line("class", "sentence", "加强教师培训。", ("class", "task", "context"), number="p.c0003"),
    )
    done = read(*lines)
    assert (done.returncode, done.stderr) == (0, "")
    (target,) = map(json.loads, done.stdout.splitlines())
    assert (target["quote"], target["value"], target["deadline"]) == ("30所", 35, 2028)
    rows = [json.loads(row) for row in read(*lines, form="sentences.jsonl").stdout.splitlines()]
    assert [(row["class"], row["why"]) for row in rows if row["quote"] == "加强教师培训。"] == [
        ("context", "corrected")
    ]


@pytest.mark.parametrize(
    "form", ["summary", "json", "targets.csv", "tasks.jsonl", "sentences.csv", "akn.xml", "indicators.jsonl"]
)
def test_every_format_takes_corrections(read, form):
    plain = read(form=form)
    changed = read(
        line("field", "target", "30所", ("value", "30", "35"), ("tier", "workload", "main")),
        line("class", "sentence", "加强教师培训。", ("class", "task", "context"), number="p.c0003"),
        form=form,
    )
    assert plain.returncode == changed.returncode == 0, changed.stderr
    assert (plain.stdout == changed.stdout) == (form in ("tasks.jsonl", "indicators.jsonl"))


def test_a_correction_of_another_text_is_a_line_and_no_failure(read):
    other = "另一份规划。到2030年，建成医院30所。"
    done = read(line("field", "target", "30所", ("value", "30", "35"), text=other))
    assert done.returncode == 0
    assert "[correction-not-found]" in done.stderr and "p.c0001" in done.stderr
    assert json.loads(done.stdout.splitlines()[0])["value"] == 30


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("{", "JSON"),
        ("[]", "JSON"),
        ("{}", "id"),
        (line("class", "sentence", "加强教师培训。", ("class", "task", "great")), "great"),
        (line("field", "target", "30所", ("price", "30", "35")), "price"),
        (line("field", "target", "30所", ("value", "30", "many")), "many"),
        (line("class", "target", "30所", ("value", "30", "31")), "class"),
        (line("field", "target", "30所"), "field"),
        (line("add", "target", "30所", ("indicator", "", "学校")), "value"),
        (line("shout", "target", "30所", ("value", "30", "35")), "shout"),
        (line("field", "target", "30所", ("value", "30", "35"), at="today"), "at"),
        (line("field", "target", "30所", ("value", "30", "35"), start=-1), "start"),
        (line("field", "target", "30所", ("value", "30", "35"), colour="red"), "colour"),
        (line("withdraw", "target", "30所"), "withdraws"),
    ],
)
def test_a_bad_line_is_named_with_what_is_wrong(read, bad, told):
    done = read(line("remove", "target", "42%", number="p.c0009"), "", bad)
    assert done.returncode == 3 and done.stdout == ""
    assert "c.jsonl" in done.stderr and "3" in done.stderr and told in done.stderr
    assert "Traceback" not in done.stderr and len(done.stderr.splitlines()) == 1


def test_one_id_twice_a_missing_file_and_a_folder(read, lantu, tmp_path):
    one = line("remove", "target", "42%")
    assert "p.c0001" in read(one, one).stderr
    missing = lantu("read", "plan.txt", "--corrections", "none.jsonl")
    assert missing.returncode == 3 and "none.jsonl" in missing.stderr
    folder = lantu("read", tmp_path, "-o", "out", "--corrections", "c.jsonl")
    assert folder.returncode == 3 and "--corrections" in folder.stderr


def test_of_targets_that_share_a_figure_the_one_meant_or_none(read, tmp_path):
    shared = "青原省某规划\n\n第一章 目标\n\n到2030年，建成学校、医院各30所。\n"
    (tmp_path / "plan.txt").write_text(shared, encoding="utf-8")

    def values(*lines):
        done = read(*lines)
        found = {row["indicator"]: row["value"] for row in map(json.loads, done.stdout.splitlines())}
        return found, "correction-not-found" in done.stderr

    named = ("indicator", "医院", "县级医院"), ("value", "30", "36")
    assert values(line("field", "target", "30所", *named, text=shared, record="p.0002")) == (
        {"学校": 30, "县级医院": 36},
        False,
    )
    unclear = line("field", "target", "30所", ("value", "30", "36"), text=shared, record="p.0002")
    assert values(unclear) == ({"学校": 30, "医院": 30}, True)
    gone = line("remove", "target", "30所", ("indicator", "学校", ""), text=shared, record="p.0001")
    assert values(gone) == ({"医院": 30}, False)
