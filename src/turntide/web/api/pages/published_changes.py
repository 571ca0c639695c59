"""What changed, as programs are told of it."""

from __future__ import annotations

from typing import Literal

from turntide.web.api.pages.told import Told


class ChangedOut(Told):
    """An action of which something is other than it was."""

    id: str
    plan: str
    ref: str
    was: str
    now: str


class MovedOut(Told):
    """An action that stands under another heading; ids of headings, outermost first."""

    id: str
    plan: str
    ref: str
    was: list[str]
    now: list[str]


class TurnedOut(ChangedOut):
    """An action of which something got worse or better. ``text`` is a milestone's, where it is about one."""

    what: Literal["confidence", "freshness", "end", "milestone"]
    text: str


class CameOut(Told):
    """An action that came into a plan."""

    id: str
    plan: str
    ref: str
    text: str


class WentOut(CameOut):
    """An action that left its plan. ``into`` is the action it was merged with, if it was."""

    on: str
    into: str


class ChangesOut(Told):
    """What changed: ``came`` and ``went`` within the period, the others since the publication before."""

    starts: str
    ends: str
    came: list[CameOut]
    went: list[WentOut]
    reworded: list[ChangedOut]
    moved: list[MovedOut]
    slipped: list[TurnedOut]
    recovered: list[TurnedOut]
