"""Words and ways that pages of groups share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Group, Remit
from turntide.web.plans.models import Plan

Crumbs = tuple[tuple[str, str], ...]


def crumbs_to_groups(place: Place) -> Crumbs:
    """The way to the groups."""
    return ((place.name, place.get_absolute_url()), (_("Groups"), reverse("groups", args=[place.slug])))


def crumbs_to_group(place: Place, group: Group) -> Crumbs:
    """The way to a group."""
    return (*crumbs_to_groups(place), (group.name, group_url(place, group)))


def group_url(place: Place, group: Group) -> str:
    """A group's page."""
    return at(place, "group", group.pk)


def at(place: Place, route: str, *args: Any) -> str:
    """An address within the place."""
    return reverse(route, args=[place.slug, *args])


def plan_of(remit: Remit) -> Plan:
    """The plan that a remit is of, whole or in part."""
    if remit.plan:
        return remit.plan
    thing = remit.heading or remit.action
    assert thing is not None
    return thing.plan


def looks_after(remits: Iterable[Remit]) -> str:
    """What a group looks after, in few words: 'Tarrow plan, 2 headings, 1 action'."""
    every = list(remits)
    plans = [remit.plan.title for remit in every if remit.plan]
    return ", ".join([*plans, *_counted(every)])


def parts_looked_after(remits: Iterable[Remit]) -> str:
    """What a group looks after of one plan: 'All of it', '2 headings, 1 action', or nothing."""
    every = list(remits)
    whole = [_("All of it")] if any(remit.plan_id for remit in every) else []
    return ", ".join([*whole, *_counted(every)])


def _counted(remits: Iterable[Remit]) -> Iterator[str]:
    every = list(remits)
    headings = sum(1 for remit in every if remit.heading_id)
    actions = sum(1 for remit in every if remit.action_id)
    if headings:
        yield ngettext("%(number)d heading", "%(number)d headings", headings) % {"number": headings}
    if actions:
        yield ngettext("%(number)d action", "%(number)d actions", actions) % {"number": actions}
