"""Comments in documents LibreOffice made, and LibreOffice opening what was made."""

import zipfile
from io import BytesIO

import pytest
from docx import Document as Word
from lxml import etree
from tests.commented_files import box, comments, covered, mark, note, p, run, same_but_for_comments, word_file
from tests.made_files import SHORT_PLAN, as_docx

from lantu.cli.office import convert, office
from lantu.documents import Kind, read_bytes
from lantu.documents.numbering import W

PROGRAM = office()
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")

ODF = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = "".join(
    f' xmlns:{prefix}="{ODF}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("svg", "svg-compatible"), ("style", "style"), ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip


def cells(*words: str) -> str:
    inner = "".join(f"<table:table-cell>{one}</table:table-cell>" for one in words)
    return f"<table:table-row>{inner}</table:table-row>"


def p_of(words: str) -> str:
    return f"<text:p>{words}</text:p>"


def noted(kind: str, sign: str, words: str) -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{sign}</text:note-citation>'
        f"<text:note-body>{p_of(words)}</text:note-body></text:note>"
    )


COLUMNS = '<table:table-column table:number-columns-repeated="2"/>'
WRITTEN = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document{SPACES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles><office:body><office:text>
<text:h text:outline-level="1">青原市2025年工作报告</text:h>
<text:p>全市生产总值<text:span text:style-name="B">8300</text:span>亿元，增长5.6%{
    noted("footnote", "1", "按不变价计算为4.9%。")
}，快于上年{noted("endnote", "i", "上年为4.1%。")}。见<text:a
 xlink:href="http://example.com/">公报3.3%</text:a>。</text:p>
<text:p>图示：<draw:frame text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm"><draw:text-box>{
    p_of("框内增长6.7%。")
}</draw:text-box></draw:frame><draw:custom-shape text:anchor-type="paragraph" svg:x="8cm"
 svg:y="0cm" svg:width="4cm" svg:height="2cm">{p_of("形内降低2.2%")}<draw:enhanced-geometry
 draw:type="rectangle"/></draw:custom-shape></text:p>
<table:table table:name="T">{COLUMNS}{cells(p_of("指标"), p_of("数值"))}{
    cells(
        p_of("城镇化率"),
        p_of("62.4%")
        + f'<table:table table:name="U">{COLUMNS}'
        + cells(p_of("甲"), p_of("31.5%"))
        + "</table:table>",
    )
}</table:table>
<text:p>共<text:s text:c="3"/>15.8%<text:tab/>完。</text:p>
</office:text></office:body></office:document>"""
QUOTES = ("8300亿元", "5.6%", "4.9%", "4.1%", "3.3%", "6.7%", "2.2%", "62.4%", "31.5%", "15.8%")


def opened(data: bytes) -> bytes:
    """The file as LibreOffice saves it again."""
    return convert(PROGRAM, "draft.docx", data, "docx")


def places(data: bytes) -> list[tuple[list[str], str]]:
    """What each comment says and the words it stands at, in the order of the document."""
    said, stands = comments(data), covered(data)
    return [(said[number], stands.get(number, "")) for number in sorted(said)]


def test_a_document_it_made_with_tables_notes_and_boxes():
    before = convert(PROGRAM, "draft.fodt", WRITTEN.encode(), Kind.DOCX)
    after = mark(before, *QUOTES)
    same_but_for_comments(before, after)
    Word(BytesIO(after))
    assert len(comments(after)) == len(QUOTES)
    again = opened(after)
    assert sorted(said for said, _ in places(again)) == sorted(said for said, _ in places(after))
    plain = {"8300亿元", "5.6%", "3.3%", "62.4%", "31.5%", "15.8%"}
    assert plain <= {words for _, words in places(again)}
    assert opened_text(again) == opened_text(opened(before))


def test_a_page_it_made_a_document_of():
    page = (
        "<html><head><meta charset='utf-8'></head><body><h1>报告</h1><p>增长<b>5.6</b>%，见<a href='http://example.com/'>公报"
        "3.3%</a>。</p><table border=1><tr><th rowspan=2>项<th colspan=2>数12%</tr><tr><td>8300亿元<td>7.8%</tr>"
        "</table><ol><li>第一9.9%<li>第二</ol></body></html>"
    )
    before = convert(PROGRAM, "draft.odt", convert(PROGRAM, "draft.html", page.encode(), "odt"), Kind.DOCX)
    quotes = ("5.6%", "3.3%", "12%", "8300亿元", "7.8%", "9.9%")
    after = mark(before, *quotes)
    same_but_for_comments(before, after)
    assert sorted(words for _, words in places(opened(after))) == sorted(quotes)


def test_a_document_of_every_kind_of_place_is_opened_with_all_comments():
    sign = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    inner = (
        p(run("增长5"), run(".6%", "<w:b/>"), sign, run("。"))
        + p(run("图"), box(p(run("框内7.8%"))))
        + p(
            '<w:ins w:id="1" w:author="a" w:date="2025-01-01T00:00:00Z">' + run("加9.1%，") + "</w:ins>",
            run("完"),
        )
        + p("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + run("控4.4%") + "</w:sdtContent></w:sdt>")
        + p(run("域"), '<w:fldSimple w:instr=" QUOTE 3.2% ">' + run("3.2%") + "</w:fldSimple>")
        + "<w:sectPr/>"
    )
    before = word_file(inner, footnotes=note("footnote", 1, run("现价6.5%")))
    quotes = ("5.6%", "6.5%", "7.8%", "9.1%", "4.4%", "3.2%")
    after = mark(before, *quotes)
    same_but_for_comments(before, after)
    again = opened(after)
    assert len(comments(again)) == len(quotes)
    assert {"5.6%", "9.1%"} <= {words for _, words in places(again)}
    assert opened_text(again) == opened_text(opened(before))


def test_a_whole_plan_is_opened_with_who_and_when():
    after = mark(as_docx(SHORT_PLAN, automatic=True), "8300亿元", "66%", "≥66", "500亿元")
    with zipfile.ZipFile(BytesIO(opened(after))) as archive:
        root = etree.fromstring(archive.read("word/comments.xml"))
    assert [(one.get(f"{W}author"), one.get(f"{W}date")) for one in root] == [
        ("蓝图核数", "2026-03-05T09:30:00Z")
    ] * 4


def opened_text(data: bytes) -> str:
    return read_bytes("draft.docx", data)[0].text
