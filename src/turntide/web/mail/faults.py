"""What may be said of a fault in a log: no address, no words of a letter, no key."""

from __future__ import annotations

from pathlib import PurePath
from traceback import extract_tb


def told_of(fault: BaseException) -> str:
    """The kind of fault and where it happened. Its own words may hold an address, and are left out."""
    frames = extract_tb(fault.__traceback__)
    if not frames:
        return type(fault).__name__
    last = frames[-1]
    return f"{type(fault).__name__} in {PurePath(last.filename).name}, line {last.lineno} ({last.name})"
