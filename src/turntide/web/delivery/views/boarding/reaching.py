"""What the board's views share: reaching a round, a request or somebody asked, and telling what cannot be done."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from turntide.web.accounts.here import PlaceRequest
from turntide.web.delivery.models import Recipient, Request, Round, Update
from turntide.web.delivery.pages.boarding.refused import RefusedPage
from turntide.web.delivery.store.put_to import recipients_of, requests_of
from turntide.web.design.showing import show


def round_here(request: PlaceRequest, id_: UUID) -> Round:
    """A round of the place the person is in."""
    rounds = request.here.place.rounds.all().kept()
    return get_object_or_404(rounds.select_related("place", "group"), pk=id_)


def request_here(request: PlaceRequest, id_: UUID) -> Request:
    """A request of the place the person is in, with whom it was put to and what came of it."""
    return get_object_or_404(requests_of(request.here.place), pk=id_)


def update_here(request: PlaceRequest, id_: UUID) -> Update:
    """What was said to a request of the place the person is in."""
    update = getattr(request_here(request, id_), "update", None)
    if update is None:
        raise Http404
    assert isinstance(update, Update)
    return update


def recipient_here(request: PlaceRequest, id_: UUID) -> Recipient:
    """Somebody asked in a round of the place the person is in."""
    return get_object_or_404(recipients_of(request.here.place), pk=id_)


def address(request: PlaceRequest, name: str, *args: object) -> str:
    """An address beneath the person's place."""
    return reverse(name, args=[request.here.place.slug, *args])


def refused(request: PlaceRequest, round_: Round, reason: str, back: str) -> HttpResponse:
    """The reason, and the way back."""
    return show(request, RefusedPage(request.here.place, round_, reason, back), status=409)
