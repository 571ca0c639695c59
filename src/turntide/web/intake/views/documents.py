"""The document of an adopted edition, with what became of it lit up."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from turntide.exchange.interchange import part_as_data
from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.models import Place
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.intake.looking.standing import Told
from turntide.web.intake.pages.document import Asked, DocumentPage
from turntide.web.plans.models import Action, Edition, Heading, Note
from turntide.web.plans.store.finding import actions_of, editions_of
from turntide.web.plans.store.origins import origins_of
from turntide.web.plans.store.taking_out import action_as_read, heading_as_read, whole


@place_view(Role.VIEWER)
@require_safe
def document(request: PlaceRequest, edition_id: UUID) -> HttpResponse:
    """An edition's document as laid out, at the place where an action or a heading stands in it."""
    place = request.here.place
    kept = place.intakes.listed().with_document().select_related("edition__plan").defer("edition__reading")
    intake = get_object_or_404(kept, edition_id=edition_id)
    edition = intake.edition
    assert edition is not None
    return show(
        request, DocumentPage.of(place, intake, edition, _asked(place, edition, request.GET), request.GET)
    )


def _asked(place: Place, edition: Edition, query: QueryDict) -> Asked | None:
    action, heading = query.get("action"), query.get("heading")
    if action:
        return _action(place, edition, _id(str(action)))
    return _heading(place, edition, _id(str(heading))) if heading else None


def _action(place: Place, edition: Edition, id_: UUID) -> Asked:
    found = whole(actions_of(place).filter(plan=edition.plan_id)).prefetch_related("notes")
    action: Action = get_object_or_404(found, pk=id_)
    held = part_as_data(action_as_read(action))
    notes = tuple(_note(note) for note in action.notes.all())
    told = Told("actions", held, origins_of(action, editions_of(edition.plan)), edition, notes)
    url = reverse("action", args=[place.slug, action.pk])
    return Asked(str(action), url, f"action={action.pk}", told)


def _note(note: Note) -> dict[str, object]:
    return {"text": note.text, "kind": note.kind, "source": note.source or {"file": "", "spots": []}}


def _heading(place: Place, edition: Edition, id_: UUID) -> Asked:
    heading: Heading = get_object_or_404(edition.plan.headings, pk=id_)
    held = part_as_data(heading_as_read(heading))
    told = Told("headings", held, origins_of(heading, editions_of(edition.plan)), edition)
    table = reverse("plan_table", args=[place.slug, edition.plan_id])
    return Asked(str(heading), f"{table}?theme={heading.pk}", f"heading={heading.pk}", told)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
