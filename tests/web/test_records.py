"""Page records by themselves: headings, courses, passages, counts."""

from datetime import date

import pytest
from tests.web.sample import observed, plan, target

from lantu.documents import Document
from lantu.indicators import shipped_regions, shipped_registry
from lantu.plan import Section, SectionKind
from lantu.values import Comparator, Direction, Mode, Span, Vintage
from lantu.web.pages.chapters import Tree
from lantu.web.pages.common import Mark, row_of
from lantu.web.pages.counting import natures_of, tallied
from lantu.web.pages.course import course_of, lines_of
from lantu.web.pages.names import Names
from lantu.web.pages.passage import FURTHEST, passage
from lantu.web.pages.wall import wall_of

NAMES = Names(shipped_registry().all(), shipped_regions())
DAY = date(2026, 3, 1)


def shares(*pairs, basis=("七普",), **more):
    return [
        observed("urbanization", str(year), value, "%", DAY, basis=basis, **more) for year, value in pairs
    ]


def lines(found, unit="%"):
    return [
        (line.basis, line.beside, [(point.x, point.text) for point in line.points])
        for line in lines_of(found, unit, NAMES)
    ]


def test_a_change_of_basis_breaks_the_line():
    found = shares((2017, "67.5"), (2019, "68.1"), basis=("七普前",)) + shares((2020, "72.1"), (2023, "73.5"))
    assert lines(found) == [
        (("七普前",), False, [(2017.0, "67.5"), (2019.0, "68.1")]),
        (("七普",), False, [(2020.0, "72.1"), (2023.0, "73.5")]),
    ]


def test_a_basis_of_the_same_years_stands_beside():
    found = shares((2020, "1"), (2021, "2"), (2025, "3")) + shares(
        (2020, "1.1"), (2021, "2.1"), basis=("修订",)
    )
    assert [(basis, beside) for basis, beside, _ in lines(found)] == [(("七普",), False), (("修订",), True)]


def test_the_most_settled_value_of_a_period_is_drawn():
    found = (
        shares((2023, "70.0"))
        + shares((2023, "70.2"), vintage=Vintage.FINAL)
        + shares((2023, "69.9"), vintage=Vintage.FLASH)
    )
    assert lines(found) == [(("七普",), False, [(2023.0, "70.2")])]


def test_parts_of_a_year_do_not_mix_with_years():
    found = [observed("gdp.growth", "2024", "5", "%", DAY), observed("gdp.growth", "2025H1", "4", "%", DAY)]
    assert lines(found) == [((), False, [(2024.0, "5")])]
    assert lines(found[1:]) == [((), False, [(2024.5, "4")])]


def test_values_are_drawn_in_the_unit_of_the_target():
    found = [observed("grain", "2024", "2500", "万吨", DAY)]
    assert lines(found, "亿斤") == [((), False, [(2024.0, "500")])]
    assert lines(found, "%") == [((), False, [(2024.0, "2500")])]


@pytest.mark.parametrize(
    ("mode", "ring", "path"),
    [
        (Mode.LEVEL, (2025.0, 70.0, None), ()),
        (Mode.GROWTH_PER_YEAR, (2025.0, 70.0, None), ((2021.0, 70.0), (2025.0, 70.0))),
        (Mode.CUMULATIVE, None, ()),
        (Mode.CHANGE, None, ()),
    ],
)
def test_a_ring_is_drawn_only_where_values_can_reach_it(mode, ring, path):
    course = course_of(target(1, "x", "70", "%", mode), plan(), shares((2020, "65"), (2021, "66")), [], NAMES)
    assert course is not None and (course.ring, course.path) == (ring, path)


def test_a_change_over_the_period_is_drawn_against_the_figures_so_far():
    found = [
        observed("x", "2023", "0.5", "%", DAY),
        observed("x", "2021/2023", "7.3", "%", DAY),
        observed("x", "2021/2025", "16.1", "%", DAY),
    ]
    course = course_of(target(1, "x", "13.5", "%", Mode.CHANGE), plan(), found, [], NAMES)
    assert course is not None
    assert [(point.x, point.text) for point in course.lines[0].points] == [(2023.0, "7.3"), (2025.0, "16.1")]
    assert course.ring == (2025.0, 13.5, None) and course.path == ((2020.0, 0.0), (2025.0, 13.5))


def test_a_bound_to_hold_is_a_level():
    kept = target(1, "x", "5.5", "%", Mode.LEVEL, direction=Direction.KEEP, comparator=Comparator.BELOW)
    course = course_of(kept, plan(), shares((2020, "5"), (2021, "5.1")), [], NAMES)
    assert course is not None and course.limit == 5.5 and course.path == ()


def test_nothing_published_is_no_course():
    assert course_of(target(1, "x", "5", "%", Mode.LEVEL), plan(), [], [], NAMES) is None


def test_the_nation_stands_beside_in_the_same_years_only():
    nation = shares((2018, "60"), (2021, "64"), region="000000")
    course = course_of(
        target(1, "x", "70", "%", Mode.LEVEL, indicator_code="urbanization"),
        plan(),
        shares((2020, "65"), (2021, "66")),
        nation,
        NAMES,
    )
    assert course is not None and course.nation is not None
    assert [point.x for point in course.nation.points] == [2021.0]


TEXT = "前一句。城镇化率达到70%，比上年高。后一句。"


def span_of(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return document.span(start, start + len(words))


def test_a_passage_is_the_sentence_of_the_figure():
    document = Document.of_text("x", TEXT)
    found = passage(document, span_of(document, "70%"))
    assert found is not None
    assert (found.before, found.figure, found.after) == ("城镇化率达到", "70%", "，比上年高。")
    assert not found.cut_before and not found.cut_after


def test_a_very_long_sentence_is_cut_and_says_so():
    document = Document.of_text("x", "长" * 500 + "70%" + "长" * 500)
    found = passage(document, span_of(document, "70%"))
    assert found is not None and found.cut_before and found.cut_after
    assert len(found.before) == len(found.after) == FURTHEST


def test_a_span_of_another_text_shows_no_sentence():
    document = Document.of_text("x", TEXT)
    assert passage(document, Span("0" * 64, 0, 3)) is None
    assert passage(None, span_of(document, "70%")) is None and passage(document, None) is None


SECTIONS = (
    Section("p1", SectionKind.PART, 1, "第一篇", "总"),
    Section("p1c1", SectionKind.CHAPTER, 1, "第一章", "甲", "p1"),
    Section("p1c1s1", SectionKind.SECTION, 1, "第一节", "子", "p1c1"),
    Section("p1c1s1x", SectionKind.PARAGRAPH, 0, "", "段", "p1c1s1"),
    Section("p1c2", SectionKind.CHAPTER, 2, "第二章", "乙", "p1"),
)


def test_trail_and_chapter():
    tree = Tree(SECTIONS)
    assert [one.label for one in tree.trail("p1c1s1x")] == ["第一篇", "第一章", "第一节"]
    chapter = tree.chapter("p1c1s1x")
    assert chapter is not None and chapter.eid == "p1c1"
    assert tree.trail("nowhere") == () and tree.chapter("") is None and tree.chapter("p1") is None


def rows(*places):
    return [
        row_of(target(number, f"指标{number}", "1", "个", Mode.LEVEL, section=place), None, NAMES)
        for number, place in enumerate(places, 1)
    ]


def test_the_wall_keeps_text_order_and_loses_nothing():
    wall = wall_of(rows("p1c2", "p1c1", "", "p1c1s1", "nowhere"), Tree(SECTIONS))
    assert [
        (line.heading.label if line.heading else "", [row.id[-1] for row in line.rows])
        for line in wall.tiers[0].lines
    ] == [
        ("", ["3", "5"]),
        ("第一章", ["2", "4"]),
        ("第二章", ["1"]),
    ]


def test_a_target_not_judged_counts_as_nothing():
    counted = tallied(rows("", ""), "field")
    assert (counted.total, counted.judged, counted.counts) == (2, 0, ())
    assert rows("")[0].mark == Mark("")


def test_natures_are_shown_only_where_there_are_several():
    assert natures_of(rows("", ""), "field") == ()


def test_period_end_is_the_place_on_the_axis():
    found = [observed("x", code, "1", "个", DAY) for code in ("2025Q1", "2025-06")]
    assert sorted(x for _, _, points in lines(found, "个") for x, _ in points) == [2024.25, 2024.5]
