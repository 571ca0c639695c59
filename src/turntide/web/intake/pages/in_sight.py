"""What is in sight on the review page: a part of the document, what is chosen in it, and what is lit up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict

from turntide.documents.document import Document
from turntide.web.intake.looking.drawing import Drawn, Lights, drawn
from turntide.web.intake.looking.items import Item, Items
from turntide.web.intake.looking.parts import Part, part_of_unit
from turntide.web.intake.looking.places import Unit, unit_named
from turntide.web.intake.pages.chosen import Chosen
from turntide.web.intake.pages.findings import Findings
from turntide.web.intake.pages.part_links import PartLink, name_of_part, part_links, part_numbered


@dataclass(frozen=True)
class InSight:
    """A document and its reading, with what was ``asked`` for in the address."""

    items: Items
    document: Document | None
    parts: tuple[Part, ...]
    findings: Findings
    asked: QueryDict

    @cached_property
    def part(self) -> Part:
        """The part shown: the one asked for, or where what is chosen stands."""
        for unit in self._wanted_units():
            found = part_of_unit(self.parts, unit)
            if found is not None:
                return found
        if (numbered := part_numbered(self.parts, self.asked.get("part", ""))) is not None:
            return numbered
        current = self.findings.current
        places = current.units if current else ()
        return next((part for unit in places if (part := part_of_unit(self.parts, unit))), self.parts[0])

    def _wanted_units(self) -> Iterator[Unit]:
        cell = unit_named(self.asked.get("cell", ""))
        if cell is not None:
            yield cell
        thing = self.items.thing(self.asked.get("thing", ""))
        if thing is not None and thing.first is not None:
            yield thing.first
        if "finding" in self.asked and "part" not in self.asked and self.findings.current:
            yield from self.findings.current.units

    @cached_property
    def chosen(self) -> Chosen | None:
        """The cell, action or heading chosen."""
        unit = unit_named(self.asked.get("cell", ""))
        if unit is not None and unit in self.part.units:
            return Chosen(self.items, self.part, unit=unit)
        thing = self.items.thing(self.asked.get("thing", ""))
        return Chosen(self.items, self.part, thing=thing) if thing is not None else None

    @cached_property
    def shown(self) -> tuple[Item, ...]:
        """The things that came from the part shown; all of them where there is no document to show."""
        return self.items.at(self.part.units) if self.document else self.items.all[:400]

    @cached_property
    def source(self) -> tuple[Drawn, ...]:
        """The part as drawn."""
        doubtful = frozenset(self.findings.current.units) if self.findings.current else frozenset()
        if self.chosen is None:
            return drawn(self.part, self.shown, Lights(doubtful=doubtful))
        chosen = frozenset({self.chosen.unit} if self.chosen.unit else ())
        return drawn(self.part, self.shown, Lights(chosen, self.chosen.belong, doubtful))

    @property
    def part_links(self) -> tuple[PartLink, ...]:
        """The parts to turn to."""
        return part_links(self.parts, self.part)

    @property
    def part_name(self) -> str:
        """The name of the part shown."""
        return name_of_part(self.part)

    @property
    def part_before(self) -> int:
        """The number of the part before; 0: there is none."""
        return self.part.number - 1

    @property
    def part_after(self) -> int:
        """The number of the part after; 0: there is none."""
        return self.part.number + 1 if self.part.number < len(self.parts) else 0

    @property
    def lit(self) -> frozenset[str]:
        """The ids of the actions and headings that are lit up."""
        if self.chosen is not None:
            return self.chosen.things
        current = self.findings.current
        return frozenset({current.about}) if current else frozenset()
