"""Which headings say that the text under them looks back."""

import pytest

from lantu.reading.tense import looks_back

BACK = (
    "发展基础 现状与形势 面临的机遇与挑战 问题与不足 主要进展 需求分析 建设成就 短板弱项 有利条件 制约因素 资源禀赋 区位条件 "
    "2025年国民经济和社会发展计划执行情况 阶段性特征 奋进历程 站在新的历史起点 发展趋势 “十四五”规划实施情况 形势要求"
)
AHEAD = (
    "主要目标 保障措施 推动高质量发展 应对风险挑战 防范化解风险挑战 抢抓战略机遇 夯实发展基础 营造一流发展环境 发挥发展优势 "
    "补齐短板弱项 把握发展趋势 2026年经济社会发展总体要求和主要预期目标"
)


@pytest.mark.parametrize("title", BACK.split())
def test_looks_back(title):
    assert looks_back((title,), 2030)


@pytest.mark.parametrize("title", AHEAD.split())
def test_looks_ahead(title):
    assert not looks_back((title,), 2030)
