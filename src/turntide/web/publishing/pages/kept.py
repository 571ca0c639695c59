"""Pages that were rendered once, kept for whoever asks next. What is kept in this process has a bound in bytes."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

MOST_BYTES = 24 * 1024 * 1024
Key = tuple[str, str, str]
"""A publication's mark, the path of the page, the language."""


class KeptPages:
    """The pages last asked for, up to a bound of bytes."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._pages: OrderedDict[Key, bytes] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, key: Key) -> bytes | None:
        """A page that is kept."""
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
            return self._pages.get(key)

    def put(self, key: Key, body: bytes) -> None:
        """Keep a page; those not asked for the longest go."""
        with self._lock:
            self._bytes += len(body) - len(self._pages.pop(key, b""))
            self._pages[key] = body
            while self._bytes > self._most and self._pages:
                _key, gone = self._pages.popitem(last=False)
                self._bytes -= len(gone)

    def clear(self) -> None:
        """Keep nothing."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return self._bytes


KEPT = KeptPages()
