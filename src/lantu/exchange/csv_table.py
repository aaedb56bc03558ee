"""Rows as CSV that Excel and WPS open well, and that cannot run anything there.

UTF-8 with a byte order mark, CRLF line ends, every number with all its digits. Words of a document that a
spreadsheet would take for a formula get an apostrophe in front (OWASP, CSV Injection).
"""

import csv
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from io import StringIO
from typing import Any

from lantu.reading.jsonl import plain
from lantu.values import Comparator

# What starts a formula, in half and full width; a tab or line end hides what follows it.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_OWN_WORDS = frozenset(comparator.value for comparator in Comparator)  # "=" alone is no formula


def csv_table(rows: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> bytes:
    """One header line, then a line per row; a column that a row lacks stays empty."""
    names = list(columns)
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([cell(row.get(name)) for name in names] for row in rows)
    return stream.getvalue().encode("utf-8-sig", "surrogatepass")


def cell(value: object) -> str:
    """A value as the words of a cell: None is empty, a list of words is joined, a record is JSON."""
    if isinstance(value, Decimal):
        return plain(value)
    if value is None or isinstance(value, int):
        return "" if value is None else str(value).lower()
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, list | tuple) and all(isinstance(word, str) for word in value):
        return guarded("、".join(value))
    return guarded(json.dumps(value, ensure_ascii=False, default=str))


def guarded(text: str) -> str:
    """The text with an apostrophe in front when a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(_DANGEROUS) and text not in _OWN_WORDS else text
