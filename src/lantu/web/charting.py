"""From a page's course to a chart record in the reader's words."""

from collections.abc import Sequence

from lantu.charts import Line, PathChart, Point, TargetMark, missing_years
from lantu.web.pages.course import Course, CourseLine
from lantu.web.pages.data import DataPage
from lantu.web.pages.target import TargetPage
from lantu.web.words import Words


def target_chart(page: TargetPage, words: Words) -> PathChart | None:
    """The chart of a target; None when nothing was published for it."""
    course: Course | None = page.course
    if course is None:
        return None
    name = words.plain_name(page.row.name)
    ring = None
    if course.ring is not None:
        x, value, high = course.ring
        text = words.plain("目标 {aim}（{year}）", aim=words.aim(page.row.aim), year=page.row.due)
        ring = TargetMark(x, value, text, high)
    lines = _lines(course.lines, words)
    return PathChart(
        words.plain("{name}：公布值与目标", name=name),
        words.unit(course.unit),
        lines,
        (_line(course.nation, words, words.plain("全国")),) if course.nation else (),
        ring,
        course.path,
        course.limit,
        without(lines, words),
    )


def data_chart(page: DataPage, words: Words) -> PathChart | None:
    """The chart of one indicator in one region."""
    if not page.lines:
        return None
    name = words.plain_name(page.name)
    region = words.plain_name(page.region_name)
    lines = _lines(page.lines, words)
    return PathChart(
        words.plain("{region}{name}的公布值", region=region, name=name),
        words.unit(page.chart_unit),
        lines,
        without=without(lines, words),
    )


def without(lines: Sequence[Line], words: Words) -> str:
    """The years a chart has no figure for, in words; "" when it has one for every year."""
    years = missing_years(lines)
    return words.plain("没有收到数字的年份：{years}", years=words.years(years)) if years else ""


def _lines(lines: tuple[CourseLine, ...], words: Words) -> tuple[Line, ...]:
    """Lines named by what tells them apart: a tag that all of them carry says nothing."""
    shared = set.intersection(*(set(line.basis) for line in lines)) if len(lines) > 1 else set()
    return tuple(
        _line(line, words, words.basis(tuple(tag for tag in line.basis if tag not in shared)))
        for line in lines
    )


def _line(line: CourseLine, words: Words, label: str) -> Line:
    return Line(
        label,
        tuple(
            Point(
                point.x,
                point.value,
                words.period(point.seen.period),
                point.text,
                " · ".join(
                    part
                    for part in (words.basis(point.seen.basis), words.word("vintage", point.seen.vintage))
                    if part
                ),
                point.seen.bound if point.seen.bound in (">=", "<=") else "",
            )
            for point in line.points
        ),
        line.beside,
    )
