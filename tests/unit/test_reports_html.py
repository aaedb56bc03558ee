"""The HTML of a report: whole in one file, safe, and readable without eyes."""

import re
from datetime import date
from itertools import pairwise

import pytest
from lxml import html as reader
from tests.made_reports import AT, SVG, cities, full_report

from lantu.reports import (
    Attachment,
    Column,
    Emphasis,
    Figure,
    Heading,
    Report,
    Run,
    Table,
    cell,
    para,
    row,
    to_html,
)
from lantu.texts import Language

FULL = full_report()


@pytest.fixture(scope="module")
def page() -> str:
    return to_html(FULL, AT).decode()


def test_same_content_same_bytes(page):
    assert to_html(full_report(), AT).decode() == page


def test_needs_nothing_else(page):
    assert "<script" not in page
    assert not re.findall(r"(?:src|href)=\"(?!#|data:)", page)
    assert "url(" not in page and "@import" not in page
    assert "default-src 'none'" in page


def test_structure_for_screen_readers(page):
    root = reader.document_fromstring(page)
    assert root.get("lang") == "zh-Hans"
    assert root.xpath("string(//title)") == FULL.title
    levels = [int(one.tag[1]) for one in root.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(root.xpath("//table")) == 4
    assert all(one.xpath("./caption") and one.xpath("./thead//th[@scope]") for one in root.xpath("//table"))
    assert all(one.get("alt") for one in root.xpath("//img"))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(root.xpath("//a/@href")) <= {f"#{one}" for one in ids}
    assert root.xpath("//*[@role='doc-endnotes']//li")[0].text_content().startswith("还要经过最终核实。")
    merged = root.xpath("(//table)[1]//th[@colspan='2']")[0]
    assert (merged.text, merged.get("scope")) == ("数值", "colgroup")


def test_words_of_others_are_only_words():
    """Nothing in the content becomes markup, whatever it says."""
    evil = "<script>alert(1)</script>&\"'{{ 7*7 }}"
    report = Report(
        f"题{evil}",
        evil,
        date(2026, 1, 1),
        (
            Heading(1, evil),
            para(Run(evil, Emphasis.STRONG, note=evil)),
            Table(evil, (Column(),), (row(evil),), (row(evil),), unit=evil, notes=(evil,)),
            Figure(SVG, evil, evil),
        ),
        attachments=(Attachment(evil, (para(evil),)),),
        keywords=(evil,),
        subject=evil,
        remark=evil,
    )
    page = to_html(report, AT).decode()
    assert "<script" not in page
    assert "{{ 7*7 }}" in page
    root = reader.document_fromstring(page)
    assert root.xpath("string(//strong)") == evil
    assert root.xpath("//img/@alt") == [evil]


def test_line_ends_in_a_cell():
    table = Table("", (Column(),), (row("头"),), (row(cell("甲\n乙")),))
    page = to_html(Report("题", "某机关", date(2026, 1, 1), (table,)), AT).decode()
    assert "甲<br>乙" in page


@pytest.mark.parametrize(
    ("language", "tag", "word"), [(Language.EN, "en", "Table 1. "), (Language.HANT, "zh-Hant", "單位：")]
)
def test_other_languages(language, tag, word):
    page = to_html(full_report(language, number=""), AT).decode()
    assert f'<html lang="{tag}">' in page
    assert word in page


def test_the_page_passes_axe_and_prints_on_a4(page, tmp_path):
    """In a real browser: no fault of accessibility, and paper of the right kind."""
    sync_api = pytest.importorskip("playwright.sync_api")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    import shutil

    from tests.made_reports import page_count, pdf_lines

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium not found: apt-get install chromium")
    file = tmp_path / "报告.html"
    file.write_text(page, encoding="utf-8")
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        # axe is a script, which the page's own policy forbids: the policy is set aside for the test alone.
        context = browser.new_context(bypass_csp=True, viewport={"width": 360, "height": 800})
        tab = context.new_page()
        tab.goto(file.as_uri())
        found = axe.Axe().run(tab)
        wide = tab.evaluate("document.documentElement.scrollWidth")
        printed = tab.pdf(prefer_css_page_size=True)
        browser.close()
    assert found.violations_count == 0, found.generate_report()
    assert wide <= 360, "a narrow screen scrolls down only"
    size, lines = pdf_lines(printed, 0)
    assert size == pytest.approx((210, 297), abs=0.5)
    assert lines[0][1] >= 28 - 0.5
    sizes = [pdf_lines(printed, place)[0] for place in range(page_count(printed))]
    assert any(across > down for across, down in sizes), "the wide table is in landscape"


def test_an_attachment_is_linked_from_its_name():
    report = full_report(attachments=(Attachment("目标分解表", (cities(2),)),))
    root = reader.document_fromstring(to_html(report, AT).decode())
    link = root.xpath("//div[@class='named']//a")[0]
    assert (link.text, link.get("href")) == ("目标分解表", "#a1")
    assert root.xpath("//section[@id='a1']//h2")[0].text_content() == "目标分解表"
