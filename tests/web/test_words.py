"""Numbers, units, periods and aims as readers see them, in both languages."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.texts import Language
from lantu.web.numbers import digits, percent, rounded, with_unit
from lantu.web.pages.common import Aim, Seen
from lantu.web.pages.names import Name
from lantu.web.scaled import in_english
from lantu.web.traditional import traditional_page
from lantu.web.words import Words

ZH, EN = Words(Language.ZH), Words(Language.EN)


def plain(text: object) -> str:
    return str(text).replace("\u202f", " ").replace("\u00a0", " ").replace("\u2212", "-")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("5.0", "5.0"),
        ("-19.0", "-19.0"),
        ("0", "0"),
        ("1E+3", "1000"),
        ("32540.8", "32540.8"),
        ("1234567", "1 234 567"),
        ("-1234567.50", "-1 234 567.50"),
        ("0.0001", "0.0001"),
    ],
)
def test_digits_are_those_published(value, shown):
    assert plain(digits(Decimal(value))) == shown


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_digits_lose_nothing(value):
    assert Decimal(plain(digits(value)).replace(" ", "")) == value


def test_rounding_is_half_up_and_a_share_of_nothing_is_a_dash():
    assert rounded(Decimal("2.5"), 0) == "3" and plain(rounded(Decimal("-2.45"), 1)) == "-2.5"
    assert plain(percent(1, 8)) == "13 %" and percent(0, 0) == "–"


def test_a_unit_keeps_its_number_on_the_line():
    assert with_unit("69", "%") == "69\u202f%" and with_unit("69", "") == "69"


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("48", "万人", "480,000 people"),
        ("1267", "万人", "12.67 million people"),
        ("515.6", "亿斤", "51.56 billion jin"),
        ("1.39", "万亿斤", "1.39 trillion jin"),
        ("6.5", "亿吨", "650 million tonnes"),
        ("0.5", "万个", "5,000"),
        ("-19.0", "%", "-19.0 %"),
        ("200", "个", "200"),
        ("3813", "万千瓦", "38.13 million kW"),
        ("5", "千瓦", "5 kW"),
        ("0", "亿元", "0 yuan"),
        ("12", "某单位", "12 某单位"),
    ],
)
def test_chinese_units_in_english(value, unit, shown):
    assert plain(in_english(digits(Decimal(value)), unit)) == shown


@pytest.mark.parametrize(
    ("code", "chinese", "english"),
    [
        ("2025", "2025 年", "2025"),
        ("2025H1", "2025 年上半年", "2025H1"),
        ("2024Q1", "2024 年一季度", "2024Q1"),
        ("2024Q1/2024Q3", "2024 年前三季度", "2024Q1–2024Q3"),
        ("2025-06", "2025 年 6 月", "2025-06"),
        ("2025-01/2025-08", "2025 年 1—8 月", "2025-01–2025-08"),
        ("2021/2025", "2021—2025 年", "2021–2025"),
        ("2020-11-01", "2020-11-01", "2020-11-01"),
        ("", "", ""),
    ],
)
def test_periods_in_words(code, chinese, english):
    assert ZH.period(code) == chinese and EN.period(code) == english


@pytest.mark.parametrize(
    ("aim", "chinese", "english", "promise"),
    [
        (Aim("69", "%", "="), "69 %", "69 %", "达到 69 %"),
        (Aim("5", "%", ">="), "≥ 5 %", "≥ 5 %", "不低于 5 %"),
        (Aim("8", "%", "~"), "8 % 左右", "about 8 %", "8 % 左右"),
        (Aim("200", "万人", ">=", "以上"), "≥ 200 万人", "≥ 2 million people", "200 万人 以上"),
        (Aim("4.5", "%", "range", high="5"), "4.5–5 %", "4.5–5 %", "达到 4.5–5 %"),
        (Aim("100", "%", "cover"), "覆盖 100 %", "cover 100 %", "覆盖 100 %"),
        (Aim("13.5", "%", "=", arrow="down"), "↓ 13.5 %", "↓ 13.5 %", "达到 13.5 %"),
        (
            Aim("", "", ">", relation="above", region=Name("全国", "China")),
            "高于全国",
            "above China",
            "高于全国",
        ),
        (
            Aim("", "", "=", relation="in_step", reference=Name("经济增长", "GDP growth")),
            "与经济增长同步",
            "in step with GDP growth",
            "与经济增长同步",
        ),
        (Aim("", "", "=", relation="rank_up"), "位次前移", "rank moves up", "位次前移"),
        (
            Aim("", "", "=", quote="完成国家下达任务"),
            "完成国家下达任务",
            "as assigned by the state",
            "完成国家下达任务",
        ),
        (Aim("0", "个", "<="), "≤ 0 个", "≤ 0", "不高于 0 个"),
    ],
)
def test_aims_in_words(aim, chinese, english, promise):
    assert plain(ZH.aim(aim)) == chinese
    assert plain(EN.aim(aim)) == english
    assert plain(ZH.promise(aim)) == promise


def seen(bound: str) -> Seen:
    name = Name("指标", "indicator")
    return Seen(
        "10.5",
        "%",
        "2025",
        (),
        "flash",
        bound,
        date(2026, 1, 1),
        False,
        None,
        "公报",
        "",
        "",
        "",
        name,
        name,
        "x",
        "000000",
        "10.5",
    )


@pytest.mark.parametrize(
    ("bound", "chinese", "english"),
    [
        ("=", "10.5 %", "10.5 %"),
        (">=", "≥ 10.5 %", "≥ 10.5 %"),
        ("<=", "≤ 10.5 %", "≤ 10.5 %"),
        ("~", "约 10.5 %", "about 10.5 %"),
    ],
)
def test_a_bound_stays_a_bound(bound, chinese, english):
    assert plain(ZH.seen(seen(bound))) == chinese and plain(EN.seen(seen(bound))) == english


def test_a_name_without_english_is_announced_as_chinese():
    assert EN.name(Name("氢能<b>")) == '<span lang="zh-Hans">氢能</span>&lt;b&gt;'
    assert EN.name(Name("增速", "growth of x")) == "Growth of x"
    assert ZH.name(Name("增速<", "growth")) == "增速&lt;"


def test_sentences_escape_what_they_are_given():
    assert "&lt;i&gt;" in ZH.say("{n} 项", n="<i>") and "<b>1</b>" in ZH.say(
        "{n} 项", n=ZH.say("<b>{x}</b>", x=1)
    )


@pytest.mark.parametrize(
    ("html", "converted"),
    [
        ("<p>数据</p>", "<p>數據</p>"),
        ('<a title="数据" href="/数据">数据</a>', '<a title="數據" href="/数据">數據</a>'),
        ('<input value="数据">', '<input value="数据">'),
        ('<input placeholder="数据">', '<input placeholder="數據">'),
        ("<textarea>数据</textarea>数据", "<textarea>数据</textarea>數據"),
        ("<script>var 数据</script>", "<script>var 数据</script>"),
        ('<b translate="no">数据</b>数据', '<b translate="no">数据</b>數據'),
        ("5 &lt; 6 数据", "5 &lt; 6 數據"),
    ],
)
def test_a_page_is_converted_but_not_its_machinery(html, converted):
    assert traditional_page(html) == converted


def test_a_quote_with_marked_figure_stays_in_its_own_script():
    html = '<blockquote translate="no" lang="zh">国<mark>万</mark>数</blockquote>国'
    assert traditional_page(html) == '<blockquote translate="no" lang="zh">国<mark>万</mark>数</blockquote>國'
