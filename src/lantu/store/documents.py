"""Texts the user has loaded, by their checksum."""

import json
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from lantu.documents import Document, Kind, Place
from lantu.store.canonical import canonical
from lantu.store.schema import documents
from lantu.store.sync import Change, sync


def put(connection: sa.Connection, document: Document) -> Change:
    """Keep the text; the same text under another name takes the new name."""
    row = {
        "sha256": document.sha256,
        "name": document.name,
        "encoding": document.encoding,
        "text": document.text,
        "kind": document.kind.value,
        "source_sha256": document.source_sha256 or None,
        "places": canonical([[place.start, place.end, place.address] for place in document.places]),
    }
    return sync(connection, documents, [row], documents.c.sha256 == document.sha256)


def by_sha256(connection: sa.Connection, sha256: str) -> Document | None:
    """The document with this checksum."""
    row = connection.execute(sa.select(documents).where(documents.c.sha256 == sha256)).one_or_none()
    return None if row is None else _document_of(row)


def _document_of(row: sa.Row[Any]) -> Document:
    """The document as it was first read: every field, cells and pages included."""
    made = Document.of_text(
        row.name,
        row.text,
        row.encoding,
        kind=Kind(row.kind),
        places=tuple(Place(start, end, address) for start, end, address in json.loads(row.places)),
    )
    return replace(made, source_sha256=row.source_sha256 or "")
