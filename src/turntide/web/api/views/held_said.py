"""Updates, rounds and requests of a place, for its own programs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query, Schema
from pydantic import AfterValidator, Field

from turntide.web.api.pages import held_said as out
from turntide.web.api.pages import held_telling as telling
from turntide.web.api.store import held
from turntide.web.api.views.held import router
from turntide.web.api.views.held_lists import OF_LIST, OF_ONE, READ_UPDATES, page_of, place_of
from turntide.web.api.views.lists import Paged, page_told
from turntide.web.api.views.seeing import mark_version


def _comparable(moment: datetime) -> datetime:
    """A moment that a database can compare with its own; one without a zone is the place's own time."""
    try:
        aware = timezone.make_aware(moment) if timezone.is_naive(moment) else moment
        return aware.astimezone(UTC)
    except OverflowError as beyond:
        raise ValueError(_("Give a day between the years 1 and 9999.")) from beyond


Moment = Annotated[datetime, AfterValidator(_comparable)]


class UpdatesAsked(Schema):
    """Which updates."""

    action: UUID | None = None
    round: UUID | None = None
    state: out.StateOfUpdate | None = None
    changed_since: Moment | None = None

    def conditions(self) -> dict[str, Any]:
        """As rows are narrowed."""
        return _given(
            {
                "action": self.action,
                "request__round": self.round,
                "state": self.state,
                "changed_at__gte": self.changed_since,
            }
        )


class RequestsAsked(Schema):
    """Which requests."""

    round: UUID | None = None
    state: out.StateOfRequest | None = None
    open: bool | None = Field(None, description="Those that still take answers, or the others.")

    def conditions(self) -> dict[str, Any]:
        """As rows are narrowed."""
        return _given({"round": self.round, "state": self.state, "round__closed_at__isnull": self.open})


@router.get(
    "/held/updates",
    auth=READ_UPDATES,
    response={200: out.HeldUpdates, **OF_LIST},
    url_name="api_held_updates",
)
def list_held_updates(request: HttpRequest, paging: Paged, asked: Annotated[UpdatesAsked, Query()]) -> Any:
    """Updates that were handed in, as they came."""
    rows = held.updates_held(place_of(request)).filter(**asked.conditions())
    page = page_of(request, rows, held.UPDATES, paging)
    return page_told(request, [telling.update_out(each) for each in page])


@router.get(
    "/held/updates/{uuid:id}",
    auth=READ_UPDATES,
    response={200: out.HeldUpdate, **OF_ONE},
    url_name="api_held_update",
)
def show_held_update(request: HttpRequest, id: UUID) -> Any:
    """One update."""
    return telling.update_out(get_object_or_404(held.updates_held(place_of(request)), pk=id))


@router.get(
    "/held/rounds",
    auth=READ_UPDATES,
    response={200: out.HeldRounds, **OF_LIST},
    url_name="api_held_rounds",
)
def list_held_rounds(request: HttpRequest, paging: Paged) -> Any:
    """The place's rounds, with how many actions each asks for and how many were answered."""
    page = page_of(request, held.rounds_held(place_of(request)), held.ROUNDS, paging)
    return page_told(request, [telling.round_out(each) for each in page])


@router.get(
    "/held/rounds/{uuid:id}",
    auth=READ_UPDATES,
    response={200: out.HeldRound, **OF_ONE},
    url_name="api_held_round",
)
def show_held_round(request: HttpRequest, id: UUID) -> Any:
    """One round."""
    return telling.round_out(get_object_or_404(held.rounds_held(place_of(request)), pk=id))


@router.get(
    "/held/requests",
    auth=READ_UPDATES,
    response={200: out.HeldRequests, **OF_LIST},
    url_name="api_held_requests",
)
def list_held_requests(request: HttpRequest, paging: Paged, asked: Annotated[RequestsAsked, Query()]) -> Any:
    """What is asked for in rounds."""
    rows = held.requests_held(place_of(request)).filter(**asked.conditions())
    page = page_of(request, rows, held.REQUESTS, paging)
    return page_told(request, [telling.request_out(each) for each in page])


@router.get(
    "/held/requests/{uuid:id}",
    auth=READ_UPDATES,
    response={200: out.HeldRequest, **OF_ONE},
    url_name="api_held_request",
)
def show_held_request(request: HttpRequest, id: UUID) -> Any:
    """One request. Its ETag, or its version, is what an update of it has to name."""
    row = get_object_or_404(held.requests_held(place_of(request)), pk=id)
    return mark_version(request, telling.request_out(row))


def _given(asked: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in asked.items() if value is not None}
