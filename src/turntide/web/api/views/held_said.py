"""Updates, rounds and requests of a place, for its own programs."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Query, Schema

from turntide.web.api.pages import held_said as out
from turntide.web.api.pages import held_telling as telling
from turntide.web.api.store import held
from turntide.web.api.views.held import router
from turntide.web.api.views.held_lists import OF_LIST, OF_ONE, READ_UPDATES, page_of, place_of
from turntide.web.api.views.lists import Paged, page_told
from turntide.web.api.views.seeing import mark_version


class UpdatesAsked(Schema):
    """Which updates."""

    action: UUID | None = None
    round: UUID | None = None
    state: Literal["submitted", "sent back", "approved"] | None = None
    changed_since: datetime | None = None

    def conditions(self) -> dict[str, Any]:
        """As rows are narrowed."""
        since = self.changed_since
        aware = timezone.make_aware(since) if since and timezone.is_naive(since) else since
        return _given(
            {
                "action": self.action,
                "request__round": self.round,
                "state": self.state,
                "changed_at__gte": aware,
            }
        )


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
def show_held_update(request: HttpRequest, id: UUID) -> Any:  # noqa: A002
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
def show_held_round(request: HttpRequest, id: UUID) -> Any:  # noqa: A002
    """One round."""
    return telling.round_out(get_object_or_404(held.rounds_held(place_of(request)), pk=id))


@router.get(
    "/held/requests",
    auth=READ_UPDATES,
    response={200: out.HeldRequests, **OF_LIST},
    url_name="api_held_requests",
)
def list_held_requests(
    request: HttpRequest,
    paging: Paged,
    round: UUID | None = None,  # noqa: A002
    state: Literal["asked", "answered", "sent back", "approved"] | None = None,
    open: bool | None = None,  # noqa: A002
) -> Any:
    """What is asked for in rounds; ``open`` narrows it to those that still take answers, or to the others."""
    rows = held.requests_held(place_of(request)).filter(**_given({"round": round, "state": state}))
    if open is not None:
        rows = rows.filter(round__closed_at__isnull=open)
    page = page_of(request, rows, held.REQUESTS, paging)
    return page_told(request, [telling.request_out(each) for each in page])


@router.get(
    "/held/requests/{uuid:id}",
    auth=READ_UPDATES,
    response={200: out.HeldRequest, **OF_ONE},
    url_name="api_held_request",
)
def show_held_request(request: HttpRequest, id: UUID) -> Any:  # noqa: A002
    """One request. Its ETag, or its version, is what an update of it has to name."""
    row = get_object_or_404(held.requests_held(place_of(request)), pk=id)
    return mark_version(request, telling.request_out(row))


def _given(asked: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in asked.items() if value is not None}
