"""What is held of an action or a heading, beside what one edition's document says of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from turntide.explaining.values import Value
from turntide.web.intake.looking.items import Item
from turntide.web.intake.looking.places import Unit, units_in
from turntide.web.plans.models import Edition
from turntide.web.plans.store.origins import Origins


class How(StrEnum):
    """How a value stands to the document shown."""

    HERE = "here"
    CHANGED = "changed"
    ELSEWHERE = "elsewhere"
    BY_HAND = "by hand"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Standing:
    """A value, its spots in the document shown, and how it stands to it.

    CHANGED is what the document says and is no longer held; for ELSEWHERE ``edition`` is the one whose document
    says it, where that is kept; UNTOLD stands in a document that does not say where.
    """

    value: Value
    how: How
    edition: Edition | None = None


@dataclass(frozen=True)
class Told:
    """A thing as it is held, before an edition's document. ``kind`` is the standard's key for such things."""

    kind: str
    held: Mapping[str, Any]
    origins: Origins
    edition: Edition
    notes: tuple[Mapping[str, Any], ...] = ()

    @cached_property
    def values(self) -> tuple[Standing, ...]:
        """Each value that is held, then those the document says and that are held no more, then the notes."""
        return (*self._held(), *self._changed(), *self._noted())

    @cached_property
    def units(self) -> frozenset[Unit]:
        """Every paragraph and cell of the document that it came from."""
        own = frozenset(units_in(self._of(self.held, self.edition)))
        row = frozenset(units_in(self._adopted(self.edition).get("source") or {}))
        spots = (spot for standing in self.values for spot in standing.value.spots)
        return own | row | frozenset(spot.unit for spot in spots)

    def _held(self) -> Iterator[Standing]:
        here = self._values(self._of(self.held, self.edition))
        for value, own in zip(self._values(self.held), here, strict=True):
            yield self._standing(value, own)

    def _standing(self, value: Value, own: Value) -> Standing:
        said = own if own.spots else self._said(value, self.edition)
        if said is not None and said.spots:
            return Standing(said, How.HERE)
        lost = replace(value, spots=())
        edition = next((each for each in self.origins.editions if self._is_said(value, each)), None)
        if edition is not None or value.spots:
            return Standing(lost, How.ELSEWHERE, edition)
        told = any(self._said(value, each) for each in self.origins.editions)
        return Standing(lost, How.UNTOLD if told else How.BY_HAND)

    def _changed(self) -> Iterator[Standing]:
        held = {_words(value) for value in self._values(self.held)}
        for value in self._then(self.edition):
            if value.spots and _words(value) not in held:
                yield Standing(value, How.CHANGED)

    def _noted(self) -> Iterator[Standing]:
        for note in self.notes:
            for value in Item("notes", self._of(note, self.edition)).values:
                if value.spots:
                    yield Standing(value, How.HERE)

    def _is_said(self, value: Value, edition: Edition) -> bool:
        """Whether an edition's document says a value: its source is there, or it was adopted with it."""
        mine = self._values(self._of(self.held, edition))
        said = self._said(value, edition)
        return bool(mine[value.number - 1].spots) or bool(said and said.spots)

    def _said(self, value: Value, edition: Edition) -> Value | None:
        same = [each for each in self._then(edition) if _words(each) == _words(value)]
        return next((each for each in same if each.spots), next(iter(same), None))

    def _then(self, edition: Edition) -> tuple[Value, ...]:
        adopted = self._adopted(edition)
        return self._values(adopted) if adopted else ()

    def _adopted(self, edition: Edition) -> Mapping[str, Any]:
        """The thing as the edition was adopted, with the places of its own document alone."""
        adopted: Mapping[str, Any] = self._of(self.origins.adopted.get(edition.pk, {}), edition, edition)
        return adopted

    def _values(self, data: Mapping[str, Any]) -> tuple[Value, ...]:
        return Item(self.kind, data).values

    def _of(self, data: Any, edition: Edition, adopted_as: Edition | None = None) -> Any:
        """The data with those places alone that are of the edition's document."""
        if isinstance(data, Mapping):
            if "spots" in data:
                kept = self.origins.edition_of(data, adopted_as) == edition
                return data if kept else {**data, "spots": []}
            return {key: self._of(value, edition, adopted_as) for key, value in data.items()}
        return [self._of(each, edition, adopted_as) for each in data] if isinstance(data, list) else data


def _words(value: Value) -> tuple[str, str]:
    return value.tag, " ".join(value.text.split())
