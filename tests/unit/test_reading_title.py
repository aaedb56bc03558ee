"""What a title says of its plan."""

import pytest

from lantu.reading.title import title_facts

TITLES = [
    (
        "青原省國民經濟和社會發展第十四個五年規劃和二〇三五年遠景目標綱要",
        "outline provincial 青原省 2021/2025 2035",
    ),
    ("中华人民共和国国民经济和社会发展第十五个五年规划纲要", "outline national 全国 2026/2030 None"),
    ("苏州市国民经济和社会发展第十五个五年规划纲要", "outline prefecture 苏州市 2026/2030 None"),
    (
        "凉河自治州青山县国民经济和社会发展第十四个五年规划和2035年远景目标纲要",
        "outline county 青山县 2021/2025 2035",
    ),
    ("青原省“十四五”数字经济发展规划", "special provincial 青原省 2021/2025 None"),
    ("北京市“十五五”时期教育规划", "special provincial 北京市 2026/2030 None"),
    ("广州市南沙区国土空间总体规划（2021-2035年）", "spatial county 南沙区 2021/2035 None"),
    ("青原省全面转型三年行动方案（2023—2025年）", "action provincial 青原省 2023/2025 None"),
    ("青原省2024年国民经济和社会发展计划", "annual provincial 青原省 2024 None"),
    ("新一代信息技术发展规划", "special national 全国 None None"),
    ("城镇化规划", "special national 全国 None None"),
]


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_title(title, expected):
    facts = title_facts(title)
    found = f"{facts.kind} {facts.rank} {facts.place} {facts.period} {facts.vision_year}"
    assert found == expected
