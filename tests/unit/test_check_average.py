"""Yearly averages against levels, totals and single years."""

import pytest
from tests.check_drafts import dossier_of, told

from lantu.check.finding import Rule
from lantu.check.rules.average import check_average

WRONG = [
    ("“十四五”时期，全省累计城镇新增就业240万人，年均58万人。", "58万人", "48万人"),
    ("2021年至2025年，全省地区生产总值分别增长5.8%、2.1%、5.3%、5.1%、4.8%，年均增长5.6%。", "5.6%", "4.6%"),
    (
        "常住人口城镇化率由2020年的72.1%提高到2025年的74.2%，年均提高0.8个百分点。",
        "0.8个百分点",
        "0.4个百分点",
    ),
    ("高新技术企业由2020年的7000家增加到2025年的15000家，年均增长26.5%。", "26.5%", "16.5%"),
    ("“十四五”期间，地区生产总值累计增长24.6%，年均增长5.5%。", "5.5%", "4.5%"),
    ("“十四五”时期，发明专利拥有量由4万件增加到8万件，年均增长24.9%。", "24.9%", "15.1%"),
    (
        "“十四五”时期，一般公共预算收入由2020年的2655亿元增加到2025年的3020.5亿元，年均增长3.6%。",
        "3.6%",
        "2.6%",
    ),
    ("五年累计完成造林500万亩，年均完成120万亩。", "120万亩", "100万亩"),
    ("2021—2025年，粮食总产量由2020年的467.8亿斤增加到500.4亿斤，年均增加8.5亿斤。", "8.5亿斤", "6.5亿斤"),
    ("“十四五”以来，全省城镇新增就业累计240.5万人，平均每年38.1万人。", "38.1万人", "48.1万人"),
    (
        "2021年至2025年，全省地区生产总值分别增长5.8%、2.1%、5.3%、5.1%、4.8%，五年累计增长29.6%。",
        "29.6%",
        "25.3%",
    ),
]

RIGHT = [
    "“十四五”时期，全省累计城镇新增就业240万人，年均48万人。",
    "2021年至2025年，全省地区生产总值分别增长5.8%、2.1%、5.3%、5.1%、4.8%，年均增长4.6%。",
    "常住人口城镇化率由2020年的72.1%提高到2025年的74.2%，年均提高0.4个百分点。",
    "高新技术企业由2020年的7000家增加到2025年的15000家，年均增长16.5%。",
    "“十四五”期间，地区生产总值累计增长24.6%，年均增长4.5%。",
    "“十四五”时期，发明专利拥有量由4万件增加到8万件，年均增长14.9%。",
    "地区生产总值由2020年的25115亿元增加到2025年的33182.9亿元，年均增长4.5%，五年累计增长24.6%。",
    "五年累计完成造林500万亩，年均完成100万亩。2025年完成造林90万亩。",
    "居民人均可支配收入由2020年的32738元增加到2025年的42000元，年均增长4.2%。",
    "“十五五”时期地区生产总值年均增长5%左右，2026年增长5%左右。",
    "2021年至2025年，全省地区生产总值分别增长5.8%、2.1%、5.3%、5.1%、4.8%，五年累计增长25.3%。",
    "“十四五”时期，社会消费品零售总额由2020年的9000亿元增加到2025年的11023.4亿元，年均增长4.1%。\n| 指标 | 2020年 | 2025年 | 年均增长（%） |\n|---|---|---|---|\n| 社会消费品零售总额（亿元） | 9000 | 11023.4 | 4.1 |\n| 粮食总产量（亿斤） | 467.8 | 502.6 | |",
]


@pytest.mark.parametrize(("text", "quote", "expected"), WRONG, ids=lambda value: value[:12])
def test_a_slip_is_found_at_its_figure(text: str, quote: str, expected: str) -> None:
    dossier = dossier_of(text)
    findings = list(check_average(dossier))
    assert told(findings) == [(quote, expected)]
    assert findings[0].rule is Rule.AVERAGE
    assert findings[0].span.quote(dossier.document.text) == quote
    assert findings[0].evidence and all(one.span is not None for one in findings[0].evidence)


@pytest.mark.parametrize("text", RIGHT, ids=lambda value: value[:12])
def test_what_agrees_or_cannot_be_decided_is_left_alone(text: str) -> None:
    assert told(list(check_average(dossier_of(text)))) == []
