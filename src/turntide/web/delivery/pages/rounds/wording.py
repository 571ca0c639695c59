"""Words and addresses that the pages of rounds share."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Round

Crumbs = tuple[tuple[str, str], ...]


def crumbs_to_rounds(place: Place) -> Crumbs:
    """The way to the rounds of a place."""
    return ((place.name, place.get_absolute_url()), (_("Rounds"), reverse("rounds", args=[place.slug])))


def crumbs_to_round(place: Place, round_: Round) -> Crumbs:
    """The way to a round."""
    return (*crumbs_to_rounds(place), (round_.title, round_url(place, round_)))


def round_url(place: Place, round_: Round) -> str:
    """Where a round is looked at: its board once it was opened, and what it would ask before that."""
    if round_.opened_at is not None:
        route = "round"
    else:
        route = "round_opening" if round_.opening_at is not None else "round_preview"
    return reverse(route, args=[place.slug, round_.pk])
