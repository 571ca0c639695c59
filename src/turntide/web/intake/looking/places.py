"""The names of paragraphs and cells in addresses and pages: 'p12', 't2r4c1'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from turntide.explaining.values import Value
from turntide.plan.source import Spot

Unit = tuple[int, int, int, int]
"""A paragraph or cell, as `Spot.unit` gives it."""

_HOLD_MORE = (dict, list)
_SPOT = re.compile(r"([a-z0-9]{1,40}?)s(\d{1,9})-(\d{1,9})")
_NAME = re.compile(r"p(\d{1,9})|t(\d{1,9})r(\d{1,9})c(\d{1,9})")


def name_of(unit: Unit) -> str:
    """The name of a paragraph or cell."""
    paragraph, table, row, column = unit
    return f"p{paragraph}" if paragraph else f"t{table}r{row}c{column}"


def unit_named(name: str) -> Unit | None:
    """The paragraph or cell of this name; None where it is no such name."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    paragraph, table, row, column = (int(number or 0) for number in found.groups())
    return (paragraph, table, row, column)


@dataclass(frozen=True, slots=True)
class SpotName:
    """A place in the document as an address names it (`plans.pages.places_in_files.spot_name`): 't2r4c1s0-14'."""

    unit: Unit
    start: int
    end: int

    @classmethod
    def of(cls, spot: Spot) -> SpotName:
        """The name of a spot."""
        return cls(spot.unit, spot.start, spot.end)

    def is_of(self, value: Value) -> bool:
        """Whether a value stands there."""
        return any(SpotName.of(spot) == self for spot in value.spots)

    def __str__(self) -> str:
        return f"{name_of(self.unit)}s{self.start}-{self.end}"


def spot_named(name: str) -> SpotName | None:
    """The place of this name; None where it is no such name."""
    found = _SPOT.fullmatch(name)
    unit = unit_named(found[1]) if found else None
    return SpotName(unit, int(found[2]), int(found[3])) if found and unit else None


def units_in(data: Any) -> Iterator[Unit]:
    """Every paragraph and cell that a part of a reading, as plain data, came from, in no order."""
    left = [data]
    while left:
        here = left.pop()
        if isinstance(here, dict):
            if "spots" in here:
                yield from map(unit_of, here["spots"])
            here = here.values()
        left += [value for value in here if value.__class__ in _HOLD_MORE]


def unit_of(spot: dict[str, Any]) -> Unit:
    """The paragraph or cell of a spot that is plain data."""
    return (spot.get("paragraph", 0), spot.get("table", 0), spot.get("row", 0), spot.get("column", 0))
