"""The page that the link of an invitation opens. Opening it changes nothing: mail scanners open links."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from turntide.web.accounts.forms.inviting import JoinForm
from turntide.web.accounts.models import Invitation, Person
from turntide.web.accounts.pages.inviting import JoinAsNewPage, JoinPage, NoInvitationPage, SomebodyElsePage
from turntide.web.accounts.rules import Standing, may_accept
from turntide.web.accounts.services.inviting import (
    NotAcceptableError,
    accept,
    accept_as_new,
    find_invitation,
    standing_of,
)
from turntide.web.accounts.services.people import AlreadyKnownError
from turntide.web.accounts.views.limiting import limited
from turntide.web.accounts.views.signing_in import sign_in
from turntide.web.design.showing import show
from turntide.web.design.telling import done


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters("password")
@never_cache
@limited("join")
def invitation(request: HttpRequest, key: str) -> HttpResponse:
    """Join a place by an invitation."""
    asked = find_invitation(key)
    if asked is None:
        return _nothing(request, may_accept(Standing.UNKNOWN, of_this_person=True).reason, 404)
    ruling = standing_of(asked)
    if not ruling:
        return _nothing(request, ruling.reason, 410)
    try:
        return _answer(request, asked, key)
    except NotAcceptableError as meanwhile:
        return _nothing(request, str(meanwhile), 410)


def _answer(request: HttpRequest, asked: Invitation, key: str) -> HttpResponse:
    if isinstance(request.user, Person):
        return _signed_in(request, request.user, asked, key)
    return _as_new(request, asked, key)


def _signed_in(request: HttpRequest, person: Person, asked: Invitation, key: str) -> HttpResponse:
    ruling = may_accept(Standing.OPEN, of_this_person=person.email.casefold() == asked.email.casefold())
    if not ruling:
        return show(request, SomebodyElsePage(asked, person, ruling.reason), status=403)
    if request.method != "POST":
        return show(request, JoinPage(asked))
    return _joined(request, accept(key=key, person=person).get_absolute_url())


def _as_new(request: HttpRequest, asked: Invitation, key: str) -> HttpResponse:
    here = reverse("invitation", args=[key])
    sign_in_url = f"{reverse('account_login')}?{urlencode({'next': here})}"
    form = JoinForm(request.POST or None, email=asked.email)
    if not form.is_valid():
        return show(request, JoinAsNewPage(asked, form, sign_in_url))
    try:
        person, place = accept_as_new(key=key, **form.cleaned_data)
    except AlreadyKnownError:
        messages.error(request, _("There is an account with this address already. Sign in to join."))
        return redirect(sign_in_url)
    sign_in(request, person)
    return _joined(request, place.get_absolute_url())


def _joined(request: HttpRequest, url: str) -> HttpResponse:
    done(request, _("You have joined."))
    return redirect(url)


def _nothing(request: HttpRequest, reason: str, status: int) -> HttpResponse:
    return show(request, NoInvitationPage(reason), status=status)
