"""What the place of a key holds now, published or not, and what its programs may write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from turntide.client import held_results as results
from turntide.client.asking import Asking
from turntide.client.reading import read


class Held:
    """What a place holds. Every list is read page by page while it is gone through."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def plans(self) -> Iterator[results.HeldPlan]:
        """The place's plans, by title."""
        return self._asking.each(results.HeldPlan, "held/plans")

    def headings(self, plan: str = "") -> Iterator[results.HeldHeading]:
        """The headings of its plans, or of one of them."""
        return self._asking.each(results.HeldHeading, "held/headings", plan=plan)

    def actions(self, **narrowed: str) -> Iterator[results.HeldAction]:
        """Actions as they stand now, narrowed by plan, theme, body, lifecycle, confidence, freshness or words."""
        return self._asking.each(results.HeldAction, "held/actions", **narrowed)

    def action(self, id_: str) -> results.HeldAction:
        """One action. Raises NotFoundError."""
        return read(results.HeldAction, self._asking.get(f"held/actions/{id_}"))

    def organisations(self) -> Iterator[results.HeldBody]:
        """The bodies of the place's register."""
        return self._asking.each(results.HeldBody, "held/organisations")

    def rounds(self) -> Iterator[results.HeldRound]:
        """The place's rounds."""
        return self._asking.each(results.HeldRound, "held/rounds")

    def requests(
        self,
        round: str = "",  # noqa: A002 - the field's own word
        state: str = "",
        open: bool | None = None,  # noqa: A002
    ) -> Iterator[results.HeldRequest]:
        """What is asked for in rounds; ``open``: those that still take answers."""
        return self._asking.each(results.HeldRequest, "held/requests", round=round, state=state, open=open)

    def updates(
        self, action: str = "", state: str = "", changed_since: datetime | None = None
    ) -> Iterator[results.HeldUpdate]:
        """Updates that were handed in."""
        since = changed_since.isoformat() if changed_since else ""
        return self._asking.each(
            results.HeldUpdate, "held/updates", action=action, state=state, changed_since=since
        )

    def hand_in(self, request: results.HeldRequest, **said: Any) -> results.HeldUpdate:
        """Hand in an update for a request; an officer then approves it.

        ``said`` are the words of the API: lifecycle, confidence, reason, recovers_on, done, next, in_the_way, ask,
        no_change, steps, readings, reached. Raises WrongWordsError with what is missing, ChangedMeanwhileError where
        somebody answered since the request was read, RefusedError.
        """
        body = {"version": request.version, **_as_json(said)}
        return read(results.HeldUpdate, self._asking.write("PUT", f"held/requests/{request.id}/update", body))

    def add_action(self, plan: str, text: str, under: str | None = None, **words: Any) -> results.HeldAction:
        """Add an action to a plan, last under a heading. Raises WrongWordsError, RefusedError."""
        body = {"plan": plan, "text": text, "under": under, **_as_json(words)}
        return read(results.HeldAction, self._asking.write("POST", "held/actions", body))

    def change_action(self, action: results.HeldAction, **words: Any) -> results.HeldAction:
        """Change the words of an action; what is left out stays. Raises ChangedMeanwhileError, WrongWordsError."""
        body = {"version": action.version, **_as_json(words)}
        return read(results.HeldAction, self._asking.write("PATCH", f"held/actions/{action.id}", body))


def _as_json(said: Any) -> Any:
    if isinstance(said, dict):
        return {name: _as_json(each) for name, each in said.items()}
    if isinstance(said, list | tuple):
        return [_as_json(each) for each in said]
    return said.isoformat() if isinstance(said, date) else said
