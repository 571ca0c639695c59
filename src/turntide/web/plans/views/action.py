"""One action."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.plans.connections import connected
from turntide.web.plans.delivery_connection import Asker, delivery, panels_of
from turntide.web.plans.pages.action import ActionPage
from turntide.web.plans.pages.places_in_files import Whereabouts
from turntide.web.plans.store.finding import action_with_all, editions_of
from turntide.web.plans.store.neighbours import neighbours_of, paths_to
from turntide.web.plans.store.origins import origins_of


@place_view(Role.VIEWER)
@require_safe
def one(request: PlaceRequest, id: UUID) -> HttpResponse:
    """All that is held of an action."""
    place = request.here.place
    action = get_object_or_404(action_with_all(place), pk=id)
    editions = editions_of(action.plan)
    addresses = connected().addresses(place, [edition.pk for edition in editions])
    here = request.here
    page = ActionPage(
        place=place,
        action=action,
        headings=paths_to(action),
        neighbours=neighbours_of(action),
        editions=editions,
        where=Whereabouts(origins_of(action, editions), addresses, action.pk),
        may_edit=here.may_edit,
        may_contribute=here.may_contribute,
        fresh=delivery().freshness([action.pk]).get(action.pk),
        panels=panels_of(action, Asker(place, here.may_edit, here.may_contribute)),
    )
    return show(request, page)
