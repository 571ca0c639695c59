"""A body's page, and what is done there with one press."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.organisations.connections import connected
from turntide.web.organisations.models import Edit, Organisation
from turntide.web.organisations.pages.body import Around, BodyPage, by_plan, contact_line, merged_line
from turntide.web.organisations.pages.history import EditLine, edit_lines, ids_in
from turntide.web.organisations.services.describing import restore, retire
from turntide.web.organisations.services.refusing import RefusedError
from turntide.web.organisations.services.undoing import undo
from turntide.web.organisations.store.around import contacts_of, leading_to, led_to, merged_into
from turntide.web.organisations.store.finding import edits_of, names_by_id

A_PAGE, NEWS = 50, 20


@place_view(Role.VIEWER)
@require_safe
def one(request: PlaceRequest, id: UUID) -> HttpResponse:
    """All that is known of a body; a merged one leads to the one it is known as."""
    place = request.here.place
    body = found(request, id)
    if body.merged_into_id:
        return redirect(body)
    actions: Any = connected().actions(place, body.pk)
    paging = Paginator(actions, A_PAGE).get_page(request.GET.get("page"))
    page = BodyPage(
        place=place,
        body=body,
        around=_around(body),
        merged=tuple(merged_line(place, merged) for merged in merged_into(body)),
        spellings=connected().spellings(place, body.pk),
        paging=paging,
        plans=by_plan(paging.object_list),
        table=connected().table(place, body.pk),
        contacts=tuple(contact_line(place, contact) for contact in contacts_of(body)),
        history=_history(request, body),
        may_edit=request.here.may_edit,
    )
    return show(request, page)


@place_view(Role.EDITOR)
@require_POST
def set_aside(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Set a body aside."""
    body = found(request, id)
    tell(request, retire(body=body, by=request.here.by), _("“%(name)s” was set aside.") % {"name": body.name})
    return redirect(body)


@place_view(Role.EDITOR)
@require_POST
def bring_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Bring back a body that was set aside."""
    body = found(request, id)
    tell(request, restore(body=body, by=request.here.by), _("“%(name)s” is back.") % {"name": body.name})
    return redirect(body)


@place_view(Role.EDITOR)
@require_POST
def take_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Undo what was done to the register."""
    edit = get_object_or_404(request.here.place.organisation_edits.select_related("organisation"), pk=id)
    try:
        tell(request, undo(edit, by=request.here.by), _("This was undone."))
    except RefusedError as refused:
        messages.error(request, str(refused))
    return redirect(found(request, edit.organisation_id))


def found(request: PlaceRequest, id_: UUID) -> Organisation:
    """A body of this place, or Http404."""
    bodies = request.here.place.organisations.select_related(
        "place", "merged_into", "parent__merged_into", "successor__merged_into"
    )
    return get_object_or_404(bodies.prefetch_related("other_names", "identifiers"), pk=id_)


def tell(request: PlaceRequest, edit: Edit | None, text: str) -> None:
    """Say what was done, with the way back; or that there was nothing to do."""
    if edit is None:
        messages.info(request, _("Nothing was changed."))
        return
    done(request, text, undo=reverse("organisation_undo", args=[request.here.place.slug, edit.pk]))


def _around(body: Organisation) -> Around:
    return Around(
        parent=led_to(body, body.parent),
        parts=leading_to(body, "parent"),
        predecessors=leading_to(body, "successor"),
        successor=led_to(body, body.successor),
    )


def _history(request: PlaceRequest, body: Organisation) -> tuple[EditLine, ...]:
    edits = edits_of(body, NEWS)
    place = request.here.place
    return edit_lines(place, edits, names_by_id(place, ids_in(edits)))
