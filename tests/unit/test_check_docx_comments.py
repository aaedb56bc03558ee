"""Comments in the draft itself: where they stand, and that nothing else is changed."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document as Word
from lxml import etree
from tests.commented_files import (
    NOW,
    body,
    box,
    changed_parts,
    comments,
    covered,
    finding,
    mark,
    note,
    p,
    part,
    report_of,
    run,
    same_but_for_comments,
    texts,
    word_file,
)
from tests.made_files import SHORT_PLAN, as_docx

from lantu.check import Evidence, Rule
from lantu.documents import Document, read_bytes
from lantu.documents.numbering import W
from lantu.exchange.docx_comments import commented
from lantu.texts import Language
from lantu.values import InputError

GROWTH = "全市生产总值增长5.6%，快于上年。"
CELL = "<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/></w:tcPr>{}</w:tc>"


def marked(inner: str, *quotes, **parts) -> bytes:
    """A file with comments at the quotes, nothing else of it changed."""
    before = word_file(inner, **parts)
    after = mark(before, *quotes)
    same_but_for_comments(before, after)
    Word(BytesIO(after))
    return after


def table(*rows: str) -> str:
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid/>'
        + "".join(f"<w:tr>{row}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def around(data: bytes, number: int = 0) -> list[str]:
    """What lies around the beginning of a range, from the inside."""
    (one,) = body(data).iterfind(f".//{W}commentRangeStart[@{W}id='{number}']")
    return [above.tag.rpartition("}")[2] for above in one.iterancestors()][:-1]


def test_a_run_is_parted_and_both_sides_look_as_before():
    look = '<w:rFonts w:eastAsia="仿宋_GB2312"/><w:b/><w:color w:val="C00000"/>'
    data = marked(p(f'<w:r w:rsidRPr="00AB12CD"><w:rPr>{look}</w:rPr><w:t>{GROWTH}</w:t></w:r>'), "5.6%")
    assert covered(data) == {0: "5.6%"}
    runs = [one for one in body(data).iter(f"{W}r") if one.find(f"{W}t") is not None]
    assert [one.find(f"{W}t").text for one in runs] == ["全市生产总值增长", "5.6%", "，快于上年。"]
    assert {one.get(f"{W}rsidRPr") for one in runs} == {"00AB12CD"}
    assert len({etree.tostring(one.find(f"{W}rPr")) for one in runs}) == 1


def test_the_comment_says_what_who_and_when():
    data = marked(p(run(GROWTH)), "5.6%")
    assert comments(data) == {
        0: [
            "与来源不符（确定）：与公布的 5.2% 不同。",
            "应为：5.2%",
            "依据：5.2%（2025，统计公报）",
        ]
    }
    (one,) = etree.fromstring(part(data, "word/comments.xml"))
    assert dict(one.attrib) == {
        f"{W}id": "0", f"{W}author": "蓝图核数", f"{W}date": "2026-03-05T09:30:00Z", f"{W}initials": "蓝图",
    }  # fmt: skip
    assert {lang.get(f"{W}eastAsia") for lang in one.iter(f"{W}lang")} == {"zh-CN"}
    (reference,) = body(data).iter(f"{W}commentReference")
    before = reference.getparent().getprevious()
    assert before.tag == f"{W}commentRangeEnd" and before.get(f"{W}id") == reference.get(f"{W}id") == "0"


def test_in_english():
    before = word_file(p(run(GROWTH)))
    after = mark(before, "5.6%", language=Language.EN)
    (one,) = etree.fromstring(part(after, "word/comments.xml"))
    assert one.get(f"{W}author") == "Lantu" and one.get(f"{W}initials") == "L"
    assert comments(after)[0][1] == "Should be: 5.2%"
    assert {lang.get(f"{W}val") for lang in one.iter(f"{W}lang")} == {"en-US"}


def test_a_figure_over_several_runs():
    inner = p(run("增长"), run("5", "<w:b/>"), run(".6", "<w:i/>"), run("%，快于上年"), run("。"))
    data = marked(inner, "5.6%")
    assert covered(data) == {0: "5.6%"}
    assert len(list(body(data).iter(f"{W}t"))) == 6  # one run parted alone


def test_figures_side_by_side_and_at_the_edges_of_a_run():
    data = marked(p(run("12亿元34亿元"), run("56亿元")), "12亿元", "34亿元", "56亿元")
    assert covered(data) == {0: "12亿元", 1: "34亿元", 2: "56亿元"}
    order = [one.tag.rpartition("}")[2][7:] for one in body(data).iter("*") if "comment" in one.tag]
    assert order == ["RangeStart", "RangeEnd", "Reference"] * 3


def test_a_run_with_tabs_breaks_and_more_words():
    look = "<w:rPr><w:u w:val='single'/></w:rPr>"
    words = "<w:t>总量</w:t><w:tab/><w:t>8300</w:t><w:t>亿元</w:t><w:br/><w:t>增长5.6%</w:t><w:tab/><w:t>7.8%</w:t>"
    data = marked(p(f"<w:r>{look}{words}</w:r>"), "8300亿元", "5.6%", "7.8%")
    assert covered(data) == {0: "8300亿元", 1: "5.6%", 2: "7.8%"}
    assert len(list(body(data).iter(f"{W}tab"))) == 2 and len(list(body(data).iter(f"{W}br"))) == 1


def test_blanks_at_a_cut_are_kept():
    data = marked(p(run("grew by 5.6% and fell")), "5.6%")
    cut = [one for one in body(data).iter(f"{W}t") if (one.text or "") != (one.text or "").strip()]
    assert [one.text for one in cut] == ["grew by ", " and fell"]
    assert all(one.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" for one in cut)


@pytest.mark.parametrize(
    "words",
    [
        "A&amp;B增长5.6%，C&lt;D",
        "A&#x4E2D;&#20013;增长5.6%",
        "增长5.6&#37;，&quot;好&quot;",
        "增\r\n长5.6%。",
        "𠮷𠮷增长5.6%𠮷",
    ],
)
def test_references_to_characters_and_rare_ones(words):
    assert covered(marked(p(run(words)), "5.6%")) == {0: "5.6%"}


@pytest.mark.parametrize("words", ["增长<![CDATA[5.6%]]>。", "增<!-- 注 -->长5.6%。"])
def test_words_that_cannot_be_parted_are_marked_whole(words):
    data = marked(p(run("今年"), run(words), run("完")), "5.6%")
    assert covered(data)[0] in ("增长5.6%。", "增")


def test_in_a_table_and_a_table_within_it():
    inner = table(CELL.format(p(run("总量"))) + CELL.format(p(run("8300亿元"))))
    cells = (
        CELL.format(p(run("指标"))) + CELL.format(p(run("数"))),
        CELL.format(p(run("增速"))) + CELL.format(p(run("比上年增长5.6%")) + inner + p()),
    )
    data = marked(p(run("表")) + table(*cells), "5.6%", "8300亿元")
    assert covered(data) == {0: "5.6%", 1: "8300亿元"}
    assert around(data, 1).count("tbl") == 2


def test_a_cell_said_again_in_every_row_is_marked_once():
    merged = '<w:tc><w:tcPr><w:vMerge w:val="{}"/></w:tcPr>{}</w:tc>'
    rows = (
        CELL.format(p(run("项"))) + CELL.format(p(run("数"))),
        merged.format("restart", p(run("30%"))) + CELL.format(p(run("甲"))),
        merged.format("continue", p()) + CELL.format(p(run("乙"))),
    )
    data = marked(table(*rows), ("30%", 0), ("30%", 1))
    assert covered(data) == {0: "30%"}
    assert len(comments(data)[0]) == 3


def test_a_header_of_two_rows():
    wide = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + p(run("比2024年增长5.6%")) + "</w:tc>"
    head = "<w:trPr><w:tblHeader/></w:trPr>"
    rows = (
        head + CELL.format(p(run("项"))) + wide,
        head + CELL.format(p(run("名"))) + CELL.format(p(run("全年"))) + CELL.format(p(run("增长7.8%"))),
        CELL.format(p(run("甲"))) + CELL.format(p(run("1"))) + CELL.format(p(run("2"))),
    )
    assert covered(marked(table(*rows), "5.6%", "7.8%")) == {0: "5.6%", 1: "7.8%"}


def test_a_text_box_is_marked_where_it_hangs():
    inner = p(run("见图："), box(p(run("增长5.6%")), p(run("降低7.8%"))), run("。"))
    data = marked(inner, "5.6%", "7.8%")
    assert around(data, 0) == ["p", "body"] and around(data, 1) == ["p", "body"]
    assert [comments(data)[n][0] for n in (0, 1)] == ["此处文本框中的“5.6%”：", "此处文本框中的“7.8%”："]
    holders = list(body(data).iter(f"{W}txbxContent"))
    assert len(holders) == 2 and not any("comment" in one.tag for held in holders for one in held.iter("*"))


def test_a_table_in_a_box_in_a_cell():
    held = box(table(CELL.format(p(run("甲"))) + CELL.format(p(run("5.6%")))), p())
    rows = table(CELL.format(p(run("左"))) + CELL.format(p(run("右"), held)))
    assert around(marked(rows, "5.6%")) == ["p", "tc", "tr", "tbl", "body"]


@pytest.mark.parametrize(
    ("kind", "words"), [("footnote", "此处脚注中的“5.6%”："), ("endnote", "此处尾注中的“5.6%”：")]
)
def test_a_note_is_marked_at_its_sign(kind, words):
    sign = f'<w:r><w:{kind}Reference w:id="1"/></w:r>'
    data = marked(
        p(run("增长较快"), sign, run("。")), "5.6%", **{f"{kind}s": note(kind, 1, run("按现价增长5.6%"))}
    )
    assert covered(data) == {0: ""} and comments(data)[0][0] == words
    (start,) = body(data).iter(f"{W}commentRangeStart")
    assert start.getnext().find(f"{W}{kind}Reference") is not None


def test_two_figures_of_a_note_in_a_table_are_two_comments():
    sign = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    rows = table(
        CELL.format(p(run("甲"))) + CELL.format(p(run("1"), sign)),
        CELL.format(p(run("乙"))) + CELL.format(p(run("2"))),
    )
    data = marked(rows, "5.6%", "7.8%", footnotes=note("footnote", 1, run("甲5.6%，乙") + run("7.8%")))
    assert [said[0] for said in comments(data).values()] == ["此处脚注中的“5.6%”：", "此处脚注中的“7.8%”："]


def sdt(properties: str, inner: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def test_content_controls():
    assert covered(marked(p(sdt("<w:richText/>", run("增长5.6%。"))), "5.6%")) == {0: "5.6%"}
    for own in ("<w:text/>", '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>', "<w:date/>"):
        data = marked(p(run("共"), sdt(own, run("增长5.6%。"))), "5.6%")
        assert covered(data) == {0: "增长5.6%。"} and around(data) == ["p", "body"]
        assert comments(data)[0][0] == "这里的“5.6%”："
    data = marked(sdt("<w:text/>", p(run("增长5.6%。"))), "5.6%")
    assert around(data) == ["p", "sdtContent", "sdt", "body"] and covered(data) == {0: "5.6%"}


@pytest.mark.parametrize(
    "wrapper",
    [
        '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
        '<w:ins w:id="1" w:author="a" w:date="2025-01-01T00:00:00Z">{}</w:ins>',
        '<w:moveTo w:id="1" w:author="a" w:date="2025-01-01T00:00:00Z">{}</w:moveTo>',
        '<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>',
        '<w:hyperlink w:anchor="x"><w:ins w:id="1" w:author="a">{}</w:ins></w:hyperlink>',
    ],
)
def test_in_wrappers(wrapper):
    assert covered(marked(p(run("今年"), wrapper.format(run("增长5.6%，")), run("完")), "5.6%")) == {
        0: "5.6%"
    }
    half = p(run("增长5"), wrapper.format(run(".6%，好")), run("完"))
    assert covered(marked(half, "5.6%")) == {0: "5.6%"}


def test_deleted_words_within_a_figure():
    gone = '<w:del w:id="1" w:author="a"><w:r><w:delText>7</w:delText></w:r></w:del>'
    assert covered(marked(p(run("增长5."), gone, run("6%，好")), "5.6%")) == {0: "5.6%"}


def test_a_figure_over_a_deleted_end_of_paragraph():
    gone = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    assert covered(marked(p(gone, run("增长5.")) + p(run("6%，好")), "5.6%")) == {0: "5.6%"}


def field(*result: str) -> str:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = '<w:r><w:instrText xml:space="preserve"> =SUM(ABOVE) </w:instrText></w:r>'
    return sign("begin") + code + sign("separate") + "".join(result) + sign("end")


def test_fields_are_marked_from_outside():
    for inner in (
        field(run("5.6%")),
        field(run("5.6%"), field(run("9"))),
        field(field(run("5.6%")), run("x")),
    ):
        data = marked(p(run("增长"), inner, run("。")), "5.6%")
        (start,) = body(data).iter(f"{W}commentRangeStart")
        (end,) = body(data).iter(f"{W}commentRangeEnd")
        assert start.getnext().find(f"{W}fldChar").get(f"{W}fldCharType") == "begin"
        assert end.getprevious().find(f"{W}fldChar").get(f"{W}fldCharType") == "end"
        inside = [
            one
            for one in start.itersiblings()
            if one is not end and one in list(end.itersiblings(preceding=True))
        ]
        signs = [one.get(f"{W}fldCharType") for run_ in inside for one in run_.iter(f"{W}fldChar")]
        assert signs.count("begin") == signs.count("end")
    simple = '<w:fldSimple w:instr=" DOCPROPERTY x ">' + run("增长5.6%") + "</w:fldSimple>"
    assert around(marked(p(run("年"), simple), "5.6%")) == ["p", "body"]


def test_a_field_over_paragraphs_is_entered():
    parts = field(run("一"), "|", run("增长5.6%，好")).split("|")
    assert covered(marked(p(parts[0]) + p(parts[1]), "5.6%")) == {0: "5.6%"}


def test_a_formula_and_a_word_with_its_reading():
    formula = "<m:oMath><m:r><m:t>5.6%</m:t></m:r></m:oMath>"
    assert around(marked(p(run("增长"), formula), "5.6%")) == ["p", "body"]
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('a')}</w:rt><w:rubyBase>{run('5.6%')}</w:rubyBase></w:ruby></w:r>"
    assert around(marked(p(run("增长"), ruby), "5.6%")) == ["p", "body"]


def test_inserted_documents_and_automatic_numbers_are_told_at_the_head():
    chunk = {"word/chunk.html": "<html><body><p>嵌入：降低7.8%。</p></body></html>".encode()}
    inner = (
        p("<w:pPr><w:jc w:val='center'/></w:pPr>", run("标题")) + p(run(GROWTH)) + '<w:altChunk r:id="rIdC"/>'
    )
    data = marked(inner, "5.6%", "7.8%", more=chunk)
    assert covered(data) == {0: "5.6%", 1: ""}
    assert comments(data)[1][1] == "“7.8%”，见“嵌入：降低7.8%。”："
    (start,) = body(data).iterfind(f".//{W}commentRangeStart[@{W}id='1']")
    assert start.getprevious().tag == f"{W}pPr"
    empty = marked('<w:p w:rsidR="00A1B2C3"/><w:altChunk r:id="rIdC"/>', "7.8%", more=chunk)
    assert around(empty) == ["p", "body"]
    with pytest.raises(InputError, match="嵌入的文件"):
        marked('<w:altChunk r:id="rIdC"/>', "7.8%", more=chunk)


def test_a_document_inserted_whole_is_not_written_in():
    chunk = {"word/inner.docx": word_file(p(run("里面增长5.6%，降低7.8%。")))}
    data = marked(
        p(run("外面增长5.6%。")) + '<w:altChunk r:id="rIdC"/>', ("5.6%", 0), ("5.6%", 1), more=chunk
    )
    assert covered(data) == {0: "5.6%", 1: ""}
    assert comments(data)[1][1] == "“5.6%”，见“里面增长5.6%，降低7.8%。”："


def test_a_diagram_is_marked_where_it_stands():
    model = (
        '<d:dataModel xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.'
        'openxmlformats.org/drawingml/2006/main"><d:ptLst><d:pt modelId="1"><d:t><a:p><a:r><a:t>增长5.6%</a:t></a:r>'
        "</a:p></d:t></d:pt></d:ptLst></d:dataModel>"
    )
    drawing = (
        '<w:r><w:drawing><d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rIdD"/>'
        "</w:drawing></w:r>"
    )
    data = marked(p(run("格局"), drawing, run("。")), "5.6%", more={"word/data1.xml": model.encode()})
    assert covered(data) == {0: ""} and comments(data)[0][0] == "此处图示中的“5.6%”："
    (start,) = body(data).iter(f"{W}commentRangeStart")
    assert start.getnext().find(f"{W}drawing") is not None


COMMENT = (
    '<w:comment w:id="4" w:author="张三" w:date="2025-01-01T00:00:00Z">' + p(run("请核")) + "</w:comment>"
)


def test_comments_that_are_there_stay_as_they_are():
    old = (
        f'<w:commentRangeStart w:id="4"/>{run(GROWTH)}<w:commentRangeEnd w:id="4"/>'
        '<w:r><w:commentReference w:id="4"/></w:r>'
    )
    before = word_file(p(old), comments=COMMENT)
    after = mark(before, "5.6%")
    same_but_for_comments(before, after)
    assert covered(after) == {4: GROWTH, 5: "5.6%"} and comments(after)[4] == ["请核"]
    assert changed_parts(before, after) == {"word/document.xml": "changed", "word/comments.xml": "changed"}
    assert part(after, "word/comments.xml").startswith(
        part(before, "word/comments.xml").removesuffix(b"</w:comments>")
    )
    again = mark(after, "5.6%")  # a draft checked twice
    same_but_for_comments(after, again)
    assert sorted(comments(again)) == [4, 5, 6]


def test_styles_of_the_document_are_used():
    styles = (
        '<w:style w:type="character" w:styleId="a9"><w:name w:val="annotation reference"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="aa"><w:name w:val="annotation text"/></w:style>'
    )
    data = marked(p(run(GROWTH)), "5.6%", styles=styles)
    (reference,) = body(data).iter(f"{W}commentReference")
    assert reference.getparent().find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "a9"
    root = etree.fromstring(part(data, "word/comments.xml"))
    assert {one.get(f"{W}val") for one in root.iter(f"{W}pStyle")} == {"aa"}


def test_all_findings_of_a_figure_are_one_comment():
    data = word_file(p(run(GROWTH)))
    document, _ = read_bytes("draft.docx", data)
    found = [
        finding(document, "5.6%"),
        finding(document, "5.6", rule=Rule.UNIT),
        finding(document, "5.6%", rule=Rule.AGREES),
    ]
    after = commented(report_of(document, found), data, NOW, Language.ZH)
    assert covered(after) == {0: "5.6%"}
    assert [line[:5] for line in comments(after)[0] if "（确定）" in line] == ["单位或数量", "与来源不符"]


def test_another_place_of_the_draft_is_told_as_one_finds_it():
    data = word_file(p(run("总体来看，今年前三季度全市生产总值同比增长5.2%，比上半年快。")) + p(run(GROWTH)))
    document, _ = read_bytes("draft.docx", data)
    there = document.text.index("5.2%")
    found = finding(document, "5.6%", evidence=(Evidence("5.2%", span=document.span(there, there + 4)),))
    after = commented(report_of(document, [found]), data, NOW, Language.ZH)
    assert comments(after)[0][-1] == "依据：文中另一处，“…季度全市生产总值同比增长5.2%，比上半年快。”"


def test_nothing_to_look_at_leaves_the_bytes_alone():
    data = word_file(p(run(GROWTH)))
    document, _ = read_bytes("draft.docx", data)
    report = report_of(document, [finding(document, "5.6%", rule=Rule.UNSUPPORTED)])
    assert commented(report, data, NOW, Language.ZH) == data


def rewritten(data: bytes, change) -> bytes:
    """A file with its main part changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info, change(content) if info.filename == "word/document.xml" else content)
    return out.getvalue()


def test_other_prefixes():
    for new, declared in ((b"zz:", b"xmlns:zz="), (b"", b"xmlns=")):

        def change(data: bytes, new=new, declared=declared) -> bytes:
            return (
                data.replace(b"<w:", b"<" + new).replace(b"</w:", b"</" + new).replace(b"xmlns:w=", declared)
            )

        before = rewritten(word_file(p(run("增长5.6%，"), run("完"))), change)
        after = mark(before, "5.6%")
        same_but_for_comments(before, after)
        assert covered(after) == {0: "5.6%"} and comments(after)
        assert part(after, "word/document.xml").count(b"xmlns:w=") == (0 if new else 3)


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030", "utf-8-sig"])
def test_other_encodings(encoding):
    def change(data: bytes) -> bytes:
        named = encoding.removesuffix("-sig")
        return data.decode().replace("UTF-8", named).encode(encoding)

    before = rewritten(word_file(p(run("增长5.6%，"), run("完"))), change)
    after = mark(before, "5.6%")
    same_but_for_comments(before, after)
    assert covered(after) == {0: "5.6%"}


def test_the_strict_variant():
    def change(data: bytes) -> bytes:
        return data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )

    before = rewritten(word_file(p(run("增长5.6%，"), run("完"))), change)
    after = mark(before, "5.6%")
    assert texts(before) == texts(after) and read_bytes("a.docx", before)[0] == read_bytes("a.docx", after)[0]
    raw = part(after, "word/document.xml")
    assert (
        b"2006/main" not in raw.replace(b"drawingml/2006/main", b"")
        and raw.count(b"w:commentRangeStart") == 1
    )
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in part(after, "word/comments.xml")
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in part(
        after, "word/_rels/document.xml.rels"
    )


def test_damaged_and_other_files_are_refused_with_a_sentence():
    data = word_file(p(run(GROWTH)))
    document, _ = read_bytes("draft.docx", data)
    report = report_of(document, [finding(document, "5.6%")])
    for cut in (data[:100], data[: len(data) // 2], b"", data.replace(b"PK\1\2", b"PK\1\3", 1)):
        with pytest.raises(InputError):
            commented(report, cut, NOW, Language.ZH)
    with pytest.raises(InputError, match="不是 docx"):
        commented(report, word_file(p(run("别的文件"))), NOW, Language.ZH)
    plain = Document.of_text("草稿.txt", "增长5.6%。")
    with pytest.raises(InputError, match="xlsx 或 json"):
        commented(report_of(plain, [finding(plain, "5.6%")]), "增长5.6%。".encode(), NOW, Language.ZH)
    old = replace(document, name="草稿.doc")  # read after LibreOffice made a .docx of it
    with pytest.raises(InputError, match="不是 docx"):
        commented(
            report_of(old, [finding(document, "5.6%")]),
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99,
            NOW,
            Language.ZH,
        )
    for main in ("document.macroEnabled.main+xml", "template.main+xml"):
        with pytest.raises(InputError, match="模板或带宏"):
            mark(word_file(p(run(GROWTH)), main=main), "5.6%")


def test_a_plan_saved_by_a_library():
    before = as_docx(SHORT_PLAN, automatic=True)
    asked = ("8300亿元", "5.2%", "66%", "80万人", "≥66", "＜5.5", "79.2*", "500亿元", "100名")
    after = mark(before, *asked)
    same_but_for_comments(before, after)
    assert list(covered(after).values()) == sorted(asked, key=read_bytes("a.docx", before)[0].text.index)
    assert len(list(Word(BytesIO(after)).comments)) == len(asked)
    assert mark(before, *asked) == after
