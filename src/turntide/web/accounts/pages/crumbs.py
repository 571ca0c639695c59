"""The way to the pages of a place's people."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place

Crumbs = tuple[tuple[str, str], ...]


def crumbs_to_place(place: Place) -> Crumbs:
    """The way to a place."""
    return ((place.name, place.get_absolute_url()),)


def crumbs_to_people(place: Place) -> Crumbs:
    """The way to the people of a place."""
    return (*crumbs_to_place(place), (_("People"), reverse("members", args=[place.slug])))
