"""Ways of telling a plan, in words, and the way to its page."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Reporting
from turntide.web.plans.models import Plan
from turntide.web.plans.pages.wording import Crumbs, crumbs_to_plan


def way_told(reporting: Reporting) -> str:
    """How a plan is told, in few words."""
    if reporting.stories_only:
        return _("In stories and learning only")
    return _("With red, amber and green") if reporting.confidence else _("Without colours")


def crumbs_to_reporting(place: Place, plan: Plan) -> Crumbs:
    """The way to how a plan is reported on."""
    return (
        *crumbs_to_plan(place, plan),
        (_("How it is reported"), reverse("reporting", args=[place.slug, plan.pk])),
    )


def crumbs_to_words(place: Place, plan: Plan) -> Crumbs:
    """The way to a plan's words for statuses."""
    return (*crumbs_to_plan(place, plan), (_("Its words"), reverse("vocabulary", args=[place.slug, plan.pk])))
