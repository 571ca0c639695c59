"""What pages of the mail app call things, and the way to them."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.mail.kinds import kind_named

Crumbs = tuple[tuple[str, str], ...]


def kind_label(name: str) -> str:
    """What people call a kind of letter; one that no app writes any more keeps its name."""
    try:
        return str(kind_named(name).label)
    except KeyError:
        return name


def crumbs_to_letters(place: Place) -> Crumbs:
    """The way to the list of letters."""
    return (
        (place.name, place.get_absolute_url()),
        (_("Letters"), reverse("letters", args=[place.slug])),
    )


def crumbs_to_wordings(place: Place) -> Crumbs:
    """The way to the list of wordings."""
    return (*crumbs_to_letters(place), (_("Wording"), reverse("wordings", args=[place.slug])))
