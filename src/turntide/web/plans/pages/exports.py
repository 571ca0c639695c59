"""Links to what can be taken away as a file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.plans.models import Plan
from turntide.web.plans.store.filters import Filters

FORMAT_WORDS: dict[str, Promise] = {
    "docx": gettext_lazy("Word document, in the plan's own layout"),
    "xlsx": gettext_lazy("Excel workbook"),
    "csv": gettext_lazy("CSV table"),
    "json": gettext_lazy("JSON, the interchange standard"),
}
Links = tuple[tuple[str | Promise, str], ...]


@dataclass(frozen=True, slots=True)
class Exports:
    """Links to files, with a word on what they hold."""

    links: Links
    words: str = ""


def plan_exports(place: Place, plan: Plan, *, paper: bool) -> Exports:
    """The whole plan as files, and for ``paper`` where it has a tree to print."""
    files = _files("plan_export", [place.slug, plan.pk], "")
    printed = (_("For printing"), reverse("plan_print", args=[place.slug, plan.pk]))
    return Exports((*files, printed) if paper else files)


def list_exports(place: Place, plan: Plan | None, filters: Filters, *, own_plan: bool) -> Exports:
    """The actions of a list as files; an order of rows is no matter of files, which have the plan's own."""
    query = replace(filters, sort="").as_query()
    if own_plan and plan is not None:
        links = _files("plan_export", [place.slug, plan.pk], query)
        return Exports(links, _("These files hold the actions listed.") if query else "")
    words = _(
        "These files hold the actions listed. Those of several plans come as a ZIP archive, a file a plan."
    )
    return Exports(_files("actions_export", [place.slug], query), words)


def _files(route: str, at: list[object], query: str) -> Links:
    end = f"?{query}" if query else ""
    return tuple((words, reverse(route, args=[*at, name]) + end) for name, words in FORMAT_WORDS.items())
