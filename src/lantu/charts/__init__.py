"""Charts: plain records in, Vega-Lite specifications and SVG out. Knows no plan and no indicator."""

from lantu.charts.path import path_chart
from lantu.charts.records import Line, PathChart, Point, TargetMark, missing_years
from lantu.charts.spark import Spark, spark
from lantu.charts.svg import SvgCache, bundle

__all__ = [
    "Line",
    "PathChart",
    "Point",
    "Spark",
    "SvgCache",
    "TargetMark",
    "bundle",
    "missing_years",
    "path_chart",
    "spark",
]
