"""Which edition's document a value stands in: known by its file, and by what each edition's adoption wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from turntide.documents.guarding.names import clean_name
from turntide.web.plans.models import Action, Edition, Heading, Version

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Origins:
    """Where an action or a heading comes from. ``editions`` are its plan's, latest first.

    ``adopted`` is the thing as each edition that had it was adopted, in the interchange standard.
    """

    editions: Sequence[Edition]
    adopted: Mapping[UUID, Data]

    def edition_of(self, source: Data | None, adopted_as: Edition | None = None) -> Edition | None:
        """The edition whose document a source speaks of; None where no file of that name was kept.

        Where editions came under one name, it is the one it was ``adopted_as``, else the latest that had the thing.
        """
        named = self._by_file.get((source or {}).get("file", ""), ())
        if adopted_as in named:
            return adopted_as
        return next((each for each in named if each.pk in self.adopted), None) or next(iter(named), None)

    @cached_property
    def _by_file(self) -> dict[str, list[Edition]]:
        found: dict[str, list[Edition]] = {}
        for edition in self.editions:
            if edition.original:
                # a source names the file as the library does
                found.setdefault(clean_name(edition.original.name), []).append(edition)
        return found


def origins_of(thing: Action | Heading, editions: Sequence[Edition]) -> Origins:
    """Where a thing comes from, by its history."""
    rows = Version.objects.filter(thing_id=thing.pk, change__verb="adopt", change__edition__isnull=False)
    states = rows.order_by("pk").values_list("change__edition_id", "after")
    return Origins(editions, {edition: after["read"] for edition, after in states if _stands(after)})


def _stands(state: Data) -> bool:
    """Whether the edition had the thing; else its adoption only retired or merged it."""
    return not state.get("retired") and not state.get("merged_into")
