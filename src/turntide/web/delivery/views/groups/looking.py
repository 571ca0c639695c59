"""The groups of a place, one of them, and the actions it looks after."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.models import Place
from turntide.web.accounts.roles import Role
from turntide.web.delivery.pages.groups.actions import GroupActionsPage, Known, action_lines
from turntide.web.delivery.pages.groups.group import GroupPage, member_lines, plans_looked, round_lines
from turntide.web.delivery.pages.groups.history import edit_lines
from turntide.web.delivery.pages.groups.listing import GroupsPage, lines_of
from turntide.web.delivery.store.arrangements import reporting_of_plans
from turntide.web.delivery.store.groups import groups_of, tree_of
from turntide.web.delivery.store.latest import latest_of
from turntide.web.delivery.store.remits import actions_of
from turntide.web.delivery.store.vocabularies import words_of_plans
from turntide.web.delivery.views.groups.reaching import group_here
from turntide.web.design.showing import show
from turntide.web.plans.delivery_connection import delivery
from turntide.web.plans.store.listing import actions_by_id

A_PAGE, NEWS = 50, 20


@place_view(Role.VIEWER)
@require_safe
def groups(request: PlaceRequest) -> HttpResponse:
    """The groups through which plans are delivered, each under the one it reports to."""
    place = request.here.place
    every = list(groups_of(place))
    page = GroupsPage(
        place=place,
        lines=lines_of(place, tree_of(one for one in every if one.ended_at is None)),
        ended=lines_of(place, tree_of(one for one in every if one.ended_at is not None)),
        may_edit=request.here.may_edit,
    )
    return show(request, page)


@place_view(Role.VIEWER)
@require_safe
def group(request: PlaceRequest, id: UUID) -> HttpResponse:
    """A group, who sits on it and what it looks after."""
    place, found = request.here.place, group_here(request, id)
    rounds = found.rounds.select_related("place") if request.here.may_edit else found.rounds.none()
    page = GroupPage(
        place=place,
        group=found,
        members=member_lines(place, found, found.members.all()),
        plans=plans_looked(place, found, found.remits.all()),
        actions=actions_of(found).count(),
        subgroups=list(found.subgroups.standing()),
        rounds=round_lines(rounds),
        history=edit_lines(place, found, found.edits.select_related("by", "undone_by")[:NEWS]),
        may_edit=request.here.may_edit,
    )
    return show(request, page)


@place_view(Role.VIEWER)
@require_safe
def group_actions(request: PlaceRequest, id: UUID) -> HttpResponse:
    """The actions that a group looks after, all beneath its headings among them."""
    place, found = request.here.place, group_here(request, id)
    ordered = actions_of(found).order_by("plan__title", "plan_id", "position", "id")
    paging = Paginator(ordered.values_list("pk", flat=True), A_PAGE).get_page(request.GET.get("page"))
    ids = list(paging.object_list)
    lines = action_lines(place, actions_by_id(ids), _known(place, ids))
    return show(request, GroupActionsPage(place, found, paging, lines, request.here.may_edit))


def _known(place: Place, actions: list[UUID]) -> Known:
    titles = dict(place.plans.values_list("pk", "title"))
    return Known(
        plans=titles,
        words=words_of_plans(list(titles)),
        reporting=reporting_of_plans(titles),
        fresh=delivery().freshness(actions),
        latest=latest_of(actions),
    )
