"""What holds for any text: quotes, determinism, script, line ends, hard wraps."""

from decimal import Decimal

import opencc
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from lantu.documents import Document
from lantu.reading import read_plan
from lantu.reading.script import fold

NAMES = [
    "绿色工厂",
    "农村公路",
    "规上工业企业",
    "高标准农田",
    "公办幼儿园",
    "城市公园",
    "技能人才",
    "养老服务中心",
]
RATES = ["城镇化率", "污水处理率", "森林覆盖率", "就业率", "参保率"]
numbers = st.integers(2, 9000)
decimals = st.decimals(min_value=Decimal("0.1"), max_value=Decimal(99), places=1).map(
    lambda d: format(d.normalize(), "f")
)

clauses = st.one_of(
    st.builds("新建{1}{0}座".format, numbers, st.sampled_from(NAMES)),
    st.builds("培育{0}家{1}".format, numbers, st.sampled_from(NAMES)),
    st.builds("{1}达到{0}%以上".format, decimals, st.sampled_from(RATES)),
    st.builds("{1}控制在{0}%以内".format, decimals, st.sampled_from(RATES)),
    st.builds("到20{0}年，{2}达到{1}万亩".format, st.integers(27, 35), decimals, st.sampled_from(NAMES)),
    st.builds("每年培训{1}{0}人次".format, numbers, st.sampled_from(NAMES)),
    st.builds("{0}实现全覆盖".format, st.sampled_from(NAMES)),
)
passages = st.lists(clauses, min_size=1, max_size=5).map("，".join).map("{}。".format)
plans = st.lists(passages, min_size=1, max_size=4).map(
    lambda parts: "某县第十五个五年规划纲要\n\n第一章 任务\n\n" + "\n\n".join(parts) + "\n"
)
any_text = st.text(
    st.one_of(
        st.sampled_from(
            "到年，。、；：达至超过万亿个家%全覆盖零消除和分别每由其中（）“”《》|-—第章节专栏一二三十百千\n 0123456789.年均增长下降新建培育"
        ),
        st.characters(codec="utf-8", exclude_characters="\r"),
    ),
    max_size=300,
)


def read(text):
    return read_plan(Document.of_text("plan", text))


def set_in_lines(text, width):
    """Break as a typesetter does: a Chinese character is as wide as two figures."""
    lines, line, used = [], "", 0
    for c in text:
        size = 1 if c.isascii() else 2
        if used + size > 2 * width:
            lines.append(line)
            line, used = "", 0
        line, used = line + c, used + size
    return [*lines, line]


def meaning(reading):
    return [
        (t.indicator, t.value, t.value_max, t.unit, t.mode, t.comparator, t.deadline) for t in reading.targets
    ]


@settings(max_examples=300, deadline=None)
@given(any_text)
def test_any_text_is_read_and_every_record_quotes_it(text):
    reading = read(text)
    for target in reading.targets:
        assert target.quote == text[target.span.start : target.span.end]
        assert target.quote
        assert target.indicator
    for section in reading.outline.sections:
        assert 0 <= section.span.start <= section.span.end <= len(text)
    ids = [target.id for target in reading.targets]
    assert len(ids) == len(set(ids))
    assert reading == read(text)


@settings(max_examples=60, deadline=None)
@given(plans)
def test_a_plan_of_plain_promises_is_read_whole(text):
    reading = read(text)
    promised = text.split("第一章 任务", 1)[1]
    clauses = [
        c for c in promised.replace("。", "，").split("，") if c.strip() and not c.strip().startswith("到20")
    ]
    assert len(reading.targets) == len(clauses)


@settings(max_examples=60, deadline=None)
@given(plans)
def test_traditional_script_gives_the_same_places_and_meaning(text):
    characters = opencc.OpenCC("s2t")
    other = "".join(one if len(one := characters.convert(c)) == 1 else c for c in text)
    assert len(other) == len(text)
    plain, traditional = read(text), read(other)
    places = [[(t.span.start, t.span.end) for t in r.targets] for r in (plain, traditional)]
    assert places[0] == places[1]
    assert [m[1:3] for m in meaning(plain)] == [m[1:3] for m in meaning(traditional)]
    assert [fold(m[0]) for m in meaning(traditional)] == [m[0] for m in meaning(plain)]


@settings(max_examples=60, deadline=None)
@given(plans)
def test_carriage_returns_change_places_but_no_meaning(text):
    windows = text.replace("\n", "\r\n")
    reading = read(windows)
    assert meaning(reading) == meaning(read(text))
    assert all(windows[t.span.start : t.span.end] == t.quote for t in reading.targets)


@settings(max_examples=30, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.lists(passages, min_size=30, max_size=40), st.integers(26, 34))
def test_hard_wraps_change_no_value(parts, width):
    """The same plan set in lines of one width reads the same, figures cut by a line end included."""
    head = "某县第十五个五年规划纲要\n第一章 任务\n"
    lines = []
    parts = [part for part in parts if len(part) > 2] * 2
    for part in parts:
        lines += set_in_lines("　　" + part, width)
    wrapped = read(head + "\n".join(lines) + "\n")
    plain = read(head + "\n".join(parts) + "\n")
    assert meaning(wrapped) == meaning(plain)
