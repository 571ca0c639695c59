"""The ways to follow what a public page is of, and to use it again: for the foot of every page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import PlanThen
from turntide.web.publishing.pages.frame import Frame


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses. ``plan`` is the id of the plan that is followed, empty for the whole place; ``what`` its name."""

    follow: str
    follow_here: str
    plan: str
    what: str
    feed: str
    feed_title: str
    data: str
    elsewhere: str


def links_of(page: Any) -> Links:
    """Of the page's plan where it is about one, else of the place."""
    frame: Frame = page.frame
    plan = _plan_of(page)
    slug, what = frame.slug, plan.title if plan else frame.name
    follow = f"{frame.at.base}follow/"
    return Links(
        follow=follow,
        follow_here=settings.ADDRESS.origin + follow,
        plan=plan.id if plan else "",
        what=what,
        feed=reverse("public_plan_feed", args=[slug, plan.id])
        if plan
        else reverse("public_feed", args=[slug]),
        feed_title=_("News of %(what)s") % {"what": what},
        data=f"{frame.at.base}data/",
        elsewhere=f"{frame.at.base}elsewhere/",
    )


def _plan_of(page: Any) -> PlanThen | None:
    plan = getattr(page, "plan", None)
    if isinstance(plan, PlanThen):
        return plan
    about = getattr(page, "action", None) or getattr(page, "heading", None)
    found: PlanThen | None = page.frame.told.index.plan(about.plan) if about else None
    return found
