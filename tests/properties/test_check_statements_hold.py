"""Whatever text is read: no crash, quotes equal their spans, ties point to statements, twice the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.check.statements import read_statements
from lantu.documents import Document

_PIECES = (
    "2024年，全省地区生产总值31206.5亿元，比上年增长5.3%", "其中，第一产业增加值2601.4亿元", "分别增长4.4%和6.6%", "由2020年的71.9%提高到",
    "居全国第12位", "8.3:35.3:56.4", "三成以上", "翻一番", "约", "突破", "的", "、", "，", "。", "；", "（", "）", "“", "”", "\n\n", "|", "|---|---|",
    "| 指标 | 2024年 |", "\n", "十四五", "以来", "同比", "环比", "比全国高0.3个百分点", "等5个市", "一是", "二是", "１２３", "1,234.5", "-0.2%", "《纲要》提出",
    "第一、二、三产业", "沈阳、大连", "1—10月", "99月", "2024年13月", "目标", "不低于", "地區生產總值", "億元", "占", "比重", "是2020年的1.6倍", "\u3000", " ", "0", "%",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_mutated_drafts_are_read(text: str) -> None:
    holds("2025年辽宁省政府工作报告\n\n" + text)


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet="0123456789.%年月第位增长下降到至由、，。；：（）“”|\n亿元万人个百分点全省国比占其中分别",
        max_size=120,
    )
)
def test_any_characters_are_read(text: str) -> None:
    holds(text)


def holds(text: str) -> None:
    document = Document.of_text("draft.txt", text)
    first, second = read_statements(document), read_statements(document)
    assert first == second
    for index, said in enumerate(first.statements):
        assert said.id == index
        assert said.quote == said.span.quote(text) != ""
        assert said.sentence.start <= said.span.start < said.span.end <= said.sentence.end
        assert all(0 <= tie.to < len(first.statements) for tie in said.ties)
        assert said.listed is None or 0 <= said.listed.span_start < said.listed.span_end <= len(text)
