"""Texts the user has loaded, by their checksum."""

import sqlalchemy as sa

from lantu.documents import Document
from lantu.store.schema import documents
from lantu.store.sync import Change, sync


def put(connection: sa.Connection, document: Document) -> Change:
    """Keep the text; the same text under another name takes the new name."""
    row = {
        "sha256": document.sha256,
        "name": document.name,
        "encoding": document.encoding,
        "text": document.text,
    }
    return sync(connection, documents, [row], documents.c.sha256 == document.sha256)


def by_sha256(connection: sa.Connection, sha256: str) -> Document | None:
    """The document with this checksum."""
    row = connection.execute(sa.select(documents).where(documents.c.sha256 == sha256)).one_or_none()
    return None if row is None else Document.of_text(row.name, row.text, row.encoding)
