"""The official DOCX: what stands in the file, and what LibreOffice makes of it on paper."""

from datetime import UTC, date, datetime
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENTATION
from lxml import etree
from tests.made_reports import AT, MM, SVG, cities, figures, full_report, office_pdf, page_count, pdf_lines

from lantu.documents import read_bytes
from lantu.reports import Attachment, Column, Figure, Heading, Report, Table, cell, para, row, to_docx
from lantu.texts import Language

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {"w": W.strip("{}"), "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}
FULL = full_report()


@pytest.fixture(scope="module")
def data() -> bytes:
    return to_docx(FULL, AT)


def part(data: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def opened(data: bytes) -> docx.document.Document:
    return docx.Document(BytesIO(data))


def small(*body: object, **changes: object) -> Report:
    given = {
        "title": "评估报告",
        "issuer": "某机关",
        "day": date(2026, 11, 5),
        "body": body or (para("正文。"),),
    }
    return Report(**{**given, **changes})  # type: ignore[arg-type]


def test_page_and_type_area(data):
    """GB/T 9704-2012 5.1, 5.2.1: A4, 37 mm above, 28 mm at the binding, 156 × 225 mm of type."""
    upright = opened(data).sections[0]
    page = (upright.page_width.mm, upright.page_height.mm)
    assert page == pytest.approx((210, 297), abs=0.05)
    assert upright.top_margin.mm == pytest.approx(37, abs=0.05)
    assert upright.left_margin.mm == pytest.approx(28, abs=0.05)
    assert page[0] - upright.left_margin.mm - upright.right_margin.mm == pytest.approx(156, abs=0.1)
    assert page[1] - upright.top_margin.mm - upright.bottom_margin.mm == pytest.approx(225, abs=0.1)
    settings = part(data, "word/settings.xml")
    assert settings.find(f"{W}mirrorMargins") is not None, "the binding is at the right of even pages"
    assert settings.find(f"{W}evenAndOddHeaders") is not None


def test_grid_of_22_lines_and_28_characters(data):
    grid = part(data, "word/document.xml").find(f".//{W}docGrid")
    area = opened(data).sections[0]
    down = area.page_height.twips - area.top_margin.twips - area.bottom_margin.twips
    across = area.page_width.twips - area.left_margin.twips - area.right_margin.twips
    assert grid.get(f"{W}type") == "linesAndChars"
    assert down // int(grid.get(f"{W}linePitch")) == 22
    pitch = 16 * 20 + int(grid.get(f"{W}charSpace")) / 4096 * 20
    assert across / pitch == pytest.approx(28, abs=0.01)


def test_fonts_and_sizes(data):
    """5.2.2, 7.3.1, 7.3.3: body 三号仿宋, title 二号小标宋, levels 黑体, 楷体, 仿宋, 仿宋."""
    styles = opened(data).styles

    def face(name: str) -> tuple[str | None, float | None]:
        style = styles[name]
        fonts = style.element.find(f"{W}rPr/{W}rFonts")
        return fonts.get(f"{W}eastAsia"), style.font.size.pt

    assert face("Normal") == ("仿宋_GB2312", 16)
    assert face("Title") == ("方正小标宋简体", 22)
    assert [face(f"Heading {level}") for level in (1, 2, 3, 4)] == [
        ("黑体", 16),
        ("楷体_GB2312", 16),
        ("仿宋_GB2312", 16),
        ("仿宋_GB2312", 16),
    ]
    assert face("footer") == ("宋体", 14)


def test_fonts_are_named_with_their_substitutes(data):
    fonts = part(data, "word/fontTable.xml")
    others = {font.get(f"{W}name"): font.find(f"{W}altName").get(f"{W}val").split(",") for font in fonts}
    assert others["仿宋_GB2312"][:2] == ["仿宋", "FangSong"]
    assert "SimHei" in others["黑体"] and "KaiTi" in others["楷体_GB2312"]
    used = {
        value
        for element in part(data, "word/styles.xml").iter(f"{W}rFonts")
        for value in element.attrib.values()
    }
    assert used <= set(others), "every font of the styles stands in the table"


def test_headings_are_words_own(data):
    headings = [
        (one.style.name, one.text) for one in opened(data).paragraphs if one.style.name.startswith("Heading")
    ]
    assert headings == [
        ("Heading 1", "一、总体评价"),
        ("Heading 2", "（一）主要目标进展情况"),
        ("Heading 3", "1.经济发展"),
        ("Heading 4", "（1）增速"),
        ("Heading 1", "二、分地区情况"),
        ("Heading 2", "（一）目标分解"),
        ("Heading 1", "三、下一步工作建议"),
    ]
    levels = [
        opened(data).styles[f"Heading {level}"].element.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val")
        for level in (1, 2, 3, 4)
    ]
    assert levels == ["0", "1", "2", "3"]


def test_tables_repeat_their_heads_and_break_no_row(data):
    for table in opened(data).tables:
        heads = [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows]
        assert heads[0] and not heads[-1]
        assert heads == sorted(heads, reverse=True)
        assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in table.rows)
    first = opened(data).tables[0]
    assert [cell.text for cell in first.rows[0].cells] == ["序号", "指标", "属性", "数值", "数值"]
    assert [cell.text for cell in first.rows[1].cells] == ["序号", "指标", "属性", "2020年", "2025年"]


def test_a_wide_table_has_pages_in_landscape(data):
    document = opened(data)
    turned = [section.orientation is WD_ORIENTATION.LANDSCAPE for section in document.sections]
    assert turned == [False, True, False, True], "upright, the wide table, upright, the wide attachment"
    wide = document.sections[1]
    assert (wide.page_width.mm, wide.page_height.mm) == pytest.approx((297, 210), abs=0.05)
    # The head of the sheet lies at the binding: the type area is the upright one, turned.
    margins = (wide.top_margin.mm, wide.right_margin.mm, wide.bottom_margin.mm, wide.left_margin.mm)
    assert margins == pytest.approx((28, 37, 26, 35), abs=0.1)
    body = list(document.element.body)
    closing = [place for place, one in enumerate(body) if one.find(f"{W}pPr/{W}sectPr") is not None]
    inside = [
        one.text for one in document.paragraphs if one._p in body[closing[0] + 1 : closing[1]] and one.text
    ]
    assert inside[:3] == ["二、分地区情况", "（一）目标分解", "表2　各市分年度目标"], "headings go with it"


def test_page_numbers(data):
    """7.5: four号 in dashes, at the right of odd and at the left of even pages, one character in."""
    for name, edge in (("footer_odd", "right"), ("footer_even", "left")):
        foot = part(data, f"word/{name}.xml")
        assert "".join(foot.itertext()) == "—  PAGE 1 —"
        assert foot.find(f".//{W}jc").get(f"{W}val") == edge
        assert foot.find(f".//{W}ind").get(f"{W}{edge}") == str(14 * 20)
    assert "PAGE" in "".join(part(data, "word/header_wide_odd.xml").itertext())


def test_notes_pictures_and_lists(data):
    notes = part(data, "word/footnotes.xml")
    assert "".join(notes[-1].itertext()).strip() == "还要经过最终核实。"
    document = part(data, "word/document.xml")
    assert [one.get(f"{W}id") for one in document.iter(f"{W}footnoteReference")] == ["1"]
    with ZipFile(BytesIO(data)) as package:
        names = package.namelist()
        assert package.read("word/media/image2.svg") == SVG
        assert package.read("word/media/image1.png").startswith(b"\x89PNG")
    assert len(names) == len(set(names))
    alt = document.find(".//{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    assert alt.get("descr") == "折线：2021年至2025年逐年上升"
    used = {one.get(f"{W}val") for one in document.iter(f"{W}numId")}
    made = {one.get(f"{W}numId") for one in part(data, "word/numbering.xml").iter(f"{W}num")}
    assert used == made == {"1", "2", "3"}, "each ordered list counts for itself"


def test_properties_and_language(data):
    core = opened(data).core_properties
    assert (core.title, core.author, core.subject) == (FULL.title, FULL.issuer, FULL.subject)
    assert core.created == core.modified == AT
    assert core.language == "zh-CN"
    lang = part(data, "word/styles.xml").find(f".//{W}lang")
    assert (lang.get(f"{W}val"), lang.get(f"{W}eastAsia")) == ("en-US", "zh-CN")


def test_same_content_same_bytes(data):
    assert to_docx(full_report(), AT) == data
    assert to_docx(FULL, datetime(2026, 11, 6, tzinfo=UTC)) != data
    with ZipFile(BytesIO(data)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# Order of children in the transitional schema (ECMA-376 part 1, wml.xsd): Word refuses a file that breaks it.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs autoSpaceDE "
    "autoSpaceDN snapToGrid spacing ind jc textDirection outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color spacing w position sz szCs vertAlign lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "sectPr": "headerReference footerReference footnotePr type pgSz pgMar pgNumType cols docGrid",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "tbl": "tblPr tblGrid tr",
    "lvl": "start numFmt suff lvlText lvlJc pPr rPr",
    "font": "altName charset family pitch",
}


@pytest.mark.parametrize(
    "report",
    [FULL, full_report(Language.EN, number="HZ 12"), full_report(letterhead="海州省文件", sealed=True)],
)
def test_the_parts_keep_the_order_of_the_schema(report):
    data = to_docx(report, AT)
    with ZipFile(BytesIO(data)) as package:
        roots = [etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")]
    checked = 0
    for root in roots:
        for element in root.iter():
            order = ORDER.get(etree.QName(element).localname)
            if order is None or not element.tag.startswith(W):
                continue
            names = order.split()
            found = [names.index(etree.QName(child).localname) for child in element]
            assert found == sorted(found), etree.tostring(element)[:300]
            checked += 1
    assert checked > 500


def test_a_letterhead_has_its_red_line():
    data = to_docx(small(letterhead="海州省发展和改革委员会文件", number="海发改〔2026〕1号"), AT)
    paragraphs = opened(data).paragraphs
    assert [one.text for one in paragraphs[:3]] == [
        "海州省发展和改革委员会文件",
        "海发改〔2026〕1号",
        "评估报告",
    ]
    line = paragraphs[1]._p.find(f"{W}pPr/{W}pBdr/{W}bottom")
    assert line.get(f"{W}color") == "FF0000"


def test_a_table_at_the_end_leaves_no_empty_section():
    data = to_docx(small(cities(3), signed=False), AT)
    turned = [section.orientation for section in opened(data).sections]
    assert turned == [WD_ORIENTATION.PORTRAIT, WD_ORIENTATION.LANDSCAPE]


def test_our_own_reader_finds_the_words(data):
    document, _ = read_bytes("报告.docx", data)
    assert "国家统计局公布的初步核算数" in document.text
    assert "一、总体评价" in document.text
    assert "表1" in document.text


# On paper.


@pytest.fixture(scope="module")
def paper(data, tmp_path_factory) -> bytes:
    return office_pdf(data, tmp_path_factory.mktemp("office"))


def test_22_lines_of_28_characters_on_paper(tmp_path):
    printed = office_pdf(to_docx(small(para("国" * 28 * 50, indent=False), signed=False), AT), tmp_path)
    size, lines = pdf_lines(printed, 1)
    assert size == pytest.approx((210, 297), abs=0.1)
    *body, foot = lines
    assert len(body) == 22
    assert {words for *_, words in body} == {"国" * 28}
    pitch = [after[0] - before[0] for before, after in pairwise(body)]
    assert pitch == pytest.approx([225 / 22] * 21, abs=0.1)
    left, right = min(line[1] for line in body), max(line[2] for line in body)
    assert left == pytest.approx(26, abs=0.6), "an even page: the binding is at the right"
    assert right - left == pytest.approx(156, abs=1)
    assert 37 < body[0][0] < 37 + 225 / 22, "the first line is the first of the type area"
    assert 262 - 225 / 22 < body[-1][0] < 262, "the last is its last"
    assert foot[3] == "—2—"
    assert foot[1] == pytest.approx(26 + 14 * MM, abs=0.6), "one character in from the left"
    assert foot[0] == pytest.approx(37 + 225 + 7, abs=1), "the dash, 7 mm below the type area"
    _, first = pdf_lines(printed, 0)
    assert first[-1][3] == "—1—"
    assert first[-1][2] == pytest.approx(210 - 26 - 14 * MM, abs=0.6), "an odd page: at the right"


def test_heads_are_repeated_and_sheets_turned_on_paper(paper):
    sizes, heads, numbers = [], 0, []
    for place in range(page_count(paper)):
        size, lines = pdf_lines(paper, place)
        sizes.append(size[0] > size[1])
        heads += any(words.startswith("序号") for *_, words in lines)
        numbers.append("".join(words for *_, words in lines))
    assert heads >= 3, "the long table and the attachment"
    assert sizes.count(True) >= 3
    landscape = [place for place, wide in enumerate(sizes) if wide]
    # The wide table's pages follow each other; the last page of the file is not empty.
    assert "地区2020年" in numbers[landscape[0]] and "地区2020年" in numbers[landscape[1]]
    assert "第3市" in numbers[-1]
    everything = "".join(numbers)
    for words in (
        "关于海州省国民经济和社会发展",
        "附件：1.主要指标完成情况表",
        "（联系人：某某）",
        "图1地区生产总值走势",
    ):
        assert words in everything.replace("\u3000", "")


def test_the_day_begins_two_characters_after_the_name(paper):
    for place in range(page_count(paper)):
        _, lines = pdf_lines(paper, place)
        names = [line for line in lines if line[3] == FULL.issuer]
        days = [line for line in lines if line[3] == "2026年11月5日"]
        if names and days:
            assert days[0][1] - names[0][1] == pytest.approx(2 * 156 / 28, abs=0.5)
            right = 210 - 26 if place % 2 == 0 else 210 - 28
            assert right - names[0][2] == pytest.approx(2 * 156 / 28, abs=1)
            return
    pytest.fail("no signature found")


def test_a_small_table_and_a_small_picture_on_paper(tmp_path):
    """Cells with merged heads hold their words; a table under a table stays apart from it."""
    table = Table("", (Column(), Column()), (row(cell("甲", columns=2)),), (row("1", "2"),))
    report = small(
        Heading(1, "表"),
        table,
        table,
        Figure(SVG, "图", width=0.3),
        attachments=(Attachment("附表", (figures(2),)),),
    )
    data = to_docx(report, AT)
    assert len(opened(data).tables) == 3
    printed = office_pdf(data, tmp_path)
    _, lines = pdf_lines(printed, 0)
    assert [words for *_, words in lines].count("12") == 2
    _, lines = pdf_lines(printed, page_count(printed) - 1)
    assert lines[0][3] == "附件"
    assert lines[1][3] == "附表"
    assert lines[1][0] - lines[0][0] == pytest.approx(2 * 225 / 22, abs=1), (
        "the title stands on the third line"
    )
