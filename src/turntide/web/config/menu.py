"""The menu of a place. What it shows works; it grows with each capability."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.here import Here
from turntide.web.accounts.roles import Role


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry. ``current``: the page shown is this one or lies beneath it."""

    label: str | Promise
    url: str
    current: bool


_ENTRIES = (
    (_("Plans"), "plans", Role.VIEWER),
    (_("Actions"), "actions", Role.VIEWER),
    (_("Bring in"), "intakes", Role.EDITOR),
    (_("Rounds"), "rounds", Role.VIEWER),
    (_("Calendar"), "calendar", Role.VIEWER),
    (_("Papers"), "papers", Role.VIEWER),
    (_("Stories"), "stories", Role.VIEWER),
    (_("Public page"), "public_site", Role.EDITOR),
    (_("Organisations"), "organisations", Role.VIEWER),
    (_("People"), "members", Role.OWNER),
)


def menu_of(here: Here, path: str) -> tuple[MenuItem, ...]:
    """The entries that this person may open."""
    return tuple(
        _item(label, reverse(route, args=[here.place.slug]), path)
        for label, route, needs in _ENTRIES
        if here.may(needs)
    )


def _item(label: str | Promise, url: str, path: str) -> MenuItem:
    return MenuItem(label, url, current=path.startswith(url))
