"""Keys of programs, and all of them with the webhooks: for the owners of a place."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.api.forms.programs import KeyForm
from turntide.web.api.pages.programs import (
    ProgramFormPage,
    ProgramsPage,
    ShownOncePage,
    key_line,
)
from turntide.web.api.pages.webhooks import WebhookLine
from turntide.web.api.services.tokens import make_token, revoke_token
from turntide.web.api.store.tokens import tokens_of, webhooks_of
from turntide.web.design.showing import show
from turntide.web.design.telling import done


@place_view(Role.OWNER)
@require_safe
def programs(request: PlaceRequest) -> HttpResponse:
    """The programs of the place."""
    place, today = request.here.place, timezone.localdate()
    keys = [key_line(each, today) for each in tokens_of(place)]
    return show(request, ProgramsPage(place, keys, [WebhookLine(each) for each in webhooks_of(place)]))


@place_view(Role.OWNER)
@require_http_methods(["GET", "HEAD", "POST"])
def key_new(request: PlaceRequest) -> HttpResponse:
    """Make a key. It is shown this once."""
    place, form = request.here.place, KeyForm(request.POST or None)
    if not form.is_valid():
        return show(request, ProgramFormPage(place, _("Make a key for a program"), form, _("Make the key")))
    made = make_token(place=place, by=request.here.by, **form.cleaned_data)
    return show(request, ShownOncePage.of_key(place, made))


@place_view(Role.OWNER)
@require_POST
def key_revoke(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Let a key open nothing any more."""
    token = get_object_or_404(tokens_of(request.here.place), pk=id)
    revoke_token(token=token, by=request.here.by)
    words = _("The key for %(name)s opens nothing any more. If it was the wrong one, make another.")
    done(request, words % {"name": token.name})
    return redirect("programs", place=request.here.place.slug)
