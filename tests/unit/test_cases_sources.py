"""A link leads to an official site or a major press; a publisher is only what a title prints."""

import pytest

from lantu.cases.sources import linkable, publisher_of


@pytest.mark.parametrize(
    "url",
    [
        "https://www.stats.gov.cn/sj/ndsj/2021/html/C03-09.xls",
        "http://fgw.shenyang.gov.cn/fggz/202303/t20230322_4435711.html",
        "http://en.people.cn/n3/2023/0113/c90000-10195687.html",
        "https://epaper.gmw.cn/gmrb/html/2019-08/20/nw.D110000gmrb_20190820_4-01.htm",
        "https://gov.cn/",
    ],
)
def test_official_sites_and_major_press_keep_their_link(url: str) -> None:
    assert linkable(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://mirror.example.com/www.gov.cn/report.html",
        "http://www.gov.cn.example.com/",
        "http://www.gov.cn@example.com/",
        "http://notgov.cn/",
        "http://peoplecn.example.org/people.cn",
        "ftp://www.gov.cn/",
        "javascript:alert('gov.cn')",
        "http://www.gov.cn:8443/",
        "http://61.152.230.22/news",
    ],
)
def test_everything_else_is_shown_without_a_link(url: str) -> None:
    assert linkable(url) == ""


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("新华社:2022年国民经济运行情况", "新华社"),
        ("国家统计局:2021年GDP初步核算", "国家统计局"),
        ("新华社:“十四五”以来社会民生统计报告(国家统计局)", "新华社"),
        ("各省指标表(国家统计局/中国统计年鉴)", "国家统计局"),
        ("国家统计局关于某年国内生产总值最终核实的公告(新华社)", "国家统计局"),
        ("某类评论引国家统计局2024年数据", ""),
        ("某站:某年排行(引国家统计局)", ""),
        ("某公报(光明网等转)", ""),
        ("某市政府工作报告", ""),
        ("", ""),
    ],
)
def test_publisher_as_printed(title: str, publisher: str) -> None:
    assert publisher_of(title) == publisher
