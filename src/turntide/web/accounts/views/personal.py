"""What is held about a person: shown, given to them, erased. Addresses are posted, so that no log keeps them."""

from __future__ import annotations

import json

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.accounts.forms.personal import EraseForm, WhoseForm
from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.holding import Subject
from turntide.web.accounts.pages.personal import AskPage, ErasedPage, HeldPage
from turntide.web.accounts.roles import Role
from turntide.web.accounts.services.personal import all_held, forget_person, held_as_data, subject_of
from turntide.web.accounts.services.roles import LastOwnerError
from turntide.web.audit.services import note_act
from turntide.web.design.showing import show


@require_http_methods(["GET", "HEAD", "POST"])
@place_view(Role.OWNER)
def personal(request: PlaceRequest) -> HttpResponse:
    """Ask, and see all that is held."""
    form = WhoseForm(request.POST or None)
    if not form.is_valid():
        return show(request, AskPage(request.here.place, form))
    return _shown(request, subject_of(request.here.place, form.cleaned_data["email"]))


@require_POST
@place_view(Role.OWNER)
def personal_export(request: PlaceRequest) -> HttpResponse:
    """All of it as a file to give to the person."""
    form = WhoseForm(request.POST)
    if not form.is_valid():
        return redirect("personal", place=request.here.place.slug)
    place = request.here.place
    given = held_as_data(subject_of(place, form.cleaned_data["email"]))
    note_act("give out what is held", place, by=request.here.by, place_id=place.pk)
    response = HttpResponse(json.dumps(given, indent=1, ensure_ascii=False), content_type="application/json")
    response["Content-Disposition"] = content_disposition_header(True, "held.json") or "attachment"
    return response


@require_POST
@place_view(Role.OWNER)
def personal_erase(request: PlaceRequest) -> HttpResponse:
    """Erase it, for good."""
    form = EraseForm(request.POST)
    email = form.data.get("email", "")
    if not WhoseForm({"email": email}).is_valid():
        return redirect("personal", place=request.here.place.slug)
    subject = subject_of(request.here.place, email)
    if not form.is_valid():
        return _shown(request, subject, form)
    try:
        by_hand = forget_person(subject=subject, by=request.here.by)
    except LastOwnerError as last:
        messages.error(request, str(last))
        return _shown(request, subject)
    if request.here.person.email.casefold() == subject.email.casefold():
        return redirect("home")
    return show(request, ErasedPage(request.here.place, tuple(by_hand)))


def _shown(request: PlaceRequest, subject: Subject, form: EraseForm | None = None) -> HttpResponse:
    form = form or EraseForm(initial={"email": subject.email})
    return show(request, HeldPage(subject, all_held(subject), form))
