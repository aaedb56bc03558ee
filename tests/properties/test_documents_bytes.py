"""Whatever bytes come in: a document or one sentence, always the same one."""

import zipfile
from functools import cache
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.made_files import SHORT_PLAN, as_docx, as_html, drawn_pdf, ruled

from lantu.documents import Document, Kind, read_bytes
from lantu.documents.number_format import shown
from lantu.documents.table import Piece, Table, write_table
from lantu.documents.written import Written
from lantu.values import InputError

NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a.xlsx", "a.pdf", "a.doc", "a", "规划.wps"])
STARTS = [
    b"",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html>",
    b"{\\rtf",
    b"\xff\xfe",
]
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def outcome(name: str, data: bytes) -> Document | str:
    try:
        document, _ = read_bytes(name, data)
    except InputError as error:
        sentence = str(error)
        assert sentence.endswith("。") and "\n" not in sentence
        return sentence
    assert document.text.strip()
    document.text.encode("utf-8", "surrogatepass")
    for place in document.places:
        assert 0 <= place.start < place.end <= len(document.text)
    return document


@FEW
@given(NAMES, st.sampled_from(STARTS), st.binary(max_size=400))
def test_arbitrary_bytes(name, start, rest):
    assert outcome(name, start + rest) == outcome(name, start + rest)


@cache
def samples() -> dict[str, bytes]:
    import xlsxwriter

    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("表")
    sheet.merge_range("A1:B1", "指标")
    sheet.write_row("A2", ["甲", 1.5])
    book.close()
    pdf = drawn_pdf(
        [(90, 700, 16, "第一章 总则"), *ruled([90, 190, 290], [600, 580, 560]), (95, 585, 12, "甲")]
    )
    return {
        "docx": as_docx(SHORT_PLAN, automatic=True),
        "html": as_html(SHORT_PLAN).encode(),
        "xlsx": out.getvalue(),
        "pdf": pdf,
    }


CHANGES = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=8)), max_size=6
)


def spoilt(data: bytes, changes: list[tuple[float, bytes]], keep: float) -> bytes:
    made = bytearray(data[: int(len(data) * keep) + 1])
    for at, new in changes:
        place = int(at * len(made))
        made[place : place + len(new)] = new
    return bytes(made)


@pytest.mark.parametrize("kind", ["html", "xlsx", "pdf", "docx"])
@FEW
@given(CHANGES, st.sampled_from([1.0, 1.0, 0.9, 0.5]))
def test_spoilt_files(kind, changes, keep):
    data = spoilt(samples()[kind], changes, keep)
    assert outcome(f"a.{kind}", data) == outcome(f"a.{kind}", data)


PARTS = {
    "docx": ["word/document.xml", "word/numbering.xml", "word/styles.xml"],
    "xlsx": ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"],
}


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@FEW
@given(st.data())
def test_spoilt_parts(kind, data):
    """Inside the zip, where a checksum would hide the change."""
    part = data.draw(st.sampled_from(PARTS[kind]))
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(samples()[kind])) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                text = content.decode()
                words = data.draw(
                    st.sampled_from(
                        ['"0"', '"-1"', '"99999999"', '"x"', "w:tbl", "w:p>", "%1", 'r="A1"', "numId"]
                    )
                )
                other = data.draw(
                    st.sampled_from(
                        ['""', '"1"', '"4294967296"', "w:tc", "w:r>", "%9", 'r="XFD1048576"', "ilvl"]
                    )
                )
                content = text.replace(words, other).encode()
            new.writestr(name, content)
    outcome(f"a.{kind}", out.getvalue())


@given(st.text(max_size=20), st.text(max_size=12))
def test_any_value_under_any_format(raw, code):
    assert isinstance(shown(raw, code), str)


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9),
    st.sampled_from(["0", "0.0", "#,##0.00", "0%", "yyyy-mm-dd", "General", "0.0;(0.0)", "h:mm:ss", "@"]),
)
def test_numbers_under_usual_formats_are_words(number, code):
    assert shown(str(number), code).strip()


@given(
    st.lists(
        st.builds(
            Piece,
            st.integers(0, 6),
            st.integers(0, 5),
            st.sampled_from(["甲", "乙|", "", "5\n6"]),
            st.integers(1, 4),
            st.integers(1, 4),
        ),
        max_size=12,
    ),
    st.integers(0, 3),
)
def test_every_word_of_a_table_is_written_and_every_row_is_as_wide(pieces, header):
    firsts = {(p.row, p.column): p for p in pieces}  # a later cell at the same place takes it
    written = Written()
    write_table(written, Table(tuple(firsts.values()), header))
    text = written.document("a", Kind.XLSX, b"").text
    rows = [line for line in text.split("\n") if line.startswith("|")]
    assert len({row.count("|") for row in rows}) <= 1
    if rows:
        assert set(rows[1]) == {"|", "-"}
    covered = {
        (r, c)
        for p in firsts.values()
        for r in range(p.row, p.row + p.rows)
        for c in range(p.column, p.column + p.columns)
    }
    if len(covered) == sum(p.rows * p.columns for p in firsts.values()):  # no two cells on one place
        assert all(word in text for word in {"甲", "乙"} if any(word in p.text for p in firsts.values()))
