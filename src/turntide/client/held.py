"""What the place of a key holds now, published or not, and what its programs may write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Unpack

from turntide.client import held_results as results
from turntide.client import said_results
from turntide.client.asking import Asking
from turntide.client.narrowed import Narrowed
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

    def actions(self, **narrowed: Unpack[Narrowed]) -> Iterator[results.HeldAction]:
        """Actions as they stand now."""
        return self._asking.each(results.HeldAction, "held/actions", **narrowed)

    def action(self, id_: str) -> results.HeldAction:
        """One action. Raises NotFoundError."""
        return read(results.HeldAction, self._asking.get(f"held/actions/{id_}"))

    def organisations(self) -> Iterator[results.HeldBody]:
        """The bodies of the place's register."""
        return self._asking.each(results.HeldBody, "held/organisations")

    def rounds(self) -> Iterator[said_results.HeldRound]:
        """The place's rounds."""
        return self._asking.each(said_results.HeldRound, "held/rounds")

    def requests(
        self, in_round: str = "", state: str = "", still_open: bool | None = None
    ) -> Iterator[said_results.HeldRequest]:
        """What is asked for in rounds, or in one; ``still_open``: what still takes answers, or what does not."""
        asked = {"round": in_round, "state": state, "open": still_open}
        return self._asking.each(said_results.HeldRequest, "held/requests", **asked)

    def updates(
        self, action: str = "", in_round: str = "", state: str = "", changed_since: datetime | None = None
    ) -> Iterator[said_results.HeldUpdate]:
        """Updates that were handed in, of one action or in one round."""
        since = changed_since.isoformat() if changed_since else ""
        asked = {"action": action, "round": in_round, "state": state, "changed_since": since}
        return self._asking.each(said_results.HeldUpdate, "held/updates", **asked)

    def hand_in(self, request: said_results.HeldRequest, **said: Any) -> said_results.HeldUpdate:
        """Hand in an update for a request; an officer then approves it.

        ``said`` are the words of the API: lifecycle, confidence, reason, recovers_on, done, next, in_the_way, ask,
        no_change, steps, readings, reached. Raises WrongWordsError with what is missing, ChangedMeanwhileError where
        somebody answered since the request was read, RefusedError.
        """
        body = {"version": request.version, **_as_json(said)}
        return read(
            said_results.HeldUpdate, self._asking.write("PUT", f"held/requests/{request.id}/update", body)
        )

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
