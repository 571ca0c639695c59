"""Words that several pages of the register share."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.organisations.models import Kind, Organisation

Crumbs = tuple[tuple[str, str], ...]


def crumbs_to_register(place: Place) -> Crumbs:
    """The way to the register."""
    return (
        (place.name, place.get_absolute_url()),
        (_("Organisations"), reverse("organisations", args=[place.slug])),
    )


def crumbs_to_body(body: Organisation) -> Crumbs:
    """The way to a body."""
    return (*crumbs_to_register(body.place), (body.name, body_url(body.place, body)))


def kind_of(body: Organisation) -> str:
    """What a body is, in words."""
    return str(Kind(body.kind).label)


def body_url(place: Place, body: Organisation) -> str:
    """A body's page."""
    return reverse("organisation", args=[place.slug, body.pk])
