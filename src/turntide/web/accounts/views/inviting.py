"""Asking people to join a place: for its owners."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from turntide.web.accounts.forms.inviting import InviteForm
from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.models import Invitation
from turntide.web.accounts.pages.people import LinksPage
from turntide.web.accounts.roles import Role
from turntide.web.accounts.services.inviting import (
    Invited,
    LinkTo,
    NotAcceptableError,
    invite,
    resend,
    withdraw,
)
from turntide.web.accounts.services.mail import mail_goes_out
from turntide.web.accounts.views.limiting import limited
from turntide.web.accounts.views.people import show_people
from turntide.web.design.showing import show
from turntide.web.design.telling import done


@require_POST
@never_cache
@place_view(Role.OWNER)
@limited("invite")
def invitations(request: PlaceRequest) -> HttpResponse:
    """Ask one person or several to join."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return show_people(request, form)
    here, given = request.here, form.cleaned_data
    role = Role(given["role"])
    asked = invite(place=here.place, emails=given["emails"], role=role, link_to=_link(request), by=here.by)
    return _told(request, asked)


@require_POST
@never_cache
@place_view(Role.OWNER)
@limited("invite")
def invitation_resend(request: PlaceRequest, invitation_id: UUID) -> HttpResponse:
    """Ask again, with a new link."""
    try:
        asked = resend(invitation=_asked(request, invitation_id), link_to=_link(request), by=request.here.by)
    except NotAcceptableError as answered:
        messages.error(request, str(answered))
        return redirect("members", place=request.here.place.slug)
    return _told(request, [asked])


@require_POST
@place_view(Role.OWNER)
def invitation_withdraw(request: PlaceRequest, invitation_id: UUID) -> HttpResponse:
    """Take an invitation back."""
    asked = _asked(request, invitation_id)
    try:
        withdraw(invitation=asked, by=request.here.by)
    except NotAcceptableError as answered:
        messages.error(request, str(answered))
    else:
        done(request, _("The invitation to %(email)s is withdrawn.") % {"email": asked.email})
    return redirect("members", place=request.here.place.slug)


def _asked(request: PlaceRequest, invitation_id: UUID) -> Invitation:
    return get_object_or_404(request.here.place.invitations, pk=invitation_id)


def _link(request: PlaceRequest) -> LinkTo:
    return lambda key: request.build_absolute_uri(reverse("invitation", args=[key]))


def _told(request: PlaceRequest, asked: list[Invited]) -> HttpResponse:
    """Say that letters are on their way; without a mail server show the links, this once."""
    place = request.here.place
    if not mail_goes_out():
        return show(request, LinksPage(place, tuple(asked)))
    count = len(asked)
    words = ngettext("%(count)d invitation is sent.", "%(count)d invitations are sent.", count)
    done(request, words % {"count": count})
    return redirect("members", place=place.slug)
