"""What takes long to make is made once: whoever asks for it meanwhile waits; whoever asks for other things need not."""

from __future__ import annotations

from collections.abc import Hashable
from threading import Lock

_LOCKS = tuple(Lock() for _each in range(64))


def one_at_a_time(key: Hashable) -> Lock:
    """What is held while a thing is made in this process. Two things share one now and then, which only costs time."""
    return _LOCKS[hash(key) % len(_LOCKS)]
