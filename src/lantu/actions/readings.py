"""The reading of a stored text: worked out when asked for, kept in the process, never stored."""

from collections import OrderedDict
from threading import Lock

from lantu import __version__
from lantu.documents import Document
from lantu.reading import Reading, read_plan

KEPT = 8
_kept: OrderedDict[tuple[str, ...], Reading] = OrderedDict()
_lock = Lock()


def reading_of(document: Document) -> Reading:
    """Read a document, or return what was read of the same text before. Threads may share it."""
    key = (document.sha256, document.kind.value, document.name, __version__)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    reading = read_plan(document)
    with _lock:
        _kept[key] = reading
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return reading
