"""What the views that change plans share: reaching a thing, telling what was done, refusing with the reason."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from turntide.web.accounts.here import PlaceRequest
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.plans.models import Action, Change, Heading, Plan
from turntide.web.plans.pages.changing import RefusedPage
from turntide.web.plans.store.reaching import actions_in, headings_in


def action_here(request: PlaceRequest, id_: UUID | str) -> Action:
    """An action of the place the person is in."""
    return get_object_or_404(actions_in(request.here.place), pk=id_)


def heading_here(request: PlaceRequest, id_: UUID | str) -> Heading:
    """A heading of the place the person is in."""
    return get_object_or_404(headings_in(request.here.place), pk=id_)


def heading_named(request: PlaceRequest, wanted: str) -> Heading:
    """A heading the address names; one of another plan is refused by the service, with the reason."""
    try:
        return heading_here(request, UUID(wanted))
    except ValueError as wrong:
        raise Http404 from wrong


def plan_here(request: PlaceRequest, id_: UUID | str) -> Plan:
    """A plan of the place the person is in."""
    return get_object_or_404(request.here.place.plans.select_related("place"), pk=id_)


def address(request: PlaceRequest, name: str, *args: object) -> str:
    """An address beneath the person's place."""
    return reverse(name, args=[request.here.place.slug, *args])


def tell(request: PlaceRequest, text: str, change: Change | None) -> None:
    """Say what was done, with its undo."""
    done(request, text, address(request, "undo", change.pk) if change else "")


def told_at(request: PlaceRequest, text: str, change: Change | None, to: str) -> HttpResponseRedirect:
    """Say what was done on the page where the person goes on."""
    tell(request, text, change)
    return redirect(to)


def tree_at(request: PlaceRequest, plan_id: UUID, heading_id: UUID | None = None) -> str:
    """The plan's tree, opened at a heading."""
    tree = address(request, "plan_tree", plan_id)
    return f"{tree}?open=all#heading-{heading_id}" if heading_id else tree


def next_of(request: PlaceRequest, otherwise: str) -> str:
    """Where the form says to go on, if that is a page of ours."""
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours and wanted.startswith("/") else otherwise


def refused(request: PlaceRequest, plan: Plan, reason: str, back: str) -> HttpResponse:
    """The reason, and the way back."""
    return show(request, RefusedPage(request.here.place, plan, reason, back), status=409)
