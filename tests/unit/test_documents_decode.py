"""Bytes to text: encodings, places, and every kind of file that is no text."""

import pytest

from lantu.documents import SIZE_LIMIT, Document, read_bytes
from lantu.values import InputError

TEXT = "第一章 总则\n\n到2030年，城镇化率达到70%。\n"


def test_utf8_with_and_without_mark():
    plain, notes = read_bytes("a.txt", TEXT.encode())
    marked, _ = read_bytes("b.txt", b"\xef\xbb\xbf" + TEXT.encode())
    assert plain.text == marked.text == TEXT
    assert plain.sha256 == marked.sha256
    assert notes == ()


def test_gb18030_is_read_and_said():
    document, notes = read_bytes("a.txt", TEXT.encode("gb18030"))
    assert document.text == TEXT
    assert document.encoding == "gb18030"
    assert document.sha256 == read_bytes("b.txt", TEXT.encode())[0].sha256
    assert [note.code for note in notes] == ["encoding"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "是空的"),
        (b" \n\n ", "是空的"),
        (b"\x00\x01\x02\x03", "无法解读"),
        (b"\xff\xfe\xfd\xfc\xfb", "无法解读"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data, told):
    with pytest.raises(InputError) as error:
        read_bytes("plan.bin", data)
    assert told in str(error.value)
    assert "plan.bin" in str(error.value)
    assert "\n" not in str(error.value)


def test_size_is_limited():
    assert SIZE_LIMIT == 50 * 1024 * 1024
    with pytest.raises(InputError, match="上限"):
        read_bytes("big.txt", TEXT.encode(), limit=10)


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (5, (1, 6)), (7, (2, 1)), (8, (3, 1)), (10, (3, 3))]
)
def test_line_and_column(offset, place):
    assert Document.of_text("a", TEXT).place(offset) == place


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_traditional_text_in_either_chinese_encoding_is_read_and_said(encoding):
    text = "第一章 總則\n到2025年，城鎮化率達到70%。\n"
    document, notes = read_bytes("a.txt", text.encode(encoding))
    assert document.text == text
    assert encoding.upper() in str(notes[0].message)
