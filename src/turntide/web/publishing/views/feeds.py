"""Feeds of a place and of its plans."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from turntide.web.publishing.cookie_free import cookie_free
from turntide.web.publishing.rules.feeds import MEDIA_TYPE
from turntide.web.publishing.store.feeds import feed_of
from turntide.web.publishing.store.published import current
from turntide.web.publishing.views.giving import answered
from turntide.web.publishing.views.keeping import not_there


@cookie_free
@require_safe
def place_feed(request: HttpRequest, place: str) -> HttpResponseBase:
    """The news of a place."""
    return _feed(request, place, "")


@cookie_free
@require_safe
def plan_feed(request: HttpRequest, place: str, id: UUID) -> HttpResponseBase:
    """The news of a plan."""
    return _feed(request, place, str(id))


def _feed(request: HttpRequest, place: str, plan: str) -> HttpResponseBase:
    shown = current(place)
    if shown is None or (plan and shown.index.plan(plan) is None):
        return not_there()

    def make() -> HttpResponse:
        return HttpResponse(feed_of(shown, plan) or b"", content_type=f"{MEDIA_TYPE}; charset=utf-8")

    return answered(request, shown, "feed", make)
