"""The quick look whether a sentence can hold a figure never passes over one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.reading.clauses import masked
from lantu.reading.hints import may_hold_figures, may_imply
from lantu.reading.implied import implied
from lantu.reading.lexicon import cues
from lantu.reading.quantities import quantities

WORDS = cues().implied
PIECES = (
    *WORDS.cover, *WORDS.double, *WORDS.zero, *WORDS.removed, *WORDS.removable, *WORDS.all, *WORDS.all_verbs,
    *"一二两三四五六七八九十百千万亿零〇0359.，；、的率%成点", "百分之", "每个", "每一个", "各县", "街道", "建设", "至少有",
    "座", "家", "人", "个", "所", "工厂", "示范", "实现", "达到",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_a_text_with_a_figure_has_a_sign(text):
    if quantities(text) or list(implied(text, masked(text))):
        assert may_hold_figures(text)
    if list(implied(text, masked(text))):
        assert may_imply(text)


@pytest.mark.parametrize("text", ["推动产业优化升级。", "健全统一大市场，规范秩序。", "全面推进乡村振兴。"])
def test_a_text_without_one_has_no_sign(text):
    assert not may_hold_figures(text)


@pytest.mark.parametrize(
    "text",
    ["建成学校3所。", "每个县建设一所医院。", "实现公共服务全覆盖。", "新建三座桥。", "占比超过百分之五。"],
)
def test_numbers_in_every_writing_have_a_sign(text):
    assert may_hold_figures(re.sub(r"\s", "", text))
