"""The same thing said twice with values that do not agree."""

import pytest
from tests.check_drafts import dossier_of, told

from lantu.check.finding import Rule
from lantu.check.rules.repeated import check_repeated

WRONG = [
    (
        "2025年，全省地区生产总值33182.9亿元，增长3.7%。\n会议指出，2025年地区生产总值达到3.4万亿元。",
        "3.4万亿元",
        "3.3万亿元",
    ),
    (
        "2025年，全省城镇新增就业50.1万人。\n就业方面，全年城镇新增就业51.1万人，完成年度目标。",
        "51.1万人",
        "50.1万人",
    ),
    (
        "2025年粮食总产量500.4亿斤，再创历史新高。\n农业方面，2025年粮食总产量达到505.4亿斤。",
        "505.4亿斤",
        "500.4亿斤",
    ),
    ("2025年，全省固定资产投资增长4.2%。\n投资方面，固定资产投资比上年增长4.8%。", "4.8%", "4.2%"),
    ("2025年，常住人口城镇化率达到74.2%。\n城镇化方面，常住人口城镇化率提高到74.8%。", "74.8%", "74.2%"),
    (
        "2026年地区生产总值增长目标为5%左右。\n2026年经济社会发展主要预期目标：地区生产总值增长5.5%左右，城镇新增就业46万人。",
        "5.5%",
        "5.0%",
    ),
    (
        "2025年，一般公共预算收入增长4.2%，一般公共预算支出增长3%。\n| 指标 | 2025年 | 增长（%） |\n|---|---|---|\n| 一般公共预算收入（亿元） | 3020.5 | 4.6 |\n| 一般公共预算支出（亿元） | 6800 | 3.0 |",
        "4.6",
        "4.2%",
    ),
    ("2025年，高新技术企业达到1.5万家。\n创新方面，截至2025年底高新技术企业1.8万家。", "1.8万家", "1.5万家"),
    (
        "“十四五”时期地区生产总值年均增长4.6%。\n五年来，“十四五”时期地区生产总值年均增长4.9%。",
        "4.9%",
        "4.6%",
    ),
    ("2025年R&D经费投入强度达到2.4%。\n科技方面，2025年R&D经费投入强度为2.6%。", "2.6%", "2.4%"),
    (
        "2025年，全省居民人均可支配收入42000元。\n民生方面，2025年全省居民人均可支配收入达到43000元。",
        "43000元",
        "42000元",
    ),
]

RIGHT = [
    "2025年，全省地区生产总值33182.9亿元，增长3.7%。\n会议指出，2025年地区生产总值达到3.3万亿元，突破3万亿元。",
    "2025年全省进出口7629.1亿元，其中出口3754.3亿元，民营企业进出口5000亿元。\n进出口总额超7600亿元。",
    "2025年城镇新增就业50.1万人。2026年城镇新增就业46万人以上。\n“十四五”累计城镇新增就业240万人，年均48万人。",
    "2025年，居民人均可支配收入名义增长5.2%，实际增长5.4%。",
    "2025年，地区生产总值增长3.7%，高于年初目标；一季度增长4%，上半年增长3.9%。",
    "沈阳市地区生产总值9000亿元，大连市地区生产总值9500亿元。",
    "2025年，城镇居民人均可支配收入48000元，农村居民人均可支配收入22000元。",
    "2025年预计地区生产总值增长5%左右。2025年地区生产总值增长3.7%。",
    "全年完成投资1200亿元，其中省级500亿元。\n2025年完成投资300亿元的重大项目开工。",
    "2025年，社会消费品零售总额10100亿元，增长3.1%，比2020年增长20%。",
    "我省常住人口城镇化率74.2%，比全国（67.9%）高5.3个百分点。",
    "2025年地区生产总值预期目标为5%左右，实际增长3.7%。",
    "2025年单位地区生产总值能耗下降3%，“十四五”累计下降14.5%。",
]


@pytest.mark.parametrize(("text", "quote", "expected"), WRONG, ids=lambda value: value[:12])
def test_a_slip_is_found_at_its_figure(text: str, quote: str, expected: str) -> None:
    dossier = dossier_of(text)
    findings = list(check_repeated(dossier))
    assert told(findings) == [(quote, expected)]
    assert findings[0].rule is Rule.REPEATED
    assert findings[0].span.quote(dossier.document.text) == quote
    assert findings[0].evidence and all(one.span is not None for one in findings[0].evidence)


@pytest.mark.parametrize("text", RIGHT, ids=lambda value: value[:12])
def test_what_agrees_or_cannot_be_decided_is_left_alone(text: str) -> None:
    assert told(list(check_repeated(dossier_of(text)))) == []
