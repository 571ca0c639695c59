"""Actions as a table with filters."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.plans.delivery_connection import delivery
from turntide.web.plans.models import Plan
from turntide.web.plans.pages.table import TablePage
from turntide.web.plans.store.choices import choices_in
from turntide.web.plans.store.filtering import Chosen, chosen, plans_standing
from turntide.web.plans.store.filters import Filters, UnknownFilterError
from turntide.web.plans.store.listing import actions_by_id, page_of_ids


@place_view(Role.VIEWER)
@require_safe
def plan_table(request: PlaceRequest, id: UUID) -> HttpResponse:
    """The actions of one plan."""
    return _table(request, get_object_or_404(request.here.place.plans, pk=id))


@place_view(Role.VIEWER)
@require_safe
def actions(request: PlaceRequest) -> HttpResponse:
    """The actions of all plans of the place."""
    return _table(request, None)


def choice_of(request: PlaceRequest, plan: Plan | None) -> Chosen:
    """What the address asks for; what there is not here is not found."""
    try:
        return chosen(request.here.place, Filters.of(request.GET), plan)
    except UnknownFilterError as unknown:
        raise Http404(str(unknown)) from unknown


def _table(request: PlaceRequest, own: Plan | None) -> HttpResponse:
    place, today = request.here.place, timezone.localdate()
    choice = choice_of(request, own)
    titles = dict(plans_standing(place).values_list("pk", "title"))
    paging = page_of_ids(choice, today, request.GET.get("page"))
    listed = list(paging.object_list)
    page = TablePage(
        place=place,
        own_plan=own is not None,
        choice=choice,
        choices=choices_in(place, choice.plan, tuple((str(pk), title) for pk, title in titles.items())),
        paging=paging,
        actions=actions_by_id(listed),
        plans=titles,
        today=today,
        may_edit=request.here.may_edit,
        fresh=delivery().freshness(listed),
        reports=bool(choice.filters.fresh) or delivery().reports(place),
    )
    return show(request, page)
