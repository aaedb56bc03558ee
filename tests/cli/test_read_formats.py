"""One plan saved in every format gives the same targets and the same table from ``lantu read``."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import xlsxwriter
from tests.conftest import missing
from tests.made_files import SHORT_PLAN, as_docx, as_html, as_pdf, chromium, parts

ROOT = Path(__file__).resolve().parents[2]
PLANS = {
    "short": SHORT_PLAN,
    "qingyuan": (ROOT / "examples/qingyuan-15fyp.txt").read_text(encoding="utf-8"),
}
TARGET = ("indicator", "comparator", "value", "value_max", "unit", "mode", "deadline", "binding", "tier")


PLACES = ("start", "end", "span", "sha256", "section", "id")


def read(lantu, path):
    """(targets, rows of the main table) of a file, without their places."""
    done = lantu("read", path, "--format", "json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    targets = [{key: one.get(key) for key in TARGET} for one in found["targets"]]
    table = [{k: v for k, v in row.items() if k not in PLACES} for row in found["indicators"]]
    return targets, table, done.stderr


def saved(plan, form, folder):
    if form == "txt":
        return plan.encode()
    if form == "gb18030.txt":
        return plan.encode("gb18030")
    if form == "docx":
        return as_docx(plan)
    if form == "automatic.docx":
        return as_docx(plan, automatic=True)
    if form == "html":
        return as_html(plan).encode()
    if form == "gbk.htm":
        return as_html(plan, charset="gb2312").encode("gb18030")
    if chromium() is None:
        missing("Chromium not found: apt-get install chromium")
    return as_pdf(as_html(plan), folder)


FORMATS = ["gb18030.txt", "docx", "automatic.docx", "html", "gbk.htm", "pdf"]


@pytest.fixture
def typed(lantu, tmp_path):
    """What the plan gives as a text file."""

    def of(plan):
        path = tmp_path / "typed.txt"
        path.write_text(plan, encoding="utf-8")
        targets, table, _ = read(lantu, path)
        assert len(targets) > 15 and len(table) in (7, 9)
        return targets, table

    return of


@pytest.mark.parametrize("name", sorted(PLANS))
def test_every_format_gives_the_same_targets_and_rows(lantu, tmp_path, typed, name):
    targets, table = typed(PLANS[name])
    for form in FORMATS:
        path = tmp_path / f"plan.{form}"
        path.write_bytes(saved(PLANS[name], form, tmp_path))
        found = read(lantu, path)
        assert found[0] == targets, form
        assert found[1] == table, form


def test_a_workbook_gives_the_rows_of_its_table(lantu, tmp_path, typed):
    plan = PLANS["qingyuan"]
    path = tmp_path / "表.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("主要指标")
    table = next(part for part in parts(plan) if not isinstance(part, str))
    note = next(part for part in parts(plan) if isinstance(part, str) and part.startswith("注"))
    sheet.merge_range(0, 0, 0, 5, plan.split("\n", 1)[0])
    for r, row in enumerate(table, 1):
        for c, cell in enumerate(row):
            number = cell.replace(".", "", 1).isdigit()
            sheet.write(r, c, float(cell) if number else cell)
    sheet.write(len(table) + 1, 0, note)
    book.close()
    assert read(lantu, path)[1] == typed(plan)[1]


@pytest.mark.parametrize(
    ("old", "new"),
    [("wps", "docx"), ("rtf", "docx"), ("et", "xlsx")],
)
def test_old_formats_through_libreoffice(lantu, tmp_path, old, new):
    if shutil.which("soffice") is None:
        pytest.skip(
            "LibreOffice not found: apt-get install libreoffice-writer libreoffice-calc (it is optional)"
        )
    made = tmp_path / f"plan.{new}"
    if new == "docx":
        made.write_bytes(as_docx(SHORT_PLAN))
    else:
        book = xlsxwriter.Workbook(made)
        sheet = book.add_worksheet("主要指标")
        for r, row in enumerate(next(part for part in parts(SHORT_PLAN) if not isinstance(part, str))):
            sheet.write_row(r, 0, row)
        book.close()
    filter_of = {"wps": "doc", "et": "xls"}.get(old, old)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", filter_of, "--outdir", tmp_path / "old", made],
        check=True,
        capture_output=True,
        timeout=180,
    )
    source = tmp_path / f"plan.{old}"
    (tmp_path / "old" / f"plan.{filter_of}").rename(source)
    targets, table, _ = read(lantu, made)
    assert len(table) == 7
    *found, said = read(lantu, source)
    assert found == [targets, table]
    assert "[converted]" in said and f"转换为 {new} 后读取" in said


def test_without_libreoffice_an_old_file_is_one_sentence(lantu, tmp_path):
    (tmp_path / "旧.doc").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    )
    done = lantu("read", "旧.doc", env={"PATH": str(tmp_path)})
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "文件“旧.doc”是旧版文档（doc、wps、rtf、odt 等）；请另存为 docx 再读。\n"
    done = lantu("read", "旧.doc", env={"PATH": str(tmp_path), "LANTU_LANGUAGE": "en"})
    assert done.stderr.startswith("The file “旧.doc” is a document of an old or other format")


@pytest.fixture
def stubborn(tmp_path):
    """Programs named soffice: one that makes nothing, one that never ends."""

    def make(script):
        folder = tmp_path / "bin"
        folder.mkdir()
        program = folder / "soffice"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        return str(program)

    return make


def test_a_conversion_that_fails_or_never_ends_is_one_sentence(stubborn, tmp_path):
    from lantu.cli.office import convert
    from lantu.values import InputError

    program = stubborn('case "$*" in *docx*) exec /bin/sleep 60;; esac; exit 0')
    with pytest.raises(InputError, match="转换不成"):
        convert(program, "a.xls", b"x", "xlsx")
    with pytest.raises(InputError, match="超过 1 秒，已停止"):
        convert(program, "a.doc", b"x", "docx", timeout=1)


def test_a_note_of_the_reading_names_what_was_left_out(lantu, tmp_path):
    if chromium() is None:
        missing("Chromium not found: apt-get install chromium")
    (tmp_path / "p.pdf").write_bytes(as_pdf(as_html(PLANS["qingyuan"]), tmp_path, heads=True))
    done = lantu("read", "p.pdf", env={"LANTU_LANGUAGE": "en"})
    assert done.returncode == 0
    assert "Running heads, feet and page numbers were left out" in done.stderr


@pytest.mark.shared
def test_a_whole_outline_is_the_same_in_word_and_on_the_web(shared, tmp_path):
    from lantu.documents import read_bytes

    for path in sorted((shared / "plans").glob("*-1[45]fyp.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        wanted = ["".join(line.split()) for line in text.splitlines() if line.strip("|-: \r\n\u3000")]
        for name, data in (("a.docx", as_docx(text)), ("a.html", as_html(text).encode())):
            document, _ = read_bytes(name, data)
            found = ["".join(line.split()) for line in document.text.splitlines() if line.strip("|-: ")]
            assert found == wanted, (path.name, name)
