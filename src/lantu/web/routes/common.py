"""Small helpers of the routes."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import Response

from lantu.web.site import Site
from lantu.web.view import View, read_view

_NUMBER = re.compile(r"[+-]?[\d.]+")


def site_of(request: Request) -> Site:
    """The running site."""
    site: Site = request.app.state.site
    return site


def view_of(request: Request) -> View:
    """The reader of this request."""
    return read_view(request, site_of(request).today())


def attached(data: bytes, kind: str, name: str, headers: Mapping[str, str] | None = None) -> Response:
    """A file to save; kind: its media type."""
    told = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}", **(headers or {})}
    return Response(data, media_type=kind, headers=told)


def csv_response(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """A CSV file in UTF-8 with a byte order mark, so that a spreadsheet opens it with the right letters."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(str(value)) for value in row] for row in rows)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response("\ufeff" + out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _cell(text: str) -> str:
    """Words that a spreadsheet would read as a formula are made words again; numbers stay numbers."""
    formula = text.startswith(("=", "+", "-", "@", "\t", "\r")) and not _NUMBER.fullmatch(text)
    return f"'{text}" if formula else text
