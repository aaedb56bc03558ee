"""Word files: what Word shows is what is read."""

import zipfile
from io import BytesIO

import pytest
from docx import Document as Word
from tests.made_files import SHORT_PLAN, as_docx

from lantu.documents import Kind, read_bytes
from lantu.documents.package import Package
from lantu.plan import SectionKind
from lantu.reading.outline import read_outline
from lantu.values import InputError


def docx(body: str, **parts: str) -> bytes:
    """A Word file of body XML; parts: numbering, styles, footnotes, endnotes."""
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="x/{name}"/>' for name in parts)
    relations = "".join(
        f'<Relationship Id="r{n}" Target="{name}.xml" Type="http://schemas.openxmlformats.org/officeDocument/'
        f'2006/relationships/{name}"/>'
        for n, name in enumerate(parts)
    )
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    space = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", f"<Types>{types}</Types>")
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{rels}"><Relationship Id="a" Target="word/document.xml" Type="x/officeDocument"/>'
            "</Relationships>",
        )
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{rels}">{relations}</Relationships>'
        )
        for name, inner in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {space}>{inner}</w:{name}>")
    return out.getvalue()


def p(text: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}<w:r><w:t>{text}</w:t></w:r></w:p>"


def text_of(data: bytes) -> str:
    document, _ = read_bytes("made.docx", data)
    return document.text


def lines_of(body: str, **parts: str) -> list[str]:
    return [line for line in text_of(docx(body, **parts)).split("\n") if line]


def num(level: int, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def level(at: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>{nums}'


def test_typed_and_automatic_numbers_give_the_same_text():
    assert text_of(as_docx(SHORT_PLAN, automatic=True)) == text_of(as_docx(SHORT_PLAN)) == SHORT_PLAN


def test_levels_count_and_start_again_under_a_higher_one():
    levels = numbering(
        level(0, "chineseCountingThousand", "第%1章"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3."),
        level(3, "decimal", "%1.%3.%4", more="<w:isLgl/>"),
    )
    body = "".join(p("标题", num(at)) for at in (0, 1, 1, 2, 0, 1, 2, 2, 3))
    assert lines_of(body, numbering=levels) == [
        "第一章 标题",
        "（一）标题",
        "（二）标题",
        "1.标题",
        "第二章 标题",
        "（一）标题",
        "1.标题",
        "2.标题",
        "2.2.1 标题",
    ]


def test_a_list_may_start_at_its_own_number_and_go_on_in_another_list():
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/>'
        "</w:lvlOverride></w:num>"
    )
    levels = numbering(level(0, "chineseCountingThousand", "%1、", start=3), nums=nums)
    body = p("甲", num(0)) + p("乙", num(0, 2)) + p("丙", num(0, 3)) + p("丁", num(0, 3))
    assert lines_of(body, numbering=levels) == ["三、甲", "四、乙", "十、丙", "十一、丁"]


def test_a_style_numbers_and_a_paragraph_may_take_the_number_away():
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
    )
    levels = numbering(level(0, "ideographDigital", "第%1节"))
    body = (
        p("甲", '<w:pStyle w:val="H1"/>')
        + p("乙", '<w:pStyle w:val="H2"/>')
        + p("丙", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("", '<w:pStyle w:val="H1"/>')
        + p("丁", '<w:pStyle w:val="H1"/>')
    )
    assert lines_of(body, numbering=levels, styles=styles) == ["第一节 甲", "第二节 乙", "丙", "第四节 丁"]


def test_bullets_are_no_words():
    levels = numbering(level(0, "bullet", "\uf06c"))
    assert lines_of(p("甲", num(0)), numbering=levels) == ["甲"]


def test_tracked_changes_are_read_as_accepted():
    body = (
        "<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>5%</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>6%</w:t></w:r></w:ins></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>"
        + p("后半")
        + "<w:moveFrom><w:p><w:r><w:t>移走</w:t></w:r></w:p></w:moveFrom>"
    )
    document, notes = read_bytes("a.docx", docx(body))
    assert document.text == "增长6%\n\n前半后半\n"
    assert [(note.code, note.message.arguments["n"]) for note in notes] == [("tracked-changes", "2")]


def test_text_boxes_breaks_tabs_links_and_hidden_text():
    body = (
        "<w:p><w:r><w:t>主文</w:t><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>"
        + p("框内")
        + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
        + p("框内")
        + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>"
        "<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
        "<w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r><w:noBreakHyphen/></w:r></w:p>"
        "<w:sdt><w:sdtContent>" + p("控件内") + "</w:sdtContent></w:sdt>"
    )
    document, notes = read_bytes("a.docx", docx(body))
    assert document.text == "主文\n\n框内\n\n甲\t乙\n丙链接-\n\n控件内\n"
    assert [note.code for note in notes] == ["hidden-text"]


def note(number: int, text: str) -> str:
    return f'<w:footnote w:id="{number}">{p(text)}</w:footnote>'


def test_notes_stand_behind_their_paragraph_or_table():
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r>{}</w:p></w:tc>"
    body = (
        f"<w:p><w:r><w:t>达到72%</w:t></w:r>{mark.format(1)}<w:r><w:t>以上。</w:t></w:r>{mark.format(2)}</w:p>"
        f"<w:tbl><w:tr>{cell.format('指标', '')}{cell.format('2030年', '')}</w:tr>"
        f"<w:tr>{cell.format('覆盖率', mark.format(3))}{cell.format('41.3', '')}</w:tr></w:tbl>" + p("下一段")
    )
    notes = '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>' + "".join(
        note(n, f"说明{n}") for n in (1, 2, 3)
    )
    assert text_of(docx(body, footnotes=notes)) == (
        "达到72%①以上。②\n\n注：①说明1\n②说明2\n\n| 指标 | 2030年 |\n|---|---|\n| 覆盖率③ | 41.3 |\n\n"
        "注：③说明3\n\n下一段\n"
    )


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


UP, DOWN = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_merged_cells_say_their_words_in_every_row_and_column():
    made = text_of(
        docx(
            table(
                tc("类别", UP) + tc("指标", UP) + tc("目标值", '<w:gridSpan w:val="2"/>'),
                tc("", DOWN) + tc("", DOWN) + tc("2025年") + tc("2030年"),
                tc("经济", UP) + tc("甲|乙") + tc("1") + tc("2"),
                tc("", DOWN) + tc("丙") + tc("同上", '<w:gridSpan w:val="2"/>'),
            )
        )
    )
    assert made == (
        "| 类别 | 指标 | 目标值 2025年 | 目标值 2030年 |\n|---|---|---|---|\n"
        "| 经济 | 甲｜乙 | 1 | 2 |\n| 经济 | 丙 | 同上 | 同上 |\n"
    )


def test_a_title_row_and_a_note_row_stand_around_the_table():
    made = text_of(
        docx(
            table(
                tc("专栏1 主要指标", '<w:gridSpan w:val="2"/>'),
                tc("指标") + tc("2030年"),
                tc("甲") + tc("5"),
                tc("注：按可比价计算。", '<w:gridSpan w:val="2"/>'),
            )
        )
    )
    assert made == "专栏1 主要指标\n\n| 指标 | 2030年 |\n|---|---|\n| 甲 | 5 |\n\n注：按可比价计算。\n"


def test_a_frame_of_one_column_is_no_table():
    inner = table(tc("指标") + tc("2030年"), tc("甲") + tc("5"))
    made = text_of(docx(table(tc("专栏2 工程"), f"<w:tc>{p('（一）甲。')}{p('（二）乙。')}{inner}</w:tc>")))
    assert made == "专栏2 工程\n\n（一）甲。\n\n（二）乙。\n\n| 指标 | 2030年 |\n|---|---|\n| 甲 | 5 |\n"


TOC_STYLES = '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="toc 1"/></w:style>'
NUMBERED = numbering(level(0, "chineseCountingThousand", "第%1章 "))
BODY = p("总则", num(0)) + p("到2030年建成学校5所。") + p("产业", num(0)) + p("产业做强。")
READ = ["第一章 总则", "到2030年建成学校5所。", "第二章 产业", "产业做强。"]


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def order(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def listed(words: str, page: str, properties: str = "", before: str = "", behind: str = "") -> str:
    """A line of a contents list as Word writes it: the page is a field of its own."""
    number = (
        f"{sign('begin')}{order('PAGEREF _Toc7')}{sign('separate')}<w:r><w:t>{page}</w:t></w:r>{sign('end')}"
    )
    own = f"<w:pPr><w:tabs><w:tab/></w:tabs>{properties}</w:pPr>"
    return f"<w:p>{own}{before}<w:r><w:t>{words}</w:t></w:r><w:r><w:tab/></w:r>{number}{behind}</w:p>"


def field_list(properties: str = "") -> str:
    begin = sign("begin") + order("TOC ") + order(" o h") + sign("separate")
    lines = listed("第一章 总则", "1", properties, begin) + listed("第二章 产业", "12", properties)
    return p("目　录") + lines + f"<w:p>{sign('end')}</w:p>"


def gallery_list() -> str:
    lines = p("目录") + listed("总则", "1", num(0)) + listed("产业", "12", num(0))
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{lines}</w:sdtContent></w:sdt>"


def styled_list() -> str:
    style = '<w:pStyle w:val="a1"/>'
    return p("目 录") + listed("第一章 总则", "1", style) + listed("第二章 产业", "12", style)


def typed_list() -> str:
    lines = [
        "总则 ........ 1",
        "一个很长很长的标题，它占了",
        "两行 …… 2",
        "I",
        "产业 ........ 12",
        "附则 ........ 15",
    ]
    return p("目 录") + "".join(p(line, num(0)) for line in lines)


@pytest.mark.parametrize("made", [field_list, gallery_list, styled_list, typed_list])
def test_a_contents_list_is_left_out_and_told(made):
    """Its lines are copies of headings: not read as them, and not counted in their list."""
    document, notes = read_bytes("a.docx", docx(made() + BODY, numbering=NUMBERED, styles=TOC_STYLES))
    assert [line for line in document.text.split("\n") if line] == READ
    (note,) = notes
    assert note.code == "left-out-contents"
    assert note.message.arguments["n"] == ("7" if made is typed_list else "3")


def test_what_is_no_contents_list_stays():
    """Sentences in a contents field, a field that never ends, headings in a contents style, one line, typed ones."""
    style = '<w:pStyle w:val="a1"/>'
    begin = sign("begin") + order("TOC o") + sign("separate")
    kept = [
        (p("总则", style), "总则"),
        (p("展望2035", style), "展望2035"),
        (
            f"<w:p>{begin}<w:r><w:t>到2030年建成学校5所。</w:t></w:r>{sign('end')}</w:p>",
            "到2030年建成学校5所。",
        ),
        (f"<w:p>{begin}<w:r><w:t>学校 5</w:t></w:r></w:p>", "学校 5"),
        (p("学校<w:tab/>5".replace("<w:tab/>", "</w:t><w:tab/><w:t>")), "学校\t5"),
        (p("学校 ...... 5", num(0)), "第一章 学校 ...... 5"),
        (p("一 ...... 1") + p("二 ...... 2") + p("三 ...... 3"), "一 ...... 1\n\n二 ...... 2\n\n三 ...... 3"),
    ]
    for body, line in kept:
        document, notes = read_bytes("a.docx", docx(body + p("完。"), styles=TOC_STYLES, numbering=NUMBERED))
        assert document.text == f"{line}\n\n完。\n"
        assert not notes


@pytest.mark.shared
def test_the_contents_list_of_a_numbered_plan_gives_no_headings(shared):
    text = (shared / "plans" / "suzhou-15fyp.txt").read_text(encoding="utf-8")
    document, notes = read_bytes("a.docx", as_docx(text, automatic=True))
    outline = read_outline(document)
    kinds = (SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION)
    assert [outline.count(kind) for kind in kinds] == [15, 66, 197]
    assert [note.code for note in notes] == ["left-out-contents"]
    assert outline.problems == ()


def test_pictures_are_said_to_be_unread(tmp_path):
    word = Word()
    run = word.add_paragraph("主要指标如图。").add_run()
    png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    png += b"\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
    run.add_picture(BytesIO(png))
    out = BytesIO()
    word.save(out)
    _, notes = read_bytes("a.docx", out.getvalue())
    assert [(one.code, one.message.arguments["n"]) for one in notes] == [("pictures", "1")]


def test_strict_files_are_read_too():
    made = docx(p("甲"))
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(made)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            strict = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, strict)
    assert text_of(out.getvalue()) == "甲\n"


def test_the_text_does_not_depend_on_how_the_file_was_zipped():
    made = as_docx(SHORT_PLAN)
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(made)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), reverse=True):
            new.writestr(name, old.read(name))
    first, _ = read_bytes("a.docx", made)
    second, _ = read_bytes("b.docx", out.getvalue())
    assert first.kind is second.kind is Kind.DOCX
    assert first.sha256 == second.sha256
    assert first.source_sha256 != second.source_sha256


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:30] + b"\xff" * 200 + data[230:],
        lambda data: data.replace(b"<w:body>", b"<w:bodx>"),
    ],
)
def test_a_damaged_file_is_one_sentence(spoil):
    with pytest.raises(InputError, match="已损坏"):
        read_bytes("坏.docx", spoil(docx(p("甲" * 300))))


def test_entities_are_refused():
    bomb = docx(p("甲"))
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(bomb)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = (
                    b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
                    + data.replace("甲".encode(), b"&a;&b;")
                )
            new.writestr(name, data)
    with pytest.raises(InputError, match="已损坏"):
        read_bytes("a.docx", out.getvalue())


def test_a_bomb_is_stopped_before_it_is_unpacked():
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 60_000_000 + b"</a>")
    with pytest.raises(InputError, match="解压后超过 50 MB"):
        Package("a.docx", out.getvalue(), 50 * 1024 * 1024).xml("word/document.xml")


def test_deep_nesting_is_one_sentence():
    body = "<w:sdt>" * 220 + p("甲") + "</w:sdt>" * 220
    assert text_of(docx(body)) == "甲\n"
    with pytest.raises(InputError, match="已损坏"):
        read_bytes("a.docx", docx("<w:sdt>" * 5000 + p("甲") + "</w:sdt>" * 5000))


def with_parts(data: bytes, *others: tuple[str, str, bytes]) -> bytes:
    """The file with further parts; each is (relation id, path under word/, bytes)."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == "word/_rels/document.xml.rels":
                more = "".join(
                    f'<Relationship Id="{key}" Target="{path}" Type="x/other"/>' for key, path, _ in others
                )
                content = content.replace(b"</Relationships>", more.encode() + b"</Relationships>")
            new.writestr(info, content)
        for _, path, content in others:
            new.writestr(f"word/{path}", content)
    return out.getvalue()


R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


@pytest.mark.parametrize(
    ("path", "inner"),
    [
        ("chunk.docx", docx(p("嵌入一段") + p("嵌入二段"))),
        ("chunk.html", "<html><body><p>嵌入一段</p><p>嵌入二段</p></body></html>".encode()),
        ("chunk.txt", "嵌入一段\n\n嵌入二段\n".encode()),
    ],
)
def test_a_document_inserted_whole_is_read_at_its_place(path, inner):
    body = p("前") + f'<w:altChunk {R} r:id="c1"/>' + p("后")
    text = text_of(with_parts(docx(body), ("c1", path, inner)))
    assert text == "前\n\n嵌入一段\n\n嵌入二段\n\n后\n"


def test_an_inserted_document_that_is_broken_is_counted_and_harms_nothing():
    body = p("前") + f'<w:altChunk {R} r:id="c1"/><w:altChunk {R} r:id="none"/>' + p("后")
    document, notes = read_bytes("a.docx", with_parts(docx(body), ("c1", "chunk.docx", b"PK\x03\x04word/x")))
    assert document.text == "前\n\n后\n"
    assert [note.code for note in notes] == ["inserted-unread"]


def test_documents_inserted_in_themselves_end():
    inner = docx(p("底"))
    for _ in range(6):
        inner = with_parts(docx(p("层") + f'<w:altChunk {R} r:id="c1"/>'), ("c1", "chunk.docx", inner))
    document, notes = read_bytes("a.docx", inner)
    assert document.text.count("层") == 4
    assert [note.code for note in notes] == ["inserted-unread"]


def test_words_of_a_diagram_stand_behind_their_paragraph_in_order():
    def point(key, words="", kind="node"):
        return (
            f'<d:pt modelId="{key}" type="{kind}"><d:t><a:p><a:r><a:t>{words}</a:t></a:r></a:p></d:t></d:pt>'
        )

    def under(above, below, place):
        return f'<d:cxn modelId="x{below}" srcId="{above}" destId="{below}" srcOrd="{place}"/>'

    model = (
        '<d:dataModel xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><d:ptLst>'
        + point(1, kind="doc") + point(4, "一带") + point(2, "一核") + point(3, "核心区建设") + point(9, "样式", "pres")
        + "</d:ptLst><d:cxnLst>" + under(1, 4, 1) + under(1, 2, 0) + under(2, 3, 0)
        + "</d:cxnLst></d:dataModel>"
    )  # fmt: skip
    drawing = (
        '<w:p><w:r><w:t>空间格局</w:t><w:drawing><d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/'
        f'2006/diagram" {R} r:dm="d1"/></w:drawing></w:r></w:p>'
    )
    text = text_of(with_parts(docx(drawing + p("下一段")), ("d1", "data1.xml", model.encode())))
    assert text == "空间格局\n\n一核\n\n核心区建设\n\n一带\n\n下一段\n"


def test_a_small_file_of_millions_of_elements_is_refused_at_once():
    with pytest.raises(InputError) as told:
        read_bytes("a.docx", docx("<w:p/>" * 2_100_000))
    assert "标记超过 2,000,000 个" in str(told.value)
    assert "拆分" in str(told.value)


def test_empty_paragraphs_by_the_million_are_refused_at_once():
    with pytest.raises(InputError) as told:
        read_bytes("a.docx", docx("<w:p/>" * 1_900_000 + p("甲")))
    assert "段落超过 200,000 个" in str(told.value)
    assert "删去空段落" in str(told.value)


def test_paragraphs_of_inserted_documents_count_with_the_others():
    """One part of a file may be inserted again and again: each time it takes its room."""
    body = "<w:p/>" * 80_000 + f'<w:altChunk {R} r:id="c1"/><w:altChunk {R} r:id="c1"/>' + p("后")
    inner = docx("<w:p/>" * 80_000 + p("嵌入一段"))
    document, notes = read_bytes("a.docx", with_parts(docx(body), ("c1", "chunk.docx", inner)))
    assert document.text == "嵌入一段\n\n后\n"
    assert [note.code for note in notes] == ["inserted-unread"]
