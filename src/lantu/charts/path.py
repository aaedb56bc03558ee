"""The path chart: published values, the target as a ring, the course to it, labels on the marks."""

from functools import lru_cache
from typing import Any

from lantu.charts.records import Line, PathChart, TargetMark
from lantu.charts.theme import BLUE, CARD, HEIGHT, INK, SOFT, WIDTH, config

Row = dict[str, Any]
LONGEST = 20  # characters of a name on the drawing
MANY = 9  # with more points than this only the ends and the extremes carry their value


@lru_cache(maxsize=512)
def path_chart(record: PathChart) -> Row:
    """Return the Vega-Lite specification of the record. Do not change the result: it is shared."""
    import altair as alt

    layers = [*_course(record), *_others(record), *_values(record), *_target(record)]
    chart = alt.layer(*layers).properties(
        width=WIDTH,
        height=HEIGHT,
        padding=6,
        description=" · ".join(part for part in (record.title, record.without) if part),
        autosize=alt.AutoSizeParams(type="fit", contains="padding"),
    )
    spec: Row = chart.to_dict()
    spec["config"] = config()
    return spec


def _scales(record: PathChart) -> tuple[Any, Any]:
    import altair as alt

    points = [point for line in (*record.lines, *record.others) for point in line.points]
    xs = [point.x for point in points] + [x for x, _ in record.path]
    ys = [point.value for point in points] + [y for _, y in record.path]
    if record.target is not None:
        xs.append(record.target.x)
        ys += [record.target.value] + ([record.target.high] if record.target.high is not None else [])
    if record.limit is not None:
        ys.append(record.limit)
    low, high = (min(ys), max(ys)) if ys else (0.0, 1.0)
    room = (high - low) * 0.18 or abs(high) * 0.1 or 1.0
    bottom = 0.0 if low >= 0 and low - room < 0 else low - room
    first, last = (min(xs), max(xs)) if xs else (0.0, 1.0)
    side = max(0.35, (last - first) * 0.06)
    step = max(1, round((last - first) / 9))
    ticks = list(range(int(-(-first // 1)), int(last) + 1, step))
    x = alt.X(
        "x:Q",
        scale=alt.Scale(domain=[first - side, last + side], nice=False, zero=False),
        axis=alt.Axis(title=None, values=ticks, format="d", grid=False),
    )
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[bottom, high + room], nice=False, zero=False),
        axis=alt.Axis(
            title=record.unit or None,
            tickCount=5,
            domain=False,
            ticks=False,
            titleAngle=0,
            titleAlign="left",
            titleAnchor="end",
            titleX=-28,
            titleY=-8,
        ),
    )
    return x, y


def _data(rows: list[Row]) -> Any:
    import altair as alt

    return alt.InlineData(values=rows)


def _rows(lines: tuple[Line, ...]) -> list[Row]:
    return [
        {
            "x": point.x,
            "value": point.value,
            "line": order,
            "run": run,
            "period": point.period,
            "text": f"{'≥' if point.bound == '>=' else '≤' if point.bound == '<=' else ''}{point.text}",
            "note": point.note,
            "open": bool(point.bound),
        }
        for order, line in enumerate(lines)
        for point, run in zip(line.points, line.runs(), strict=True)
    ]


def _course(record: PathChart) -> list[Any]:
    import altair as alt

    x, y = _scales(record)
    layers = []
    if record.path:
        rows = [{"x": at, "value": value} for at, value in record.path]
        layers.append(
            alt.Chart(_data(rows)).mark_line(color=SOFT, strokeWidth=1.5, strokeDash=[6, 4]).encode(x=x, y=y)
        )
    if record.limit is not None:
        rule = alt.Chart(_data([{"value": record.limit}]))
        layers.append(rule.mark_rule(color=SOFT, strokeWidth=1.5, strokeDash=[6, 4]).encode(y=y))
    return layers


def _others(record: PathChart) -> list[Any]:
    """Thin lines: the same series on a basis beside the main one, and the series to compare with."""
    beside = tuple(line for line in record.lines if line.beside and line.points)
    return [*_thin(record, beside, BLUE), *_thin(record, record.others, SOFT)]


def _thin(record: PathChart, lines: tuple[Line, ...], colour: str) -> list[Any]:
    import altair as alt

    if not lines:
        return []
    x, y = _scales(record)
    base = alt.Chart(_data(_rows(lines))).encode(x=x, y=y, detail=["line:N", "run:N"], tooltip=_tooltip())
    ends = [
        {"x": line.points[-1].x, "value": line.points[-1].value, "label": _short(line.label)}
        for line in lines
        if len(line.points) > 1 and line.label
    ]
    label = alt.Chart(_data(ends)).mark_text(color=SOFT, fontSize=12, dy=16, align="right", dx=6)
    return [
        base.mark_line(color=colour, strokeWidth=1.2, opacity=0.7),
        base.mark_point(color=colour, filled=True, size=18, opacity=0.9),
        label.encode(x=x, y=y, text="label:N"),
    ]


def _tooltip() -> list[Any]:
    import altair as alt

    return [alt.Tooltip(f"{name}:N", title=name) for name in ("period", "text", "note")]


def _values(record: PathChart) -> list[Any]:
    import altair as alt

    rows = _rows(tuple(line for line in record.lines if not line.beside))
    if not rows:
        return []
    x, y = _scales(record)
    base = alt.Chart(_data(rows)).encode(x=x, y=y, detail=["line:N", "run:N"], tooltip=_tooltip())
    layers = [base.mark_line(color=BLUE, strokeWidth=2.4)]
    solid = [row for row in rows if not row["open"]]
    hollow = [row for row in rows if row["open"]]
    for chosen, fill in ((solid, BLUE), (hollow, CARD)):
        if chosen:
            points = alt.Chart(_data(chosen)).mark_point(
                stroke=BLUE, fill=fill, strokeWidth=1.8, size=52, opacity=1
            )
            layers.append(points.encode(x=x, y=y, tooltip=_tooltip()))
    for labels, shift in _labels(rows):
        text = alt.Chart(_data(labels)).mark_text(color=INK, fontSize=12.5, dy=shift, clip=False)
        layers.append(text.encode(x=x, y=y, text="text:N"))
    layers += _names(record)
    return layers


def _labels(rows: list[Row]) -> list[tuple[list[Row], int]]:
    """The values worth printing, those at a low turn below their mark and all others above it."""
    ordered = sorted(rows, key=lambda row: (row["x"], row["line"]))
    if len(ordered) > MANY:
        values = [row["value"] for row in ordered]
        wanted = {0, len(ordered) - 1, values.index(min(values)), values.index(max(values))}
        wanted |= {
            place for place in range(1, len(ordered)) if ordered[place]["line"] != ordered[place - 1]["line"]
        }
    else:
        wanted = set(range(len(ordered)))
    span = max(row["value"] for row in ordered) - min(row["value"] for row in ordered)
    above: list[Row] = []
    below: list[Row] = []
    last: Row | None = None
    for place in sorted(wanted):
        row = ordered[place]
        if last and 0 < place < len(ordered) - 1 and _touches(last, row, span):
            continue
        near = [ordered[other]["value"] for other in (place - 1, place + 1) if 0 <= other < len(ordered)]
        low = near and all(row["value"] < value for value in near)
        (below if low else above).append(row)
        last = row
    return [(chosen, shift) for chosen, shift in ((above, -13), (below, 15)) if chosen]


def _touches(one: Row, other: Row, span: float) -> bool:
    """Whether two labels would run into each other on a narrow screen."""
    return bool(other["x"] - one["x"] < 1.2 and abs(other["value"] - one["value"]) < 0.05 * span)


def _names(record: PathChart) -> list[Any]:
    """With two bases or more, each line's own name stands under its first point."""
    import altair as alt

    main = [line for line in record.lines if line.points and not line.beside]
    if len(main) == len(record.lines) == 1:
        return []
    # A lone value needs no name of its own when there are many: the table under the chart has it.
    named = [line for line in main if len(line.points) > 1 or len(main) < 3]
    x, y = _scales(record)
    rows = [
        {"x": line.points[0].x, "value": line.points[0].value, "label": _short(line.label)} for line in named
    ]
    text = alt.Chart(_data(rows)).mark_text(color=SOFT, fontSize=12, dy=30, align="left", dx=-4)
    return [text.encode(x=x, y=y, text="label:N")]


def _short(label: str) -> str:
    return label if len(label) <= LONGEST else label[: LONGEST - 1] + "…"


def _target(record: PathChart) -> list[Any]:
    import altair as alt

    mark = record.target
    if mark is None:
        return []
    x, y = _scales(record)
    rows: list[Row] = [{"x": mark.x, "value": mark.value, "text": mark.text}]
    layers = []
    if mark.high is not None:
        span = alt.Chart(_data([{"x": mark.x, "value": mark.value, "high": mark.high}]))
        layers.append(span.mark_rule(color=INK, strokeWidth=2).encode(x=x, y=y, y2="high:Q"))
        rows.append({"x": mark.x, "value": mark.high, "text": ""})
    base = alt.Chart(_data(rows)).encode(x=x, y=y)
    layers.append(base.mark_point(stroke=INK, fill=CARD, strokeWidth=2, size=150, opacity=1))
    layers.append(
        base.mark_text(color=INK, fontSize=13, align="right", dx=-12, dy=_label_side(record, mark)).encode(
            text="text:N"
        )
    )
    return layers


def _label_side(record: PathChart, mark: TargetMark) -> int:
    """Above the ring, unless the last value runs just above it there."""
    near = [
        point.value
        for line in (*record.lines, *record.others)
        for point in line.points
        if point.x > mark.x - 1.6
    ]
    return 18 if near and max(near) >= mark.value else -12
