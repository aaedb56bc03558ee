"""Bytes to text: what a document says, exactly, with the places kept."""

from lantu.documents.decode import SIZE_LIMIT, read_bytes
from lantu.documents.document import Document

__all__ = ["SIZE_LIMIT", "Document", "read_bytes"]
