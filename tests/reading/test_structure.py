"""The structure of real texts, in counts and headings; and of made-up ones in words."""

import pytest

from lantu.documents import Document, read_bytes
from lantu.plan import SectionKind
from lantu.reading import read_outline


def outline(text):
    return read_outline(Document.of_text("plan", text))


def titles(found, kind):
    return [(section.number, section.title) for section in found.sections if section.kind is kind]


@pytest.fixture(scope="module")
def liaoning(shared):
    path = shared / "plans" / "liaoning-14fyp.txt"
    document, _ = read_bytes(path.name, path.read_bytes())
    return document, read_outline(document)


@pytest.mark.shared
def test_counts_of_the_liaoning_outline(liaoning):
    _, found = liaoning
    counts = {kind: found.count(kind) for kind in SectionKind}
    assert counts[SectionKind.PART] == 3
    assert counts[SectionKind.CHAPTER] == 22
    assert counts[SectionKind.SECTION] == 94
    assert counts[SectionKind.BOX] == 45
    assert [n for n, _ in titles(found, SectionKind.BOX)] == list(range(3, 48))


@pytest.mark.shared
def test_missing_boxes_and_furniture_are_reported_once_each(liaoning):
    document, found = liaoning
    missing = [p for p in found.problems if p.code == "box-missing"]
    assert [p.message.arguments["n"] for p in missing] == ["1", "2"]
    assert {p.code for p in found.problems} == {"box-missing", "left-out-head", "left-out-tail"}
    for problem in found.problems:
        assert problem.span is not None
        assert document.place(problem.span.start) == (problem.line, problem.column)


@pytest.mark.shared
def test_headings_inside_a_paragraph_are_found(liaoning):
    _, found = liaoning
    chapter = next(s for s in found.sections if s.kind is SectionKind.CHAPTER and s.number == 18)
    sections = [s for s in found.sections if s.kind is SectionKind.SECTION and s.parent == chapter.eid]
    assert [s.number for s in sections] == list(range(1, len(sections) + 1))
    box = next(s for s in found.sections if s.kind is SectionKind.BOX and s.number == 33)
    items = [s.number for s in found.sections if s.parent == box.eid and s.kind is SectionKind.ITEM]
    assert 9 in items


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "counts"),
    [("national-14fyp", (19, 65, 192)), ("national-15fyp", (18, 62, 171)), ("suzhou-15fyp", (15, 66, 197))],
)
def test_counts_of_other_outlines(name, counts, shared):
    document, _ = read_bytes(name, (shared / "plans" / f"{name}.txt").read_bytes())
    found = read_outline(document)
    kinds = (SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION)
    assert tuple(found.count(kind) for kind in kinds) == counts


def test_every_span_is_its_own_words(root):
    text = (root / "examples" / "qingyuan-15fyp.txt").read_text(encoding="utf-8")
    found = outline(text)
    by_eid = {section.eid: section for section in found.sections}
    assert len(by_eid) == len(found.sections)
    for section in found.sections:
        if section.heading is not None:
            assert section.title in section.heading.quote(text).replace("\n", "")
        if section.parent:
            outer = by_eid[section.parent].span
            assert outer.start <= section.span.start <= section.span.end <= outer.end


def test_example_has_the_structure_it_shows(root):
    found = outline((root / "examples" / "qingyuan-15fyp.txt").read_text(encoding="utf-8"))
    assert found.title == "青原省国民经济和社会发展第十五个五年规划纲要"
    counts = [found.count(kind) for kind in list(SectionKind)[:5]]
    assert counts == [4, 8, 6, 2, 3]


def test_lead_phrase_of_a_paragraph():
    found = outline("第一章 产业\n\n做强主导产业。推动钢铁、化工转型，建设新材料基地。\n")
    paragraph = found.sections[-1]
    assert (paragraph.kind, paragraph.title) == (SectionKind.PARAGRAPH, "做强主导产业")


def test_contents_list_is_left_out_and_told():
    text = "某市规划纲要\n目 录\n第一章 基础 ...... 1\n第二章 目标 ...... 3\n第一章 基础\n全文。\n第二章 目标\n再文。\n"
    found = outline(text)
    assert found.count(SectionKind.CHAPTER) == 2
    assert [p.code for p in found.problems] == ["left-out-contents"]


def test_a_reference_to_a_chapter_is_no_heading():
    found = outline("第一章 基础\n\n第三章的任务由各部门落实。\n")
    assert found.count(SectionKind.CHAPTER) == 1


def test_a_missing_chapter_is_told():
    found = outline("第一章 基础\n\n正文。\n\n第三章 目标\n\n正文。\n")
    assert [(p.code, p.line) for p in found.problems] == [("chapter-missing", 5)]


def under(text):
    """(title of the node, title of its parent) of headed nodes."""
    found = outline(text)
    titles = {section.eid: section.title for section in found.sections}
    return {s.title: titles.get(s.parent, "") for s in found.sections if s.kind is not SectionKind.PARAGRAPH}


def test_items_that_count_on_behind_a_box_stand_where_those_before_it_stood():
    text = (
        "第一章 任务\n\n第一节 产业\n\n一、壮大产业\n\n正文。\n\n专栏1 产业工程\n\n1.园区工程。建园区。\n\n"
        "二、扩大开放\n\n（一）外贸\n\n正文。\n\n专栏2 开放工程\n\n口岸建设。建口岸。\n\n（二）外资\n\n正文。\n\n"
        "三、补齐短板\n\n正文。\n"
    )
    assert under(text) == {
        "任务": "", "产业": "任务", "壮大产业": "产业", "产业工程": "产业", "园区工程": "产业工程",
        "扩大开放": "产业", "外贸": "扩大开放", "开放工程": "产业", "外资": "扩大开放", "补齐短板": "产业",
    }  # fmt: skip


def test_items_of_a_box_that_count_from_one_stay_in_it():
    text = (
        "第一章 任务\n\n第一节 产业\n\n一、壮大产业\n\n正文。\n\n专栏1 工程\n\n一、园区工程\n\n正文。\n\n"
        "二、企业工程\n\n正文。\n"
    )
    assert (under(text)["园区工程"], under(text)["企业工程"]) == ("工程", "工程")


def test_a_page_break_inside_a_sentence_breaks_no_paragraph():
    text = "第一章 目标\n\n到2030年，常住人口城镇\f化率达到62%，森林覆\n\n— 3 —\n\f\n盖率达到40%。\n\n完。\n\f第二章 任务\n\f正文。\n"
    found = outline(text)
    assert [p.block.text for p in found.passages] == [
        "第一章 目标", "到2030年，常住人口城镇\f化率达到62%，森林覆盖率达到40%。", "完。", "第二章 任务", "正文。",
    ]  # fmt: skip


@pytest.mark.parametrize("note", ["注：①甲数。\n②乙数\n\n③丙数\n", "①甲数\n②乙数\n"])
def test_the_items_of_a_note_are_no_headings_those_of_prose_are(note):
    table = "| 指标 | 2030年 | 属性 |\n|---|---|---|\n| 率 | 5① | 预期性 |\n"
    found = outline(f"第一章 目标\n\n{table}\n{note}\n正文如下：\n①分项\n")
    assert [s.title for s in found.sections if s.kind is SectionKind.ITEM] == ["分项"]
