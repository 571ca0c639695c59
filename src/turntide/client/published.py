"""What a place publishes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Unpack

from turntide.client import results
from turntide.client.asking import Asking
from turntide.client.narrowed import Narrowed
from turntide.client.reading import read


class Published:
    """A place as the public sees it. Every list is read page by page while it is gone through."""

    def __init__(self, asking: Asking, slug: str) -> None:
        self._asking = asking
        self._at = f"places/{slug}"

    def place(self) -> results.Place:
        """The place itself, and since when it shows what it shows."""
        return read(results.Place, self._asking.get(self._at))

    def plans(self) -> Iterator[results.Plan]:
        """The plans it publishes."""
        return self._asking.each(results.Plan, f"{self._at}/plans")

    def headings(self, plan: str = "") -> Iterator[results.Heading]:
        """Headings, in the plans' order."""
        return self._asking.each(results.Heading, f"{self._at}/headings", plan=plan)

    def actions(self, **narrowed: Unpack[Narrowed]) -> Iterator[results.Action]:
        """Actions, in the plans' order."""
        return self._asking.each(results.Action, f"{self._at}/actions", **narrowed)

    def every_action(self, **narrowed: Unpack[Narrowed]) -> Iterator[results.Action]:
        """The same in one answer, each action as it comes: for many."""
        return self._asking.lines(results.Action, f"{self._at}/actions.ndjson", **narrowed)

    def action(self, id_: str) -> results.Action:
        """One action. Raises NotFoundError."""
        return read(results.Action, self._asking.get(f"{self._at}/actions/{id_}"))

    def organisations(self, **narrowed: Unpack[Narrowed]) -> Iterator[results.Involved]:
        """Bodies involved in the actions asked for, by name."""
        return self._asking.each(results.Involved, f"{self._at}/organisations", **narrowed)

    def stories(self) -> Iterator[results.Story]:
        """Stories whose people agreed that they are told."""
        return self._asking.each(results.Story, f"{self._at}/stories")

    def figures(self, **narrowed: Unpack[Narrowed]) -> results.Figures:
        """How the actions asked for stand."""
        return read(results.Figures, self._asking.get(f"{self._at}/figures", **narrowed))
