"""What a board is narrowed to, as its address says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from turntide.web.delivery.store.board import Narrowing, Shown

PERSON = "person"
"""The board by person rather than by action."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A narrowing, and whether the board is shown by person."""

    narrowing: Narrowing
    by_person: bool = False

    def showing(self, shown: Shown | None) -> Chosen:
        """The same, showing this instead."""
        return replace(self, narrowing=replace(self.narrowing, shown=shown))

    def of_person(self, person: UUID | None) -> Chosen:
        """The same of one person, by action."""
        return Chosen(replace(self.narrowing, person=person))

    def turned(self, *, by_person: bool) -> Chosen:
        """The same, by person or by action."""
        return replace(self, by_person=by_person)

    def without(self, name: str) -> Chosen:
        """The same without one of its narrowings."""
        empty: dict[str, Any] = {name: "" if name == "words" else None}
        return replace(self, narrowing=replace(self.narrowing, **empty))

    @property
    def query(self) -> str:
        """The address's query, with its question mark: an empty one leads to the whole board."""
        return f"?{urlencode(list(self._pairs()))}"

    def _pairs(self) -> Iterator[tuple[str, str]]:
        now = self.narrowing
        group = now.group.pk if now.group else None
        said = {"show": now.shown, "plan": now.plan, "body": now.body, "group": group, "person": now.person}
        for name, value in (said | {"words": now.words}).items():
            if value:
                yield name, str(value)
        if self.by_person:
            yield "by", PERSON
