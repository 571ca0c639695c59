"""What the views of rounds share: reaching a round, and refusing with the reason."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from turntide.web.accounts.here import PlaceRequest
from turntide.web.delivery.models import Round
from turntide.web.delivery.pages.rounds.previewing import RefusedPage
from turntide.web.delivery.pages.rounds.wording import round_url
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.design.showing import show


def round_here(request: PlaceRequest, id_: UUID) -> Round:
    """A round of the place the person is in."""
    return get_object_or_404(request.here.place.rounds.select_related("place", "group"), pk=id_)


def address(request: PlaceRequest, name: str, *args: object) -> str:
    """An address beneath the person's place."""
    return reverse(name, args=[request.here.place.slug, *args])


def refused(request: PlaceRequest, round_: Round, why: RefusedError) -> HttpResponse:
    """The reason, and the way back."""
    round_.refresh_from_db()
    back = round_url(request.here.place, round_)
    return show(request, RefusedPage(request.here.place, round_, str(why), back), status=409)
