"""A plan as a tree."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.plans.delivery_connection import delivery
from turntide.web.plans.pages.tree import Drawing, PrintPage, TreePage
from turntide.web.plans.store.tree import tree_of


@place_view(Role.VIEWER)
@require_safe
def plan_tree(request: PlaceRequest, id: UUID) -> HttpResponse:
    """The whole plan, to be folded open and shut; ``?open=all`` and ``?open=none`` do so at once."""
    place = request.here.place
    plan = get_object_or_404(place.plans, pk=id)
    tree = tree_of(plan)
    drawing = Drawing(place, plan, tree, delivery().freshness(tree.ids), opened=request.GET.get("open", ""))
    return show(request, TreePage(place, plan, drawing.boughs(tree.branches), drawing.leaves(tree.loose)))


@place_view(Role.VIEWER)
@require_safe
def plan_print(request: PlaceRequest, id: UUID) -> HttpResponse:
    """The whole plan for paper."""
    place = request.here.place
    plan = get_object_or_404(place.plans, pk=id)
    tree = tree_of(plan, whole=True)
    drawing = Drawing(place, plan, tree, delivery().freshness(tree.ids), opened="all", whole=True)
    return show(request, PrintPage(place, plan, drawing.boughs(tree.branches), drawing.leaves(tree.loose)))
