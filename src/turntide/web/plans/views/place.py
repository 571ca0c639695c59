"""The front page of a place, and its plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.models import Place
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.plans.delivery_connection import Asker, delivery, panels_of_place
from turntide.web.plans.models import Plan
from turntide.web.plans.pages.doings import doing
from turntide.web.plans.pages.place import FreshCounts, PlacePage, PlansPage, Waiting, plan_cards
from turntide.web.plans.store.counting import shapes
from turntide.web.plans.store.filtering import plans_standing
from turntide.web.plans.store.finding import latest_changes

_FRONT, _A_PAGE, _NEWS = 6, 20, 8
REVIEW = "review"
"""The stage of a file that waits for a person."""


@place_view(Role.VIEWER)
@require_safe
def front(request: PlaceRequest) -> HttpResponse:
    """What the place holds, what waits, and what was done of late."""
    here, place = request.here, request.here.place
    plans = list(plans_standing(place)[:_FRONT])
    page = PlacePage(
        place=place,
        cards=plan_cards(place, plans, shapes(plans), _fresh(plans)),
        panels=panels_of_place(Asker(place, here.may_edit, here.may_contribute)),
        waiting=_waiting(place) if here.may_edit else (),
        doings=tuple(doing(place, change) for change in latest_changes(place, _NEWS)),
        may_edit=here.may_edit,
    )
    return show(request, page)


@place_view(Role.VIEWER)
@require_safe
def plans(request: PlaceRequest) -> HttpResponse:
    """All plans of the place."""
    place = request.here.place
    paging = Paginator(plans_standing(place), _A_PAGE).get_page(request.GET.get("page"))
    listed = list(paging.object_list)
    retired = place.plans.exclude(retired_at=None).values_list("title", "pk")
    page = PlansPage(
        place=place,
        cards=plan_cards(place, listed, shapes(listed), _fresh(listed)),
        paging=paging,
        retired=tuple((title, reverse("plan", args=[place.slug, pk])) for title, pk in retired),
        may_edit=request.here.may_edit,
    )
    return show(request, page)


def _fresh(plans: Sequence[Plan]) -> Mapping[UUID, FreshCounts]:
    return delivery().counts_of_plans([plan.pk for plan in plans])


def _waiting(place: Place) -> tuple[Waiting, ...]:
    files = place.intakes.filter(stage=REVIEW).count()
    if not files:
        return ()
    words = ngettext(
        "%(files)s file is read and waits for your review",
        "%(files)s files are read and wait for your review",
        files,
    )
    return (Waiting(words % {"files": files}, reverse("intakes", args=[place.slug])),)
