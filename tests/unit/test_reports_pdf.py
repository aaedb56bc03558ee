"""The PDF of a report, set by Typst with the fonts of this machine."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from tests.made_reports import AT, MM, SVG, cities, full_report, page_count, pdf_lines

from lantu.reports import Figure, Heading, Report, para, to_pdf
from lantu.reports import pdf as writer
from lantu.texts import Language, render
from lantu.values import InputError

pytest.importorskip("typst", reason="typst is not installed: pip install typst")


def small(*body: object, **changes: object) -> Report:
    return Report("题", "某机关", date(2026, 11, 5), body, **{"signed": False, **changes})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def data() -> bytes:
    return to_pdf(full_report(), AT)


def test_same_content_same_bytes(data):
    assert to_pdf(full_report(), AT) == data
    assert to_pdf(full_report(), datetime(2026, 11, 6, tzinfo=UTC)) != data


def test_text_can_be_selected(data):
    words = "".join(
        line for place in range(page_count(data)) for *_, line in pdf_lines(data, place)[1]
    ).replace("\u3000", "")
    for part in (
        "第十四个五年规划纲要",
        "海发改规划〔2026〕12号",
        "一、总体评价",
        "（1）增速",
        "表1主要指标进展情况",
        "还要经过最终核实。",
        "2026年11月5日",
        "附件：1.主要指标完成情况表",
        "（联系人：某某）",
    ):
        assert part in words


def test_for_archives_and_screen_readers(data):
    """PDF/A-2a and PDF/UA-1 by the typesetter's own check; outline and properties by another reader."""
    import pypdfium2

    assert b"pdfaid" in data and b"pdfuaid" in data
    with pypdfium2.PdfDocument(data) as document:
        titles = [one.get_title() for one in document.get_toc()]
        assert titles[:3] == ["一、总体评价", "（一）主要目标进展情况", "1.经济发展"]
        assert document.get_metadata_dict()["Title"] == full_report().title
        assert document.get_metadata_dict()["Author"] == full_report().issuer


def test_22_lines_of_28_characters():
    printed = to_pdf(small(para("国" * 28 * 50, indent=False)), AT)
    size, lines = pdf_lines(printed, 1)
    assert size == pytest.approx((210, 297), abs=0.1)
    *body, foot = lines
    assert len(body) == 22
    assert {words for *_, words in body} == {"国" * 28}
    assert [after[0] - before[0] for before, after in pairwise(body)] == pytest.approx(
        [225 / 22] * 21, abs=0.05
    )
    left, right = min(line[1] for line in body), max(line[2] for line in body)
    assert (left, right) == pytest.approx((26, 182), abs=0.5)
    assert foot[3] == "—2—"
    assert foot[1] == pytest.approx(26 + 14 * MM, abs=0.6)
    assert foot[0] == pytest.approx(37 + 225 + 7, abs=1)
    assert pdf_lines(printed, 0)[1][-1][2] == pytest.approx(184 - 14 * MM, abs=0.6)


def test_wide_tables_are_in_landscape_with_their_heads():
    printed = to_pdf(small(para("正文。"), Heading(1, "目标分解"), cities(40), para("后文。")), AT)
    pages = [pdf_lines(printed, place) for place in range(page_count(printed))]
    turned = [size[0] > size[1] for size, _ in pages]
    assert turned[0] is False and turned[-1] is False
    assert turned[1:-1] == [True] * (len(pages) - 2) and len(pages) >= 4
    heads = [any(words.startswith("地区2020年") for *_, words in lines) for _, lines in pages[1:-1]]
    assert all(heads)
    assert any("一、目标分解" in words for *_, words in pages[1][1])


def test_a_wide_table_at_the_end_leaves_no_empty_page():
    assert page_count(to_pdf(small(para("正文。"), cities(3)), AT)) == 2


@pytest.mark.parametrize("language", [Language.EN, Language.HANT])
def test_other_languages(language):
    printed = to_pdf(full_report(language, number=""), AT)
    _, lines = pdf_lines(printed, 1)
    assert lines


def test_words_are_never_markup():
    evil = '#panic("x") $x$ *b* _i_ \\ @ref <label> `raw` = 标题 // 注'
    printed = to_pdf(small(Heading(1, evil), para(evil), Figure(SVG, evil, evil)), AT)
    words = "".join(line for *_, line in pdf_lines(printed, 0)[1])
    assert words.count('#panic("x")$x$*b*_i_\\@ref<label>`raw`=标题//注') == 3


def test_a_machine_without_chinese_fonts_says_so(monkeypatch):
    class Bare:
        def families(self) -> list[str]:
            return ["Libertinus Serif"]

    monkeypatch.setattr(writer, "_fonts", Bare)
    with pytest.raises(InputError) as refused:
        to_pdf(small(para("正文。")), AT)
    assert "没有中文字体" in str(refused.value)
    assert "no Chinese font" in render(refused.value.message, Language.EN)
