"""Specification to SVG, drawn once and kept; and the script that makes the same chart interactive."""

import json
import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from lantu.charts.theme import TOKENS

# vl-convert draws with Vega inside V8, one at a time: 0.6 s for the first chart, then about 60 ms.
_DRAWING = Lock()
_SNIPPET = "window.lantuEmbed = vegaEmbed;"


class SvgCache:
    """Drawings by the hash of their specification, in memory and, when a folder is given, on disk."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._kept: dict[str, str] = {}

    def svg(self, spec: dict[str, Any]) -> str:
        """Return the drawing as one ``<svg>`` element whose colours are the page's tokens."""
        key = fingerprint(spec)
        if (known := self._kept.get(key)) is not None:
            return known
        path = self._folder / f"{key}.svg" if self._folder is not None else None
        if path is not None and path.is_file():
            drawn = path.read_text(encoding="utf-8")
        else:
            drawn = for_page(draw(spec), str(spec.get("description", "")))
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(drawn, encoding="utf-8")
        self._kept[key] = drawn
        return drawn


def fingerprint(spec: dict[str, Any]) -> str:
    """Hash of a specification: the name of its drawing."""
    return sha256(json.dumps(spec, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]


def draw(spec: dict[str, Any]) -> str:
    """Draw a Vega-Lite specification; the same specification gives the same bytes."""
    import vl_convert

    with _DRAWING:
        return str(vl_convert.vegalite_to_svg(vl_spec=spec))


def for_page(svg: str, title: str) -> str:
    """Make a drawing fit a page: fluid width, a name for screen readers, token colours, no inline style."""
    from xml.sax.saxutils import quoteattr

    svg = re.sub(r"<\?xml[^>]*>\s*|<!DOCTYPE[^>]*>\s*", "", svg)
    svg = re.sub(r'\sstyle="[^"]*"', "", svg)
    svg = re.sub(r'\s(?:role|aria-roledescription|aria-label|tabindex)="[^"]*"', "", svg)
    svg = re.sub(
        r'<svg([^>]*?) class="marks" width="[^"]*" height="[^"]*"',
        lambda found: f'<svg{found[1]} class="chart" role="img" aria-label={quoteattr(title)}',
        svg,
        count=1,
    )
    for colour, token in TOKENS.items():
        svg = re.sub(rf'="{colour}"', f'="var(--{token})"', svg, flags=re.IGNORECASE)
    return svg


@cache
def bundle() -> str:
    """The script that draws charts in the browser: Vega, Vega-Lite and Vega-Embed in one local file."""
    import vl_convert

    with _DRAWING:
        return str(vl_convert.javascript_bundle(_SNIPPET))
