"""A document with a mark of secrecy at its head is refused; words like it are not marks."""

import zipfile
from io import BytesIO

import docx
import pytest

from lantu.documents import read_bytes
from lantu.documents.secrecy import is_mark, refuse_classified
from lantu.values import InputError


@pytest.mark.parametrize(
    "line",
    [
        "机密★5年",
        "秘密★",
        "绝密",
        "秘 密",
        "000012 机密★长期",
        "密级：秘密",
        "機密★十年",
        "密級：機密",
        "【秘密】",
        "机密 1年",
        "特急 秘密★6个月",
    ],
)
def test_mark(line: str) -> None:
    assert is_mark(line)


@pytest.mark.parametrize(
    "line",
    [
        "密级：公开",
        "严守国家秘密",
        "商业秘密保护",
        "推进涉密领域国产化替代",
        "密级：无",
        "保守秘密、遵守纪律",
        "机密计算产业园建成★★★",
    ],
)
def test_no_mark(line: str) -> None:
    assert not is_mark(line)


def test_head_only() -> None:
    far = "某市工作报告\n" + "一年来经济平稳运行。\n" * 40 + "机密★5年\n"
    document, _ = read_bytes("a.txt", far.encode())
    refuse_classified("a.txt", far.encode(), document)
    near = "机密★5年\n" + far
    document, _ = read_bytes("a.txt", near.encode())
    with pytest.raises(InputError, match="密级"):
        refuse_classified("a.txt", near.encode(), document)


def test_page_header_of_a_word_file() -> None:
    made = docx.Document()
    made.add_paragraph("一年来经济平稳运行。")
    made.sections[0].header.paragraphs[0].text = "秘密★1年"
    out = BytesIO()
    made.save(out)
    data = out.getvalue()
    assert zipfile.is_zipfile(BytesIO(data))
    document, _ = read_bytes("a.docx", data)
    with pytest.raises(InputError, match="密级"):
        refuse_classified("a.docx", data, document)
