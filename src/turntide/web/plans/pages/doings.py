"""What was done to plans, in a line each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Place
from turntide.web.plans.models import Change

DONE: dict[str, Promise] = {
    "adopt": _("brought in"),
    "edit": _("changed"),
    "add": _("added to"),
    "move": _("moved things in"),
    "merge": _("merged actions of"),
    "split": _("split an action of"),
    "retire": _("retired things of"),
    "restore": _("brought back things of"),
    "undo": _("took back a change of"),
}


@dataclass(frozen=True, slots=True)
class Doing:
    """Who did what to which plan, and when."""

    who: str
    what: str | Promise
    plan: str
    url: str
    at: datetime


def doing(place: Place, change: Change) -> Doing:
    """A change as a line of news. A verb that has no words here is told as a change."""
    return Doing(
        who=str(change.by) if change.by else change.process,
        what=DONE.get(change.verb.split()[0] if change.verb else "", _("changed")),
        plan=change.plan.title,
        url=reverse("plan", args=[place.slug, change.plan_id]),
        at=change.at,
    )
