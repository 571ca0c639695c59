"""Search over everything a place holds."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.plans.pages.search import SearchPage
from turntide.web.plans.store.phrasing import LONGEST
from turntide.web.plans.store.searching import search as found_by


@place_view(Role.VIEWER)
@require_safe
def search(request: PlaceRequest) -> HttpResponse:
    """What has all the words of ``?q=``."""
    place = request.here.place
    typed = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:LONGEST]
    return show(request, SearchPage(place, typed, found_by(place, typed)))
