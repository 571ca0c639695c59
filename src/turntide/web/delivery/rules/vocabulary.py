"""The words that statuses go by: ours, and a plan's own over them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from turntide.web.design.statuses import CONFIDENCE, FRESHNESS, LIFECYCLE, shown

MEANINGS: Mapping[str, tuple[str, ...]] = {
    "lifecycle": tuple(LIFECYCLE),
    "confidence": tuple(meaning for meaning in CONFIDENCE if meaning != "blue"),
    "freshness": tuple(FRESHNESS),
}
"""What there is to name on each axis, in order. Blue is how a complete action shows, and nothing of its own."""

_OURS: Mapping[tuple[str, str], str | Promise] = {
    ("lifecycle", "not started"): _("Nobody has begun on it yet."),
    ("lifecycle", "planning"): _("How it will be done is being worked out."),
    ("lifecycle", "delivering"): _("It is being done."),
    ("lifecycle", "ongoing"): _("It is being done and has no end: it goes on as a matter of course."),
    ("lifecycle", "complete"): _("It was done."),
    ("lifecycle", "paused"): _("It was begun and is at rest for now."),
    ("lifecycle", "stopped"): _("It will not be done."),
    ("lifecycle", "merged"): _("It goes on as part of another action."),
    ("confidence", "red"): _("It will not be done in time unless something changes."),
    ("confidence", "amber"): _("It may not be done in time, and something is being done about that."),
    ("confidence", "green"): _("It will be done in time."),
    ("freshness", "current"): _("What is known of it was said recently."),
    ("freshness", "due"): _("An update is wanted, and there is still time."),
    ("freshness", "late"): _("An update was wanted and has not come."),
    ("freshness", "silent"): _("Nobody has answered for two rounds."),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """What a plan calls a status, and what it means by it; what is empty is as ours."""

    label: str = ""
    definition: str = ""

    def __bool__(self) -> bool:
        return bool(self.label or self.definition)


Terms = Mapping[tuple[str, str], Wording]
"""Wordings by axis and meaning."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words for statuses: a plan's own where it has them, and else ours. ``number`` is 0 for ours alone."""

    own: Terms = field(default_factory=dict)
    number: int = 0

    def label(self, axis: str, meaning: str) -> str:
        """What a status is called: 'Delivering', or the plan's 'On its way'."""
        return self.wording(axis, meaning).label or our_label(meaning)

    def definition(self, axis: str, meaning: str) -> str:
        """What is meant by it."""
        return self.wording(axis, meaning).definition or our_definition(axis, meaning)

    def wording(self, axis: str, meaning: str) -> Wording:
        """What the plan itself says; empty where it says nothing."""
        return self.own.get((str(axis), meaning), Wording())

    def choices(self, axis: str) -> tuple[tuple[str, str], ...]:
        """Every meaning of an axis with its label, as a form chooses among them."""
        return tuple((meaning, self.label(axis, meaning)) for meaning in MEANINGS[str(axis)])


def our_label(meaning: str) -> str:
    """What the site calls a status where a plan has no word of its own."""
    return str(shown(meaning).word)


def our_definition(axis: str, meaning: str) -> str:
    """What the site means by it; empty for what it does not know."""
    return str(_OURS.get((str(axis), meaning), ""))


def tidied(terms: Terms) -> Terms:
    """Only what says something of its own, trimmed: a label that repeats ours is none."""
    kept = {key: _tidied(key, wording) for key, wording in terms.items()}
    return {key: wording for key, wording in kept.items() if wording}


def _tidied(key: tuple[str, str], wording: Wording) -> Wording:
    axis, meaning = key
    label, definition = " ".join(wording.label.split()), wording.definition.strip()
    return Wording(
        "" if label == our_label(meaning) else label,
        "" if definition == our_definition(axis, meaning) else definition,
    )
