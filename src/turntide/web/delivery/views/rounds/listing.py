"""The rounds of a place."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.pages.rounds.listing import RoundsPage, line_of
from turntide.web.delivery.store.rounds import anybody_answers, rounds_of
from turntide.web.design.showing import show

A_PAGE = 30


@place_view(Role.VIEWER)
@require_safe
def rounds(request: PlaceRequest) -> HttpResponse:
    """The rounds of the place, the latest first."""
    place, today = request.here.place, timezone.localdate()
    paging = Paginator(rounds_of(place), A_PAGE).get_page(request.GET.get("page"))
    lines = tuple(line_of(place, round_, today) for round_ in paging.object_list)
    return show(request, RoundsPage(place, paging, lines, anybody_answers(place), request.here.may_edit))
