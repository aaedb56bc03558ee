"""Bytes to text: what a document says, exactly, with the places kept; one text form for every format."""

from lantu.documents.document import Document, Kind, Place
from lantu.documents.read import SIZE_LIMIT, converted, old_format, read_bytes

__all__ = ["SIZE_LIMIT", "Document", "Kind", "Place", "converted", "old_format", "read_bytes"]
