"""What is chosen on the review page: a cell and what it became, or an action and where it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from turntide.plan.source import Spot
from turntide.web.intake.looking.drawing import blocks_text, values_at
from turntide.web.intake.looking.items import Item, Items
from turntide.web.intake.looking.parts import Part
from turntide.web.intake.looking.places import Unit
from turntide.web.intake.pages.became import Became, ColumnOf, column_at, value_became

_TELLING = 6
"""So many words tell where the second of two actions begins."""
_LONG = 400
"""Words of an action that can be split word by word on the page."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an action; ``before`` is what the second action would begin with."""

    text: str
    before: str


@dataclass(frozen=True)
class Chosen:
    """What is chosen. ``unit`` for a cell or paragraph, ``thing`` for an action or heading; not both."""

    items: Items
    part: Part
    unit: Unit | None = None
    thing: Item | None = None

    @cached_property
    def at(self) -> tuple[Item, ...]:
        """The things that came from the chosen cell."""
        return self.items.at([self.unit]) if self.unit else ()

    @property
    def text(self) -> str:
        """The words of the chosen cell."""
        return blocks_text(self.part.blocks, self.unit) if self.unit else ""

    @property
    def where(self) -> str:
        """Where the cell stands, in words."""
        if self.unit is None:
            return ""
        paragraph, table, row, column = self.unit
        sheet = next((block.sheet for block in self.part.blocks if block.sheet), None)
        spot = Spot(paragraph or None, table or None, row or None, column or None, sheet=sheet)
        told = str(spot)
        return told[:1].upper() + told[1:]

    @cached_property
    def became(self) -> tuple[Became, ...]:
        """Each value the cell became, or each value of the thing."""
        if self.thing is not None:
            return tuple(value_became(self.thing, value) for value in self.thing.values)
        if self.unit is None:
            return ()
        return tuple(value_became(item, value) for item, value in values_at(self.at, self.unit))

    @property
    def belong(self) -> frozenset[Unit]:
        """The cells that belong to what is chosen."""
        if self.thing is not None:
            return self.thing.units
        things = [item.units for item in self.at if item.kind in ("actions", "headings")]
        return frozenset().union(*things)

    @property
    def things(self) -> frozenset[str]:
        """The ids of the actions and headings that belong to what is chosen."""
        if self.thing is not None:
            return frozenset({self.thing.id})
        return frozenset(item.id for item in self.at if item.id)

    @cached_property
    def one(self) -> Item | None:
        """The action or heading that what is chosen is the words of."""
        if self.thing is not None:
            return self.thing
        return next(
            (item for item in self.at if item.kind in ("actions", "headings") and self._says(item)), None
        )

    def _says(self, item: Item) -> bool:
        source = (item.data.get("sources") or {}).get("text") or item.data.get("source")
        return self.unit in Item(item.kind, {"source": source}).units

    # What may be said of it.

    @property
    def column(self) -> ColumnOf | None:
        """The column it stands in."""
        return column_at(self.items, self.unit) if self.unit else None

    @property
    def above_text(self) -> str:
        """The words by which the row, or the action, belongs to the one above it."""
        if self.one is not None and self.one.kind == "actions":
            first = next(iter(self.items.actions))
            return "" if self.one.id == first else str(self.one.data["text"])
        if self.unit is None or not self.unit[1]:
            return ""
        cells = [
            cell.text
            for block in self.part.blocks
            if getattr(block, "cells", None) and block.number == self.unit[1]
            for cell in getattr(block, "cells", ())
            if cell.row == self.unit[2]
        ]
        return " ".join(" ".join(cells).split())

    @property
    def note_text(self) -> str:
        """The words that may be said to be a note."""
        if self.one is not None:
            return str(self.one.data["text"])
        return self._words_of("unplaced")

    @property
    def action_text(self) -> str:
        """The words that may be said to be an action."""
        if self.one is not None:
            return (
                str(self.one.data["text"])
                if self.one.kind == "headings" and not self._holds(self.one)
                else ""
            )
        return self._words_of("notes") or self._words_of("unplaced")

    def _holds(self, heading: Item) -> bool:
        return any(item.data.get("under") == heading.id for item in self.items.actions.values())

    def _words_of(self, kind: str) -> str:
        return next((str(item.data["text"]) for item in self.at if item.kind == kind), "")

    @property
    def split_words(self) -> tuple[Word, ...]:
        """The words of the action at which it may be split; none where there is no action, or it is too long."""
        if self.one is None or self.one.kind != "actions":
            return ()
        words = re.findall(r"\S+", str(self.one.data["text"]))
        if not 2 <= len(words) <= _LONG:
            return ()
        return tuple(Word(word, " ".join(words[at : at + _TELLING])) for at, word in enumerate(words))

    @property
    def owners(self) -> tuple[str, ...]:
        """The names of the action's owners, each of which may be another spelling of somebody."""
        if self.thing is None and self.one is None:
            values = [one.text for one in self.became if one.tag in ("Lead", "Partner")]
            return tuple(dict.fromkeys(" ".join(name.split()) for name in values))
        data = self.one.data if self.one else {}
        bodies = [*data.get("leads", ()), *data.get("partners", ())]
        return tuple(dict.fromkeys(" ".join(body["name"].split()) for body in bodies))

    @property
    def heading(self) -> Item | None:
        """The heading that is chosen, to say what it holds."""
        return self.one if self.one is not None and self.one.kind == "headings" else None

    @property
    def has_tools(self) -> bool:
        """Whether anything may be said of it."""
        return bool(
            self.column
            or self.above_text
            or self.note_text
            or self.action_text
            or self.owners
            or self.heading
        )
