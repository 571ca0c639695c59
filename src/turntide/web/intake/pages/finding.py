"""A finding of a reading, and the mends that may settle it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from turntide.mending import Mend, from_data, said
from turntide.mending.mends import MEANINGS, ColumnMeans
from turntide.reading.vocabulary import Meaning
from turntide.web.intake.looking.places import Unit, units_in
from turntide.web.intake.models import finding_key
from turntide.web.plans.pages.finding_words import FindingSaid, finding_said, kind_words, remedy_words

FEW = 4
"""So many mends are offered as buttons; a choice of meanings beyond that is a list to choose from."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A mend to take with one click: its sentence, and the instruction itself."""

    said: str
    data: str


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A column whose meaning is to be chosen: ``choices`` are pairs of meaning and words, the likeliest first."""

    heading: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FindingShown:
    """A finding: its key, its sentence, whether somebody has left it as it is, and what may be done.

    ``name`` is what the action or heading is called that it is about.
    """

    at: int
    data: Mapping[str, Any]
    seen: bool
    offered: Sequence[Mapping[str, Any]] = ()
    name: str = ""

    @property
    def key(self) -> str:
        """What it is known by."""
        return finding_key(self.kind, self.message)

    @property
    def kind(self) -> str:
        """Its kind."""
        return str(self.data["kind"])

    @property
    def message(self) -> str:
        """Its sentence, as the library says it."""
        return str(self.data["message"])

    @cached_property
    def said(self) -> FindingSaid:
        """Its sentence in the language of the page."""
        return finding_said(self.data, self.name)

    @property
    def kind_name(self) -> str:
        """Its kind in the language of the page."""
        return kind_words(self.kind)

    @property
    def about(self) -> str:
        """The id of the action or heading it is about."""
        return self.data.get("about") or ""

    @property
    def remedy(self) -> str:
        """What a person can do about findings of this kind."""
        return remedy_words(self.kind)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The cells it points at."""
        return tuple(units_in(self.data))

    @cached_property
    def mends(self) -> tuple[Mend, ...]:
        """All that may settle it."""
        return tuple(from_data(data) for data in self.offered)

    @property
    def column_choices(self) -> tuple[ColumnChoice, ...]:
        """The columns whose meaning may be told, where there are many meanings to choose from."""
        by_heading: dict[str, list[ColumnMeans]] = {}
        for mend in self.mends:
            if isinstance(mend, ColumnMeans):
                by_heading.setdefault(mend.heading, []).append(mend)
        return tuple(
            ColumnChoice(heading, tuple((one.meaning or "", words_of(one.meaning)) for one in found))
            for heading, found in by_heading.items()
            if len(found) > FEW
        )

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The mends to take with one click."""
        chosen = tuple(choice.heading for choice in self.column_choices)
        few = [one for one in self.mends if not (isinstance(one, ColumnMeans) and one.heading in chosen)]
        likely = [self._likeliest(heading) for heading in chosen]
        return tuple(Offer(said(one), json.dumps(dict(_data(one, self)))) for one in (*likely, *few[:6]))

    def _likeliest(self, heading: str) -> Mend:
        return next(one for one in self.mends if isinstance(one, ColumnMeans) and one.heading == heading)


def _data(mend: Mend, shown: FindingShown) -> Mapping[str, Any]:
    return shown.offered[shown.mends.index(mend)]


def words_of(meaning: str | None) -> str:
    """A column's meaning in a person's words."""
    words = MEANINGS[Meaning(meaning)] if meaning else "remarks (no field of its own)"
    return words[:1].upper() + words[1:]
