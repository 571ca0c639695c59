"""Which parts each kind of paper has, in their order, and which are on unless somebody switches them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class PartKind:
    """A part a paper can have. ``key`` names it for good; ``on``: it is there unless it is switched off."""

    key: str
    title: str | Promise
    on: bool = True


ANNEX = PartKind("annex", _("Annex: the whole plan"))
ASKS = PartKind("asks", _("Asks and decisions"))
EXCEPTIONS = PartKind("exceptions", _("Exceptions"))
HIGHLIGHTS = PartKind("highlights", _("Highlights by theme"))
MILESTONES = PartKind("milestones", _("Milestones due"))
NEXT = PartKind("next", _("The next period"))

PARTS: Mapping[str, tuple[PartKind, ...]] = {
    "board": (
        ASKS,
        PartKind("picture", _("The picture against last period")),
        EXCEPTIONS,
        PartKind("changes", _("What slipped, was added or was removed")),
        HIGHLIGHTS,
        MILESTONES,
        PartKind("story", _("One story")),
        PartKind("reached", _("Who was reached, and who was not")),
        NEXT,
        ANNEX,
    ),
    "theme": (
        PartKind("figures", _("How it stands")),
        EXCEPTIONS,
        PartKind("highlights", _("Highlights")),
        MILESTONES,
        NEXT,
        ASKS,
        PartKind("changes", _("What slipped, was added or was removed"), on=False),
        PartKind("story", _("One story"), on=False),
        PartKind("reached", _("Who was reached, and who was not"), on=False),
        PartKind("annex", _("Annex: every action"), on=False),
    ),
    "partner": (
        PartKind("figures", _("How your actions stand")),
        PartKind("answers", _("What we asked of you, and what you did")),
        PartKind("waiting", _("What we still wait for")),
        MILESTONES,
        PartKind("asks", _("What you asked, and what was decided")),
        PartKind("story", _("One story"), on=False),
        PartKind("annex", _("Annex: every action"), on=False),
    ),
    "list": (PartKind("actions", _("Your actions")), PartKind("milestones", _("Milestones due"), on=False)),
    "plan": (
        PartKind("figures", _("How it stands")),
        PartKind("plan", _("The plan, with progress")),
    ),
    "rates": (
        PartKind("rounds", _("Answers, round by round")),
        PartKind("bodies", _("Requests, body by body")),
        PartKind("reported", _("Actions reported on, body by body"), on=False),
    ),
    "difference": (
        PartKind("counted", _("What changed, in figures")),
        PartKind("changes", _("What slipped, recovered, was added or was removed")),
        PartKind("reworded", _("What was reworded or put elsewhere")),
        PartKind("picture", _("The picture at both dates"), on=False),
        PartKind("annex", _("Annex: the whole plan"), on=False),
    ),
}
WHOLE = ("annex", "actions", "plan")
"""Parts in which every action stands, so that footnotes can lead there."""


def switched_on(kind: str, keys: tuple[str, ...]) -> tuple[PartKind, ...]:
    """The parts of a kind with these keys, in their order; the usual ones where no key is given. An annex comes last.

    Raises KeyError for a kind of paper there is none of.
    """
    known = {each.key: each for each in PARTS[kind]}
    some = [known[key] for key in dict.fromkeys(keys) if key in known]
    chosen = some if keys else [each for each in known.values() if each.on]
    return tuple(sorted(chosen, key=lambda each: each.key == "annex"))
