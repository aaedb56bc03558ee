"""Which format a file is told to be, and what is said of one that is not read."""

import zipfile
from hashlib import sha256
from io import BytesIO

import pytest
from tests.made_files import SHORT_PLAN, as_docx, drawn_pdf

from lantu.documents import Document, Kind, Place, converted, old_format, read_bytes
from lantu.documents.written import Cell, Written
from lantu.values import InputError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


def zipped(**parts: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "."), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (stream("WordDocument"), "请另存为 docx"),
        (stream("Workbook"), "请另存为 xlsx"),
        (stream("EncryptedPackage"), "密码保护"),
        (stream("PowerPoint Document"), "ppt/pptx 格式"),
        (b"{\\rtf1\\ansi}", "请另存为 docx"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "请另存为 docx"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><w/>', "请另存为 xlsx"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "请另存为 docx"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "请另存为 xlsx"),
        (zipped(OFD__xml="<OFD/>"), "ofd 格式"),
        (zipped(a__txt="甲"), "压缩包"),
        (b"Rar!\x1a\x07\x00", "压缩包"),
        (b"\x89PNG\r\n\x1a\n", "是图片"),
        (b"\xff\xd8\xff\xe0", "是图片"),
        (b"PK\x03\x04 broken word/document.xml", "已损坏"),
        (b"PK\x03\x04 broken xl/workbook.xml", "已损坏"),
        (b"", "是空的"),
        (b" \n\t ", "是空的"),
        (b"\x00\x01\x02\x03\xff\xfe" * 9, "既不是 UTF-8 也不是 GB18030"),
    ],
)
def test_what_is_not_read_is_one_sentence_whatever_its_name(data, words):
    for name in ("规划.txt", "规划.docx", "规划.pdf", "规划"):
        with pytest.raises(InputError, match=words):
            read_bytes(name, data)


@pytest.mark.parametrize(
    ("name", "data", "wanted"),
    [
        ("a.wps", stream("WordDocument"), Kind.DOCX),
        ("a.et", stream("Workbook"), Kind.XLSX),
        ("a.docx", stream("EncryptedPackage"), None),
        ("a.doc", SHORT_PLAN.encode(), None),
    ],
)
def test_old_formats_are_told_with_what_they_become(name, data, wanted):
    assert old_format(name, data) is wanted


@pytest.mark.parametrize(
    ("made", "kind"), [(as_docx(SHORT_PLAN), Kind.DOCX), (drawn_pdf([(90, 700, 16, "规划")]), Kind.PDF)]
)
def test_content_goes_before_the_name(made, kind):
    right, notes = read_bytes(f"规划.{kind}", made)
    assert (right.kind, notes) == (kind, ())
    wrong, notes = read_bytes("规划.txt", made)
    assert (wrong.text, wrong.kind) == (right.text, kind)
    assert [(n.code, n.message.arguments["kind"]) for n in notes] == [("other-format", kind.value)]


def test_a_text_under_an_office_name_is_read_and_said_to_be_one():
    document, notes = read_bytes("规划.docx", SHORT_PLAN.encode())
    assert (document.text, document.kind) == (SHORT_PLAN, Kind.TXT)
    assert [note.code for note in notes] == ["other-format"]


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", ""), ("utf-8-sig", ""), ("gb18030", "GB18030"), ("utf-16", "UTF-16"), ("utf-16-be", None)],
)
def test_texts_in_their_encodings(encoding, said):
    data = SHORT_PLAN.encode(encoding)
    if encoding == "utf-16-be":
        data, said = b"\xfe\xff" + data, "UTF-16"
    document, notes = read_bytes("a.txt", data)
    assert document.text == SHORT_PLAN
    assert [note.message.arguments["encoding"] for note in notes] == ([said] if said else [])
    assert document.sha256 == sha256(SHORT_PLAN.encode()).hexdigest()
    assert document.source_sha256 == sha256(data).hexdigest()


def test_markdown_is_read_as_it_stands():
    document, notes = read_bytes("a.md", SHORT_PLAN.encode())
    assert (document.text, document.kind, notes) == (SHORT_PLAN, Kind.MD, ())


def test_too_large_a_file_is_refused_before_it_is_read():
    with pytest.raises(InputError, match=r"超过上限 0\.001 MB"):
        read_bytes("a.pdf", bytes(2000), 1049)


def test_a_converted_file_keeps_its_name_and_checksum():
    document = converted(Document.of_text("a.doc.docx", "甲"), "a.doc", b"bytes")
    assert (document.name, document.source_sha256) == ("a.doc", sha256(b"bytes").hexdigest())


def test_an_address_is_found_from_either_end_of_its_place():
    document = Document.of_text("a", "甲乙丙丁", places=(Place(1, 3, "表!A1"),))
    assert [document.address(at) for at in range(4)] == ["", "表!A1", "表!A1", ""]


def test_the_items_of_a_note_stay_together_and_other_paragraphs_apart():
    written = Written()
    for words in ("注：①甲。", "②乙。", "③丙。", "第三章 丁", "①戊", "注意事项如下。", "①己", "", " \n "):
        written.paragraph(words)
    text = written.document("a", Kind.DOCX, b"").text
    assert text == "注：①甲。\n②乙。\n③丙。\n\n第三章 丁\n\n①戊\n\n注意事项如下。\n\n①己\n"


def test_cells_hold_no_pipe_no_break_and_no_control_character():
    written = Written()
    written.table([[Cell("甲|乙\n丙"), Cell("\x00丁\t戊", "表!B1")]])
    document = written.document("a", Kind.XLSX, b"")
    assert document.text == "| 甲｜乙 丙 | 丁 戊 |\n|---|---|\n"
    assert [(document.text[p.start : p.end], p.address) for p in document.places] == [("丁 戊", "表!B1")]
