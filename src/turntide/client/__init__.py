"""What places promised and what became of it, for programs: a typed client of Turntide's API.

>>> from turntide.client import Turntide
>>> with Turntide("https://turntide.example") as site:
...     for action in site.place("tarrow").actions(freshness="silent"):
...         print(action.ref, action.text)

What places publish needs no key. With one, ``site.held`` reads and writes what the key's own place holds.
"""

from __future__ import annotations

from turntide.client.held import Held
from turntide.client.problems import (
    ChangedMeanwhileError,
    NoKeyError,
    NotAllowedError,
    NotFoundError,
    ProblemError,
    PublishedAnewError,
    RefusedError,
    TooManyError,
    UnreachableError,
    Wrong,
    WrongWordsError,
)
from turntide.client.published import Published
from turntide.client.site import Turntide

__all__ = [
    "ChangedMeanwhileError",
    "Held",
    "NoKeyError",
    "NotAllowedError",
    "NotFoundError",
    "ProblemError",
    "Published",
    "PublishedAnewError",
    "RefusedError",
    "TooManyError",
    "Turntide",
    "UnreachableError",
    "Wrong",
    "WrongWordsError",
]
