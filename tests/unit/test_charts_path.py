"""The path chart: what is drawn, what is never joined, and drawing once."""

import re

import pytest

from lantu.charts import (
    Line,
    PathChart,
    Point,
    SvgCache,
    TargetMark,
    bundle,
    missing_years,
    path_chart,
    spark,
)
from lantu.charts.svg import fingerprint


def line(label, *pairs, bound=""):
    return Line(label, tuple(Point(float(x), y, str(x), str(y), bound=bound) for x, y in pairs))


BEFORE = line("普查前", (2018, 67.5), (2019, 68.1))
AFTER = line("普查后", (2020, 72.1), (2021, 73.5))
CHART = PathChart(
    "城镇化率的公布值与目标",
    "%",
    (BEFORE, AFTER),
    others=(line("全国", (2020, 63.9), (2021, 66.2)),),
    target=TargetMark(2025.0, 69.0, "目标 69 %"),
    path=((2019.0, 68.1), (2025.0, 69.0)),
)


@pytest.fixture(scope="module")
def drawings():
    return SvgCache()


def marks(spec, kind):
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == kind]


def paths(svg, colour):
    return re.findall(rf'<path[^>]*stroke="var\(--{colour}\)"[^>]*>', svg)


def test_two_bases_are_two_lines(drawings):
    svg = drawings.svg(path_chart(CHART))
    strokes = [path for path in paths(svg, "blue") if 'fill="none"' in path or "fill" not in path]
    lines = [found for path in strokes if (found := re.search(r'd="(M[^"Z]*L[^"Z]*)"', path))]
    assert len(lines) == 2
    assert all(found[1].count("M") == 1 for found in lines)


def test_one_basis_is_one_line(drawings):
    whole = PathChart("一", "%", (line("", (2019, 1.0), (2020, 2.0), (2021, 3.0)),))
    svg = drawings.svg(path_chart(whole))
    lines = [path for path in paths(svg, "blue") if re.search(r'd="M[^"Z]*L[^"Z]*L[^"Z]*"', path)]
    assert len(lines) == 1


@pytest.mark.parametrize("beside", [False, True])
def test_years_without_a_figure_are_not_crossed(drawings, beside):
    points = line("甲", (2018, 1.0), (2019, 2.0), (2022, 3.0), (2023, 4.0))
    main = line("", (2018, 5.0), (2019, 6.0))
    lines = (main, Line("甲", points.points, beside=True)) if beside else (points,)
    svg = drawings.svg(path_chart(PathChart("一", "%", lines)))
    joined = [path for path in paths(svg, "blue") if re.search(r'd="M[^"Z]*L[^"Z]*"', path)]
    assert len(joined) == 2 + beside
    assert not any(re.search(r'd="M[^"Z]*L[^"Z]*L', path) for path in joined)


def test_half_years_follow_each_other():
    assert line("", (2023.5, 1.0), (2024.0, 2.0), (2025.0, 3.0), (2027.0, 4.0)).runs() == (0, 0, 0, 1)


def test_values_target_and_names_are_written_on_the_marks(drawings):
    svg = drawings.svg(path_chart(CHART))
    for words in ("67.5", "73.5", "目标 69 %", "普查前", "普查后", "全国", "2025"):
        assert f">{words}<" in svg


def test_a_single_basis_needs_no_name(drawings):
    svg = drawings.svg(path_chart(PathChart("一", "%", (BEFORE,))))
    assert "普查前" not in svg


def test_a_bound_is_drawn_hollow_and_says_so(drawings):
    svg = drawings.svg(path_chart(PathChart("下限", "个", (line("", (2020, 5.0), (2021, 7.0), bound=">="),))))
    assert ">≥7.0<" in svg
    assert 'fill="var(--card)"' in svg and 'fill="var(--blue)"' not in svg


def test_a_long_series_labels_ends_and_extremes_only(drawings):
    pairs = [(2001 + step, 10.0 + step * (-1) ** step) for step in range(20)]
    svg = drawings.svg(path_chart(PathChart("长", "%", (line("", *pairs),))))
    shown = [str(value) for _, value in pairs if f">{value}<" in svg]
    assert shown == [str(pairs[0][1]), str(pairs[18][1]), str(pairs[19][1])]


def test_the_same_record_gives_the_same_bytes():
    assert SvgCache().svg(path_chart(CHART)) == SvgCache().svg(path_chart(CHART))


def test_nothing_in_the_drawing_needs_a_style_a_script_or_the_net(drawings):
    svg = drawings.svg(path_chart(CHART))
    assert "style=" not in svg and "<script" not in svg and "<style" not in svg
    links = set(re.findall(r'https?://[^"\s]+', svg))
    assert links <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert not re.search(r'(?:fill|stroke)="#', svg), "every colour is a token of the page"


def test_the_title_is_a_name_and_is_escaped(drawings):
    svg = drawings.svg(path_chart(PathChart('<b>"一"&', "%", (BEFORE,))))
    assert 'role="img"' in svg and "&lt;b&gt;" in svg and "<b>" not in svg


def test_drawn_once_in_memory_and_once_on_disk(tmp_path, monkeypatch):
    from lantu.charts import svg as module

    drawn = []
    real = module.draw
    monkeypatch.setattr(module, "draw", lambda spec: drawn.append(1) or real(spec))
    spec = path_chart(CHART)
    first = SvgCache(tmp_path)
    assert first.svg(spec) == first.svg(spec)
    assert len(drawn) == 1
    assert SvgCache(tmp_path).svg(spec) == first.svg(spec)
    assert len(drawn) == 1
    assert [path.name for path in tmp_path.iterdir()] == [f"{fingerprint(spec)}.svg"]


def test_empty_and_constant_series_draw(drawings):
    assert "<svg" in drawings.svg(
        path_chart(PathChart("空", "%", (), target=TargetMark(2025.0, 5.0, "目标")))
    )
    assert "<svg" in drawings.svg(path_chart(PathChart("平", "%", (line("", (2020, 0.0), (2021, 0.0)),))))


def test_the_browser_script_is_local_and_whole():
    script = bundle()
    assert "window.lantuEmbed=" in script
    assert len(script) > 500_000


def test_spark_breaks_between_bases_and_keeps_inside_the_box():
    found = spark(
        [[(2019, 68.1), (2020, 68.5)], [(2020.5, 72.1), (2021, 73.5)]], target=69.0, width=100, height=20
    )
    assert found is not None
    assert found.d.count("M") == 2 and found.d.count("L") == 2
    numbers = [float(text) for text in re.findall(r"-?\d+(?:\.\d+)?", found.d)]
    assert all(0 <= x <= 100 for x in numbers[::2]) and all(0 <= y <= 20 for y in numbers[1::2])
    assert (found.x, found.y) == (97.0, 3.0)
    assert found.target_y is not None and found.y < found.target_y < 17.1


def test_one_value_is_no_spark():
    assert spark([[(2019, 1.0)]]) is None
    assert spark([[(2019, 1.0), (2020, 1.0)]]) is not None


def test_spark_crosses_no_year_without_a_value_and_shows_a_lone_one():
    found = spark([[(2018, 1.0), (2019, 2.0), (2021, 3.0), (2023, 4.0), (2024, 5.0)]], width=106, height=26)
    assert found is not None
    assert re.sub(r"[\d.]+ [\d.]+", "p", found.d) == "MpLpMph2MpLp"


def test_years_no_line_has_are_missing():
    """Another basis may have the year; half a year is its year's."""
    one = line("", (2018, 1.0), (2019, 2.0), (2023, 3.0))
    other = line("", (2019.5, 1.0), (2021, 2.0))
    assert missing_years((one,)) == (2020, 2021, 2022)
    assert missing_years((one, other)) == (2022,)
    assert missing_years(()) == ()


def test_the_words_for_missing_years_are_read_out_behind_the_title(drawings):
    chart = PathChart("一", "%", (BEFORE,), without="没有 2020")
    assert 'aria-label="一 · 没有 2020"' in drawings.svg(path_chart(chart))
