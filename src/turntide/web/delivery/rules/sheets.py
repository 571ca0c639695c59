"""A sheet of updates: what it asks of a person. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from turntide.web.delivery.rules.said import Said

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
MOST_LETTERS = 32_000
"""Letters in a cell; a workbook holds few more."""

Choices = Sequence[tuple[str, str]]
"""What may be chosen: each meaning with the plan's label for it."""


UNSAID = Said()


class SheetRefusedError(Exception):
    """A file is not taken as somebody's sheet; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class MilestoneAsked:
    """A milestone of an action."""

    id: int
    text: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class MeasureAsked:
    """A measure of an action."""

    id: int
    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Stands:
    """What is known of an action's update in this round: its version and words, and how they came to be.

    ``draft``: nobody has handed it in. ``by_sheet``: it came by a sheet, so that a later sheet most likely corrects it.
    ``told``: who said it and when. ``closed``: why it takes no answer any more.
    """

    version: int = 0
    said: Said = UNSAID
    draft: bool = False
    by_sheet: bool = False
    told: str = ""
    closed: str = ""


NOTHING = Stands()
NO_CHANGE = Said(no_change=True)


@dataclass(frozen=True, slots=True)
class AskedRow:
    """An action as a sheet asks for it. ``before`` is what was said last time; ``stood`` what "no change" repeats."""

    request: UUID
    action: str
    ref: str = ""
    plan: str = ""
    under: str = ""
    before: str = ""
    stood: Said = NO_CHANGE
    stands: Stands = NOTHING
    lifecycles: Choices = ()
    confidences: Choices = ()
    milestones: tuple[MilestoneAsked, ...] = ()
    measures: tuple[MeasureAsked, ...] = ()

    @property
    def name(self) -> str:
        """The action with its reference."""
        return f"{self.ref} {self.action}".strip()


@dataclass(frozen=True, slots=True)
class AskedSheet:
    """All that one person is asked in a round. ``meanings`` are the labels with what is meant by them."""

    recipient: UUID
    round: UUID
    place: str
    person: str
    title: str
    due_on: date
    note: str = ""
    meanings: tuple[tuple[str, str], ...] = ()
    rows: tuple[AskedRow, ...] = ()


def plain(text: str) -> str:
    """Text as every program keeps it in a cell: no control characters nor tabs, one kind of line end, no blank ends."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _CONTROL.sub("", lines).strip()[:MOST_LETTERS].rstrip()
