"""A report as one HTML file that needs nothing else: for a phone, a screen reader, and paper."""

from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from lantu.reports.content import Report
from lantu.reports.numbering import say
from lantu.reports.told import Data, Telling, told
from lantu.values import msg

_TYPES = {"png": "image/png", "svg": "image/svg+xml"}


def to_html(report: Report, at: datetime) -> bytes:
    """Write the report; pictures stand in the file, scripts and outside addresses do not.

    at: the instant written into the head; the same report and instant give the same bytes.
    """
    data, telling = told(report)
    language = report.language
    notes = [
        {"text": text, "back": say(msg("回到正文第 {number} 条脚注处", number=number), language)}
        for number, text in enumerate(telling.notes, 1)
    ]
    own = {"table": say(msg("表格"), language), "notes": say(msg("脚注"), language)}
    widths = list(_placed(data, telling))
    page = _template().render(
        report=data,
        notes=notes,
        own=own,
        linked=[one["place"] for one in data["attachments"]],
        css=_markup(files("lantu.reports").joinpath("templates/report.css").read_text("utf-8").strip()),
        widths=_markup("\n".join(widths)),
        written=at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    return f"{page.rstrip()}\n".encode()


def _placed(data: Data, telling: Telling) -> Iterator[str]:
    """Number tables and figures, put pictures into the data, and give the rules for their widths."""
    pictures = dict(telling.pictures)
    blocks = [*data["body"], *(block for one in data["attachments"] for block in one["body"])]
    for place, block in enumerate(blocks, 1):
        block["place"] = place
        if block["kind"] == "table":
            for column, share in enumerate(block["shares"], 1):
                yield f".w{place}-{column} {{ width: {share * 100:.3f}%; }}"
        elif block["kind"] == "figure":
            name = block["name"]
            coded = b64encode(pictures[name]).decode("ascii")
            block["source"] = f"data:{_TYPES[name.rpartition('.')[2]]};base64,{coded}"
            yield f".f{place} {{ width: {block['width'] * 100:.3f}%; }}"


def _markup(text: str) -> Any:
    """Text of our own that stands in the page as it is."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - style sheets of this package and numbers only


def _lines(text: str) -> Any:
    from markupsafe import Markup, escape

    return Markup("<br>").join(escape(line) for line in text.split("\n"))


@cache
def _template() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("lantu.reports", "templates"), autoescape=True, undefined=StrictUndefined
    )
    made.filters["lines"] = _lines
    return made.get_template("report.html")
