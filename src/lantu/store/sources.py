"""Where figures come from: each publication once, found by the digest of its four facts."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from lantu.store.canonical import digest
from lantu.store.schema import sources
from lantu.values import Source

# Selected beside a row that refers to a source; ``source_of`` reads them.
COLUMNS = tuple(sources.c[name].label(f"source_{name}") for name in ("title", "publisher", "url", "seen_on"))


def key_of(source: Source) -> str:
    """Digest of title, publisher, link and the day it was seen."""
    return digest((source.title, source.publisher, source.url, source.seen_on))


def put(connection: sa.Connection, wanted: Iterable[Source]) -> dict[Source, str]:
    """Insert those not there yet; return the key of each."""
    keys = {source: key_of(source) for source in set(wanted)}
    known = set(connection.scalars(sa.select(sources.c.digest)))
    rows = [
        {
            "digest": key,
            "title": source.title,
            "publisher": source.publisher,
            "url": source.url,
            "seen_on": source.seen_on,
        }
        for source, key in sorted(keys.items(), key=lambda item: item[1])
        if key not in known
    ]
    if rows:
        connection.execute(sa.insert(sources), rows)
    return keys


def source_of(row: sa.Row[Any]) -> Source:
    """The source of a row selected with ``COLUMNS``."""
    return Source(row.source_title, row.source_publisher, row.source_url, row.source_seen_on)
