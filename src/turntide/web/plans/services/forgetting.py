"""Striking a person out of plans: the one write that changes history, because they have a right to it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Subject
from turntide.web.accounts.striking import strike
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.plans.models import (
    Action,
    Comment,
    Edition,
    Heading,
    Involvement,
    Measure,
    Milestone,
    Note,
    Plan,
    Version,
    Words,
)

_SAID = ("text", "wording")
_ACTION = (
    *("ref", "text", "detail", "rationale", "involving", "when_wording", "status_wording"),
    *("weightings", "money", "progress", "remarks", "source", "sources", "when_source", "status_source"),
)
_PLAN = ("title", "vision", "budget", "actors", "takeaways", "columns", "sources")


def strike_from_plans(subject: Subject, *, by: By) -> list[str]:
    """Strike a person out of all plans of a place, their history and the search; sentences on what stays."""
    place = subject.place
    strike(Plan.objects.filter(place=place), _PLAN, subject)
    strike(Heading.objects.filter(plan__place=place), ("text", "rationale", "source", "sources"), subject)
    strike(Action.objects.filter(plan__place=place), _ACTION, subject)
    strike(Involvement.objects.filter(action__plan__place=place), ("name", "source"), subject)
    for part in (Milestone, Measure):
        strike(part._default_manager.filter(action__plan__place=place), (*_SAID, "source"), subject)
    strike(Note.objects.filter(plan__place=place), ("text", "source"), subject)
    strike(Comment.objects.filter(action__plan__place=place), ("text",), subject)
    strike(Version.objects.filter(change__plan__place=place), ("before", "after"), subject)
    strike(Words.objects.filter(place=place), ("title", "text"), subject)
    editions = strike(Edition.objects.filter(plan__place=place), ("reading", "notes_aside"), subject)
    note_act("strike out person", place, by=by, place_id=place.pk)
    return [_of_original(edition) for edition in editions if edition.original_id]


def _of_original(edition: Edition) -> str:
    return _("The file “%(file)s” names the person; a file that was brought in is kept as it came.") % {
        "file": edition.original
    }
