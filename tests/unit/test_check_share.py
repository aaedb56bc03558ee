"""Shares against their part and whole, structures against 100."""

import pytest
from tests.check_drafts import dossier_of, told

from lantu.check.finding import Rule
from lantu.check.rules.share import check_share

WRONG = [
    (
        "第一产业增加值2700亿元，增长4%；第二产业增加值11800亿元，增长5%；第三产业增加值18682.9亿元，增长5.6%。地区生产总值33182.9亿元。三次产业结构为8.1:36.6:56.3。",
        "36.6",
        "35.6",
    ),
    ("三次产业结构由2024年的8.3:35.9:55.8调整为2025年的8.1:35.6:57.3。", "57.3", "56.3"),
    ("全省地区生产总值33182.9亿元，其中第一产业增加值2700亿元，占地区生产总值的9.1%。", "9.1%", "8.1%"),
    ("2025年全省进出口总额7629.1亿元，其中出口总额3754.3亿元，占进出口总额的52.2%。", "52.2%", "49.2%"),
    (
        "2025年进出口总额7629.1亿元，出口总额3754.3亿元，进口总额3874.8亿元。出口总额占进出口总额的比重为47.2%。",
        "47.2%",
        "49.2%",
    ),
    (
        "2025年，全省地区生产总值33182.9亿元，第三产业增加值18682.9亿元。第三产业增加值占地区生产总值的比重达到58.3%。",
        "58.3%",
        "56.3%",
    ),
    ("2025年，沈阳市地区生产总值9500亿元，占全省的25.6%；全省地区生产总值33182.9亿元。", "25.6%", "28.6%"),
    (
        "2025年，全省一般公共预算收入3020.5亿元，其中税收收入2000亿元，占一般公共预算收入的76.2%。",
        "76.2%",
        "66.2%",
    ),
    ("社会消费品零售总额10100亿元，其中网上零售额2525亿元，占社会消费品零售总额的35%。", "35%", "25%"),
    ("一般公共预算支出6800亿元，其中民生支出5100亿元，占比78.5%。", "78.5%", "75.0%"),
]

RIGHT = [
    "第一产业增加值2700亿元，增长4%；第二产业增加值11800亿元，增长5%；第三产业增加值18682.9亿元，增长5.6%。地区生产总值33182.9亿元。三次产业结构为8.1:35.6:56.3。",
    "三次产业结构由2024年的8.3:35.9:55.8调整为2025年的8.1:35.6:56.3。",
    "全省地区生产总值33182.9亿元，其中第一产业增加值2700亿元，占地区生产总值的8.1%，比重比上年下降0.2个百分点。",
    "2025年全省进出口总额7629.1亿元，其中出口总额3754.3亿元，占进出口总额的49.2%，占全国的1.4%。",
    "高新技术企业1.5万家，占全国的3.2%，科技型中小企业2.5万家，占全国4.5%。",
    "战略性新兴产业增加值占规模以上工业增加值的比重为12%。规模以上工业增加值增长5%。",
    "一般公共预算支出6800亿元，其中民生支出5100亿元，占比75%。",
    "非化石能源占能源消费总量比重达到15%，清洁能源装机占比55%。",
    "2025年，沈阳市地区生产总值9500亿元，占全省的28.6%；全省地区生产总值33182.9亿元。",
    "数字经济核心产业增加值占地区生产总值比重由5.9%提高到8.1%。地区生产总值33182.9亿元。",
]


@pytest.mark.parametrize(("text", "quote", "expected"), WRONG, ids=lambda value: value[:12])
def test_a_slip_is_found_at_its_figure(text: str, quote: str, expected: str) -> None:
    dossier = dossier_of(text)
    findings = list(check_share(dossier))
    assert told(findings) == [(quote, expected)]
    assert findings[0].rule is Rule.SHARE
    assert findings[0].span.quote(dossier.document.text) == quote
    assert findings[0].evidence and all(one.span is not None for one in findings[0].evidence)


@pytest.mark.parametrize("text", RIGHT, ids=lambda value: value[:12])
def test_what_agrees_or_cannot_be_decided_is_left_alone(text: str) -> None:
    assert told(list(check_share(dossier_of(text)))) == []
