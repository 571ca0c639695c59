"""A person's own account."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from turntide.web.accounts.forms.details import DetailsForm
from turntide.web.accounts.models import Person
from turntide.web.accounts.pages.account import AccountPage, DetailsPage
from turntide.web.accounts.services.people import change_details
from turntide.web.accounts.services.places import new_places
from turntide.web.accounts.services.safety import safety_of
from turntide.web.audit.by import By
from turntide.web.design.showing import show
from turntide.web.design.telling import done


@require_safe
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Who one is, how one signs in, and to which places one belongs."""
    person = cast(Person, request.user)
    memberships = person.memberships.select_related("place").order_by("place__name")
    places = tuple(membership.place for membership in memberships)
    return show(request, AccountPage(person, safety_of(person), places, new_places(person)))


@require_http_methods(["GET", "POST"])
@login_required
def account_details(request: HttpRequest) -> HttpResponse:
    """Change name and language."""
    person = cast(Person, request.user)
    now = {"name": person.name, "language": person.language}
    form = DetailsForm(request.POST or None, initial=now)
    if not form.is_valid():
        return show(request, DetailsPage(form))
    change_details(person=person, by=By.person(person), **form.cleaned_data)
    done(request, _("Your name and language are kept."))
    return redirect("account")
