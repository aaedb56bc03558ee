"""The desk: drafts being checked, held in memory alone and gone after a while.

Nothing of it is written anywhere. A draft is reached by an address nobody can guess, and only from the
browser that brought it.
"""

import hmac
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from lantu.check import Report
from lantu.plan import Section
from lantu.values import NotFound, Problem, msg

MOST_DRAFTS = 20
MOST_BYTES = 200 * 1024 * 1024
LIFE = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class DraftOnDesk:
    """One draft with its check.

    data: the file's own bytes where an output needs them (a Word file), else b""; sections: its headings;
    region: code of its own region as given, "" for by its title; notes: what was noticed on reading it;
    version: of the data it was checked against; taken: where the figures begin whose correction
    was promised.
    """

    report: Report
    sections: tuple[Section, ...]
    region: str
    version: int
    data: bytes = b""
    notes: tuple[Problem, ...] = ()
    taken: frozenset[int] = frozenset()

    @property
    def size(self) -> int:
        """Bytes it takes, about: the file kept and the text."""
        return len(self.data) + 4 * len(self.report.document.text)


@dataclass(slots=True)
class _Held:
    draft: DraftOnDesk
    owner: bytes
    used: datetime


class Desk:
    """At most ``MOST_DRAFTS`` drafts and ``MOST_BYTES``; the one longest unused goes first.

    A draft nobody has used for ``LIFE`` is gone, whether or not anybody comes to look.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._held: dict[str, _Held] = {}
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None

    def __len__(self) -> int:
        """How many drafts there are now."""
        with self._lock:
            self._sweep()
            return len(self._held)

    def put(self, draft: DraftOnDesk, owner: str) -> str:
        """Lay a draft down for the browser with this cookie; returns the key of its address."""
        key = secrets.token_urlsafe(24)
        with self._lock:
            self._sweep()
            self._held[key] = _Held(draft, _digest(owner), self._now())
            self._make_room(key)
            self._wake()
        return key

    def get(self, key: str, owner: str) -> DraftOnDesk:
        """The draft. Raises NotFound when it is gone, or was brought by another browser."""
        with self._lock:
            return self._find(key, owner).draft

    def change(self, key: str, owner: str, **fields: object) -> None:
        """Put other values into some fields of the draft. Raises NotFound as ``get`` does."""
        with self._lock:
            held = self._find(key, owner)
            held.draft = replace(held.draft, **fields)  # type: ignore[arg-type]

    def take(self, key: str, owner: str, start: int, *, taken: bool) -> None:
        """Note that the figure at an offset will be corrected, or that it is open again."""
        with self._lock:
            held = self._find(key, owner)
            kept = held.draft.taken | {start} if taken else held.draft.taken - {start}
            held.draft = replace(held.draft, taken=kept)

    def drop(self, key: str, owner: str) -> None:
        """Take a draft off the desk for good. Raises NotFound as ``get`` does."""
        with self._lock:
            self._find(key, owner)
            del self._held[key]

    def _find(self, key: str, owner: str) -> _Held:
        self._sweep()
        held = self._held.get(key)
        if held is None or not hmac.compare_digest(held.owner, _digest(owner)):
            raise NotFound(
                msg(
                    "这份文稿不在了：已经删除，或两小时没有用而自动删除，或不是这个浏览器交来的。"
                    "请重新选文件核对；以前不采纳的理由和核定数都还在。"
                )
            )
        held.used = self._now()
        return held

    def _sweep(self) -> None:
        limit = self._now() - LIFE
        for key in [key for key, held in self._held.items() if held.used <= limit]:
            del self._held[key]

    def _make_room(self, kept: str) -> None:
        def too_much() -> bool:
            whole = sum(held.draft.size for held in self._held.values())
            return len(self._held) > MOST_DRAFTS or whole > MOST_BYTES

        for key in sorted(self._held, key=lambda key: self._held[key].used):
            if key != kept and too_much():
                del self._held[key]

    def _wake(self) -> None:
        """One clock for all: it comes back while anything is on the desk."""
        if self._timer is None or not self._timer.is_alive():
            self._timer = threading.Timer(LIFE.total_seconds() / 24, self._tick)
            self._timer.daemon = True
            self._timer.start()

    def _tick(self) -> None:
        with self._lock:
            self._sweep()
            self._timer = None
            if self._held:
                self._wake()


def _digest(owner: str) -> bytes:
    return sha256(owner.encode("utf-8", "replace")).digest()
