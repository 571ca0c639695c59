"""What a partner says of an action, and what is still missing or wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

MOST_WORDS = 100
"""Words of what was done: as much as a board reads (the design's figure)."""


@dataclass(frozen=True, slots=True)
class StepSaid:
    """A milestone met, or moved with a reason. ``milestone`` is its id in the plan."""

    milestone: int | None
    text: str
    due: date | None = None
    met_on: date | None = None
    moved_to: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReadingSaid:
    """A measure's value, the day its figures are of, and where they come from."""

    measure: int | None
    text: str
    value: str
    on: date | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ReachSaid:
    """Who was reached, and how many."""

    group: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """An update as somebody says it. ``lifecycle`` and ``confidence`` are the standard's words."""

    lifecycle: str = ""
    confidence: str = ""
    reason: str = ""
    recovers_on: date | None = None
    done: str = ""
    next: str = ""
    in_the_way: str = ""
    ask: str = ""
    no_change: bool = False
    worth_a_story: bool = False
    steps: tuple[StepSaid, ...] = ()
    readings: tuple[ReadingSaid, ...] = ()
    reached: tuple[ReachSaid, ...] = ()

    @property
    def in_trouble(self) -> bool:
        """Whether it is red or amber, which wants a reason and a day by which it recovers."""
        return self.confidence in ("red", "amber")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field of Said, in a sentence that says what to do."""

    field: str
    sentence: str


def faults(said: Said, *, with_confidence: bool = True) -> tuple[Fault, ...]:
    """What keeps an update from being handed in. A draft may be as unfinished as it is."""
    return tuple(_faults(said, with_confidence))


def words_in(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def _faults(said: Said, with_confidence: bool) -> Iterator[Fault]:
    if not said.no_change and not said.lifecycle:
        yield Fault("lifecycle", _("Choose how far the action is."))
    if with_confidence and said.in_trouble:
        yield from _trouble(said)
    if words_in(said.done) > MOST_WORDS:
        words = {"most": MOST_WORDS, "now": words_in(said.done)}
        yield Fault("done", _("Say what was done in %(most)d words at most; it has %(now)d now.") % words)
    for step in said.steps:
        if step.moved_to and not step.reason.strip():
            words_of = {"milestone": step.text}
            yield Fault("steps", _("Say why the milestone “%(milestone)s” has moved.") % words_of)


def _trouble(said: Said) -> Iterator[Fault]:
    if not said.reason.strip():
        yield Fault("reason", _("Say why it is red or amber."))
    if said.recovers_on is None:
        yield Fault("recovers_on", _("Say by when it will be back on course."))
