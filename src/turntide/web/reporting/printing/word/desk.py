"""What the blocks of one Word document are written with: its styles, its places, what it has counted so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from turntide.web.reporting.printing.layout import SHORT, Layout
from turntide.web.reporting.rules.paper import Picture

Embedded = tuple[str, str]
"""The relations to a picture's points and to its drawing."""


@dataclass
class Desk:
    """``styles`` gives the document's own name of each of our styles; ``width`` and ``height`` are those of a page's
    text, in twentieths of a point. Tables of up to ``short`` rows stay whole. ``address``, ``embed`` and ``new_list``
    put a link, a picture, a list's numbering into the document and tell what it is called there. ``bullets`` is the
    numbering of bullets where the style has none of its own, or 0.
    """

    layout: Layout
    styles: Mapping[str, str]
    width: int
    height: int
    address: Callable[[str], str]
    embed: Callable[[Picture], Embedded]
    new_list: Callable[[], int]
    bullets: int = 0
    short: int = SHORT
    _counts: Counter[str] = field(default_factory=Counter)

    def count(self, of: str) -> int:
        """The next number of something that needs one of its own."""
        self._counts[of] += 1
        return self._counts[of]

    def is_first(self, name: str) -> bool:
        """Whether this is asked of a name for the first time."""
        return self.count(f"met {name}") == 1

    def bookmark(self, anchor: str) -> str:
        """What a place of the paper is called in Word, which allows few signs; nothing for no place."""
        place = self.layout.place_numbers.get(anchor) if anchor else None
        return f"place_{place}" if place else ""
