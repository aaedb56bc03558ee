"""Regions by GB/T 2260; zones stand beside the divisions."""

from lantu.indicators import NATION, divisions, region, region_named, shipped_regions


def test_the_nation_has_31_provinces_and_liaoning_14_cities() -> None:
    assert len(divisions(NATION)) == 31
    cities = divisions("210000")
    assert [c.code for c in cities] == [f"21{n:02}00" for n in range(1, 15)]
    assert {c.level for c in cities} == {"prefecture"}


def test_codes_and_names_are_unique_and_parents_stand_before_children() -> None:
    regions = shipped_regions()
    assert len({r.code for r in regions}) == len({r.name for r in regions}) == len(regions)
    seen = {""}
    for one in regions:
        assert one.parent in seen, one
        assert one.name_en
        seen.add(one.code)


def test_a_zone_has_a_code_of_our_own_and_is_in_no_sum() -> None:
    zone = region_named("省沈抚示范区")
    assert zone is not None
    assert zone.level == "zone"
    assert zone.code.startswith("Z")
    assert zone not in divisions("210000")


def test_lookups() -> None:
    assert region("210200") == region_named("大连市")
    assert region("999999") is None
    assert region_named("某省") is None
