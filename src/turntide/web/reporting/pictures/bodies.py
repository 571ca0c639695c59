"""The bodies of a record: who is involved in which of its actions. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from turntide.web.periods.rules.record import ActionThen, BodyThen, Record


@dataclass(frozen=True, slots=True)
class Body:
    """A body, the actions it is involved in, and the ids of those it leads."""

    name: str
    actions: tuple[ActionThen, ...]
    led: frozenset[str]
    is_others: bool = False
    """Whether it stands for several that are not drawn."""


def bodies_of(record: Record, most: int) -> tuple[Body, ...]:
    """The bodies, those with the most actions first, at most so many; the rest are then told as one, last."""
    every = sorted(
        _all_bodies(record), key=lambda body: (-len(body.actions), body.name.casefold(), body.name)
    )
    if len(every) <= most:
        return tuple(every)
    return (*every[: most - 1], _as_one(every[most - 1 :], record))


def key_of(body: BodyThen) -> str:
    """What tells bodies apart: the register's id, else the name."""
    return body.id or body.name.strip().casefold()


def _all_bodies(record: Record) -> list[Body]:
    names: dict[str, str] = {}
    involved: dict[str, dict[str, ActionThen]] = {}
    led: dict[str, set[str]] = {}
    for action in record.actions:
        for body in (*action.leads, *action.partners):
            names.setdefault(key_of(body), body.name)
            involved.setdefault(key_of(body), {})[action.id] = action
        for body in action.leads:
            led.setdefault(key_of(body), set()).add(action.id)
    return [
        Body(names[key], tuple(actions.values()), frozenset(led.get(key, ())))
        for key, actions in involved.items()
    ]


def _as_one(some: Sequence[Body], record: Record) -> Body:
    theirs = {action.id for body in some for action in body.actions}
    name = ngettext("%(number)d other body", "%(number)d other bodies", len(some)) % {"number": len(some)}
    return Body(
        name,
        tuple(action for action in record.actions if action.id in theirs),
        frozenset(id_ for body in some for id_ in body.led),
        is_others=True,
    )
