"""The actions of a record narrowed to what a program asks for, and the bodies involved in them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from turntide.web.periods.rules.figures import NOT_REPORTED, shown_confidence
from turntide.web.periods.rules.record import ActionThen, BodyThen

NONE = "not reported"
"""How an address names what is not reported."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; what is empty does not narrow.

    ``plan`` and ``theme`` are ids, ``theme`` of a heading at any level; ``body`` is an id or a name. The three axes
    take the standard's words, or NONE.
    """

    plan: str = ""
    theme: str = ""
    body: str = ""
    lifecycle: str = ""
    confidence: str = ""
    freshness: str = ""

    def fits(self, action: ActionThen) -> bool:
        """Whether an action is asked for."""
        return (
            self.plan in ("", action.plan)
            and (not self.theme or self.theme in action.path)
            and _fits(self.lifecycle, action.lifecycle)
            and _fits(self.confidence, shown_confidence(action))
            and _fits(self.freshness, action.freshness)
            and (not self.body or any(_is(each, self.body) for each in (*action.leads, *action.partners)))
        )


@dataclass(slots=True)
class Involved:
    """A body of the plans, with the ids of the actions it leads and those it is a partner in."""

    body: BodyThen
    leads: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)


def involved_in(actions: Iterable[ActionThen]) -> list[Involved]:
    """Every body that is involved, by name; one that is no body of the register counts once a spelling."""
    found: dict[tuple[str, str], Involved] = {}
    for action in actions:
        for body in action.leads:
            found.setdefault(_key(body), Involved(body)).leads.append(action.id)
        for body in action.partners:
            found.setdefault(_key(body), Involved(body)).partners.append(action.id)
    return sorted(found.values(), key=lambda each: (each.body.name.casefold(), each.body.id))


def _key(body: BodyThen) -> tuple[str, str]:
    return (body.id, "") if body.id else ("", body.name)


def _fits(asked: str, has: str) -> bool:
    return not asked or (NOT_REPORTED if asked == NONE else asked) == has


def _is(body: BodyThen, asked: str) -> bool:
    return asked == body.id or asked.casefold() == body.name.casefold()
