"""What papers are called, and what stands over them. Pure, in the language that is on."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from turntide.web.delivery.rules.period_words import words_of
from turntide.web.design.days import day


def title_of(kind: str, period: str, about: str = "") -> str:
    """What a paper is called unless somebody names it; ``about`` is its theme, partner or round."""
    named = {
        "board": _("Board paper"),
        "theme": about,
        "partner": about,
        "list": _("Actions of %(name)s") % {"name": about},
        "plan": _("Plan and progress"),
        "rates": _("Who answered: %(name)s") % {"name": about},
        "difference": _("What changed"),
    }[kind]
    return f"{named}, {period}" if kind != "rates" else named


def period_words(starts: date, ends: date, since: date | None = None) -> str:
    """The period in words; of a difference, its two days."""
    if since is not None:
        return _("%(first)s to %(last)s") % {"first": day(since), "last": day(ends)}
    return words_of(starts, ends)


def draft_state(today: date) -> str:
    """What stands over a draft."""
    return _("Draft of %(day)s") % {"day": day(today)}


def frozen_state(on: date, version: int) -> str:
    """What stands over a frozen paper; a correction is a later version."""
    if version > 1:
        return _("Version %(number)s, frozen on %(day)s") % {"number": version, "day": day(on)}
    return _("Frozen on %(day)s") % {"day": day(on)}
