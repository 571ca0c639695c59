"""Words that several pages of plans share."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.plans.models import Heading, Plan

GAP_WORDS = {
    "owner": gettext_lazy("No owner"),
    "date": gettext_lazy("No date"),
    "measure": gettext_lazy("No measure"),
    "milestone": gettext_lazy("No milestone"),
}
PART_WORDS = {"lead": gettext_lazy("Leads"), "partner": gettext_lazy("Takes part")}
_SHORT = 90

Crumbs = tuple[tuple[str, str], ...]


def crumbs_to_plans(place: Place) -> Crumbs:
    """The way to the list of plans."""
    return ((place.name, place.get_absolute_url()), (_("Plans"), reverse("plans", args=[place.slug])))


def crumbs_to_plan(place: Place, plan: Plan) -> Crumbs:
    """The way to a plan."""
    return (*crumbs_to_plans(place), (short(plan.title), reverse("plan", args=[place.slug, plan.pk])))


def short(text: str, most: int = _SHORT) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"


def level_and_ref(heading: Heading) -> str:
    """What a heading is called beside its text: "Theme 2"; where its number says "Priority 1" itself, that alone."""
    level, ref = heading.level.strip(), heading.ref.strip()
    return ref if ref.casefold().startswith(level.casefold()) else f"{level} {ref}".strip()


def own_heading(plan: Plan | None, *meanings: str) -> str:
    """The plan's own heading for a column of one of these meanings; empty where it has none."""
    columns = plan.columns if plan else []
    for meaning in meanings:
        for column in columns:
            if column.get("meaning") == meaning and column["heading"].strip():
                return str(column["heading"]).strip()
    return ""
