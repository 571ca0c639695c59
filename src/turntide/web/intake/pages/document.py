"""The document of an edition as a viewer sees it: one part of it, with what an action came from lit up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Self

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.explaining.values import Value
from turntide.web.accounts.models import Place
from turntide.web.intake.looking.drawing import Drawn, Lights, drawn
from turntide.web.intake.looking.parts import Part, part_of_unit
from turntide.web.intake.looking.places import SpotName, Unit, spot_named
from turntide.web.intake.looking.standing import Standing, Told
from turntide.web.intake.models import Intake
from turntide.web.intake.pages.document_values import ValueShown, value_shown
from turntide.web.intake.pages.opened import opened
from turntide.web.intake.pages.part_links import PartLink, name_of_part, part_links, part_numbered
from turntide.web.plans.models import Edition
from turntide.web.plans.pages.wording import Crumbs, crumbs_to_plan, short


@dataclass(frozen=True)
class Asked:
    """What is asked for: its words, its own page, how the address names it, and what is told of it."""

    name: str
    url: str
    query: str
    told: Told


@dataclass(frozen=True)
class DocumentPage:
    """An edition's document. What is lit up is in the address, so that every link can be sent."""

    place: Place
    intake: Intake
    edition: Edition
    parts: tuple[Part, ...]
    asked: Asked | None
    query: QueryDict
    template: ClassVar[str] = "intake/document.html"

    @classmethod
    def of(
        cls, place: Place, intake: Intake, edition: Edition, asked: Asked | None, query: QueryDict
    ) -> Self:
        """The page for a file that was adopted as an edition."""
        return cls(place, intake, edition, opened(intake).parts, asked, query)

    @property
    def title(self) -> str:
        """The file's name."""
        return self.intake.original.name

    @property
    def caption(self) -> str:
        """Which edition it is."""
        return _("Document of edition %(number)s") % {"number": self.edition.number}

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_plan(self.place, self.edition.plan)

    @property
    def original(self) -> str:
        """Where the file itself is saved from."""
        return reverse("original", args=[self.place.slug, self.intake.original_id])

    # What is lit up.

    @cached_property
    def spot(self) -> SpotName | None:
        """The one place asked for, if the document has it."""
        named = spot_named(self.query.get("spot", ""))
        return named if named and part_of_unit(self.parts, named.unit) else None

    @cached_property
    def values(self) -> tuple[Standing, ...]:
        """What is told of the thing asked for."""
        return self.asked.told.values if self.asked else ()

    @cached_property
    def chosen(self) -> Standing | None:
        """The value that stands in the place asked for."""
        named = self.spot
        return next((each for each in self.values if named and named.is_of(each.value)), None)

    @property
    def units(self) -> frozenset[Unit]:
        """Every paragraph and cell that what is asked for came from."""
        return self.asked.told.units if self.asked else frozenset()

    @property
    def lights(self) -> Lights:
        """Which cells are lit up."""
        value = self.chosen.value if self.chosen else None
        strong = {spot.unit for spot in value.spots} if value else {self.spot.unit} if self.spot else set()
        return Lights(chosen=frozenset(strong), belong=self.units, value=value)

    # Which part is shown.

    @cached_property
    def part(self) -> Part:
        """The part shown: the one asked for, else where what is asked for begins."""
        if (numbered := part_numbered(self.parts, self.query.get("part", ""))) is not None:
            return numbered
        found = (part_of_unit(self.parts, unit) for unit in self._wanted())
        return next((part for part in found if part is not None), self.parts[0])

    def _wanted(self) -> Iterator[Unit]:
        if self.spot:
            yield self.spot.unit
        for standing in self.values:
            yield from (spot.unit for spot in standing.value.spots)
        yield from sorted(self.units)

    @cached_property
    def source(self) -> tuple[Drawn, ...]:
        """The part as drawn."""
        return drawn(self.part, [_Lit(tuple(each.value for each in self.values))], self.lights)

    @property
    def part_links(self) -> tuple[PartLink, ...]:
        """The parts to turn to."""
        return part_links(self.parts, self.part)

    @property
    def part_before(self) -> str:
        """The address of the part before; empty where there is none."""
        return self._at(self.part.number - 1)

    @property
    def part_after(self) -> str:
        """The address of the part after; empty where there is none."""
        return self._at(self.part.number + 1)

    @property
    def also_in(self) -> tuple[tuple[str, str], ...]:
        """Other parts in which something is lit up: their names and addresses."""
        lit = [one for one in self.parts if one is not self.part and not self.units.isdisjoint(one.units)]
        return tuple((name_of_part(one), self._at(one.number)) for one in lit)

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """What the form that turns to a part keeps of the address."""
        return tuple(
            (name, str(self.query[name])) for name in ("action", "heading", "spot") if self.query.get(name)
        )

    def _at(self, number: int) -> str:
        if not 1 <= number <= len(self.parts):
            return ""
        query = QueryDict(mutable=True)
        query.update(dict(self.kept) | {"part": str(number)})
        return f"?{query.urlencode()}"

    # What is said beside it.

    @property
    def thing(self) -> tuple[str, str] | None:
        """The words of the action or heading asked for, and its own page."""
        return (short(self.asked.name, 160), self.asked.url) if self.asked else None

    @property
    def is_elsewhere(self) -> bool:
        """Whether nothing of it stands in this document."""
        return self.asked is not None and not self.units

    @property
    def told(self) -> tuple[ValueShown, ...]:
        """Each value, and what is to be said of its place."""
        return tuple(self._shown(standing) for standing in self.values)

    @property
    def became(self) -> ValueShown | None:
        """The value in the place asked for."""
        return self._shown(self.chosen) if self.chosen else None

    def _shown(self, standing: Standing) -> ValueShown:
        query = self.asked.query if self.asked else ""
        return value_shown(standing, query, chosen=standing is self.chosen)


@dataclass(frozen=True, slots=True)
class _Lit:
    values: tuple[Value, ...]
