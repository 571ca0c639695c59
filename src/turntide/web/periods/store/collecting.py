"""Python's search for things that hold each other, paused while thousands of small ones are made that do not."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_paused() -> Iterator[None]:
    """A record of a large place is a million small things: searching them again and again takes a third of the time.

    Whoever paused it goes on with it, so that of several at once the first lets it run again.
    """
    ran = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if ran:
            gc.enable()
