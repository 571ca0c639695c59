"""Naming a place, and making another."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from turntide.web.accounts.forms.places import PlaceForm
from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.models import Person
from turntide.web.accounts.pages.places import NewPlacePage, RenamePage
from turntide.web.accounts.roles import Role
from turntide.web.accounts.services.places import add_place, new_places, rename_place
from turntide.web.audit.by import By
from turntide.web.design.showing import show
from turntide.web.design.telling import done


@require_http_methods(["GET", "POST"])
@place_view(Role.OWNER)
def place_name(request: PlaceRequest) -> HttpResponse:
    """Change what the place is called."""
    place = request.here.place
    form = PlaceForm(request.POST or None, initial={"name": place.name})
    if not form.is_valid():
        return show(request, RenamePage(form, place))
    rename_place(place=place, name=form.cleaned_data["name"], by=request.here.by)
    done(request, _("The place is called %(name)s now.") % {"name": place.name})
    return redirect("members", place=place.slug)


@require_http_methods(["GET", "POST"])
@login_required
def place_new(request: HttpRequest) -> HttpResponse:
    """Make another place."""
    person = cast(Person, request.user)
    ruling = new_places(person)
    if not ruling:
        return render(request, "design/refused.html", {"reason": ruling.reason}, status=403)
    form = PlaceForm(request.POST or None)
    if not form.is_valid():
        return show(request, NewPlacePage(form))
    place = add_place(name=form.cleaned_data["name"], owner=person, by=By.person(person))
    return redirect(place.get_absolute_url())
