"""Prefectures and counties by GB/T 2260."""

from lantu.indicators import counties, county_named, division_named, prefectures, shipped_regions


def test_counties_of_a_prefecture_and_a_province() -> None:
    shenyang = {one.name: one.code for one in counties("210100")}
    assert shenyang["浑南区"] == "210112"
    assert shenyang["康平县"] == "210123"
    assert set(shenyang.values()) < {one.code for one in counties("210000")}


def test_codes_are_unique_within_the_list_in_use() -> None:
    liaoning = counties("210000")
    assert len({(one.code, one.name) for one in liaoning}) == len(liaoning)
    assert all(one.level == "county" for one in liaoning)


def test_parents_are_the_prefecture_or_the_province_that_governs() -> None:
    assert {one.parent for one in counties("210100")} == {"210100"}
    assert {one.parent for one in counties("110000")} == {"110000"}
    jiyuan = county_named("济源市")
    assert jiyuan is not None
    assert jiyuan.parent == "410000"


def test_a_name_of_several_counties_is_nobody_s_until_the_region_is_known() -> None:
    assert county_named("铁西区") is None
    assert county_named("铁西区", "210000") is None
    one = county_named("铁西区", "210100")
    assert one is not None
    assert one.code == "210106"


def test_former_names_are_kept() -> None:
    old = county_named("海门市")
    assert old is not None
    assert old.code == "320684"


def test_no_counties_of_the_nation_or_of_nonsense() -> None:
    for code in ("000000", "", "Z210001", "210112", "21"):
        assert counties(code) == ()


def test_prefectures_stand_beside_the_list_of_regions() -> None:
    listed = {one.code for one in shipped_regions()}
    assert not listed & {one.code for one in prefectures()}
    assert {one.parent for one in prefectures()} < listed


def test_a_division_is_found_by_its_official_name_at_any_level() -> None:
    for name, code in {
        "辽宁省": "210000",
        "沈阳市": "210100",
        "苏州市": "320500",
        "康平县": "210123",
    }.items():
        found = division_named(name)
        assert found is not None
        assert found.code == code
    assert division_named("青原省") is None
    assert division_named("鼓楼区") is None
