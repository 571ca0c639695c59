"""A body added or described."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.organisations.forms.describing import OrganisationForm, described_now
from turntide.web.organisations.models import Organisation
from turntide.web.organisations.pages.describing import DescribingPage, Offer
from turntide.web.organisations.pages.history import Changed, changes
from turntide.web.organisations.services.describing import add_organisation, edit_organisation
from turntide.web.organisations.services.refusing import ChangedMeanwhileError, NameTakenError, RefusedError
from turntide.web.organisations.store.finding import names_by_id, names_of_all
from turntide.web.organisations.store.states import LINKS, state_of
from turntide.web.organisations.views.bodies import found, tell

_PREFILLED = ("ended_on", "successor")


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: PlaceRequest) -> HttpResponse:
    """Add a body by hand."""
    place = request.here.place
    form = OrganisationForm(request.POST or None, place=place)
    if not form.is_valid():
        return show(request, _page(request, form, None))
    try:
        edit = add_organisation(place=place, described=form.described, by=request.here.by)
    except RefusedError as refused:
        return _refused(request, form, None, refused)
    tell(request, edit, _("“%(name)s” was added.") % {"name": edit.organisation.name})
    return redirect(edit.organisation)


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Describe a body anew."""
    body = found(request, id)
    if body.merged_into_id:
        return redirect(body)
    form = _form(request, body)
    if not form.is_valid():
        return show(request, _page(request, form, body))
    saw = form.cleaned_data["version"] or 0
    try:
        kept = edit_organisation(body=body, described=form.described, saw=saw, by=request.here.by)
    except ChangedMeanwhileError as meanwhile:
        return _changed_meanwhile(request, form, meanwhile.body)
    except RefusedError as refused:
        return _refused(request, form, body, refused)
    tell(request, kept, _("“%(name)s” was changed.") % {"name": form.described.name})
    return redirect(body)


def _form(request: PlaceRequest, body: Organisation) -> OrganisationForm:
    if request.method == "POST":
        return OrganisationForm(request.POST, place=request.here.place, body=body)
    offered = {name: request.GET[name] for name in _PREFILLED if request.GET.get(name)}
    initial: dict[str, Any] = described_now(body) | offered
    return OrganisationForm(place=request.here.place, body=body, initial=initial)


def _page(request: PlaceRequest, form: OrganisationForm, body: Organisation | None) -> DescribingPage:
    place = request.here.place
    return DescribingPage(place=place, form=form, names=tuple(names_of_all(place)), body=body)


def _changed_meanwhile(request: PlaceRequest, form: OrganisationForm, now: Organisation) -> HttpResponse:
    """What was typed stays, over the version that stands now: saving again is then a person's choice."""
    place, typed = request.here.place, request.POST.copy()
    typed["version"] = str(now.version)
    page = DescribingPage(
        place=place,
        form=OrganisationForm(typed, place=place, body=now),
        names=tuple(names_of_all(place)),
        body=now,
        meanwhile=_differing(form, now),
    )
    return show(request, page, status=409)


def _differing(form: OrganisationForm, now: Organisation) -> tuple[Changed, ...]:
    stands, typed = state_of(now), form.described.as_state()
    differing = [name for name, value in typed.items() if stands[name] != value]
    ids = [UUID(state[name]) for state in (stands, typed) for name in LINKS if state.get(name)]
    names = names_by_id(now.place, ids)
    return tuple(changes(typed, {name: stands[name] for name in differing}, names))


def _refused(
    request: PlaceRequest, form: OrganisationForm, body: Organisation | None, refused: RefusedError
) -> HttpResponse:
    field = "other_names"
    if isinstance(refused, NameTakenError) and refused.name == form.cleaned_data["name"]:
        field = "name"
    form.add_error(field, str(refused))
    offer = _offer(request, body, refused.holder) if isinstance(refused, NameTakenError) else None
    page = _page(request, form, body)
    return show(request, DescribingPage(page.place, page.form, page.names, body, offer=offer))


def _offer(request: PlaceRequest, body: Organisation | None, holder: Organisation) -> Offer:
    """Where another body has the name: merge with it, or go and see it."""
    slug, name = request.here.place.slug, {"name": holder.name}
    if body is None:
        return Offer(_("See “%(name)s”") % name, reverse("organisation", args=[slug, holder.pk]))
    merging = reverse("organisation_merge", args=[slug, body.pk])
    return Offer(_("Merge with “%(name)s”") % name, f"{merging}?{urlencode({'other': holder.name})}")
