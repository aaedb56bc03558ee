"""Where everything is kept: SQLite or PostgreSQL, one writer at a time, every write in the audit chain."""

from lantu.store.audit import AuditRecord
from lantu.store.chain import ChainReport, verify_chain
from lantu.store.reader import Reader
from lantu.store.store import Store
from lantu.store.writer import Writer

__all__ = ["AuditRecord", "ChainReport", "Reader", "Store", "Writer", "verify_chain"]
