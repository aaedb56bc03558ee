"""What holds of every phrase: its own entry, no shared phrases, no effect of place and time, lasting answers."""

from datetime import UTC, datetime, timedelta
from itertools import combinations

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.indicators import (
    Confirmation,
    Confirmed,
    Indicator,
    IndicatorKind,
    best,
    candidates,
    phrase_key,
    shipped_registry,
)
from lantu.indicators.matching import AT_MOST, SURE
from lantu.indicators.wording import Aspect, wording
from lantu.values import Mode, Unit

REGISTRY = shipped_registry()
PHRASES = [(i, words) for i in REGISTRY.all() for words in (i.name, *i.aliases)]
TRADITIONAL = opencc.OpenCC("s2t")
LEADS = [
    "全省", "全市", "我市", "全国", "辽宁省", "沈阳市", "大连", "吴江区", "苏州市", "延边朝鲜族自治州", "2025年", "2024年末", "今年上半年",
    "1—11月份", "前三季度", "“十四五”时期", "截至2025年底", "过去五年", "全年", "一季度", "到2030年", "2021—2025年",
]  # fmt: skip
MANNERS = ["", "实现", "预计", "累计", "完成", "其中，"]


def sure(indicator: Indicator, phrase: str) -> bool:
    return best(phrase, REGISTRY, indicator.unit) == indicator.code


def test_every_name_and_alias_finds_its_own_entry() -> None:
    lost = [(i.code, words) for i, words in PHRASES if not sure(i, words)]
    assert lost == []


def test_no_wording_belongs_to_two_entries_that_measure_the_same() -> None:
    said: dict[object, dict[str, Indicator]] = {}
    for named in REGISTRY.index.named:
        words = named.words
        said.setdefault((words.core, words.aspect, words.price), {})[named.indicator.code] = named.indicator
        if words.bag:
            said.setdefault((words.bag, words.aspect, words.price), {})[named.indicator.code] = (
                named.indicator
            )
    for phrase, entries in said.items():
        for one, other in combinations(entries.values(), 2):
            units = (one.unit, *one.units)
            assert not any(other.measured_in(Unit.parse(unit)) for unit in units), (
                phrase,
                one.code,
                other.code,
            )


@given(st.sampled_from(PHRASES), st.lists(st.sampled_from(LEADS), max_size=2), st.sampled_from(MANNERS))
def test_place_time_and_manner_in_front_change_nothing(
    entry: tuple[Indicator, str], leads: list[str], manner: str
) -> None:
    indicator, phrase = entry
    longer = "".join(leads) + manner + phrase
    assert candidates(longer, REGISTRY, indicator.unit) == candidates(phrase, REGISTRY, indicator.unit), (
        longer
    )


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("大连市场主体数量", "entities"),
        ("全市场主体数量", ""),
        ("2025年中职在校生", "education.students.vocational"),
        ("十四五初中在校生", "education.students.junior"),
        ("九年义务教育巩固率", "education.retention.compulsory"),
        ("城区常住人口", ""),
        ("境内上市公司", "finance.listed.domestic"),
    ],
)
def test_a_lead_ends_where_the_quantity_begins(phrase: str, code: str) -> None:
    assert best(phrase, REGISTRY) == code


@given(st.sampled_from(PHRASES), st.sampled_from(LEADS))
def test_traditional_characters_change_nothing(entry: tuple[Indicator, str], lead: str) -> None:
    indicator, phrase = entry
    assert sure(indicator, TRADITIONAL.convert(lead + phrase))


@given(
    st.sampled_from(PHRASES),
    st.sampled_from(["民营", "县域", "重点", "外资", "线上", "高端", "绿色", "跨境", "未成年人", "国有"]),
)
def test_a_word_more_is_never_the_same_entry(entry: tuple[Indicator, str], word: str) -> None:
    indicator, phrase = entry
    assert best(word + phrase, REGISTRY, indicator.unit) != indicator.code


@given(
    st.text(max_size=25),
    st.sampled_from(["", "%", "亿元", "个百分点", "位", "万人"]),
    st.sampled_from(list(Mode)),
)
def test_any_text_gives_ordered_scores_of_entries_that_exist(text: str, unit: str, mode: Mode) -> None:
    found = candidates(text, REGISTRY, unit, mode=mode)
    assert [m.score for m in found] == sorted((m.score for m in found), reverse=True)
    assert len({m.code for m in found}) == len(found) <= 8
    for match in found:
        assert 0 < match.score <= 1
        assert REGISTRY.get(match.code)
        assert str(match.why)


def test_alternatives_stay_below_what_is_sure_and_say_why() -> None:
    found = candidates("失业率", REGISTRY, "%")
    assert {m.code for m in found[:2]} == {"unemployment", "unemployment.registered"}
    assert all(m.score <= AT_MOST < SURE for m in found)
    assert str(found[0].why) == "缺少“登记”"
    narrower = candidates("民营高新技术企业", REGISTRY, "家")[0]
    assert (narrower.code, str(narrower.why)) == ("firms.hightech", "多出“民营”")
    wrong_unit = candidates("常住人口城镇化率", REGISTRY, "万人")[0]
    assert (wrong_unit.code, str(wrong_unit.why)) == ("urbanization", "名称一致，单位应为“%”")


@pytest.mark.parametrize(
    ("phrase", "unit", "role", "code"),
    [
        ("地区生产总值", "亿元", "", "gdp"),
        ("地区生产总值", "%", "growth", "gdp.growth"),
        ("地区生产总值", "%", "", "gdp.growth"),
        ("地区生产总值", "位", "rank", "gdp"),
        ("地区生产总值", "倍", "multiple", "gdp"),
        ("地区生产总值增长", "亿元", "change", "gdp"),
        ("地区生产总值", "%", "share", ""),
        ("地区生产总值", "个百分点", "change", ""),
        ("城镇化率", "%", "growth", ""),
        ("单位GDP能耗", "吨标准煤/万元", "", "energy.intensity"),
        ("单位GDP能耗降低", "%", "", "energy.intensity.reduction"),
        ("碳排放强度下降", "%", "", "carbon.intensity.reduction"),
        ("出口总额下降", "%", "", "trade.exports.growth"),
        ("实际使用外资", "", "", ""),
        ("货物进出口总额", "", "", "trade"),
    ],
)
def test_unit_and_role_tell_the_level_from_its_growth(phrase: str, unit: str, role: str, code: str) -> None:
    assert best(phrase, REGISTRY, unit, role=role) == code


@pytest.mark.parametrize(
    ("phrase", "unit", "mode", "code"),
    [
        ("公办幼儿园", "所", Mode.COUNT_BUILT, "kindergarten.public.new"),
        ("高新技术企业", "家", Mode.COUNT_BUILT, ""),
        ("高新技术企业", "家", Mode.LEVEL, "firms.hightech"),
        ("单位国内生产总值能源消耗", "%", Mode.CHANGE, "energy.intensity.reduction"),
        ("地区生产总值增速", "%", Mode.CHANGE, ""),
        ("地区生产总值", "%", Mode.GROWTH_PER_YEAR, "gdp.growth"),
        ("地区生产总值", "亿元", Mode.GROWTH_PER_YEAR, ""),
    ],
)
def test_the_mode_of_a_target_counts_as_in_the_registry(
    phrase: str, unit: str, mode: Mode, code: str
) -> None:
    assert best(phrase, REGISTRY, unit, mode=mode) == code


def test_where_the_registry_matches_the_best_candidate_is_the_same() -> None:
    for indicator, phrase in PHRASES:
        assert REGISTRY.match(phrase, indicator.unit) == best(phrase, REGISTRY, indicator.unit), phrase


@pytest.mark.parametrize(
    ("phrase", "core", "aspect", "price"),
    [
        ("规模以上工业增加值同比增长", "规上工业增加值", Aspect.GROWTH, ""),
        ("扣除价格因素后，居民人均消费支出实际增长", "居民人均消费支出", Aspect.GROWTH, "实际"),
        ("第三产业增加值占地区生产总值的比重", "第三产业占gdp", Aspect.SHARE, ""),
        ("城镇调查失业率下降", "城镇调查失业率", Aspect.FALL, ""),
        ("工业增加值", "工业增加值", Aspect.LEVEL, ""),
        ("地区生产总值全国排名", "gdp", Aspect.RANK, ""),
        ("九年义务教育巩固率", "九年义务教育巩固率", Aspect.LEVEL, ""),
        ("增长", "增长", Aspect.LEVEL, ""),
        ("", "", Aspect.LEVEL, ""),
    ],
)
def test_a_phrase_taken_apart(phrase: str, core: str, aspect: Aspect, price: str) -> None:
    words = wording(phrase)
    assert (words.core, words.aspect, words.price) == (core, aspect, price)


MORNING = datetime(2026, 1, 5, 9, tzinfo=UTC)


def said(phrase: str, unit: str, code: str, yes: bool, hours: int = 0) -> Confirmation:
    return Confirmation(phrase_key(phrase), unit, code, yes, "统计科", MORNING + timedelta(hours=hours))


def test_a_confirmed_phrase_is_certain_from_then_on_however_it_is_written() -> None:
    assert best("失业率", REGISTRY, "%") == ""
    confirmed = Confirmed([said("失业率", "%", "unemployment", True)])
    assert best("2025年全省失業率", REGISTRY, "%", confirmed=confirmed) == "unemployment"
    first = candidates("失业率", REGISTRY, "%", confirmed=confirmed)[0]
    assert (first.score, str(first.why)) == (1.0, "统计科已确认")
    assert best("失业率", REGISTRY, "万人", confirmed=confirmed) == ""  # another unit was not asked
    assert best("青年失业率", REGISTRY, "%", confirmed=confirmed) == ""


def test_a_refused_entry_is_not_offered_again() -> None:
    confirmed = Confirmed([said("城镇化率", "%", "urbanization", False)])
    assert "urbanization" not in {m.code for m in candidates("城镇化率", REGISTRY, "%", confirmed=confirmed)}
    assert best("城镇化率", REGISTRY, "%", confirmed=confirmed) == ""


def test_a_person_overrules_the_names_and_the_later_word_counts() -> None:
    moved = Confirmed([said("城镇化率", "%", "urbanization.registered", True)])
    assert best("城镇化率", REGISTRY, "%", confirmed=moved) == "urbanization.registered"
    back = [
        said("城镇化率", "%", "urbanization", True, 2),
        said("城镇化率", "%", "urbanization.registered", True, 1),
        said("城镇化率", "%", "urbanization", False),
    ]
    assert best("城镇化率", REGISTRY, "%", confirmed=Confirmed(back)) == "urbanization"
    taken = Confirmed(
        [said("失业率", "%", "unemployment", True), said("失业率", "%", "unemployment", False, 3)]
    )
    assert best("失业率", REGISTRY, "%", confirmed=taken) == ""


def test_an_entry_that_left_the_registry_is_not_invented() -> None:
    gone = Confirmed([said("失业率", "%", "no.such.code", True)])
    assert best("失业率", REGISTRY, "%", confirmed=gone) == ""


def test_growth_entries_name_growths_only() -> None:
    for indicator in REGISTRY.all():
        if indicator.kind is IndicatorKind.GROWTH and indicator.growth_of:
            level = REGISTRY.get(indicator.growth_of)
            assert level is not None
            assert level.kind is not IndicatorKind.GROWTH, indicator.code
