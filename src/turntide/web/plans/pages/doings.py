"""What was done to plans, in a line each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise

from turntide.web.accounts.models import Place
from turntide.web.plans.models import Change
from turntide.web.plans.pages.history import VERBS


@dataclass(frozen=True, slots=True)
class Doing:
    """What was done to which plan, by whom, and when."""

    what: str | Promise
    who: str
    at: datetime
    url: str
    plan: str
    plan_url: str


def doing(place: Place, change: Change) -> Doing:
    """A change as a line of news."""
    return Doing(
        what=VERBS.get(change.verb, VERBS["edit"]),
        who=str(change.by) if change.by else change.process,
        at=change.at,
        url=reverse("change", args=[place.slug, change.pk]),
        plan=change.plan.title,
        plan_url=reverse("plan", args=[place.slug, change.plan_id]),
    )
