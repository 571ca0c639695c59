"""A letter as it goes out, and what it is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

STRUCK_OUT = "[the person's own link]"
"""What stands in a kept letter where the link stood that opens the person's page."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a letter."""

    name: str
    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Contents:
    """What a letter says, by the names of the fields in its wording.

    ``secret`` names the fields whose values open doors: they are struck out of what is kept.
    """

    values: Mapping[str, str]
    secret: frozenset[str] = frozenset()
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, worded. ``text`` and ``html`` say the same; ``stop_url`` where one click stops letters of its kind."""

    id: str
    to_email: str
    to_name: str
    subject: str
    text: str
    html: str
    reply_to: str = ""
    stop_url: str = ""
    enclosures: tuple[Enclosure, ...] = field(default=())
