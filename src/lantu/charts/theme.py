"""Colours, type and axis of every chart.

The colours are the light values of the site's tokens. In an SVG they are replaced by the tokens
themselves, so a chart inside a page follows its dark and high-contrast sheets without a second drawing.
"""

from typing import Any

TOKENS = {
    "#1d2430": "ink",
    "#5b6472": "soft",
    "#e2ddd3": "line",
    "#1f4e8c": "blue",
    "#e6edf6": "blue-soft",
    "#ffffff": "card",
}
INK, SOFT, LINE, BLUE, BLUE_SOFT, CARD = TOKENS

FONT = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
WIDTH, HEIGHT = 640, 300


def config() -> dict[str, Any]:
    """The ``config`` of a specification."""
    return {
        "background": None,
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            "labelColor": SOFT,
            "titleColor": SOFT,
            "labelFontSize": 12,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "gridColor": LINE,
            "domainColor": LINE,
            "tickColor": LINE,
        },
        "legend": {"disable": True},
    }
