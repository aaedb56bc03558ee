"""The registry finds exactly what a phrase names, and nothing else."""

import pytest

from lantu.indicators import Indicator, IndicatorKind, Registry, shipped_registry
from lantu.indicators.phrase import key
from lantu.values import Direction, InputError, Mode


@pytest.mark.parametrize(
    ("phrase", "unit", "mode", "code"),
    [
        ("地区生产总值增速", "%", None, "gdp.growth"),
        ("1.国内生产总值（GDP）增长（%）", "%", None, "gdp.growth"),
        ("全省地区生产总值年均增长", "%", Mode.GROWTH_PER_YEAR, "gdp.growth"),
        ("地区生产总值", "%", Mode.GROWTH_PER_YEAR, "gdp.growth"),
        ("地区生产总值", "亿元", Mode.LEVEL, "gdp"),
        ("常住人口城鎮化率", "%", Mode.LEVEL, "urbanization"),
        ("單位GDP能源消耗降低", "%", Mode.CHANGE, "energy.intensity.reduction"),
        ("单位国内生产总值能源消耗", "%", Mode.CHANGE, "energy.intensity.reduction"),
        ("10. 每千人口拥有医护人员数——执业医师数(人)", "人", None, "physicians"),
        ("数字经济核心产业增加值占 GDP 比重", "%", None, "digital.core.share"),
        ("粮食总产量", "亿斤", Mode.LEVEL, "grain"),
        ("粮食播种面积", "千公顷", None, "grain.area"),
        ("風電光伏裝機", "萬千瓦", Mode.LEVEL, "power.capacity.wind_solar"),
        ("PM2.5浓度", "微克/立方米", None, "air.pm25"),
        ("公办幼儿园", "所", Mode.COUNT_BUILT, "kindergarten.public.new"),
        ("新建公办幼儿园", "所", Mode.COUNT_BUILT, "kindergarten.public.new"),
        ("保障性租赁住房", "套", Mode.CUMULATIVE, "housing.rental"),
        ("地级及以上城市细颗粒物（PM2.5）浓度", "微克/立方米", None, "air.pm25"),
    ],
)
def test_a_phrase_in_its_usual_forms(phrase: str, unit: str, mode: Mode | None, code: str) -> None:
    assert shipped_registry().match(phrase, unit, mode) == code


NEIGHBOURS = [
    ("非化石能源装机占比", "清洁能源装机占比"),
    ("非化石能源发电量占比", "清洁能源发电量占比"),
    ("风电装机", "风电光伏装机"),
    ("光伏装机", "风电光伏装机"),
    ("数字经济增加值占GDP比重", "数字经济核心产业增加值占GDP比重"),
    ("每千人口拥有执业医师数", "每千人口拥有执业（助理）医师数"),
    ("每万人口发明专利拥有量", "每万人口高价值发明专利拥有量"),
    ("优良水体比例", "地表水达到或好于Ⅲ类水体比例"),
    ("河流水质优良比例", "地表水达到或好于Ⅲ类水体比例"),
    ("劣V类水体比例", "劣V类国考断面数"),
    ("地区生产总值名义增速", "地区生产总值增速"),
    ("城镇居民人均可支配收入", "居民人均可支配收入"),
    ("粮食综合生产能力", "粮食总产量"),
    ("一次能源生产总量", "能源综合生产能力"),
    ("非化石能源占能源消费总量比重", "清洁能源消费量占能源消费总量比重"),
    ("新增高标准农田", "新建和提质改造高标准农田"),
    ("研发经费投入", "研发经费投入强度"),
    ("出口总额", "货物进出口总额"),
    ("常住人口", "城镇常住人口"),
]


@pytest.mark.parametrize(("one", "other"), NEIGHBOURS)
def test_neighbours_stay_apart(one: str, other: str) -> None:
    registry = shipped_registry()
    codes = {registry.match(one), registry.match(other)}
    assert len(codes) == 2
    assert "" not in codes


@pytest.mark.parametrize(
    ("phrase", "unit", "mode"),
    [
        ("高新技术企业", "家", Mode.COUNT_BUILT),  # things to found are not the number there are
        ("高新技术企业", "家", Mode.FLOW_PER_YEAR),
        ("公办幼儿园", "所", Mode.LEVEL),  # the number there is is not the number built
        ("保障性租赁住房", "套", Mode.LEVEL),
        ("地区生产总值", "亿元", Mode.GROWTH_PER_YEAR),  # a yearly growth is a rate
        ("地区生产总值增速", "%", Mode.CHANGE),  # a change over five years is no yearly growth
        ("地区生产总值", "%", Mode.CHANGE),
        ("常住人口城镇化率", "万人", None),  # another unit, another quantity
        ("城镇化", "%", None),
        ("优良天数", "天", None),
        ("新能源装机", "万千瓦", Mode.LEVEL),
        ("", "", None),
        ("增长", "%", None),
    ],
)
def test_no_match_is_better_than_a_wrong_one(phrase: str, unit: str, mode: Mode | None) -> None:
    assert shipped_registry().match(phrase, unit, mode) == ""


def test_two_entries_may_not_share_a_phrase() -> None:
    def entry(code: str, name: str, unit: str = "%") -> Indicator:
        return Indicator(code, name, code, unit, IndicatorKind.RATIO, Direction.UP)

    Registry([entry("a", "覆盖率"), entry("b", "覆盖率", "个")])  # the unit tells them apart
    with pytest.raises(InputError, match="覆盖率"):
        Registry([entry("a", "覆盖率"), entry("b", "全省覆蓋率")])
    with pytest.raises(InputError, match="重复"):
        Registry([entry("a", "覆盖率"), entry("a", "入园率")])


def test_members_of_vocabularies_not_bare_text() -> None:
    for indicator in shipped_registry().all():
        assert isinstance(indicator.kind, IndicatorKind)
        assert isinstance(indicator.direction, Direction)


def test_every_entry_says_who_would_have_the_figure_and_growths_name_a_level_that_exists() -> None:
    registry = shipped_registry()
    for indicator in registry.all():
        assert indicator.custodian, indicator.code
        assert indicator.name_en, indicator.code
        assert not indicator.growth_of or registry.get(indicator.growth_of), indicator.code
        assert not indicator.reduction or indicator.kind is IndicatorKind.GROWTH, indicator.code


@pytest.mark.parametrize(
    ("code", "one", "other", "same"),
    [
        ("urbanization", ("七普前",), ("七普",), False),
        ("urbanization", (), ("七普",), True),
        ("unemployment", ("12月",), ("全年平均",), False),
        ("energy.intensity.reduction", ("2015年价格", "能源消费总量"), ("能源消费总量",), True),
        ("energy.intensity.reduction", ("能源消费总量",), ("扣除原料用能和非化石能源",), False),
        ("carbon.intensity.reduction", ("公报口径",), ("修订口径",), False),
        ("water.surface.good", ("1940断面",), ("3641断面",), False),
        ("forest.cover", ("森林资源清查",), ("国土变更调查",), False),
        ("gdp", ("现价", "五经普"), ("现价", "四经普"), False),
        ("gdp", ("现价",), ("现价", "五经普"), True),
        ("income.growth", ("名义",), ("扣除价格因素",), False),
    ],
)
def test_which_bases_exclude_each_other(
    code: str, one: tuple[str, ...], other: tuple[str, ...], same: bool
) -> None:
    indicator = shipped_registry().get(code)
    assert indicator is not None
    assert indicator.same_basis(one, other) is same
    assert indicator.same_basis(other, one) is same


def test_every_alias_is_needed() -> None:
    for indicator in shipped_registry().all():
        phrases = (indicator.name, *indicator.aliases)
        assert len({key(words) for words in phrases}) == len(phrases), indicator.code
