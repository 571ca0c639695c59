"""Somebody's name struck out of a record. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

_NAMES = ("by", "moved_by", "whose")
"""The fields that hold a person's name and nothing else: there a name of a single word is one too."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as they may stand in a record. ``strike`` takes their name and address out of a text.

    ``names`` are all they go by; ``struck`` is what stands where a name stood.
    """

    names: Collection[str]
    strike: Callable[[str], str]
    struck: str

    def out_of(self, value: Any, field: str = "") -> Any:
        """JSON without them."""
        if isinstance(value, str):
            whole = field in _NAMES and value.strip().casefold() in {name.casefold() for name in self.names}
            return self.struck if whole else self.strike(value)
        if isinstance(value, dict):
            return {key: self.out_of(each, key) for key, each in value.items()}
        return [self.out_of(each, field) for each in value] if isinstance(value, list | tuple) else value

    def mentions(self, value: Any, field: str = "") -> Iterator[str]:
        """The texts in which they stand, each once a place."""
        if isinstance(value, str):
            if self.out_of(value, field) != value:
                yield value
        elif isinstance(value, dict):
            for key, each in value.items():
                yield from self.mentions(each, key)
        elif isinstance(value, list | tuple):
            for each in value:
                yield from self.mentions(each, field)
